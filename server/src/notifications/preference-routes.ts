import { z } from 'zod'
import type { TenantReader } from '../platform/database/index.ts'
import { ProblemError } from '../platform/errors/catalogue.ts'
import { type App, type Principal, principalOf, routesOf } from '../platform/http/index.ts'
import { uuidv7 } from '../platform/ids.ts'
import type { Notifications } from './create-notifications.ts'
import { kindRules, noticeKinds, personalChannels } from './kinds.ts'
import { readPreference, savePreference } from './preference-store.ts'
import { countSubscriptions, deleteSubscription, readSubscription, saveSubscription } from './push/store.ts'
import { readRecipient } from './recipient-store.ts'
import { channelsOf } from './tell-members.ts'

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'time_like')
const channels = z.array(z.enum(personalChannels)).max(3)
const preference = z.object({
  kinds: z.array(
    z.object({
      kind: z.enum(noticeKinds),
      tone: z.enum(['plain', 'attention', 'urgent']),
      channels,
      defaults: channels,
    }),
  ),
  quietFrom: z.string().nullable(),
  quietUntil: z.string().nullable(),
  digestAt: z.string().nullable(),
  timeZone: z.string(),
  email: z.object({ configured: z.boolean(), address: z.string() }),
  push: z.object({ publicKey: z.string(), browsers: z.number().int() }),
})

function requireMember(principal: Principal): string {
  if (principal.kind !== 'member') throw new ProblemError('FORBIDDEN', { detail: 'settings_of_people' })
  return principal.id
}

export function preferenceRoutes(base: App, notifications: Notifications): void {
  const app = routesOf(base)
  const { platform, outbound, vapid, emailConfigured } = notifications
  const { database, clock } = platform
  const tags = ['notifications']

  const present = async (db: TenantReader, memberId: string): Promise<z.infer<typeof preference>> => {
    const row = await readPreference(db, memberId)
    const person = await readRecipient(db, memberId)
    return {
      kinds: noticeKinds.map((kind) => ({
        kind,
        tone: kindRules[kind].tone,
        channels: [...channelsOf(row, kind)],
        defaults: [...kindRules[kind].channels],
      })),
      quietFrom: row.quietFrom,
      quietUntil: row.quietUntil,
      digestAt: row.digestAt,
      timeZone: person?.timeZone ?? 'Asia/Shanghai',
      email: { configured: emailConfigured, address: person?.email ?? '' },
      push: { publicKey: vapid.publicKey, browsers: await countSubscriptions(db, memberId) },
    }
  }

  app.get(
    '/api/v1/notification-preferences',
    {
      config: { permission: 'signed_in' },
      schema: {
        tags,
        operationId: 'getNotificationPreferences',
        summary: 'Which kinds reach the caller by which way, quiet hours and digest',
        response: { 200: preference },
      },
    },
    async (request) => {
      const principal = principalOf(request)
      const memberId = requireMember(principal)
      return database.read(principal.tenantId, (db) => present(db, memberId))
    },
  )

  app.put(
    '/api/v1/notification-preferences',
    {
      config: { permission: 'signed_in' },
      schema: {
        tags,
        operationId: 'setNotificationPreferences',
        summary: 'Set them all; kinds that are left out have their defaults',
        body: z
          .object({
            kinds: z.partialRecord(z.enum(noticeKinds), channels).default({}),
            quietFrom: time.nullable().default(null),
            quietUntil: time.nullable().default(null),
            digestAt: time.nullable().default(null),
          })
          .refine((body) => (body.quietFrom === null) === (body.quietUntil === null), {
            path: ['quietUntil'],
            message: 'quiet_hours_both',
          }),
        response: { 200: preference },
      },
    },
    async (request) => {
      const principal = principalOf(request)
      const memberId = requireMember(principal)
      const { kinds, ...times } = request.body
      // What equals a default is not kept: it follows when the default changes.
      const differing = Object.fromEntries(
        noticeKinds.flatMap((kind) => {
          const wanted = kinds[kind]
          if (wanted === undefined) return []
          const same =
            wanted.length === kindRules[kind].channels.length &&
            wanted.every((channel) => kindRules[kind].channels.includes(channel))
          return same ? [] : [[kind, wanted]]
        }),
      )
      return database.write(principal.tenantId, async (db) => {
        await savePreference(db, clock.now(), memberId, { ...times, kinds: differing })
        return present(db, memberId)
      })
    },
  )

  app.post(
    '/api/v1/push-subscriptions',
    {
      config: { permission: 'signed_in' },
      schema: {
        tags,
        operationId: 'savePushSubscription',
        summary: 'A browser that was allowed to show messages; the same one again is no second one',
        body: z.object({
          endpoint: z.url().max(1_000),
          keys: z.object({
            p256dh: z.string().regex(/^[\w-]{87}$/, 'p256_key'),
            auth: z.string().regex(/^[\w-]{22}$/, 'sixteen_bytes'),
          }),
        }),
        response: { 201: z.object({ id: z.string() }) },
      },
    },
    async (request, reply) => {
      const principal = principalOf(request)
      const memberId = requireMember(principal)
      const { endpoint, keys } = request.body
      const refused = outbound.refusal(endpoint)
      if (refused !== null)
        throw new ProblemError('VALIDATION_FAILED', {
          errors: [{ field: 'endpoint', code: refused, message: 'public_https' }],
        })
      const id = await database.write(principal.tenantId, (db) =>
        saveSubscription(db, clock.now(), {
          id: uuidv7(clock.now()),
          memberId,
          endpoint,
          ...keys,
          userAgent: String(request.headers['user-agent'] ?? '').slice(0, 300),
        }),
      )
      return reply.code(201).send({ id })
    },
  )

  app.delete(
    '/api/v1/push-subscriptions/:id',
    {
      config: { permission: 'signed_in' },
      schema: {
        tags,
        operationId: 'removePushSubscription',
        summary: 'This browser shows no more messages',
        params: z.object({ id: z.uuid() }),
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const principal = principalOf(request)
      await database.write(principal.tenantId, async (db) => {
        const row = await readSubscription(db, request.params.id)
        if (row === null || row.memberId !== principal.id) throw new ProblemError('NOT_FOUND')
        await deleteSubscription(db, { id: row.id })
      })
      return reply.code(204).send(null)
    },
  )
}
