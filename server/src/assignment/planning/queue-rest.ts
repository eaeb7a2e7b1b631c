import type { TenantWriter } from '../../platform/database/index.ts'
import { seedOf } from '../decide/assign-new-leads.ts'
import { commitMoves } from '../decide/commit-moves.ts'
import { decideBatch } from '../decide/decide-batch.ts'
import type { Services } from '../services.ts'
import { lockEverybody } from '../state/cap-store.ts'
import { giveBackMany } from '../state/give-back.ts'
import { lockWorkItems } from '../state/work-item-store.ts'
import { turnOf } from './commit-chunk.ts'
import { without } from './gather-plan.ts'
import { type MoveOutcome, type MoveRow, type PlanRow, settleMoves } from './plan-store.ts'
import { planWorkItems } from './plan-work-items.ts'

/**
 * What somebody who leaves could not hand to anybody goes to the queue, decided as anything that comes back: it waits
 * with its reason, or finds an owner after all. They keep nothing.
 */
export async function queueRest(
  db: TenantWriter,
  services: Services,
  now: number,
  plan: PlanRow,
  moves: readonly MoveRow[],
): Promise<void> {
  if (plan.parameters.kind !== 'redistribute') throw new Error('only somebody who leaves leaves a rest')
  const leaving = plan.parameters.repId
  const context = await services.contextOf(db, now)
  const rows = await lockWorkItems(
    db,
    moves.map(({ itemId }) => itemId),
  )
  await lockEverybody(db, context, now)
  const theirs = rows.filter((row) => row.state === 'owned' && row.ownerId === leaving)
  const rowOf = new Map(theirs.map((row) => [row.id, row]))
  const items = (await planWorkItems(db, services.customers, theirs)).map((item) => without(item, leaving))
  await giveBackMany(db, context, now, theirs)
  const decided = await decideBatch(db, context, now, items, { seed: seedOf(now), allLocked: true })
  const committed = await commitMoves(
    db,
    context,
    now,
    decided.map((one) => ({
      decided: one,
      before: rowOf.get(one.item.id) ?? null,
      cause: 'planned',
      actorId: plan.committedBy,
      note: null,
      pinned: false,
    })),
  )
  const decisionOf = new Map(committed.map((one) => [one.placement.id, one]))
  await settleMoves(
    db,
    plan.id,
    now,
    moves.map(({ n, itemId }): MoveOutcome => {
      const one = decisionOf.get(itemId)
      return one === undefined
        ? { n, state: 'skipped', skipCode: 'OWNER_CHANGED', decisionId: null }
        : { n, state: 'queued', skipCode: null, decisionId: one.decisionId, turn: turnOf(one.decision) }
    }),
  )
}
