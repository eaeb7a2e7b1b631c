import { isDeepStrictEqual } from 'node:util'
import {
  createDecisionEncoder,
  type Decision,
  encodeItem,
  gaugeEffects,
  handoverPolicyOf,
} from '@peineng/engine'
import { noteExplored } from '../../learning/index.ts'
import type { TenantWriter } from '../../platform/database/index.ts'
import { uuidv7 } from '../../platform/ids.ts'
import { announce } from '../../platform/outbox/index.ts'
import { beginHandovers } from '../handing-over/begin-handovers.ts'
import { type Gate, gateOf } from '../handing-over/handover-gate.ts'
import { makeOffers } from '../offers/make-offers.ts'
import { insertDecisions } from '../state/decision-store.ts'
import { appendOwnershipChanges, type ChangeCause } from '../state/history-store.ts'
import { enterPool, leavePool } from '../state/stay-store.ts'
import {
  insertWorkItems,
  type Placement,
  updateWorkItems,
  type WorkItemRow,
} from '../state/work-item-store.ts'
import type { Decided } from './decide-batch.ts'
import { explorationOf } from './exploration-of.ts'
import { periodBorders, type TenantContext } from './tenant-context.ts'

/** One item changing hands: the only form in which anything does. */
export interface Move {
  readonly decided: Decided
  /** null = the item is new; else its locked row. */
  readonly before: WorkItemRow | null
  readonly cause: ChangeCause
  readonly actorId: string | null
  readonly note: string | null
  /** A person chose this owner (X23). */
  readonly pinned: boolean
}

export interface Committed {
  readonly decisionId: string
  readonly decision: Decision
  readonly placement: Placement
}

/** Writes decisions, placements, history and events: a constant number of statements for any number of moves. */
export async function commitMoves(
  db: TenantWriter,
  context: TenantContext,
  now: number,
  moves: readonly Move[],
): Promise<Committed[]> {
  // A waiting item that still waits for the same reason is no news: no decision, no history, only its release moves.
  const handing = handoverPolicyOf(context.policy.policy)
  const committed = moves.map((move): Committed & { move: Move; silent: boolean; gate: Gate } => {
    const silent = stillWaiting(move)
    const decisionId = silent ? (move.before?.decisionId ?? uuidv7(now)) : uuidv7(now)
    const placement = placementOf(move, decisionId, now)
    const gate = gateOf(handing, move.before, placement, move.cause)
    return {
      move,
      silent,
      decisionId,
      decision: move.decided.decision,
      placement: { ...placement, keepsHandover: gate.kind === 'keep' },
      gate,
    }
  })
  const news = committed.filter((c) => !c.silent)
  // Each decision saw nearly the states of the one before it: one encoder lays out only what changed.
  const encoder = createDecisionEncoder()
  const borders = periodBorders(now, context.timeZone)
  // Sent together: four round trips less.
  await Promise.all([
    insertDecisions(
      db,
      news.map(({ move, decisionId }) => {
        const { decision, item, statesBefore, ledgerBefore, body, plan, timePrices, fullCaps } = move.decided
        return {
          id: decisionId,
          createdAt: now,
          itemKind: item.kind,
          itemId: item.id,
          mode: decision.mode,
          state: decision.state,
          repId: decision.repId,
          ruleId: decision.ruleId,
          reasonCode: decision.reason.code,
          reasonParams: decision.reason.params,
          actorId: move.actorId,
          engineVersion: decision.engineVersion,
          policyVersion: context.policyVersion,
          rosterHash: decision.rosterVersion,
          modelHash: decision.modelVersion,
          body:
            body ??
            encoder.encode(decision, {
              states: statesBefore,
              ledger: ledgerBefore,
              periodBorders: borders,
              ...(plan === undefined ? {} : { plan }),
              ...(timePrices === undefined ? {} : { timePrices }),
              ...(fullCaps === undefined ? {} : { fullCaps }),
            }),
          item: encodeItem(item),
        }
      }),
    ),
    insertWorkItems(
      db,
      committed.filter((c) => c.move.before === null).map((c) => c.placement),
    ),
    updateWorkItems(
      db,
      committed.filter((c) => c.move.before !== null && !(c.silent && asBefore(c))).map((c) => c.placement),
    ),
    appendOwnershipChanges(
      db,
      now,
      news.map(({ move, decisionId, placement }) => ({
        itemId: placement.id,
        fromState: move.before?.state ?? null,
        // Whom it was only offered to never had it.
        fromOwnerId: move.before?.state === 'offered' ? null : (move.before?.ownerId ?? null),
        toState: placement.state,
        toOwnerId: placement.ownerId,
        toPoolId: placement.poolId,
        decisionId,
        cause: move.cause,
        actorId: move.actorId,
        note: move.note,
      })),
    ),
    announce(
      db,
      now,
      news.map(({ move, decisionId, placement }) => ({
        type: `${placement.kind}.${placement.state}`,
        entityKind: placement.kind,
        entityId: placement.id,
        actorId: move.actorId,
        payload: {
          decisionId,
          ownerId: placement.ownerId,
          previousOwnerId: move.before?.state === 'owned' ? move.before.ownerId : null,
          cause: move.cause,
          reason: placement.reasonCode,
          ...(placement.poolId === null ? {} : { poolId: placement.poolId }),
        },
      })),
    ),
  ])
  await beginHandovers(
    db,
    context,
    now,
    committed.map(({ move, placement, gate }) => ({
      itemId: placement.id,
      itemKind: placement.kind,
      facts: move.decided.item.facts,
      gate,
      cause: move.cause,
      actorId: move.actorId,
    })),
  )
  await enterPool(
    db,
    now,
    news.flatMap(({ move, placement }) =>
      placement.poolId === null
        ? []
        : [
            {
              itemId: placement.id,
              poolId: placement.poolId,
              cause: move.cause,
              reason: placement.reasonCode,
              fromRepId: move.before?.ownerId ?? null,
            },
          ],
    ),
  )
  await leavePool(
    db,
    now,
    news.flatMap(({ move, placement }) =>
      move.before?.state === 'pooled' && placement.poolId === null
        ? [{ itemId: placement.id, takenBy: placement.ownerId }]
        : [],
    ),
  )
  await makeOffers(
    db,
    context,
    now,
    news.flatMap(({ move, decisionId, decision, placement }) =>
      placement.state === 'offered' && placement.ownerId !== null
        ? [{ item: move.decided.item, decisionId, decision, repId: placement.ownerId, actorId: move.actorId }]
        : [],
    ),
  )
  await noteExplored(
    db,
    now,
    news.flatMap(({ move }) => explorationOf(context, move.decided)),
  )
  return committed
}

