import type { TenantReader } from '../../platform/database/index.ts'
import { placesAgree } from '../normalise/places.ts'
import type { IdentityKey, IdentityKind } from './identity-key.ts'

/** Something that may be known already: a lead at the door, or one that lies here (`exceptId` = itself). */
export interface DuplicateCandidate {
  /** Whatever the caller tells candidates apart by. */
  readonly ref: string
  readonly identities: readonly IdentityKey[]
  readonly exceptId?: string
}

/** A lead or account that shares a phone, a mail, a credit code or a company name with a candidate. */
export interface Duplicate {
  readonly ref: string
  readonly what: 'lead' | 'account'
  readonly id: string
  /** Strongest first: credit_code, phone, email, company. */
  readonly by: readonly IdentityKind[]
  readonly name: string
  readonly company: string
  readonly outcome: 'open' | 'won' | 'lost' | 'invalid'
  readonly accountId: string | null
  /** Who has it now: from the published view of assignment. */
  readonly ownerId: string | null
  readonly state: 'owned' | 'pooled' | 'waiting' | 'closed' | 'offered' | null
  readonly createdAt: number
}

const strength: readonly IdentityKind[] = ['credit_code', 'phone', 'email', 'company']

const leadBy = (kind: IdentityKind, column: string): string =>
  `select c.n, c.kind, c.place as asked_place, l.id, 'lead' as what, l.name, l.company, l.company_place as place, l.outcome,
     l.account_id, l.created_at
   from c cross join lateral (
     select * from lead where tenant_id = $1 and ${column} = c.key ${column === 'company_key' ? "and company_key <> ''" : ''}
     order by (outcome = 'open') desc, created_at, id limit 50) l
   where c.kind = '${kind}'`

const statement = `
  with c as materialized (
    select * from unnest($2::int[], $3::text[], $4::text[], $5::text[]) as c(n, kind, key, place)),
  found as (
    ${leadBy('phone', 'phone')}
    union all ${leadBy('email', 'email')}
    union all ${leadBy('credit_code', 'credit_code')}
    union all ${leadBy('company', 'company_key')}
    union all
    select c.n, c.kind, c.place, a.id, 'account', '', a.name, i.place, 'open', a.id, a.created_at
    from c join account_identity i on i.tenant_id = $1 and i.kind = c.kind and i.key = c.key
    join account a on a.tenant_id = $1 and a.id = i.account_id and a.archived_at is null)
  select f.*, o.owner_id, o.state
  from found f left join item_ownership o on o.tenant_id = $1 and o.item_id = f.id
  order by f.created_at, f.id`

interface Row extends Record<string, unknown> {
  n: number
  kind: IdentityKind
  asked_place: string
  id: string
  what: 'lead' | 'account'
  name: string
  company: string
  place: string
  outcome: Duplicate['outcome']
  account_id: string | null
  created_at: Date
  owner_id: string | null
  state: Duplicate['state']
}

/**
 * What is known already of any number of candidates, with one statement. Exact on normalised keys only; guesses by
 * similarity are `suggestDuplicates`. Per candidate: strongest match first, then the oldest.
 */
export async function findDuplicates(
  db: TenantReader,
  candidates: readonly DuplicateCandidate[],
): Promise<Duplicate[]> {
  const asked = candidates.flatMap((c, n) => c.identities.map((identity) => ({ n, ...identity })))
  if (asked.length === 0) return []
  const rows = await db.query<Row>(
    statement,
    [
      db.tenantId,
      asked.map((a) => a.n),
      asked.map((a) => a.kind),
      asked.map((a) => a.key),
      asked.map((a) => a.place),
    ],
    'customers_find_duplicates',
  )
  const found = new Map<string, Duplicate & { n: number; by: IdentityKind[] }>()
  for (const row of rows) {
    const candidate = candidates[row.n]
    if (candidate === undefined || candidate.exceptId === row.id) continue
    if (row.kind === 'company' && !placesAgree(row.asked_place, row.place)) continue
    const known = found.get(`${row.n} ${row.id}`)
    if (known !== undefined) {
      if (!known.by.includes(row.kind)) known.by.push(row.kind)
      continue
    }
    found.set(`${row.n} ${row.id}`, {
      n: row.n,
      ref: candidate.ref,
      what: row.what,
      id: row.id,
      by: [row.kind],
      name: row.name,
      company: row.company,
      outcome: row.outcome,
      accountId: row.account_id,
      ownerId: row.owner_id,
      state: row.state,
      createdAt: row.created_at.getTime(),
    })
  }
  const rank = (kinds: readonly IdentityKind[]): number => Math.min(...kinds.map((k) => strength.indexOf(k)))
  return [...found.values()]
    .map(({ n, ...duplicate }) => ({
      n,
      duplicate: { ...duplicate, by: strength.filter((k) => duplicate.by.includes(k)) },
    }))
    .sort(
      (a, b) =>
        a.n - b.n ||
        rank(a.duplicate.by) - rank(b.duplicate.by) ||
        a.duplicate.createdAt - b.duplicate.createdAt ||
        (a.duplicate.id < b.duplicate.id ? -1 : 1),
    )
    .map((entry) => entry.duplicate)
}
