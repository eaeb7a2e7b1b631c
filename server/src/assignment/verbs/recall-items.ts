import type { TenantWriter } from '../../platform/database/index.ts'
import { seedOf } from '../decide/assign-new-leads.ts'
import { type Committed, commitMoves } from '../decide/commit-moves.ts'
import { decideBatch } from '../decide/decide-batch.ts'
import { workItemsOf } from '../decide/serve-waiting.ts'
import type { Services } from '../services.ts'
import { lockEverybody } from '../state/cap-store.ts'
import { lockWorkItems } from '../state/work-item-store.ts'
import { giveBackMany } from './take-into-pool.ts'

/** An owned item that is taken from its owner and given to somebody else at once (F3). */
export interface Recall {
  readonly itemId: string
  readonly note: string | null
  readonly actorId: string | null
  /** Only while this rep owns it. */
  readonly ownerId?: string
}

/**
 * Takes items from their owners and decides them anew, never for the one who had them. With all reps' rows held the
 * decisions are exact. Items that changed hands in the meantime are left alone.
 */
export async function recallItems(
  db: TenantWriter,
  services: Services,
  now: number,
  recalls: readonly Recall[],
): Promise<Committed[]> {
  const context = await services.contextOf(db, now)
  const recallOf = new Map(recalls.map((recall) => [recall.itemId, recall]))
  const rows = (await lockWorkItems(db, [...recallOf.keys()])).filter(
    (row) =>
      row.state === 'owned' &&
      (row.kind === 'lead' || row.kind === 'opportunity') &&
      (recallOf.get(row.id)?.ownerId ?? row.ownerId) === row.ownerId,
  )
  if (rows.length === 0) return []
  await lockEverybody(db, context, now)
  await giveBackMany(db, context, now, rows)
  const rowOf = new Map(rows.map((row) => [row.id, row]))
  const items = await workItemsOf(
    db,
    services.customers,
    rows.map((row) => ({
      ...row,
      continuityOwnerId: null,
      excludedRepIds: [...new Set([...row.excludedRepIds, ...(row.ownerId === null ? [] : [row.ownerId])])],
    })),
  )
  const decided = await decideBatch(db, context, now, items, { seed: seedOf(now), allLocked: true })
  return commitMoves(
    db,
    context,
    now,
    decided.map((one) => ({
      decided: one,
      before: rowOf.get(one.item.id) ?? null,
      cause: 'recalled',
      actorId: recallOf.get(one.item.id)?.actorId ?? null,
      note: recallOf.get(one.item.id)?.note ?? null,
      pinned: false,
    })),
  )
}
