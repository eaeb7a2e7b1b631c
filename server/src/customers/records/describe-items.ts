import type { TenantReader } from '../../platform/database/index.ts'

export type CustomerItemKind = 'lead' | 'account' | 'contact' | 'opportunity'

/** What others call a customer's record by. */
export interface ItemDescription {
  readonly id: string
  readonly kind: CustomerItemKind
  readonly name: string
  readonly tier: string | null
  readonly createdAt: Date
  /** Whose it is; a person's is the company's they belong to. */
  readonly ownerId: string | null
}

/** Records of any kind by id, one statement; unknown ids are left out. */
export async function describeItems(
  db: TenantReader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ItemDescription>> {
  if (ids.length === 0) return new Map()
  const rows = await db.query<ItemDescription & Record<string, unknown>>(
    `select t.id, t.kind, t.name, t.tier, t.created_at as "createdAt", o.owner_id as "ownerId" from (
       select tenant_id, id, 'lead' as kind, coalesce(nullif(company, ''), name) as name, tier, created_at, id as owned
       from lead where tenant_id = $1 and id = any($2::uuid[])
       union all
       select tenant_id, id, 'account', name, null, created_at, id from account where tenant_id = $1 and id = any($2::uuid[])
       union all
       select tenant_id, id, 'opportunity', name, tier, created_at, id
       from opportunity where tenant_id = $1 and id = any($2::uuid[])
       union all
       select tenant_id, id, 'contact', name, null, created_at, account_id
       from contact where tenant_id = $1 and id = any($2::uuid[])) t
     left join item_ownership o on o.tenant_id = t.tenant_id and o.item_id = t.owned`,
    [db.tenantId, ids],
    'customers_describe_items',
  )
  return new Map(rows.map((row) => [row.id, row]))
}