function stillWaiting(move: Move): boolean {
  const { before, decided } = move
  return (
    before?.state === 'waiting' &&
    // Adopted and never decided: the first decision is news, and has to be there to be named.
    before.decisionId !== null &&
    decided.decision.state === 'waiting' &&
    before.reasonCode === decided.decision.reason.code
  )
}

/** Nothing moved at all: a queue that is looked at every few seconds is not written every few seconds. */
function asBefore({ move, placement }: { readonly move: Move; readonly placement: Placement }): boolean {
  const { before } = move
  return (
    before !== null &&
    (before.releaseAt?.getTime() ?? null) === placement.releaseAt &&
    isDeepStrictEqual(before.release, placement.release) &&
    isDeepStrictEqual(before.reasonParams, placement.reasonParams) &&
    before.priority === placement.priority &&
    before.pointsHundredths === placement.pointsHundredths &&
    before.continuityOwnerId === placement.continuityOwnerId
  )
}

function placementOf(move: Move, decisionId: string, now: number): Placement {
  const { item, decision } = move.decided
  const owned = decision.state === 'owned'
  // An offer holds the room it would take.
  const held = owned || decision.state === 'offered'
  const asked = item.offers === undefined ? [] : [...item.offers.declined, ...item.offers.expired]
  const waiting = decision.state === 'waiting'
  return {
    id: item.id,
    kind: item.kind,
    state: decision.state,
    ownerId: decision.repId,
    poolId: decision.poolId,
    priority: item.priority,
    createdAt: item.createdAt,
    waitingSince: waiting ? (move.before?.waitingSince?.getTime() ?? item.waitingSince ?? now) : null,
    releaseAt: releaseAt(decision),
    release: decision.release,
    reasonCode: decision.reason.code,
    reasonParams: decision.reason.params,
    decisionId,
    pointsHundredths: item.pointsHundredths,
    loadHundredths: held ? item.pointsHundredths : 0,
    effects: held ? gaugeEffects(item) : {},
    ownedSince: owned ? now : null,
    pinned: owned && move.pinned,
    continuityOwnerId: item.accountOwnerId ?? null,
    excludedRepIds: (item.excludedRepIds ?? []).filter((repId) => !asked.includes(repId)),
    // Once somebody has it, everybody may be asked anew.
    offers: owned ? null : (item.offers ?? null),
    reassigned: held && move.before?.state === 'owned' && move.before.ownerId !== decision.repId,
  }
}

/** When time alone may release it; null = something has to happen first. */
function releaseAt(decision: Decision): number | null {
  return decision.release !== null && 'at' in decision.release ? decision.release.at : null
}
