import type { TenantReader, TenantWriter } from '../../platform/database/index.ts'
import { dropIdentities } from '../leads/reserve-identities.ts'

export type BulkEntity = 'lead' | 'account' | 'opportunity' | 'product'

/** Anything that hangs on an account keeps it: `$1` tenant, `t` the account. */
const accountInUse = ['lead', 'contact', 'opportunity']
  .map((table) => `exists (select 1 from ${table} x where x.tenant_id = $1 and x.account_id = t.id)`)
  .concat(
    'exists (select 1 from account x where x.tenant_id = $1 and x.parent_id = t.id and x.id <> all($2::uuid[]))',
  )
  .join(' or ')

/** Of these records those nobody has edited, worked on or hung anything on: what an undo may take back. Locked. */
export async function untouchedRecords(
  db: TenantReader,
  entity: BulkEntity,
  ids: readonly string[],
): Promise<string[]> {
  const worked =
    entity === 'product'
      ? 'false'
      : 'exists (select 1 from activity a where a.tenant_id = $1 and a.item_id = t.id)'
  const used = entity === 'account' ? accountInUse : 'false'
  const rows = await db.query<{ id: string }>(
    `select t.id from ${entity} t
     where t.tenant_id = $1 and t.id = any($2::uuid[]) and t.version = 1 and not (${worked}) and not (${used})
     order by t.id for update`,
    [db.tenantId, ids],
  )
  return rows.map((row) => row.id)
}

/** Takes records away for good, with what they were known by. */
export async function deleteRecords(
  db: TenantWriter,
  entity: BulkEntity,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return
  const values = [db.tenantId, ids]
  if (entity === 'lead') await dropIdentities(db, ids)
  if (entity === 'account') {
    await db.query(
      'update account set parent_id = null where tenant_id = $1 and id = any($2::uuid[])',
      values,
    )
    await db.query(
      'delete from account_identity where tenant_id = $1 and account_id = any($2::uuid[])',
      values,
    )
  }
  await db.query(`delete from ${entity} where tenant_id = $1 and id = any($2::uuid[])`, values)
}
