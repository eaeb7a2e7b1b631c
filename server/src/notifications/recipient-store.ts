import type { TenantReader } from '../platform/database/index.ts'
import type { Language } from '../platform/http/index.ts'

/** A person messages are written for. */
export interface Recipient extends Record<string, unknown> {
  readonly memberId: string
  readonly name: string
  readonly email: string
  readonly language: Language
  readonly timeZone: string
}

/** null = gone, or no longer of the company. */
export async function readRecipient(db: TenantReader, memberId: string): Promise<Recipient | null> {
  const [row] = await db.query<Recipient>(
    `select m.id as "memberId", m.name, m.email, l.language, coalesce(r.time_zone, t.time_zone) as "timeZone"
     from member m
     join tenant t on t.id = m.tenant_id
     join languages_of_members(array[m.id]) l on l.member_id = m.id
     left join rep r on r.tenant_id = m.tenant_id and r.id = m.rep_id
     where m.tenant_id = $1 and m.id = $2 and m.status = 'active'`,
    [db.tenantId, memberId],
    'notice_recipient',
  )
  return row ?? null
}
