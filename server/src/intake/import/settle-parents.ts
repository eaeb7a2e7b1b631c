import { findAccountsByName, setParents } from '../../customers/index.ts'
import type { TenantWriter } from '../../platform/database/index.ts'
import type { RowProblem } from './run-state.ts'

/** At the end of a file every account is there: parents that stood below their children are found now. */
export async function settleParents(
  db: TenantWriter,
  importId: string,
  header: string,
  problems: RowProblem[],
): Promise<void> {
  const waiting = await db.query<{ account_id: string; row_number: number; parent_name: string }>(
    'select account_id, row_number, parent_name from import_parent where tenant_id = $1 and import_id = $2 order by row_number',
    [db.tenantId, importId],
  )
  const found = await findAccountsByName(
    db,
    waiting.map((row) => row.parent_name),
  )
  const pairs: { accountId: string; parentId: string }[] = []
  for (const { account_id, row_number, parent_name } of waiting) {
    const parent = found.get(parent_name)
    if (parent !== undefined) pairs.push({ accountId: account_id, parentId: parent.id })
    else
      problems.push({
        row: row_number,
        severity: 'warning',
        header,
        code: 'unknown_account',
        given: parent_name,
        expected: 'wants_account',
      })
  }
  await setParents(db, pairs)
  await db.query('delete from import_parent where tenant_id = $1 and import_id = $2', [db.tenantId, importId])
}
