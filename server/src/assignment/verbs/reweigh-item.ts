import { gaugeEffects } from '@peineng/engine'
import type { TenantWriter } from '../../platform/database/index.ts'
import { workItemsOf } from '../decide/serve-waiting.ts'
import { periodKeys } from '../decide/tenant-context.ts'
import type { Services } from '../services.ts'
import { applyClaims, lockRepLoads } from '../state/rep-load-store.ts'
import { lockWorkItems } from '../state/work-item-store.ts'

/**
 * What is known of an item changed, and with it what it weighs: its owner's row follows in the same transaction. No limit
 * refuses that, the work is theirs already; whoever is over now gets nothing more and is told so. An item that rests
 * (its tasks carry it, or its next step is later) weighs nothing still. The caller locked the item before its record.
 */
export async function reweighItem(
  db: TenantWriter,
  services: Services,
  now: number,
  itemId: string,
): Promise<void> {
  const [row] = await lockWorkItems(db, [itemId])
  if (row === undefined || row.state === 'closed' || row.kind === 'account') return
  const [item] = await workItemsOf(db, services.customers, [row])
  if (item === undefined) return
  const { key_projects = 0 } = gaugeEffects(item)
  const held = row.ownerId !== null && (row.state === 'owned' || row.state === 'offered')
  const rests = !held || row.openTasks > 0 || row.loadReturnsAt !== null
  const load = rests ? row.loadHundredths : item.pointsHundredths
  const change = {
    load_index: load - row.loadHundredths,
    key_projects: held ? key_projects - (row.effects.key_projects ?? 0) : 0,
  }
  if (item.pointsHundredths === row.pointsHundredths && change.load_index === 0 && change.key_projects === 0)
    return
  await db.query(
    `update work_item set points_hundredths = $3, load_hundredths = $4, effects = $5, version = version + 1
     where tenant_id = $1 and id = $2`,
    [
      db.tenantId,
      itemId,
      item.pointsHundredths,
      load,
      held ? { ...row.effects, key_projects, load_index: item.pointsHundredths } : row.effects,
    ],
    'work_item_reweigh',
  )
  if (!held || row.ownerId === null) return
  const keys = periodKeys(now, (await services.contextOf(db, now)).timeZone)
  await lockRepLoads(db, keys, [row.ownerId])
  await applyClaims(db, keys, [{ repId: row.ownerId, effects: change, received: 0, limits: {} }])
}
