import { rowset, type TenantReader } from '../../platform/database/index.ts'
import { placesAgree } from '../normalise/places.ts'
import type { DuplicateCandidate } from './find-duplicates.ts'
import type { IdentityKey, IdentityKind } from './identity-key.ts'

export interface MatchedAccount {
  readonly accountId: string
  /** Who has the customer: owner continuity (A6, X9). */
  readonly ownerId: string | null
}

const strength: readonly IdentityKind[] = ['credit_code', 'phone', 'email', 'company']

const rowsOfKeys = rowset<IdentityKey>('c', {
  kind: ['text', (key) => key.kind],
  key: ['text', (key) => key.key],
})

/** The customer each candidate belongs to, by credit code, phone, mail or name, strongest first; one statement. */
export async function matchAccounts(
  db: TenantReader,
  candidates: readonly DuplicateCandidate[],
): Promise<Map<string, MatchedAccount>> {
  const asked = candidates.flatMap(({ ref, identities }) =>
    identities.map((identity) => ({ ref, ...identity })),
  )
  const matches = new Map<string, MatchedAccount>()
  if (asked.length === 0) return matches
  const rows = await db.query<{
    kind: IdentityKind
    key: string
    place: string
    accountId: string
    ownerId: string | null
  }>(
    `select i.kind, i.key, i.place, i.account_id as "accountId",
       case when o.state = 'owned' then o.owner_id end as "ownerId"
     from (select distinct * from ${rowsOfKeys.sql(2)}) c
     join account_identity i on i.tenant_id = $1 and i.kind = c.kind and i.key = c.key
     join account a on a.tenant_id = $1 and a.id = i.account_id and a.archived_at is null
     left join item_ownership o on o.tenant_id = $1 and o.item_id = a.id
     order by a.created_at, a.id`,
    [db.tenantId, ...rowsOfKeys.values(asked)],
    'customers_match_accounts',
  )
  if (rows.length === 0) return matches
  const byStrength = [...asked].sort((a, b) => strength.indexOf(a.kind) - strength.indexOf(b.kind))
  for (const { ref, kind, key, place } of byStrength) {
    if (matches.has(ref)) continue
    const same = rows.filter((row) => row.kind === kind && row.key === key)
    const found = same.find((row) => row.place === place) ?? same.find((row) => placesAgree(row.place, place))
    if (found !== undefined) matches.set(ref, { accountId: found.accountId, ownerId: found.ownerId })
  }
  return matches
}
