import type { Database } from '../database/index.ts'
import { ProblemError } from '../errors/catalogue.ts'
import { LATENCY_BUCKETS, type Metrics } from '../metrics.ts'
import type { App } from './app.ts'

/** What an operator's tools ask: alive, ready, how it goes. Loopback or a private network should be all that reaches /metrics. */
export function operationsRoutes(
  app: App,
  { database, metrics }: { database: Database; metrics: Metrics },
): void {
  const requests = metrics.histogram(
    'peineng_http_request_seconds',
    'Time to answer a request',
    LATENCY_BUCKETS,
    ['method', 'route', 'status'],
  )
  app.addHook('onResponse', async (request, reply) => {
    requests.observe(
      { method: request.method, route: request.routeOptions.url ?? 'none', status: String(reply.statusCode) },
      reply.elapsedTime / 1000,
    )
  })
  app.get('/healthz', { schema: { hide: true } }, async () => ({ status: 'ok' }))
  app.get('/readyz', { schema: { hide: true } }, async (request) => {
    try {
      await database.dispatcher.query('select 1')
    } catch (error) {
      request.log.warn({ err: error }, 'not ready: the database does not answer')
      throw new ProblemError('NOT_READY', { detail: 'database_silent' })
    }
    return { status: 'ready' }
  })
  app.get('/metrics', { schema: { hide: true } }, async (_request, reply) =>
    reply.header('content-type', metrics.registry.contentType).send(await metrics.registry.metrics()),
  )
}
