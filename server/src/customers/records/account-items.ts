import type { Facts } from '@peineng/engine'
import type { TenantReader } from '../../platform/database/index.ts'
import type { ItemFacts } from '../leads/read-items.ts'

/**
 * Accounts as work items, for who changes a customer's hands. They are given to nobody from the queue, so `readItems`
 * leaves them out. Their load is what assignment booked for them and is added there.
 */
export async function readAccountItems(db: TenantReader, ids: readonly string[]): Promise<ItemFacts[]> {
  if (ids.length === 0) return []
  const rows = await db.query<{ id: string; created_at: Date; facts: Facts; tags: string[] }>(
    `select id, created_at, tags, jsonb_strip_nulls(jsonb_build_object('kind', 'account', 'name', name, 'company', name,
       'industry', industry, 'region', region, 'city', city, 'companySize', company_size, 'employees', employees,
       'customerLevel', customer_level, 'lifecycleStage', lifecycle_stage)) as facts
     from account where tenant_id = $1 and id = any($2::uuid[]) order by id`,
    [db.tenantId, ids],
    'customers_read_account_items',
  )
  return rows.map((row) => ({
    id: row.id,
    kind: 'account',
    createdAt: row.created_at.getTime(),
    facts: row.facts,
    tags: row.tags,
    value: null,
    difficulty: null,
    amountMinor: null,
    pointsHundredths: 0,
  }))
}
