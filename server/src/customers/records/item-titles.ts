import type { TenantReader } from '../../platform/database/index.ts'

/** How a record is called, and the contact data that a reader may or may not be shown. */
export interface ItemTitle extends Record<string, unknown> {
  readonly id: string
  readonly kind: 'lead' | 'opportunity' | 'account'
  readonly title: string
  readonly phone: string | null
  readonly email: string | null
}

/** One statement for any number of records of any kind; an unknown id is absent. */
export async function itemTitles(
  db: TenantReader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ItemTitle>> {
  if (ids.length === 0) return new Map()
  const rows = await db.query<ItemTitle>(
    `select id, 'lead' as kind, coalesce(nullif(company, ''), name) as title,
       case when ${unread('lead')} then null else phone end as phone, case when ${unread('lead')} then null else email end as email
     from lead where tenant_id = $1 and id = any($2::uuid[])
     union all
     select id, 'opportunity', name, null, null from opportunity where tenant_id = $1 and id = any($2::uuid[])
     union all
     select id, 'account', name, case when ${unread('account')} then null else phone end,
       case when ${unread('account')} then null else email end from account where tenant_id = $1 and id = any($2::uuid[])`,
    [db.tenantId, ids],
    'customers_item_titles',
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** A message goes to many, the new owner among them: without contact data until they have read the handover. */
const unread = (table: string): string =>
  `exists (select 1 from item_ownership o where o.tenant_id = ${table}.tenant_id and o.item_id = ${table}.id and o.handover_open)`
