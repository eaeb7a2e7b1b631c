import { z } from 'zod'
import type { Platform } from '../context.ts'
import { type App, principalOf } from '../http/index.ts'

const POLL_MS = 400
const HEARTBEAT_MS = 20_000
/** Someone who was away longer than this many changes refetches everything. */
const PAGE = 500

interface Change {
  readonly seq: number
  readonly type: string
  readonly entityKind: string
  readonly entityId: string | null
}

/**
 * Live updates: "X changed, number N", never what it changed to: clients ask again with their own rights. A client that
 * reconnects sends Last-Event-ID and misses nothing; numbers are handed out only below the oldest running transaction,
 * so a change that commits late is not skipped.
 */
export function liveRoutes(app: App, { database, log }: Platform): void {
  const latest = async (tenantId: string): Promise<number> =>
    database.read(tenantId, async (db) => {
      const [row] = await db.query<{ seq: number | null }>(
        'select max(seq) as seq from event where tenant_id = $1',
        [tenantId],
        'live_latest',
      )
      return row?.seq ?? 0
    })
  const since = async (tenantId: string, seq: number): Promise<Change[]> =>
    database.read(tenantId, (db) =>
      db.query<Change & Record<string, unknown>>(
        `select seq, type, entity_kind as "entityKind", entity_id as "entityId" from event
         where tenant_id = $1 and seq > $2 and xid < pg_snapshot_xmin(pg_current_snapshot()) order by seq limit $3`,
        [tenantId, seq, PAGE],
        'live_since',
      ),
    )

  app.get(
    '/api/v1/events',
    {
      config: { permission: 'signed_in' },
      schema: {
        tags: ['events'],
        operationId: 'streamEvents',
        summary: 'Server-sent events: what changed; resume with Last-Event-ID',
        headers: z.object({ 'last-event-id': z.string().regex(/^\d+$/).optional() }).loose(),
        produces: ['text/event-stream'],
      },
    },
    async (request, reply) => {
      const { tenantId } = principalOf(request)
      const resume = request.headers['last-event-id']
      let seq = resume === undefined ? await latest(tenantId) : Number(resume)
      reply.hijack()
      const out = reply.raw
      out.writeHead(200, {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        connection: 'keep-alive',
        'x-accel-buffering': 'no',
      })
      out.write(`retry: 2000\nid: ${seq}\nevent: hello\ndata: {}\n\n`)
      let busy = false
      const poll = setInterval(async () => {
        if (busy) return
        busy = true
        try {
          const changes = await since(tenantId, seq)
          const last = changes.at(-1)
          if (last !== undefined) {
            seq = last.seq
            out.write(
              changes
                .map(
                  ({ seq: id, ...change }) => `id: ${id}\nevent: change\ndata: ${JSON.stringify(change)}\n\n`,
                )
                .join(''),
            )
          }
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
