import type { TenantReader } from '../platform/database/index.ts'
import { itemUnread, type Visibility } from './visibility.ts'

/** Of these records, those whose handover the caller has to read first; one statement, none where nobody has to. */
export async function unreadItems(
  db: TenantReader,
  visibility: Pick<Visibility, 'ownRepId'>,
  items: readonly { readonly kind: string; readonly id: string }[],
): Promise<ReadonlySet<string>> {
  if (visibility.ownRepId === null || items.length === 0) return new Set()
  const values: unknown[] = [db.tenantId, items.map((item) => item.kind), items.map((item) => item.id)]
  const value = (one: unknown): string => `$${values.push(one)}`
  const rows = await db.query<{ id: string }>(
    `select a.item_id as id from (select $1::uuid as tenant_id, k as item_kind, i as item_id
       from unnest($2::text[], $3::uuid[]) as u(k, i)) a where ${itemUnread(value, visibility, 'a')}`,
    values,
  )
  return new Set(rows.map((row) => row.id))
}
