import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { actorOf } from '../../identity/index.ts'
import { record } from '../../platform/audit/index.ts'
import type { TenantReader, TenantWriter } from '../../platform/database/index.ts'
import { abandonTarget, enqueueDeliveries, targetHealth } from '../../platform/deliveries/index.ts'
import { ProblemError } from '../../platform/errors/catalogue.ts'
import {
  type App,
  type Principal,
  principalOf,
  routesOf,
  versionMismatch,
  versionOf,
} from '../../platform/http/index.ts'
import { uuidv7 } from '../../platform/ids.ts'
import { seal } from '../../platform/sealed.ts'
import type { Integrations } from '../create-integrations.ts'
import { eventCatalogue, isPublicEvent } from '../event-catalogue.ts'
import { MOST_REPLAYED, replayEvents } from './replay-events.ts'
import { WEBHOOK_SECRETS } from './send.ts'
import { newWebhookSecret } from './standard-webhook.ts'
import {
  deleteWebhook,
  insertWebhook,
  listWebhooks,
  readWebhook,
  rotateSecret,
  updateWebhook,
  type WebhookRow,
} from './store.ts'

const HOUR = 3_600_000
const webhook = z.object({
  id: z.string(),
  url: z.string(),
  description: z.string(),
  eventTypes: z.array(z.string()).describe('empty = every type'),
  enabled: z.boolean(),
  disabledReason: z.string().nullable(),
  previousSecretUntil: z.string().nullable().describe('until then both secrets sign'),
  createdAt: z.string(),
  version: z.number().int(),
  health: z.object({
    failures: z.number().int().describe('in a row'),
    lastSentAt: z.string().nullable(),
    error: z.string().nullable(),
    errorAt: z.string().nullable(),
    waiting: z.number().int(),
    dead: z.number().int(),
  }),
})
const secretOnce = z.string().describe('whsec_…; shown this once')
const values = z.object({
  url: z.url().max(1_000),
  description: z.string().trim().max(200),
  eventTypes: z
    .array(z.string().refine(isPublicEvent, 'no_such_event'))
    .max(Object.keys(eventCatalogue).length),
  enabled: z.boolean(),
})
const params = z.object({ id: z.uuid() })

