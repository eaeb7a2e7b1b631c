import type { ActivityChannel, ActivityKind, ActivityResult } from '@peineng/engine'
import type { TenantReader } from '../../platform/database/index.ts'
import { cutPage, type Page } from '../../platform/http/index.ts'
import { conditionsFor } from '../conditions.ts'
import { pageClause, sortKeyOf } from '../paging.ts'
import { itemUnread, type Visibility } from '../visibility.ts'
import type { ActivityDirection } from './classify-activity.ts'
import type { ActivityItemKind } from './mark-activity.ts'
import type { NoteFlag } from './rate-note.ts'

export interface ActivityRow {
  readonly id: string
  readonly at: Date
  readonly itemKind: ActivityItemKind
  readonly itemId: string
  readonly itemName: string | null
  readonly repId: string | null
  readonly kind: ActivityKind
  readonly reached: boolean
  readonly summary: string
  readonly nextStep: string | null
  readonly nextStepAt: Date | null
  readonly durationMinutes: number | null
  readonly channel: ActivityChannel
  readonly direction: ActivityDirection
  readonly result: ActivityResult | null
  readonly isContact: boolean
  readonly isProgress: boolean
  readonly quality: number | null
  readonly flags: NoteFlag[]
  /** Of a customer whose contact data the caller may not have yet: the texts are not shown as they are. */
  readonly hidden: boolean
}

export interface ActivityFilter {
  readonly itemId?: string
  readonly repId?: readonly string[]
  readonly kind?: readonly string[]
  /** Only what may be there to reset a clock: `any`, or one of the flags. */
  readonly flag?: NoteFlag | 'any'
  readonly from?: Date
  readonly to?: Date
}

/** The follow-up log (A10, A11), newest first: what one's own people did, or what was done for an item one sees. */
export async function listActivities(
  db: TenantReader,
  visibility: Visibility,
  filter: ActivityFilter,
  page: { readonly cursor: string | undefined; readonly limit: number },
): Promise<Page<ActivityRow>> {
  const where = conditionsFor(db.tenantId, 'a')
  if (visibility.repIds !== null)
    where.and(
      (reps) =>
        `(a.rep_id = any(${reps}::uuid[]) or exists (select 1 from item_ownership o
          where o.tenant_id = a.tenant_id and o.item_id = a.item_id and o.owner_id = any(${reps}::uuid[])))`,
      visibility.repIds,
    )
  if (filter.itemId !== undefined) where.and((value) => `a.item_id = ${value}`, filter.itemId)
  if (filter.repId !== undefined) where.and((value) => `a.rep_id = any(${value}::uuid[])`, filter.repId)
  if (filter.kind !== undefined) where.and((value) => `a.kind = any(${value}::text[])`, filter.kind)
  if (filter.flag === 'any') where.plain(`a.flags <> '{}'`)
  else if (filter.flag !== undefined) where.and((value) => `${value} = any(a.flags)`, filter.flag)
  if (filter.from !== undefined) where.and((value) => `a.at >= ${value}`, filter.from)
  if (filter.to !== undefined) where.and((value) => `a.at < ${value}`, filter.to)
  const hidden = notesHidden(where.value, visibility)
  const order = { key: { sql: 'a.at', type: 'timestamptz' }, descending: true } as const
  const tail = pageClause(where, order, 'a.id', page.cursor, page.limit)
  const rows = await db.query<ActivityRow & { sort_key: string } & Record<string, unknown>>(
    `select a.id, a.at, a.item_kind as "itemKind", a.item_id as "itemId", a.rep_id as "repId", a.kind, a.reached,
       a.summary, a.next_step as "nextStep", ${hidden} as hidden, a.next_step_at as "nextStepAt", a.duration_minutes as "durationMinutes",
       v.channel, v.direction, v.result, v.is_contact as "isContact", v.is_progress as "isProgress", a.quality, a.flags,
       case a.item_kind
         when 'lead' then (select coalesce(nullif(l.name, ''), l.company) from lead l where l.tenant_id = $1 and l.id = a.item_id)
         when 'account' then (select x.name from account x where x.tenant_id = $1 and x.id = a.item_id)
         when 'contact' then (select x.name from contact x where x.tenant_id = $1 and x.id = a.item_id)
         else (select x.name from opportunity x where x.tenant_id = $1 and x.id = a.item_id)
       end as "itemName", a.at::text as sort_key
     from activity a join item_activity v on v.tenant_id = a.tenant_id and v.id = a.id and v.at = a.at where ${where.sql} ${tail}`,
    where.values,
  )
  return cutPage(rows, page.limit, sortKeyOf)
}

/** What colleagues wrote about a customer whose handover the caller has not read; their own notes they know. */
function notesHidden(value: (one: unknown) => string, visibility: Visibility): string {
  if (visibility.ownRepId === null) return 'false'
  const rep = `${value(visibility.ownRepId)}::uuid`
  return `(a.rep_id is distinct from ${rep} and ${itemUnread(value, visibility, 'a')})`
}
