import type { TenantReader } from '../../platform/database/index.ts'
import { normaliseEmail } from '../normalise/email.ts'
import { normalisePhone } from '../normalise/phone.ts'
import { findDuplicates } from './find-duplicates.ts'
import { identitiesOf } from './normalise-lead.ts'
import { readLeadRows } from './present-leads.ts'

/** A colleague who works on the same customer already (撞单, A6). */
export interface Follower {
  readonly ownerId: string
  readonly what: 'lead' | 'account'
  readonly id: string
  /** What they have in common: credit_code, phone, email, company, or the account itself. */
  readonly by: string
}

/**
 * Who follows the customer of a lead already: through its account, or through another open lead or account with the
 * same phone, mail, credit code or company. Never the rep who asks. null = nobody.
 */
export async function findFollower(
  db: TenantReader,
  leadId: string,
  exceptRepId: string,
): Promise<Follower | null> {
  const [row] = await readLeadRows(db, [leadId])
  if (row === undefined) return null
  if (row.accountId !== null) {
    const [account] = await db.query<{ ownerId: string | null }>(
      `select owner_id as "ownerId" from item_ownership where tenant_id = $1 and item_id = $2 and state = 'owned'`,
      [db.tenantId, row.accountId],
    )
    if (account?.ownerId != null && account.ownerId !== exceptRepId)
      return { ownerId: account.ownerId, what: 'account', id: row.accountId, by: 'account' }
  }
  const identities = identitiesOf({
    phone: row.phone === null ? null : normalisePhone(row.phone),
    email: row.email === null ? null : normaliseEmail(row.email),
    creditCode: row.creditCode,
    company: row.companyKey,
    place: row.companyPlace,
  })
  const duplicates = await findDuplicates(db, [{ ref: leadId, identities, exceptId: leadId }])
  const found = duplicates.find(
    (one) =>
      one.state === 'owned' && one.outcome === 'open' && one.ownerId !== null && one.ownerId !== exceptRepId,
  )
  return found === undefined || found.ownerId === null
    ? null
    : { ownerId: found.ownerId, what: found.what, id: found.id, by: found.by[0] ?? 'company' }
}
