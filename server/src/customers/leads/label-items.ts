import type { TenantReader } from '../../platform/database/index.ts'

/** What people call an item, and the customer it belongs to. */
export interface ItemLabel {
  readonly kind: 'lead' | 'account' | 'opportunity'
  readonly label: string
  /** An account belongs to itself. */
  readonly accountId: string | null
}

/** Names and customers of leads, accounts and opportunities, whatever the caller's reach; one statement. */
export async function labelItems(
  db: TenantReader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ItemLabel>> {
  if (ids.length === 0) return new Map()
  const rows = await db.query<ItemLabel & { id: string } & Record<string, unknown>>(
    `select id, 'lead' as kind, coalesce(nullif(company, ''), name) as label, account_id as "accountId"
     from lead where tenant_id = $1 and id = any($2::uuid[])
     union all
     select id, 'account', name, id from account where tenant_id = $1 and id = any($2::uuid[])
     union all
     select id, 'opportunity', name, account_id from opportunity where tenant_id = $1 and id = any($2::uuid[])`,
    [db.tenantId, ids],
    'customers_label_items',
  )
  return new Map(rows.map(({ id, ...label }) => [id, label]))
}
