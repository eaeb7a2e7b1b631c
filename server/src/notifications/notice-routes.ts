import { z } from 'zod'
import {
  type App,
  cutPage,
  decodeCursor,
  languageOf,
  type Principal,
  pageQuery,
  principalOf,
  routesOf,
} from '../platform/http/index.ts'
import { announce } from '../platform/outbox/index.ts'
import type { Notifications } from './create-notifications.ts'
import { describe, pathOf, readNames } from './describe.ts'
import { isNoticeKind, kindRules, noticeKinds } from './kinds.ts'
import { countUnread, listNotices, markNotices } from './notice-store.ts'

const notice = z.object({
  id: z.string(),
  kind: z.enum(noticeKinds),
  group: z.string().describe('ask with ?group= for its single notices'),
  count: z.number().int().describe('notices of the group'),
  unread: z.number().int(),
  tone: z.enum(['plain', 'attention', 'urgent']),
  title: z.string(),
  text: z.string(),
  path: z.string().describe('where in the app it leads'),
  entityKind: z.string().nullable(),
  entityId: z.string().nullable(),
  createdAt: z.string(),
  readAt: z.string().nullable(),
})

/** Notices belong to people: an API key has none. */
const memberOf = (principal: Principal): string | null => (principal.kind === 'member' ? principal.id : null)

export function noticeRoutes(base: App, { platform }: Notifications): void {
  const app = routesOf(base)
  const { database, clock } = platform
  const tags = ['notifications']

  app.get(
    '/api/v1/notifications',
    {
      config: { permission: 'signed_in' },
      schema: {
        tags,
        operationId: 'listNotifications',
        summary: 'What the caller was told, newest first, grouped; with the number of unread ones',
        querystring: z.object({
          ...pageQuery,
          unread: z.stringbool().default(false).describe('only groups with something unread'),
          group: z.string().max(200).optional().describe('the single notices of this group'),
        }),
        response: {
          200: z.object({
            items: z.array(notice),
            nextCursor: z.string().nullable(),
            unread: z.number().int(),
          }),
        },
      },
    },
    async (request) => {
      const principal = principalOf(request)
      const memberId = memberOf(principal)
      const { cursor, limit, unread: unreadOnly, group = null } = request.query
      const [before = null] = cursor === undefined ? [] : decodeCursor(cursor, 1)
      if (memberId === null) return { items: [], nextCursor: null, unread: 0 }
      const lang = languageOf(request)
      return database.read(principal.tenantId, async (db) => {
        const rows = await listNotices(db, {
          memberId,
          unreadOnly,
          before: before === null ? null : String(before),
          group,
          limit: limit + 1,
        })
        const { items: page, nextCursor } = cutPage(rows, limit, (last) => [last.id])
        const shown = page.filter((row) => isNoticeKind(row.kind))
        const names = await readNames(db, shown)
        return {
          items: shown.map((row) => ({
            id: row.id,
            kind: row.kind,
            group: row.group,
            count: row.count,
            unread: row.unread,
            tone: kindRules[row.kind].tone,
            ...describe(row, names, lang),
            path: pathOf(row, names),
            entityKind: row.entityKind,
            entityId: row.entityId,
            createdAt: row.createdAt.toISOString(),
            readAt: row.unread > 0 ? null : (row.readAt?.toISOString() ?? null),
          })),
          nextCursor,
          unread: await countUnread(db, memberId),
        }
      })
    },
  )

  app.post(
    '/api/v1/notifications/mark',
    {
      config: { permission: 'signed_in' },
      schema: {
        tags,
        operationId: 'markNotifications',
        summary: 'Mark notices as read or unread: by id, by group, or all of them',
        body: z
          .object({
            ids: z.array(z.uuid()).max(500).default([]),
            groups: z.array(z.string().max(200)).max(500).default([]),
            all: z.boolean().default(false),
            read: z.boolean().default(true),
          })
          .refine((body) => body.all || body.ids.length + body.groups.length > 0, 'ids_groups_or_all'),
        response: { 200: z.object({ marked: z.number().int(), unread: z.number().int() }) },
      },
    },
    async (request) => {
      const principal = principalOf(request)
      const memberId = memberOf(principal)
      if (memberId === null) return { marked: 0, unread: 0 }
      const now = clock.now()
      return database.write(principal.tenantId, async (db) => {
        const marked = await markNotices(db, now, { memberId, ...request.body })
        // The person's other windows ask again.
        if (marked > 0)
          await announce(db, now, [
            { type: 'notice.read', entityKind: 'notice', entityId: null, actorId: principal.id },
          ])
        return { marked, unread: await countUnread(db, memberId) }
      })
    },
  )
}
