import { createAssigner, gaugeEffects } from '@peineng/engine'
import type { TenantWriter } from '../../platform/database/index.ts'
import { announce } from '../../platform/outbox/index.ts'
import { seedOf } from '../assign-new-leads.ts'
import { forgetCapUses } from '../cap-store.ts'
import { commitMoves } from '../commit-moves.ts'
import type { Decided } from '../decide-batch.ts'
import { giveBackMany } from '../give-back.ts'
import { appendOwnershipChanges } from '../history-store.ts'
import { addTurns, readLedger } from '../ledger-store.ts'
import { chosenByHand } from '../override-owner.ts'
import { applyClaims, lockRepLoads, readRepLoads } from '../rep-load-store.ts'
import type { Services } from '../services.ts'
import { ledgerPeriod, periodKeys, repStates, type TenantContext } from '../tenant-context.ts'
import { lockWorkItems, type WorkItemRow } from '../work-item-store.ts'
import { type MoveRow, type PlanRow, settleMoves } from './plan-store.ts'
import { planWorkItems } from './plan-work-items.ts'
import { returnToQueue } from './return-to-queue-store.ts'

interface Returning {
  readonly move: MoveRow
  readonly row: WorkItemRow
}

/**
 * Takes moves of a plan back in the caller's transaction: to whom they were with, or to where they waited. What has
 * changed hands since stays with whoever has it now. Counts and turns go back too; history only grows.
 */
export async function undoChunk(
  db: TenantWriter,
  services: Services,
  now: number,
  plan: PlanRow,
  moves: readonly MoveRow[],
): Promise<void> {
  const context = await services.contextOf(db, now)
  const rows = await lockWorkItems(
    db,
    moves.map(({ itemId }) => itemId),
  )
  await lockRepLoads(db, periodKeys(now, context.timeZone), null)
  const rowOf = new Map(rows.map((row) => [row.id, row]))
  const returning = moves.flatMap((move): Returning[] => {
    const row = rowOf.get(move.itemId)
    return row !== undefined && row.state !== 'closed' && row.decisionId === move.decisionId
      ? [{ move, row }]
      : []
  })
  // What is only offered goes back with the offer.
  await takeCountsBack(
    db,
    context,
    now,
    returning.filter(({ row }) => row.state !== 'offered'),
  )
  await forgetCapUses(
    db,
    context,
    returning.map(({ row }) => row.id),
  )
  await giveBackMany(
    db,
    context,
    now,
    returning.map(({ row }) => row),
  )
  const toOwner = returning.filter(
    ({ move }) => move.fromOwnerId !== null && context.repById.has(move.fromOwnerId),
  )
  await returnToOwners(db, services, context, now, plan, toOwner)
  const toQueue = returning.filter((one) => !toOwner.includes(one))
  await returnToQueue(
    db,
    now,
    toQueue.map(({ move, row }) => ({
      id: row.id,
      poolId: move.fromState === 'pooled' ? move.fromPoolId : null,
      reason: move.fromReason,
    })),
  )
  await tell(db, now, plan, toQueue)
  const back = new Set(returning.map(({ move }) => move.n))
  await settleMoves(
    db,
    plan.id,
    now,
    moves.map(({ n, state }) => ({
      n,
      state: back.has(n) ? 'undone' : state,
      skipCode: back.has(n) ? null : 'OWNER_CHANGED',
      decisionId: null,
    })),
  )
}

/** What each owner received is taken off the periods it was counted in, and the turn off the ledger. */
async function takeCountsBack(
  db: TenantWriter,
  context: TenantContext,
  now: number,
  returning: readonly Returning[],
): Promise<void> {
  const keys = periodKeys(now, context.timeZone)
  // A plan is committed within moments, so its moves belong to the periods of its first.
  const [first] = returning
  if (first === undefined) return
  const then = periodKeys((first.move.movedAt ?? new Date(now)).getTime(), context.timeZone)
  const sums = new Map<string, { received: number; intent: number; followed: number }>()
  for (const { row } of returning) {
    if (row.ownerId === null) continue
    const sum = sums.get(row.ownerId) ?? { received: 0, intent: 0, followed: 0 }
    sums.set(row.ownerId, {
      received: sum.received - 1,
      intent: sum.intent - (row.effects.high_intent_today ?? 0),
      followed: sum.followed - (row.effects.followed_this_month ?? 0),
    })
  }
  await applyClaims(
    db,
    keys,
    [...sums].map(([repId, { received, intent, followed }]) => ({
      repId,
      effects: { high_intent_today: intent, followed_this_month: followed },
      received,
      periods: {
        day: then.day === keys.day,
        week: then.week === keys.week,
        month: then.month === keys.month,
      },
      limits: {},
    })),
  )
  const period = ledgerPeriod(context, keys)
  if (ledgerPeriod(context, then) !== period) return
  await addTurns(
    db,
    period,
    returning.flatMap(({ move: { turn } }) =>
      turn === null ? [] : [{ ...turn, thousandths: -turn.thousandths }],
    ),
  )
}

