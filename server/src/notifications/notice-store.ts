import type { TenantReader, TenantWriter } from '../platform/database/index.ts'
import { uuidv7 } from '../platform/ids.ts'
import type { NoticeKind } from './kinds.ts'

export interface NewNotice {
  readonly memberId: string
  readonly eventId: string
  readonly kind: NoticeKind
  readonly groupKey: string
  readonly entityKind: string | null
  readonly entityId: string | null
  readonly params: Readonly<Record<string, unknown>>
}

/** One statement for any number; a notice that is there already is left alone. Returns how many are new. */
export async function insertNotices(
  db: TenantWriter,
  now: number,
  notices: readonly NewNotice[],
): Promise<number> {
  if (notices.length === 0) return 0
  const rows = await db.query(
    `insert into notice (tenant_id, id, member_id, event_id, kind, group_key, entity_kind, entity_id, params, created_at)
     select $1, n.id, n.member, n.event, n.kind, n.grouped, n.entity_kind, n.entity_id, n.params::jsonb, $2
     from unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::text[], $8::text[], $9::uuid[], $10::text[])
       as n(id, member, event, kind, grouped, entity_kind, entity_id, params)
     on conflict (tenant_id, event_id, member_id, kind) do nothing returning 1 as one`,
    [
      db.tenantId,
      new Date(now),
      notices.map(() => uuidv7(now)),
      notices.map((n) => n.memberId),
      notices.map((n) => n.eventId),
      notices.map((n) => n.kind),
      notices.map((n) => n.groupKey),
      notices.map((n) => n.entityKind),
      notices.map((n) => n.entityId),
      notices.map((n) => JSON.stringify(n.params)),
    ],
    'notice_insert',
  )
  return rows.length
}

export interface NoticeGroup extends Record<string, unknown> {
  readonly group: string
  /** The newest of the group stands for it. */
  readonly id: string
  readonly kind: NoticeKind
  readonly entityKind: string | null
  readonly entityId: string | null
  readonly params: Readonly<Record<string, unknown>>
  readonly createdAt: Date
  readonly readAt: Date | null
  readonly count: number
  readonly unread: number
}

export interface NoticeFilter {
  readonly memberId: string
  readonly unreadOnly: boolean
  readonly before: string | null
  /** The single notices of one group, instead of groups. */
  readonly group: string | null
  readonly limit: number
}

/** Newest first, one row a group. A person's notices are few (they are kept 90 days), so they are grouped when read. */
export async function listNotices(db: TenantReader, filter: NoticeFilter): Promise<NoticeGroup[]> {
  const key = filter.group === null ? 'group_key' : 'id::text'
  return db.query<NoticeGroup>(
    `select g.grouped as "group", n.id, n.kind, n.entity_kind as "entityKind", n.entity_id as "entityId", n.params,
       n.created_at as "createdAt", n.read_at as "readAt", g.count, g.unread
     from (
       select ${key} as grouped, max(id::text)::uuid as id, count(*)::int as count,
         (count(*) filter (where read_at is null))::int as unread
       from notice where tenant_id = $1 and member_id = $2 and ($3::text is null or group_key = $3)
       group by 1
     ) g join notice n on n.tenant_id = $1 and n.id = g.id
     where ($4::uuid is null or g.id < $4) and (not $5 or g.unread > 0)
     order by g.id desc limit $6`,
    [db.tenantId, filter.memberId, filter.group, filter.before, filter.unreadOnly, filter.limit],
    `notice_list_${filter.group === null ? 'groups' : 'one'}`,
  )
}

export async function countUnread(db: TenantReader, memberId: string): Promise<number> {
  const [row] = await db.query<{ unread: number }>(
    'select count(*)::int as unread from notice where tenant_id = $1 and member_id = $2 and read_at is null',
    [db.tenantId, memberId],
    'notice_unread',
  )
  return row?.unread ?? 0
}

export interface Marking {
  readonly memberId: string
  /** Which: by id, by group, or all of them. */
  readonly ids: readonly string[]
  readonly groups: readonly string[]
  readonly all: boolean
  readonly read: boolean
}

/** Only one's own: another member's id marks nothing. */
export async function markNotices(db: TenantWriter, now: number, marking: Marking): Promise<number> {
  const rows = await db.query(
    `update notice set read_at = case when $6 then $7::timestamptz end
     where tenant_id = $1 and member_id = $2 and ($3 or id = any($4::uuid[]) or group_key = any($5::text[]))
       and (read_at is null) = $6 returning 1 as one`,
    [db.tenantId, marking.memberId, marking.all, marking.ids, marking.groups, marking.read, new Date(now)],
    'notice_mark',
  )
  return rows.length
}
