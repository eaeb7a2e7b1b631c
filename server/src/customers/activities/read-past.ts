import { createHash } from 'node:crypto'
import type { ActivityPolicy } from '@peineng/engine'
import type { TenantReader } from '../../platform/database/index.ts'
import type { ActivityPast } from './classify-activity.ts'
import { textKey } from './rate-note.ts'

const DAY = 86_400_000
const HOUR = 3_600_000
/** Near copies are looked for among so many; the same words among all. */
const LAST = 40

/** What a rep wrote before, to see whether they write it again: one statement, both halves by index. */
export async function readPast(
  db: TenantReader,
  policy: ActivityPolicy['notes'],
  who: { readonly repId: string | null; readonly itemId: string; readonly text: string; readonly at: number },
): Promise<ActivityPast> {
  if (who.repId === null) return { texts: [], contactLately: false }
  const rows = await db.query<{ text: string; sameItem: boolean; contact: boolean }>(
    `select concat_ws(' ', nullif(summary, ''), nullif(next_step, '')) as text, item_id = $3 as "sameItem",
       item_id = $3 and coalesce(is_contact, false) and at >= $6 as contact
     from ((select summary, next_step, item_id, is_contact, at from activity
            where tenant_id = $1 and rep_id = $2 and at > $4 order by at desc limit ${LAST})
           union all
           (select summary, next_step, item_id, false, at from activity
            where tenant_id = $1 and rep_id = $2 and text_key = $5 and text_key <> '' and at > $4 order by at desc limit 2)
           union all
           (select '', null, item_id, is_contact, at from activity
            where tenant_id = $1 and item_id = $3 and rep_id = $2 and at >= $6 and is_contact order by at desc limit 1)) as a`,
    [
      db.tenantId,
      who.repId,
      who.itemId,
      new Date(who.at - policy.compareDays * DAY),
      textName(who.text),
      new Date(who.at - policy.contactWithinHours * HOUR),
    ],
    'customers_activity_past',
  )
  return { texts: rows.filter((row) => row.text !== ''), contactLately: rows.some((row) => row.contact) }
}

/** Equal for texts that are the same words; empty for no words. */
export function textName(text: string): string {
  const key = textKey(text)
  return key === '' ? '' : createHash('sha256').update(key).digest('base64url').slice(0, 16)
}
