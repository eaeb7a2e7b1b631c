import type { TenantReader } from '../../platform/database/index.ts'
import type { ImportKind } from './kinds.ts'
import type { RunReport } from './run-state.ts'

/** Remarks on the whole file that no single row carries. */
export async function countMissing(
  db: TenantReader,
  kind: ImportKind,
  problems: Readonly<Record<string, number>>,
  dry: boolean,
): Promise<RunReport['notes']> {
  const notes: { code: string; values: string[] }[] = []
  if (kind !== 'opportunities') return notes
  if (!dry) {
    const idle = await db.query<{ name: string }>(
      `select r.name from rep_place r
       where r.tenant_id = $1 and r.status <> 'inactive'
         and not exists (select 1 from opportunity o where o.tenant_id = $1 and o.closed_rep_id = r.id)
         and not exists (select 1 from item_ownership w where w.tenant_id = $1 and w.owner_id = r.id)
       order by r.name`,
      [db.tenantId],
    )
    if (idle.length > 0) notes.push({ code: 'REPS_WITHOUT_DEALS', values: idle.map((rep) => rep.name) })
  }
  const without = problems['no_account'] ?? 0
  if (without > 0) notes.push({ code: 'DEALS_WITHOUT_ACCOUNT', values: [String(without)] })
  return notes
}
