import type { RepState } from '@peineng/engine'
import type { Customers } from '../customers/index.ts'
import type { Learning } from '../learning/index.ts'
import type { People } from '../people/index.ts'
import type { Platform, Sweep } from '../platform/context.ts'
import type { TenantWriter } from '../platform/database/index.ts'
import type { Caller, StoredAnswer } from '../platform/http/index.ts'
import type { Policies } from '../policies/index.ts'
import type { Committed } from './decide/commit-moves.ts'
import { matchRep, matchReps, type RepMatch } from './decide/match-rep.ts'
import { type OwnerReview, type ReviewOptions, reviewOwners } from './decide/review-owners.ts'
import { createLeadDoor, type LeadPlace, type Submission } from './decide/submit-lead.ts'
import { createContextCache, periodKeys, repStates, type TenantContext } from './decide/tenant-context.ts'
import { sealSweep } from './decisions/seal-decisions.ts'
import type { PersonTraces } from './erase-person.ts'
import { endShadows, openContacts } from './handing-over/open-contacts.ts'
import { sweepOffers } from './offers/sweep-offers.ts'
import type { RedistributeParameters } from './planning/plan-document.ts'
import { planSweep } from './planning/plan-sweep.ts'
import { reoptimiseSweep } from './planning/reoptimise-sweep.ts'
import { startPlan } from './planning/start-plan.ts'
import { noteAbsences } from './reps/note-absences.ts'
import { noteUnfollowed } from './reps/note-unfollowed.ts'
import type { Services } from './services.ts'
import { readRepLoads } from './state/rep-load-store.ts'
import { lockWorkItems, type WorkItemRow } from './state/work-item-store.ts'
import { sweepAbsences, sweepLoads, sweepMeasures, sweepWaiting, sweepWinModel } from './sweeps.ts'
import { type Adoption, adoptItems } from './verbs/adopt-items.ts'
import { type Claim, claimItem } from './verbs/claim-item.ts'
import { forgetItems } from './verbs/forget-items.ts'
import { type HandBack, handBack } from './verbs/hand-back.ts'
import { type Recall, recallItems } from './verbs/recall-items.ts'
import { reweighItem } from './verbs/reweigh-item.ts'
import { type PoolEntry, takeIntoPool } from './verbs/take-into-pool.ts'
import { type Transfer, transferItem } from './verbs/transfer-item.ts'

