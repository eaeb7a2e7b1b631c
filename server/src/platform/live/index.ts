import { z } from 'zod'
import type { Platform } from '../context.ts'
import { type App, principalOf } from '../http/index.ts'
import { eventsAfter, latestPosition, type Position } from '../outbox/index.ts'

const POLL_MS = 400
const HEARTBEAT_MS = 20_000
/** Someone who was away longer than this many changes refetches everything. */
const PAGE = 500

/** What may wait unread for one client; one that reads no more is let go, and asks again when it is back. */
const MAX_UNREAD = 1 << 20

/**
 * Live updates: "X changed", never what it changed to: clients ask again with their own rights. A client that reconnects
 * sends Last-Event-ID and misses nothing: a change that commits late is waited for, not skipped.
 */
export function liveRoutes(app: App, { database, log }: Platform): void {
  app.get(
    '/api/v1/events',
    {
      config: { permission: 'signed_in' },
      schema: {
        tags: ['events'],
        operationId: 'streamEvents',
        summary: 'Server-sent events: what changed; resume with Last-Event-ID',
        headers: z
          .object({
            'last-event-id': z
              .string()
              .regex(/^\d{1,18}-\d{1,15}$/)
              .optional(),
          })
          .loose(),
        produces: ['text/event-stream'],
      },
    },
    async (request, reply) => {
      const { tenantId } = principalOf(request)
      const resume = request.headers['last-event-id']
      let position =
        typeof resume === 'string' ? positionOf(resume) : await database.read(tenantId, latestPosition)
      reply.hijack()
      const out = reply.raw
      // Gone while we looked: its `close` is over, and nothing would ever end the stream.
      if (out.destroyed) return
      out.writeHead(200, {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        connection: 'keep-alive',
        'x-accel-buffering': 'no',
      })
      out.write(`retry: 2000\nid: ${idOf(position)}\nevent: hello\ndata: {}\n\n`)
      let busy = false
      const poll = setInterval(async () => {
        if (busy) return
        busy = true
        try {
          const changes = await database.read(tenantId, (db) => eventsAfter(db, position, PAGE))
          const last = changes.at(-1)
          if (last !== undefined) {
            position = last
            out.write(
              changes
                .map(
                  ({ type, entityKind, entityId, ...place }) =>
                    `id: ${idOf(place)}\nevent: change\ndata: ${JSON.stringify({ type, entityKind, entityId })}\n\n`,
                )
                .join(''),
            )
          }
          if (out.writableLength > MAX_UNREAD) out.destroy()
        } catch (error) {
          log.warn({ err: error }, 'live updates stopped for one client; it will reconnect')
          out.end()
        } finally {
          busy = false
        }
      }, POLL_MS)
      const heartbeat = setInterval(() => out.write(': still here\n\n'), HEARTBEAT_MS)
      const end = (): void => {
        clearInterval(poll)
        clearInterval(heartbeat)
        open.delete(end)
        out.end()
      }
      open.add(end)
      out.once('close', end)
    },
  )

  // Streams never finish by themselves: a server that stops says good-bye, and clients reconnect to the next one.
  const open = new Set<() => void>()
  app.addHook('preClose', async () => {
    for (const end of [...open]) end()
  })
}

const idOf = ({ xid, seq }: Position): string => `${xid}-${seq}`

function positionOf(id: string): Position {
  const [xid = '0', seq = '0'] = id.split('-')
  return { xid, seq: Number(seq) }
}
