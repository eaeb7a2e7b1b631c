import type { TenantWriter } from '../../platform/database/index.ts'
import { periodKeys, type TenantContext } from '../decide/tenant-context.ts'
import { applyClaims } from '../state/rep-load-store.ts'
import type { WorkItemRow } from '../state/work-item-store.ts'

/**
 * One more or one less open task for an item. Its implicit task (Decision 1) rests while an explicit one is open, and
 * returns with the last of them, unless a next step beyond this week holds it off. The caller holds the item and every
 * rep's row.
 */
export async function carryByTasks(
  db: TenantWriter,
  context: TenantContext,
  now: number,
  item: WorkItemRow,
  change: 1 | -1,
): Promise<void> {
  const [row] = await db.query<{ openTasks: number }>(
    `update work_item set open_tasks = greatest(open_tasks + $3, 0), version = version + 1
     where tenant_id = $1 and id = $2 returning open_tasks as "openTasks"`,
    [db.tenantId, item.id, change],
  )
  if (row === undefined || item.state !== 'owned' || item.ownerId === null) return
  if (item.kind !== 'lead' && item.kind !== 'opportunity') return
  const load = row.openTasks > 0 || item.loadReturnsAt !== null ? 0 : item.pointsHundredths
  if (load === item.loadHundredths) return
  await db.query('update work_item set load_hundredths = $3 where tenant_id = $1 and id = $2', [
    db.tenantId,
    item.id,
    load,
  ])
  await applyClaims(db, periodKeys(now, context.timeZone), [
    {
      repId: item.ownerId,
      effects: { load_index: load - item.loadHundredths },
      received: 0,
      limits: {},
    },
  ])
}
