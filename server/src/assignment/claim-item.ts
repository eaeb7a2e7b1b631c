import { gaugeEffects } from '@peineng/engine'
import type { TenantReader, TenantWriter } from '../platform/database/index.ts'
import { ProblemError } from '../platform/errors/catalogue.ts'
import { announce } from '../platform/outbox/index.ts'
import { limitsOf } from './decide-batch.ts'
import { appendOwnershipChanges } from './history-store.ts'
import { giveTo } from './override-owner.ts'
import { applyClaims, lockRepLoads } from './rep-load-store.ts'
import type { Services } from './services.ts'
import { leavePool } from './stay-store.ts'
import { type LeadPlace, placeOf } from './submit-lead.ts'
import { periodKeys, type TenantContext } from './tenant-context.ts'
import { lockWorkItems, readWorkItems, updateWorkItems, type WorkItemRow } from './work-item-store.ts'

/** Somebody takes an item out of a pool, for themselves or (a manager) for a rep. */
export interface Claim {
  readonly itemId: string
  readonly repId: string
  readonly actorId: string | null
  readonly note: string | null
  /** Whether the rep's pausing gauges and intake ceilings hold for it. */
  readonly withinLimits: boolean
  /**
   * Says no by throwing. Called once, with the item's row and the rep's row locked: what it counts and writes is
   * exact, and goes with the claim or not at all.
   */
  readonly permit: (db: TenantWriter, row: WorkItemRow, context: TenantContext) => Promise<void>
}

/**
 * One conditional write under the person's lock (X4). Whoever comes second waits for the first and is told who has it
 * and since when; whoever comes later still is told without waiting. Locks: the item, then this one rep, so claimers
 * of different items never wait for each other.
 */
export async function claimItem(
  db: TenantWriter,
  services: Services,
  now: number,
  claim: Claim,
): Promise<LeadPlace> {
  const context = await services.contextOf(db, now)
  const [seen] = await readWorkItems(db, [claim.itemId])
  if (seen === undefined) throw new ProblemError('NOT_FOUND')
  const taken = await settled(db, services, context, claim, seen)
  if (taken !== null) return taken
  const [row] = await lockWorkItems(db, [claim.itemId])
  if (row === undefined) throw new ProblemError('NOT_FOUND')
  const takenMeanwhile = await settled(db, services, context, claim, row)
  if (takenMeanwhile !== null) return takenMeanwhile

  if (!context.repById.has(claim.repId)) throw new ProblemError('REP_NOT_ADMISSIBLE')
  await lockRepLoads(db, periodKeys(now, context.timeZone), [claim.repId])
  await claim.permit(db, row, context)
  const limits = claim.withinLimits ? limitsOf(context, claim.repId) : {}
  const given =
    row.kind === 'account'
      ? await giveAccount(db, context, now, row, claim, limits)
      : await giveTo(db, services, context, now, row, claim.repId, {
          cause: 'claimed',
          actorId: claim.actorId,
          note: claim.note,
          pinned: true,
          mode: 'claim',
          limits,
        })
  if (!given)
    throw new ProblemError('CLAIM_REFUSED', {
      detail: 'you carry as much as your limits allow',
      extra: { refusal: 'REP_FULL', params: {}, until: null },
    })
  await announce(db, now, [
    {
      type: 'pool.claimed',
      entityKind: row.kind,
      entityId: row.id,
      actorId: claim.actorId,
      payload: { poolId: row.poolId, ownerId: claim.repId, recipientRepIds: [claim.repId] },
    },
  ])
  const [after] = await readWorkItems(db, [row.id])
  if (after === undefined) throw new ProblemError('NOT_FOUND')
  return placeOf(context, after)
}

/** Nothing left to claim: theirs already (answered like the first time), somebody else's, closed, or not in a pool. */
async function settled(
  db: TenantReader,
  services: Services,
  context: TenantContext,
  claim: Claim,
  row: WorkItemRow,
): Promise<LeadPlace | null> {
  if (row.state === 'pooled') return null
  if (row.state === 'closed') throw new ProblemError('LEAD_CLOSED')
  if (row.state === 'waiting' || row.ownerId === null) throw new ProblemError('NOT_IN_POOL')
  if (row.ownerId === claim.repId) return placeOf(context, row)
  const names = await services.people.repNames(db, [row.ownerId])
  const name = names.get(row.ownerId) ?? ''
  const since = row.ownedSince?.toISOString() ?? null
  throw new ProblemError('LEAD_ALREADY_CLAIMED', {
    detail: `already taken by ${name} at ${clockOf(row.ownedSince, context.timeZone)}`,
    extra: { owner: { id: row.ownerId, name }, since },
  })
}

function clockOf(at: Date | null, timeZone: string): string {
  if (at === null) return ''
  return new Intl.DateTimeFormat('en-GB', { timeZone, timeStyle: 'medium' }).format(at)
}

/** A customer as a whole: the engine decides about leads and opportunities only, so this is a change of hands alone. */
async function giveAccount(
  db: TenantWriter,
  context: TenantContext,
  now: number,
  row: WorkItemRow,
  claim: Claim,
  limits: ReturnType<typeof limitsOf>,
): Promise<boolean> {
  const effects = gaugeEffects({
    id: row.id,
    kind: 'account',
    priority: row.priority,
    createdAt: row.createdAt.getTime(),
    facts: {},
    tags: [],
    value: null,
    difficulty: null,
    amountMinor: null,
    pointsHundredths: row.pointsHundredths,
  })
  const refused = await applyClaims(db, periodKeys(now, context.timeZone), [
    { repId: claim.repId, effects, received: 1, limits },
  ])
  if (refused.length > 0) return false
  await updateWorkItems(db, [
    {
      ...row,
      state: 'owned',
      ownerId: claim.repId,
      poolId: null,
      createdAt: row.createdAt.getTime(),
      waitingSince: null,
      releaseAt: null,
      release: null,
      reasonCode: 'CLAIMED',
      reasonParams: {},
      decisionId: null,
      loadHundredths: row.pointsHundredths,
      effects,
      ownedSince: now,
      pinned: true,
      reassigned: false,
    },
  ])
  await leavePool(db, now, [{ itemId: row.id, takenBy: claim.repId }])
  await appendOwnershipChanges(db, now, [
    {
      itemId: row.id,
      fromState: row.state,
      fromOwnerId: null,
      toState: 'owned',
      toOwnerId: claim.repId,
      toPoolId: null,
      decisionId: null,
      cause: 'claimed',
      actorId: claim.actorId,
      note: claim.note,
    },
  ])
  await announce(db, now, [
    {
      type: 'account.owned',
      entityKind: 'account',
      entityId: row.id,
      actorId: claim.actorId,
      payload: { ownerId: claim.repId, previousOwnerId: null, cause: 'claimed', reason: 'CLAIMED' },
    },
  ])
  return true
}
