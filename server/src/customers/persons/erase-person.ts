import type { TenantWriter } from '../../platform/database/index.ts'
import { companyKey, companySearchPart } from '../normalise/company.ts'
import { searchText } from '../normalise/search-text.ts'
import { erasedPerson, type PersonKind } from './person.ts'

/**
 * Takes a person out of their record: name, phone, mail, WeChat, notes, custom attributes, key in other systems. What
 * is about the business stays: company, region, industry, amount, outcome, times. The id stays, so that history and
 * decisions still speak of one and the same somebody. False = there is no such record.
 */
export async function erasePersonRecord(
  db: TenantWriter,
  kind: PersonKind,
  id: string,
  now: number,
): Promise<boolean> {
  const erased = await erasers[kind](db, id, new Date(now))
  if (erased) await dropContactIdentities(db, kind, id)
  return erased
}

const erasers: Readonly<Record<PersonKind, (db: TenantWriter, id: string, at: Date) => Promise<boolean>>> = {
  async lead(db, id, at) {
    const [lead] = await db.query<{ company: string }>(
      'select company from lead where tenant_id = $1 and id = $2 for update',
      [db.tenantId, id],
    )
    if (lead === undefined) return false
    const search = searchText([companySearchPart(lead.company, companyKey(lead.company))])
    await db.query(
      `update lead set name = $3, phone = null, email = null, wechat = null, external_id = null, close_reason = null,
         search = $4, facts = (select coalesce(jsonb_object_agg(f.key, f.value), '{}') from jsonb_each(facts) f
           where f.key <> all('{name,phone,email,note,interests}') and f.key not like 'custom.%'),
         updated_at = $5, version = version + 1
       where tenant_id = $1 and id = $2`,
      [db.tenantId, id, erasedPerson(id), search, at],
    )
    return true
  },
  async contact(db, id, at) {
    const rows = await db.query(
      `update contact set name = $3, external_id = null, title = null, phone = null, email = null, wechat = null,
         search = '', custom = '{}', note = null, archived_at = coalesce(archived_at, $4), updated_at = $4,
         version = version + 1
       where tenant_id = $1 and id = $2 returning 1 as one`,
      [db.tenantId, id, erasedPerson(id), at],
    )
    return rows.length > 0
  },
  async account(db, id, at) {
    const rows = await db.query(
      `update account set name = $3, company_key = '', company_place = '', credit_code = null, external_id = null,
         phone = null, email = null, website = null, address = null, search = '', custom = '{}', note = null,
         archived_at = coalesce(archived_at, $4), updated_at = $4, version = version + 1
       where tenant_id = $1 and id = $2 returning 1 as one`,
      [db.tenantId, id, erasedPerson(id), at],
    )
    return rows.length > 0
  },
}

/** Nobody is found by an erased phone or mail again; a lead stays known by its company. */
async function dropContactIdentities(db: TenantWriter, kind: PersonKind, id: string): Promise<void> {
  if (kind === 'lead')
    await db.query(
      `delete from lead_identity where tenant_id = $1 and lead_id = $2 and kind in ('phone', 'email')`,
      [db.tenantId, id],
    )
  if (kind === 'account')
    await db.query('delete from account_identity where tenant_id = $1 and account_id = $2', [db.tenantId, id])
}
