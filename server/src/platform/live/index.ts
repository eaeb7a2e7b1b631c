import { z } from 'zod'
import type { Platform } from '../context.ts'
import { type App, principalOf } from '../http/index.ts'
import { createChangeFeed, type Position } from './change-feed.ts'

const HEARTBEAT_MS = 20_000

/** What may wait unread for one client; one that reads no more is let go, and asks again when it is back. */
const MAX_UNREAD = 1 << 20

/**
 * Live updates: "X changed", never what it changed to: clients ask again with their own rights. A client that reconnects
 * sends Last-Event-ID and misses nothing.
 */
export function liveRoutes(app: App, platform: Platform): void {
  const { log } = platform
  const feed = createChangeFeed(platform)

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
      reply.hijack()
      const out = reply.raw
      // Gone before we began: its `close` is over, and nothing would ever end the stream.
      if (out.destroyed) return
      let leave = (): void => undefined
      const heartbeat = setInterval(() => out.write(': still here\n\n'), HEARTBEAT_MS)
      const end = (): void => {
        clearInterval(heartbeat)
        leave()
        open.delete(end)
        out.end()
      }
      open.add(end)
      out.once('close', end)
      const failed = (error: unknown): void => {
        log.warn({ err: error }, 'live updates stopped for one client; it will reconnect')
        if (!out.headersSent) out.statusCode = 503
        end()
      }
      try {
        leave = await feed.listen(tenantId, typeof resume === 'string' ? positionOf(resume) : null, {
          started(at) {
            if (out.destroyed) return
            out.writeHead(200, {
              'content-type': 'text/event-stream',
              'cache-control': 'no-store',
              connection: 'keep-alive',
              'x-accel-buffering': 'no',
            })
            out.write(`retry: 2000\nid: ${idOf(at)}\nevent: hello\ndata: {}\n\n`)
          },
          changes(changes) {
            out.write(
              changes
                .map(
                  ({ xid, seq, ...change }) =>
                    `id: ${idOf({ xid, seq })}\nevent: change\ndata: ${JSON.stringify(change)}\n\n`,
                )
                .join(''),
            )
            if (out.writableLength > MAX_UNREAD) out.destroy()
          },
          failed,
        })
        // Gone while we looked.
        if (out.destroyed) leave()
      } catch (error) {
        failed(error)
      }
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
