import { decodeItem, type Facts } from '@peineng/engine'
import type { TenantReader } from '../../platform/database/index.ts'

/** Facts of items as the first decision about each saw them: what was known before anybody worked on it. */
export async function readArrivalFacts(
  db: TenantReader,
  itemIds: readonly string[],
): Promise<ReadonlyMap<string, Facts>> {
  const rows = await db.query<{ itemId: string; item: Buffer }>(
    `select distinct on (d.item_id) d.item_id as "itemId", i.item
     from decision d join decision_input i on i.tenant_id = d.tenant_id and i.decision_id = d.id
     where d.tenant_id = $1 and d.item_id = any($2::uuid[]) order by d.item_id, d.created_at, d.id`,
    [db.tenantId, itemIds],
  )
  return new Map(rows.map((row) => [row.itemId, decodeItem(row.item).facts]))
}
