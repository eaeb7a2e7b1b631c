import type { TenantReader } from '../../platform/database/index.ts'

/** How a record is called, and the contact data that a reader may or may not be shown. */
export interface ItemTitle extends Record<string, unknown> {
  readonly id: string
  readonly kind: 'lead' | 'opportunity' | 'account'
  readonly title: string
  readonly phone: string | null
  readonly email: string | null
  /** Its new owner has not read the handover: what people wrote about it goes out without contact data as well. */
  readonly unread: boolean
}

/** One statement for any number of records of any kind; an unknown id is absent. */
export async function itemTitles(
  db: TenantReader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ItemTitle>> {
  if (ids.length === 0) return new Map()
  const rows = await db.query<ItemTitle>(
    `select id, kind, title, unread, case when unread then null else phone end as phone,
       case when unread then null else email end as email
     from (
       select l.id, 'lead' as kind, coalesce(nullif(l.company, ''), l.name) as title, l.phone, l.email,
         ${unread('l.id')} as unread from lead l where l.tenant_id = $1 and l.id = any($2::uuid[])
       union all
       select p.id, 'opportunity', p.name, null, null, ${unread('p.id')}
       from opportunity p where p.tenant_id = $1 and p.id = any($2::uuid[])
       union all
       select a.id, 'account', a.name, a.phone, a.email, ${unread('a.id')}
         or exists (select 1 from lead x where x.tenant_id = $1 and x.account_id = a.id and ${unread('x.id')})
         or exists (select 1 from opportunity x where x.tenant_id = $1 and x.account_id = a.id and ${unread('x.id')})
       from account a where a.tenant_id = $1 and a.id = any($2::uuid[])) t`,
    [db.tenantId, ids],
    'customers_item_titles',
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** A message goes to many, the new owner among them: without contact data until they have read the handover. */
const unread = (id: string): string =>
  `exists (select 1 from item_ownership o where o.tenant_id = $1 and o.item_id = ${id} and o.handover_open)`
