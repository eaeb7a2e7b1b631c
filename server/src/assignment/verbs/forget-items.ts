import type { GaugeName } from '@peineng/engine'
import type { TenantWriter } from '../../platform/database/index.ts'
import { periodKeys, type TenantContext } from '../decide/tenant-context.ts'
import { applyClaims, lockRepLoads } from '../state/rep-load-store.ts'
import { lockWorkItems, type WorkItemRow } from '../state/work-item-store.ts'

/**
 * Takes items out of assignment as if they had never come (an import is undone): only those nothing was decided about
 * since they were adopted. Load is given back. Returns the ids that are gone; items unknown here count as gone.
 */
export async function forgetItems(
  db: TenantWriter,
  context: TenantContext,
  now: number,
  ids: readonly string[],
): Promise<string[]> {
  const rows = await lockWorkItems(db, ids)
  const moved = await db.query<{ id: string }>(
    `select distinct item_id as id from ownership_change
     where tenant_id = $1 and item_id = any($2::uuid[]) and cause <> 'imported'`,
    [db.tenantId, ids],
  )
  const kept = new Set(moved.map((row) => row.id))
  for (const row of rows) if (row.decisionId !== null || row.acceptedAt !== null) kept.add(row.id)
  const gone = rows.filter((row) => !kept.has(row.id))
  const keys = periodKeys(now, context.timeZone)
  const claims = claimsOf(gone)
  // The update alone would lock the rows in whatever order it meets them.
  await lockRepLoads(
    db,
    keys,
    claims.map((claim) => claim.repId),
  )
  await applyClaims(db, keys, claims)
  await db.query('delete from work_item where tenant_id = $1 and id = any($2::uuid[])', [
    db.tenantId,
    gone.map((row) => row.id),
  ])
  // Straight from the file into a pool: nobody has to know that it lay there.
  await db.query('delete from pool_stay where tenant_id = $1 and item_id = any($2::uuid[])', [
    db.tenantId,
    gone.map((row) => row.id),
  ])
  return ids.filter((id) => !kept.has(id))
}

/** One claim per rep, in id order as everywhere: what they carried of the items, given back. */
function claimsOf(rows: readonly WorkItemRow[]) {
  const owned = rows.filter((row) => row.state === 'owned' && row.ownerId !== null)
  const owners = [...new Set(owned.map((row) => row.ownerId as string))].sort()
  return owners.map((repId) => {
    const effects: Partial<Record<GaugeName, number>> = {}
    for (const row of owned)
      if (row.ownerId === repId) {
        effects.load_index = (effects.load_index ?? 0) - row.loadHundredths
        for (const gauge of openGauges) effects[gauge] = (effects[gauge] ?? 0) - (row.effects[gauge] ?? 0)
      }
    return { repId, effects, received: 0, limits: {} }
  })
}

const openGauges = ['open_items', 'concurrent_opportunities', 'key_projects', 'current_customers'] as const