/** Addresses of other systems, and the secrets their messages are signed with. */
export function webhookRoutes(base: App, { platform, outbound }: Integrations): void {
  const app = routesOf(base)
  const { database, clock, secret } = platform
  const tags = ['webhooks']
  const config = { permission: 'webhooks.manage' }
  const sealed = (text: string): Buffer => seal(Buffer.from(text), secret, WEBHOOK_SECRETS)

  type Health = z.infer<typeof webhook>['health']
  const unused: Health = {
    failures: 0,
    lastSentAt: null,
    error: null,
    errorAt: null,
    waiting: 0,
    dead: 0,
  }
  const healthOf = async (db: TenantReader): Promise<ReadonlyMap<string, Health>> =>
    new Map(
      (await targetHealth(db, 'webhook')).map(({ targetId, lastSentAt, errorAt, ...rest }) => [
        targetId,
        {
          ...rest,
          lastSentAt: lastSentAt?.toISOString() ?? null,
          errorAt: errorAt?.toISOString() ?? null,
        },
      ]),
    )
  const present = (row: WebhookRow, health: ReadonlyMap<string, Health>): z.infer<typeof webhook> => ({
    id: row.id,
    url: row.url,
    description: row.description,
    eventTypes: [...row.eventTypes],
    enabled: row.enabled,
    disabledReason: row.disabledReason,
    previousSecretUntil: row.previousUntil?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    version: row.version,
    health: health.get(row.id) ?? unused,
  })

  function requireUrl(url: string): void {
    const refused = outbound.refusal(url)
    if (refused === null) return
    throw new ProblemError('VALIDATION_FAILED', {
      errors: [{ field: 'url', code: refused, message: 'public_https' }],
    })
  }
  const note = (
    db: TenantWriter,
    now: number,
    principal: Principal,
    id: string,
    verb: string,
    detail: Readonly<Record<string, unknown>> = {},
  ): Promise<void> =>
    record(db, now, {
      ...actorOf(principal),
      action: `webhook.${verb}`,
      entityKind: 'webhook',
      entityId: id,
      detail,
    })
  async function requireWebhook(db: TenantReader, id: string): Promise<WebhookRow> {
    const row = await readWebhook(db, id)
    if (row === null) throw new ProblemError('NOT_FOUND')
    return row
  }

  app.get(
    '/api/v1/webhooks',
    {
      config,
      schema: {
        tags,
        operationId: 'listWebhooks',
        summary: 'Webhooks of the company, how they fare, and the types there are',
        response: {
          200: z.object({
            items: z.array(webhook),
            nextCursor: z.null(),
            eventTypes: z.array(z.object({ type: z.string(), description: z.string() })),
          }),
        },
      },
    },
    async (request) =>
      database.read(principalOf(request).tenantId, async (db) => {
        const health = await healthOf(db)
        return {
          items: (await listWebhooks(db)).map((row) => present(row, health)),
          nextCursor: null,
          eventTypes: Object.entries(eventCatalogue).map(([type, description]) => ({ type, description })),
        }
      }),
  )

  app.post(
    '/api/v1/webhooks',
    {
      config,
      schema: {
        tags,
        operationId: 'createWebhook',
        summary: 'Tell another system what happens; the answer holds its secret, this once',
        body: values.partial().required({ url: true }),
        response: { 201: webhook.extend({ secret: secretOnce }) },
      },
    },
    async (request, reply) => {
      const principal = principalOf(request)
      const now = clock.now()
      const { url, description = '', eventTypes = [], enabled = true } = request.body
      requireUrl(url)
      const plain = newWebhookSecret()
      const id = uuidv7(now)
      const row = await database.write(principal.tenantId, async (db) => {
        await insertWebhook(db, {
          id,
          url,
          description,
          eventTypes,
          enabled,
          secret: sealed(plain),
          createdAt: new Date(now),
          createdBy: principal.id,
        })
        await note(db, now, principal, id, 'created')
        return requireWebhook(db, id)
      })
      return reply.code(201).send({ ...present(row, new Map()), secret: plain })
    },
  )

  app.patch(
    '/api/v1/webhooks/:id',
    {
      config,
      schema: {
        tags,
        operationId: 'updateWebhook',
        summary: 'Change where it goes, what it is told, or whether at all',
        params,
        body: values.partial(),
        response: { 200: webhook },
      },
    },
    async (request) => {
      const principal = principalOf(request)
      const version = versionOf(request)
      const now = clock.now()
      const { id } = request.params
      if (request.body.url !== undefined) requireUrl(request.body.url)
      return database.write(principal.tenantId, async (db) => {
        const before = await requireWebhook(db, id)
        if (!(await updateWebhook(db, id, version, request.body)))
          throw await versionMismatch(db, id, before.version)
        await note(db, now, principal, id, 'changed', { fields: Object.keys(request.body) })
        return present(await requireWebhook(db, id), await healthOf(db))
      })
    },
  )

  app.delete(
    '/api/v1/webhooks/:id',
    {
      config,
      schema: {
        tags,
        operationId: 'deleteWebhook',
        summary: 'Tell it nothing more; what still waits is not sent',
        params,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const principal = principalOf(request)
      const now = clock.now()
      const { id } = request.params
      await database.write(principal.tenantId, async (db) => {
        if (!(await deleteWebhook(db, id))) throw new ProblemError('NOT_FOUND')
        await abandonTarget(db, now, 'webhook', id)
        await note(db, now, principal, id, 'deleted')
      })
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/api/v1/webhooks/:id/rotate',
    {
      config,
      schema: {
        tags,
        operationId: 'rotateWebhookSecret',
        summary: 'A new secret; the old one signs beside it for a while',
        params,
        body: z.object({ overlapHours: z.number().int().min(0).max(168).default(24) }),
        response: { 200: z.object({ secret: secretOnce, previousSecretUntil: z.string() }) },
      },
    },
    async (request) => {
      const principal = principalOf(request)
      const now = clock.now()
      const { id } = request.params
      const plain = newWebhookSecret()
      const until = new Date(now + request.body.overlapHours * HOUR)
      await database.write(principal.tenantId, async (db) => {
        if (!(await rotateSecret(db, id, sealed(plain), until))) throw new ProblemError('NOT_FOUND')
        await note(db, now, principal, id, 'secret_rotated')
      })
      return { secret: plain, previousSecretUntil: until.toISOString() }
    },
  )

  app.post(
    '/api/v1/webhooks/:id/replay',
    {
      config,
      schema: {
        tags,
        operationId: 'replayWebhook',
        summary: `Send past events once more, at most ${MOST_REPLAYED} a call; ids are those of the first time`,
        params,
        body: z.object({
          since: z.iso.datetime({ offset: true }),
          until: z.iso.datetime({ offset: true }).optional().describe('default now'),
          types: z.array(z.string()).default([]).describe('of those it wants; empty = all of them'),
        }),
        response: {
          202: z.object({
            queued: z.number().int(),
            nextSince: z.string().nullable().describe('where to go on, if there was more'),
          }),
        },
      },
    },
    async (request, reply) => {
      const principal = principalOf(request)
      const now = clock.now()
      const { id } = request.params
      const { since, until, types } = request.body
      const answer = await database.write(principal.tenantId, async (db) => {
        const row = await requireWebhook(db, id)
        const replay = { since: new Date(since), until: new Date(until ?? now + 1), types }
        const done = await replayEvents(db, now, row, replay)
        await note(db, now, principal, id, 'replayed', { since, queued: done.queued })
        return done
      })
      return reply.code(202).send(answer)
    },
  )

  app.post(
    '/api/v1/webhooks/:id/test',
    {
      config,
      schema: {
        tags,
        operationId: 'testWebhook',
        summary: 'Send an event of the type test; what became of it is in the delivery log',
        params,
        response: { 202: z.object({ queued: z.literal(true) }) },
      },
    },
    async (request, reply) => {
      const principal = principalOf(request)
      const now = clock.now()
      const { id } = request.params
      await database.write(principal.tenantId, async (db) => {
        await requireWebhook(db, id)
        await enqueueDeliveries(db, now, [
          {
            channel: 'webhook',
            targetId: id,
            dedupeKey: `test:${randomUUID()}`,
            eventId: null,
            body: { type: 'test', timestamp: new Date(now).toISOString(), data: { webhookId: id } },
            dueAt: now,
          },
        ])
      })
      return reply.code(202).send({ queued: true as const })
    },
  )
}
