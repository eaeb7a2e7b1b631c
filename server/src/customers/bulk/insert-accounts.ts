import type { TenantWriter } from '../../platform/database/index.ts'
import { identitiesOf } from '../leads/normalise-lead.ts'
import { companyKey, companySearchPart } from '../normalise/company.ts'
import { normaliseCreditCode } from '../normalise/credit-code.ts'
import { normaliseEmail } from '../normalise/email.ts'
import { normalisePhone } from '../normalise/phone.ts'
import { searchText } from '../normalise/search-text.ts'

/** An account out of a file. */
export interface NewAccount {
  readonly id: string
  readonly createdAt: number
  readonly name: string
  readonly externalId?: string
  readonly creditCode?: string
  readonly phone?: string
  readonly email?: string
  readonly website?: string
  readonly industry?: string
  readonly region?: string
  readonly city?: string
  readonly address?: string
  readonly employees?: number
  readonly companySize?: string
  /** Minor units. */
  readonly revenueMinor?: number
  readonly customerLevel?: string
  readonly lifecycleStage?: string
  readonly tags?: readonly string[]
  readonly note?: string
  readonly custom?: Readonly<Record<string, unknown>>
  readonly importId: string
  readonly createdBy: string | null
}

/** Writes any number of accounts and what they are known by, with two statements. */
export async function insertAccounts(db: TenantWriter, accounts: readonly NewAccount[]): Promise<void> {
  if (accounts.length === 0) return
  const rows = accounts.map((account) => ({ account, ...companyKey(account.name) }))
  await db.query(
    `insert into account (tenant_id, id, created_at, updated_at, external_id, name, company_key, company_place, credit_code,
       search, phone, email, website, industry, region, city, address, employees, company_size, revenue_minor,
       customer_level, lifecycle_stage, tags, note, custom, import_id, created_by)
     select $1, r.id, r.created_at, r.created_at, r.external_id, r.name, r.company_key, r.company_place, r.credit_code,
       r.search, r.phone, r.email, r.website, r.industry, r.region, r.city, r.address, r.employees, r.company_size,
       r.revenue_minor, r.customer_level, r.lifecycle_stage, r.tags, r.note, r.custom, r.import_id, r.created_by
     from json_to_recordset($2::json) as r(id uuid, created_at timestamptz, external_id text, name text,
       company_key text, company_place text, credit_code text, search text, phone text, email text, website text,
       industry text, region text, city text, address text, employees int, company_size text, revenue_minor bigint,
       customer_level text, lifecycle_stage text, tags text[], note text, custom jsonb, import_id uuid, created_by uuid)`,
    [
      db.tenantId,
      JSON.stringify(
        rows.map(({ account: a, key, place }) => ({
          id: a.id,
          created_at: new Date(a.createdAt),
          external_id: a.externalId,
          name: a.name,
          company_key: key,
          company_place: place,
          credit_code:
            a.creditCode === undefined ? null : (normaliseCreditCode(a.creditCode) ?? a.creditCode),
          search: searchText([companySearchPart(a.name, { key, place })]),
          phone: a.phone === undefined ? null : (normalisePhone(a.phone) ?? a.phone),
          email: a.email === undefined ? null : (normaliseEmail(a.email) ?? a.email),
          website: a.website,
          industry: a.industry,
          region: a.region,
          city: a.city,
          address: a.address,
          employees: a.employees,
          company_size: a.companySize,
          revenue_minor: a.revenueMinor,
          customer_level: a.customerLevel,
          lifecycle_stage: a.lifecycleStage,
          tags: a.tags ?? [],
          note: a.note,
          custom: a.custom ?? {},
          import_id: a.importId,
          created_by: a.createdBy,
        })),
      ),
    ],
  )
  const identities = rows.flatMap(({ account: a, key, place }) =>
    identitiesOf({
      phone: normalisePhone(a.phone ?? ''),
      email: normaliseEmail(a.email ?? ''),
      creditCode: normaliseCreditCode(a.creditCode ?? ''),
      company: key,
      place,
    }).map((identity) => ({ ...identity, id: a.id })),
  )
  await db.query(
    `insert into account_identity (tenant_id, kind, key, place, account_id)
     select $1, * from unnest($2::text[], $3::text[], $4::text[], $5::uuid[]) on conflict do nothing`,
    [
      db.tenantId,
      identities.map((i) => i.kind),
      identities.map((i) => i.key),
      identities.map((i) => i.place),
      identities.map((i) => i.id),
    ],
  )
}

/** Puts accounts below their parents. */
export async function setParents(
  db: TenantWriter,
  pairs: readonly { readonly accountId: string; readonly parentId: string }[],
): Promise<void> {
  if (pairs.length === 0) return
  await db.query(
    `update account a set parent_id = p.parent from unnest($2::uuid[], $3::uuid[]) as p(id, parent)
     where a.tenant_id = $1 and a.id = p.id and p.id <> p.parent`,
    [db.tenantId, pairs.map((p) => p.accountId), pairs.map((p) => p.parentId)],
  )
}
