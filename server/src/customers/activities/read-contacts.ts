import type { TenantReader } from '../../platform/database/index.ts'
import type { CustomerItemKind } from '../records/describe-items.ts'
import type { ContactFacts } from './contact-rhythm.ts'

const DAY = 86_400_000
/** Half a year shows a rhythm of 22 days eight times. */
const LOOK_BACK_DAYS = 180

export interface ItemContacts extends ContactFacts {
  readonly id: string
  readonly kind: CustomerItemKind
  readonly name: string
  readonly ownerId: string | null
}

/**
 * Open work in the reps' hands with its contacts of half a year, those never or longest not met first; one statement.
 * Given an item, that one alone, whoever has it: reach is the caller's to check.
 */
export async function readContacts(
  db: TenantReader,
  of: { readonly itemId: string } | { readonly repIds: readonly string[] | null; readonly limit: number },
  now: number,
): Promise<ItemContacts[]> {
  const one = 'itemId' in of
  const rows = await db.query<
    Omit<ItemContacts, 'createdAt' | 'contacts'> & {
      createdAt: Date
      contacts: { at: string; channel: string }[]
    } & Record<string, unknown>
  >(
    `select i.id, i.kind, i.name, i.tier, i.created_at as "createdAt", o.owner_id as "ownerId",
       coalesce(a.contacts, '[]') as contacts
     from (select tenant_id, id, 'lead' as kind, coalesce(nullif(company, ''), name) as name, tier, created_at
             from lead where outcome = 'open'
           union all
           select tenant_id, id, 'opportunity', name, tier, created_at from opportunity where outcome = 'open'
           union all
           select tenant_id, id, 'account', name, null, created_at from account where archived_at is null) i
     join item_ownership o on o.tenant_id = i.tenant_id and o.item_id = i.id
     left join lateral (
       select json_agg(json_build_object('at', v.at, 'channel', v.channel) order by v.at) as contacts, max(v.at) as last_at
       from item_activity v
       where v.tenant_id = i.tenant_id and v.item_id = i.id and v.is_contact and v.at > $2) a on true
     where i.tenant_id = $1 and ${
       one ? 'i.id = $3' : `o.state = 'owned' and ($3::uuid[] is null or o.owner_id = any($3))`
     }
     order by a.last_at asc nulls first, i.id limit $4`,
    [db.tenantId, new Date(now - LOOK_BACK_DAYS * DAY), one ? of.itemId : of.repIds, one ? 1 : of.limit],
  )
  return rows.map((row) => ({
    ...row,
    createdAt: row.createdAt.getTime(),
    contacts: row.contacts.map(({ at, channel }) => ({ at: Date.parse(at), channel })),
  }))
}
