import { z } from 'zod'
import { actorOf } from '../identity/index.ts'
import { record } from '../platform/audit/index.ts'
import {
  type DeliveryRow,
  deliveryChannels,
  listDeliveries,
  retryDelivery,
} from '../platform/deliveries/index.ts'
import { ProblemError } from '../platform/errors/catalogue.ts'
import {
  type App,
  cutPage,
  decodeCursor,
  pageOf,
  pageQuery,
  principalOf,
  routesOf,
} from '../platform/http/index.ts'
import type { Notifications } from './create-notifications.ts'

const states = ['waiting', 'sent', 'dead', 'skipped'] as const
const delivery = z.object({
  id: z.string(),
  channel: z.enum(deliveryChannels),
  targetId: z.string(),
  kind: z.string().describe('a kind of notice, a type of event, or test'),
  eventId: z.string().nullable(),
  state: z.enum(states),
  attempts: z.number().int(),
  createdAt: z.string(),
  dueAt: z.string().describe('the next try, where it waits'),
  finishedAt: z.string().nullable(),
  error: z.string().nullable(),
  detail: z.string().nullable().describe('what the other side said'),
})

const present = (row: DeliveryRow): z.infer<typeof delivery> => ({
  id: row.id,
  channel: row.channel,
  targetId: row.targetId,
  kind: String(row.body['kind'] ?? row.body['type'] ?? ''),
  eventId: row.eventId,
  state: row.state,
  attempts: row.attempts,
  createdAt: row.createdAt.toISOString(),
  dueAt: row.dueAt.toISOString(),
  finishedAt: row.finishedAt?.toISOString() ?? null,
  error: row.error,
  detail: row.detail,
})

/** What left the house, and what became of it: mails, pop-ups, robots and webhooks in one log. */
export function deliveryRoutes(base: App, { platform }: Notifications): void {
  const app = routesOf(base)
  const { database, clock } = platform
  const tags = ['channels']
  const config = { permission: 'channels.manage' }

  app.get(
    '/api/v1/deliveries',
    {
      config,
      schema: {
        tags,
        operationId: 'listDeliveries',
        summary: 'The delivery log, newest first',
        querystring: z.object({
          ...pageQuery,
          channel: z.enum(deliveryChannels).optional(),
          targetId: z.uuid().optional(),
          state: z.enum(states).optional(),
        }),
        response: { 200: pageOf(delivery) },
      },
    },
    async (request) => {
      const { cursor, limit, ...filter } = request.query
      const [before = null] = cursor === undefined ? [] : decodeCursor(cursor, 1)
      const rows = await database.read(principalOf(request).tenantId, (db) =>
        listDeliveries(db, { ...filter, before: before === null ? null : String(before), limit: limit + 1 }),
      )
      const { items, nextCursor } = cutPage(rows, limit, (last) => [last.id])
      return {
        items: items.map(present),
        nextCursor,
      }
    },
  )

  app.post(
    '/api/v1/deliveries/:id/retry',
    {
      config,
      schema: {
        tags,
        operationId: 'retryDelivery',
        summary: 'Send again what was given up, skipped or still waits',
        params: z.object({ id: z.uuid() }),
        response: { 200: delivery },
      },
    },
    async (request) => {
      const principal = principalOf(request)
      const now = clock.now()
      const { id } = request.params
      return database.write(principal.tenantId, async (db) => {
        const row = await retryDelivery(db, now, id)
        if (row === null) {
          const [sent] = await db.query('select 1 as one from delivery where tenant_id = $1 and id = $2', [
            db.tenantId,
            id,
          ])
          throw new ProblemError(sent === undefined ? 'NOT_FOUND' : 'ALREADY_IN_STATE')
        }
        await record(db, now, {
          ...actorOf(principal),
          action: 'delivery.retried',
          entityKind: 'delivery',
          entityId: id,
          detail: { channel: row.channel },
        })
        return present(row)
      })
    },
  )
}