/** With the engine's ranking on record, as every choice of a person. It was theirs before and counted then. */
async function returnToOwners(
  db: TenantWriter,
  services: Services,
  context: TenantContext,
  now: number,
  plan: PlanRow,
  returning: readonly Returning[],
): Promise<void> {
  if (returning.length === 0) return
  const keys = periodKeys(now, context.timeZone)
  const items = new Map(
    (
      await planWorkItems(
        db,
        services.customers,
        returning.map(({ row }) => row),
      )
    ).map((item) => [item.id, item]),
  )
  const assigner = createAssigner(
    {
      now,
      seed: seedOf(now),
      roster: context.roster,
      states: repStates(context, await readRepLoads(db, keys), now),
      ledger: await readLedger(db, ledgerPeriod(context, keys), null),
      winModel: context.winModel,
    },
    context.policy,
  )
  const actorId = plan.committedBy
  const decided = returning.flatMap(({ move, row }) => {
    const item = items.get(row.id)
    const { fromOwnerId } = move
    if (item === undefined || fromOwnerId === null) return []
    const ranked: Decided = {
      item,
      statesBefore: assigner.states(),
      decision: assigner.decide(item),
      ledgerBefore: [],
    }
    const ledgerBefore = assigner.ledgerOf(ranked.decision.queue)
    const chosen = chosenByHand({ ...ranked, ledgerBefore }, fromOwnerId, { actorId, note: null })
    assigner.apply(chosen.decision, item)
    return [{ decided: chosen, row, ownerId: fromOwnerId, pinned: move.fromPinned }]
  })
  const sums = new Map<string, Record<string, number>>()
  for (const { decided: one, ownerId } of decided) {
    const sum = sums.get(ownerId) ?? {}
    sums.set(ownerId, sum)
    for (const [gauge, amount] of Object.entries(gaugeEffects(one.item)))
      if (gauge !== 'high_intent_today' && gauge !== 'followed_this_month')
        sum[gauge] = (sum[gauge] ?? 0) + amount
  }
  await applyClaims(
    db,
    keys,
    [...sums].map(([repId, effects]) => ({ repId, effects, received: 0, limits: {} })),
  )
  await commitMoves(
    db,
    context,
    now,
    decided.map((one) => ({
      decided: one.decided,
      before: one.row,
      cause: 'undone',
      actorId,
      note: null,
      pinned: one.pinned,
    })),
  )
}

const ownedBy = ({ state, ownerId }: WorkItemRow): string | null => (state === 'offered' ? null : ownerId)

async function tell(
  db: TenantWriter,
  now: number,
  plan: PlanRow,
  returning: readonly Returning[],
): Promise<void> {
  const places = returning.map(({ move, row }) => ({
    move,
    row,
    state: move.fromState === 'pooled' ? ('pooled' as const) : ('waiting' as const),
  }))
  await appendOwnershipChanges(
    db,
    now,
    places.map(({ move, row, state }) => ({
      itemId: row.id,
      fromState: row.state,
      // Whom it was only offered to never had it.
      fromOwnerId: ownedBy(row),
      toState: state,
      toOwnerId: null,
      toPoolId: state === 'pooled' ? move.fromPoolId : null,
      decisionId: null,
      cause: 'undone',
      actorId: plan.committedBy,
      note: null,
    })),
  )
  await announce(
    db,
    now,
    places.map(({ row, state }) => ({
      type: `${row.kind}.${state}`,
      entityKind: row.kind,
      entityId: row.id,
      actorId: plan.committedBy,
      payload: { previousOwnerId: ownedBy(row), cause: 'undone', reason: 'WAITING_FOR_MANAGER' },
    })),
  )
}
