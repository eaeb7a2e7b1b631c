import type { GaugeName } from '@peineng/engine'
import type { TenantWriter } from '../platform/database/index.ts'
import { applyClaims } from './rep-load-store.ts'
import { periodKeys, type TenantContext } from './tenant-context.ts'
import type { WorkItemRow } from './work-item-store.ts'

/** What leaves with an item: the load it puts on its owner now, and its place in every gauge that counts open things. */
export async function giveBack(
  db: TenantWriter,
  context: TenantContext,
  now: number,
  row: WorkItemRow,
): Promise<void> {
  if (row.ownerId === null || row.state !== 'owned') return
  const effects: Partial<Record<GaugeName, number>> = { load_index: -row.loadHundredths }
  for (const gauge of [
    'open_items',
    'concurrent_opportunities',
    'key_projects',
    'current_customers',
  ] as const)
    effects[gauge] = -(row.effects[gauge] ?? 0)
  await applyClaims(db, periodKeys(now, context.timeZone), [
    { repId: row.ownerId, effects, received: 0, limits: {} },
  ])
}
