import type { TenantWriter } from '../../platform/database/index.ts'
import { announce } from '../../platform/outbox/index.ts'
import { periodKeys } from '../decide/tenant-context.ts'
import type { Services } from '../services.ts'
import { forgetCapUses } from '../state/cap-store.ts'
import { giveBackMany } from '../state/give-back.ts'
import { appendOwnershipChanges } from '../state/history-store.ts'
import { lockRepLoads } from '../state/rep-load-store.ts'
import { takeCountsBack } from '../state/take-counts-back.ts'
import { lockWorkItems, type WorkItemRow } from '../state/work-item-store.ts'
import { giveManyTo } from '../verbs/give-many-to.ts'
import { type MoveRow, type PlanRow, settleMoves } from './plan-store.ts'
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
    returning.flatMap(({ move, row }) =>
      row.state === 'offered'
        ? []
        : [{ row, at: (move.movedAt ?? new Date(now)).getTime(), turn: move.turn }],
    ),
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
  await giveManyTo(
    db,
    services,
    context,
    now,
    toOwner.flatMap(({ move, row }) =>
      move.fromOwnerId === null ? [] : [{ row, repId: move.fromOwnerId, pinned: move.fromPinned }],
    ),
    { cause: 'undone', actorId: plan.committedBy, note: null },
  )
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
