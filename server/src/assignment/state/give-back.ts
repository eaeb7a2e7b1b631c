import type { GaugeName } from '@peineng/engine'
import type { TenantWriter } from '../../platform/database/index.ts'
import { periodKeys, type TenantContext } from '../decide/tenant-context.ts'
import { endOffers } from '../offers/end-offers.ts'
import { applyClaims } from './rep-load-store.ts'
import type { WorkItemRow } from './work-item-store.ts'

/** What leaves with an item: the load it puts on its owner now, and its place in every gauge that counts open things. */
export async function giveBack(
  db: TenantWriter,
  context: TenantContext,
  now: number,
  row: WorkItemRow,
): Promise<void> {
  await giveBackMany(db, context, now, [row])
}

/** The same for many items at once, in one statement. The caller holds the rows of their owners. */
export async function giveBackMany(
  db: TenantWriter,
  context: TenantContext,
  now: number,
  rows: readonly WorkItemRow[],
): Promise<void> {
  const sums = new Map<string, Partial<Record<GaugeName, number>>>()
  for (const row of rows) {
    if (row.ownerId === null || (row.state !== 'owned' && row.state !== 'offered')) continue
    const sum = sums.get(row.ownerId) ?? {}
    sums.set(row.ownerId, sum)
    sum.load_index = (sum.load_index ?? 0) - row.loadHundredths
    for (const gauge of [
      'open_items',
      'concurrent_opportunities',
      'key_projects',
      'current_customers',
    ] as const)
      sum[gauge] = (sum[gauge] ?? 0) - (row.effects[gauge] ?? 0)
  }
  await applyClaims(
    db,
    periodKeys(now, context.timeZone),
    [...sums].map(([repId, effects]) => ({ repId, effects, received: 0, limits: {} })),
  )
  // Somebody else decides about what was offered: nobody let it go.
  const offered = rows.filter((row) => row.state === 'offered')
  if (offered.length > 0)
    await endOffers(
      db,
      context,
      now,
      offered.map((row) => ({ row, answer: 'withdrawn', reason: null, actorId: null })),
    )
}
