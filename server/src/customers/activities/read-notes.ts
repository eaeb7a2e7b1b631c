import type { ActivityChannel, ActivityKind, ActivityResult } from '@peineng/engine'
import type { TenantReader } from '../../platform/database/index.ts'
import type { ActivityItemKind } from './mark-activity.ts'

/** What somebody wrote down about an item. */
export interface NoteRow {
  readonly id: string
  readonly at: Date
  readonly itemKind: ActivityItemKind
  readonly itemId: string
  readonly repId: string | null
  readonly kind: ActivityKind
  readonly channel: ActivityChannel
  readonly result: ActivityResult | null
  readonly isContact: boolean
  readonly summary: string
  readonly nextStep: string | null
  readonly nextStepAt: Date | null
}

/** The newest notes of items and of the people at their customers; whatever the caller's reach. */
export function readNotes(
  db: TenantReader,
  itemIds: readonly string[],
  accountIds: readonly string[],
  limit: number,
): Promise<NoteRow[]> {
  return db.query<NoteRow & Record<string, unknown>>(
    `select a.id, a.at, a.item_kind as "itemKind", a.item_id as "itemId", a.rep_id as "repId", a.kind, v.channel, a.result,
       v.is_contact as "isContact", a.summary, a.next_step as "nextStep", a.next_step_at as "nextStepAt"
     from activity a join item_activity v on v.tenant_id = a.tenant_id and v.id = a.id and v.at = a.at
     where a.tenant_id = $1 and (a.item_id = any($2::uuid[]) or a.item_id = any($3::uuid[])
       or a.item_kind = 'contact' and a.item_id in (
         select c.id from contact c where c.tenant_id = $1 and c.account_id = any($3::uuid[])))
     order by a.at desc, a.id desc limit $4`,
    [db.tenantId, itemIds, accountIds, limit],
    'customers_read_notes',
  )
}
