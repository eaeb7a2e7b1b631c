import type { TenantReader } from '../../platform/database/index.ts'
import { type PersonKind, personKinds } from './person.ts'

type Row = Record<string, unknown>

/** Everything this slice keeps about a person, and other records with the same phone or mail; null = there is no such. */
export async function exportPersonRecord(
  db: TenantReader,
  kind: PersonKind,
  id: string,
): Promise<Row | null> {
  const [found] = await db.query<{ record: Row; phone: string | null; email: string | null }>(
    `select to_jsonb(t) - 'search' as record, t.phone, t.email from ${kind} t where t.tenant_id = $1 and t.id = $2`,
    [db.tenantId, id],
  )
  if (found === undefined) return null
  const activities = await db.query(
    'select * from activity where tenant_id = $1 and item_id = $2 order by at, id',
    [db.tenantId, id],
  )
  const others = await db.query(
    personKinds
      .map(
        (other) =>
          `select '${other}' as kind, t.id from ${other} t
           where t.tenant_id = $1 and t.id <> $2 and (t.phone = $3 or t.email = $4)`,
      )
      .join(' union all '),
    [db.tenantId, id, found.phone, found.email],
  )
  return { kind, record: found.record, activities, others }
}
