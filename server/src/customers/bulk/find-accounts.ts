import type { TenantReader } from '../../platform/database/index.ts'
import { companyKey } from '../normalise/company.ts'
import { placesAgree } from '../normalise/places.ts'

export interface FoundAccount {
  readonly id: string
  readonly name: string
  readonly industry: string | null
  readonly region: string | null
}

/** Accounts by name, whatever their spelling; the answer is by the names asked. */
export async function findAccountsByName(
  db: TenantReader,
  names: readonly string[],
): Promise<Map<string, FoundAccount>> {
  const asked = [...new Set(names)].map((name) => ({ name, ...companyKey(name) }))
  if (asked.length === 0) return new Map()
  const rows = await db.query<FoundAccount & { key: string; place: string } & Record<string, unknown>>(
    `select i.key, i.place, a.id, a.name, a.industry, a.region from account_identity i
     join account a on a.tenant_id = i.tenant_id and a.id = i.account_id and a.archived_at is null
     where i.tenant_id = $1 and i.kind = 'company' and i.key = any($2::text[])
     order by a.created_at, a.id`,
    [db.tenantId, [...new Set(asked.map((one) => one.key).filter((key) => key !== ''))]],
    'customers_accounts_by_name',
  )
  const found = new Map<string, FoundAccount>()
  for (const { name, key, place } of asked) {
    const same = rows.filter((row) => row.key === key)
    const one =
      same.find((row) => row.name === name) ??
      same.find((row) => row.place === place) ??
      same.find((row) => placesAgree(row.place, place))
    if (one !== undefined) found.set(name, one)
  }
  return found
}