/** Who gets what: the only writer of ownership. */
export interface Assignment {
  readonly services: Services
  /** One lead in, owned or waiting with a reason when this resolves; durable by then. */
  submitLead(tenantId: string, submission: Submission): Promise<StoredAnswer>
  /** Items that come with an owner or wait to be assigned as a second step (imports). Constant statements per call. */
  adopt(db: TenantWriter, now: number, items: readonly Adoption[]): Promise<void>
  /** Takes adopted items out again as if they had never come; returns the ids that are gone (undo of an import). */
  forget(db: TenantWriter, now: number, ids: readonly string[]): Promise<string[]>
  /** One conditional write under the person's lock; refuses with who has it and since when. */
  claim(db: TenantWriter, now: number, claim: Claim): Promise<LeadPlace>
  /** Owned or waiting items into pools; what moved meanwhile is left alone. Returns the rows as they were. */
  takeIntoPool(
    db: TenantWriter,
    now: number,
    entries: readonly PoolEntry[],
    allow?: (row: WorkItemRow) => void,
  ): Promise<WorkItemRow[]>
  /** Owned items away from their owners and to somebody else at once. */
  recall(db: TenantWriter, now: number, recalls: readonly Recall[]): Promise<Committed[]>
  /** Locks items to the end of the transaction, in the order every verb locks them: what is read after is what holds. */
  lockItems(db: TenantWriter, itemIds: readonly string[]): Promise<void>
  /** What everybody carries and whether they are there, as the engine sees them. */
  repStates(db: TenantWriter, now: number): Promise<RepState[]>
  /** Shares of open work not followed up in time, as the clocks count them. */
  noteUnfollowed: typeof noteUnfollowed
  /** Who would get owned items today; changes nothing. */
  review(
    db: TenantWriter,
    now: number,
    itemIds: readonly string[],
    options: ReviewOptions,
  ): Promise<OwnerReview[]>
  /** One item to a named rep, as its owner or manager agreed; within the receiver's limits. */
  transfer(db: TenantWriter, now: number, transfer: Transfer): Promise<void>
  /** How well items suit one rep, by the policy in force. */
  match(
    db: TenantWriter,
    now: number,
    repId: string,
    itemIds: readonly string[],
  ): Promise<Map<string, RepMatch>>
  /** How well one item suits several reps. */
  matchAll(
    db: TenantWriter,
    now: number,
    repIds: readonly string[],
    itemId: string,
  ): Promise<Map<string, RepMatch>>
  /** What an item weighs on its owner after its facts changed. */
  reweigh(db: TenantWriter, now: number, itemId: string): Promise<void>
  /** Policy, roster and model in force for a tenant. */
  contextOf(db: TenantWriter, now: number): Promise<TenantContext>
  /** What slices above keep about persons of customers. */
  readonly traces: readonly PersonTraces[]
  tracesIn(traces: PersonTraces): void
  /**
   * Somebody leaves, for good or for long: plans a new owner for everything they own. Returns the plan; nothing moves
   * before somebody commits it.
   */
  planRedistribution(
    db: TenantWriter,
    caller: Caller,
    now: number,
    leaving: Pick<RedistributeParameters, 'repId' | 'then'>,
  ): Promise<string>
  /** The new owner has read a handover: contact data of what it is about open for them. */
  openContacts: typeof openContacts
  /** The new owner declines before reading: back to whoever gave it or to a manager. Returns who has it now. */
  handBack(db: TenantWriter, now: number, back: HandBack): Promise<string | null>
  /** Ends shadow periods that are over; of which handovers. */
  endShadows: typeof endShadows
  readonly sweeps: readonly Sweep[]
  /** Resolves when everything handed in so far is committed. */
  drained(): Promise<void>
}

export function createAssignment(
  platform: Platform,
  slices: {
    readonly people: People
    readonly customers: Customers
    readonly policies: Policies
    readonly learning: Learning
  },
): Assignment {
  const contextOf = createContextCache(slices, noteAbsences)
  const services: Services = { platform, contextOf, ...slices }
  const door = createLeadDoor(services)
  const traces: PersonTraces[] = []
  return {
    services,
    submitLead: door.submit,
    adopt: async (db, now, items) => adoptItems(db, await contextOf(db, now), now, items),
    forget: async (db, now, ids) => forgetItems(db, await contextOf(db, now), now, ids),
    claim: (db, now, claim) => claimItem(db, services, now, claim),
    takeIntoPool: async (db, now, entries, allow) =>
      takeIntoPool(db, await contextOf(db, now), now, entries, allow),
    recall: (db, now, recalls) => recallItems(db, services, now, recalls),
    lockItems: async (db, itemIds) => void (await lockWorkItems(db, itemIds)),
    repStates: async (db, now) => {
      const context = await contextOf(db, now)
      return repStates(context, await readRepLoads(db, periodKeys(now, context.timeZone)), now)
    },
    reweigh: (db, now, itemId) => reweighItem(db, services, now, itemId),
    noteUnfollowed,
    openContacts,
    handBack: (db, now, back) => handBack(db, services, now, back),
    endShadows,
    review: (db, now, itemIds, options) => reviewOwners(db, services, now, itemIds, options),
    transfer: (db, now, transfer) => transferItem(db, services, now, transfer),
    match: (db, now, repId, itemIds) => matchRep(db, services, now, repId, itemIds),
    matchAll: (db, now, repIds, itemId) => matchReps(db, services, now, repIds, itemId),
    contextOf,
    traces,
    tracesIn: (more) => void traces.push(more),
    planRedistribution: (db, caller, now, leaving) =>
      startPlan(db, services, caller, now, { kind: 'redistribute', fairSharePercent: 0, ...leaving }),
    sweeps: [
      sealSweep(platform),
      planSweep(services),
      reoptimiseSweep(services),
      sweepWaiting(services),
      sweepOffers(services),
      sweepLoads(services),
      sweepAbsences(services),
      sweepMeasures(services),
      sweepWinModel(services),
    ],
    drained: door.drained,
  }
}
