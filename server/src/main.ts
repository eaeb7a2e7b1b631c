import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import staticFiles from '@fastify/static'
import { composeApp, composeSlices, type Slices } from './compose.ts'
import { type Demo, ensureDemo } from './demo/index.ts'
import { systemClock } from './platform/clock.ts'
import type { Config } from './platform/config.ts'
import type { Platform } from './platform/context.ts'
import { migrate, openDatabase } from './platform/database/index.ts'
import type { App } from './platform/http/index.ts'
import { operationsRoutes } from './platform/http/operations-routes.ts'
import { type Sweeper, startSweeper } from './platform/jobs/sweeper.ts'
import type { Log } from './platform/log.ts'
import { createMetrics } from './platform/metrics.ts'
import { migrationsFolder, packageRoot } from './platform/package-root.ts'
import type { PgEndpoints } from './platform/postgres/endpoints.ts'
import { searchSeesChinese } from './platform/postgres/own-postgres.ts'

export interface ServerOptions {
  readonly config: Config
  readonly endpoints: PgEndpoints
  readonly log: Log
  /** Which roles this process plays; both by default, each startable alone on one database. */
  readonly roles: { readonly serve: boolean; readonly work: boolean }
}

export interface RunningServer {
  /** null where this process only works. */
  readonly url: string | null
  readonly platform: Platform
  readonly slices: Slices
  readonly demo: Demo | null
  /** Stops taking requests, lets running ones and jobs finish, closes every connection. */
  close(): Promise<void>
}

/** Brings everything up on a database that is reachable: schema, slices, HTTP, jobs. */
export async function startServer({ config, endpoints, log, roles }: ServerOptions): Promise<RunningServer> {
  await migrate(endpoints, migrationsFolder())
  const database = openDatabase({ endpoints, log })
  if (config.databaseUrl !== undefined && !(await searchSeesChinese(database.owner)))
    log.warn(
      'this PostgreSQL cannot find Chinese words by their parts: its LC_CTYPE is C; create the database with ' +
        "LC_CTYPE 'C.UTF-8' to make search work",
    )
  // Links that are sent or shown have to name the port, so a free one is chosen before anything is made.
  const port = config.port === 0 && roles.serve ? await freePort(config.host) : config.port
  const platform: Platform = {
    database,
    clock: systemClock,
    log,
    publicUrl: config.publicUrl ?? `http://${config.host}:${port}`,
    secret: config.secret,
    smtpUrl: config.smtpUrl ?? null,
  }
  const slices = composeSlices(platform, {
    mailFrom: config.mailFrom,
    privateTargets: config.privateTargets,
  })
  let sweeper: Sweeper | undefined
  let app: App | undefined
  const close = async (): Promise<void> => {
    await app?.close()
    await slices.assignment.drained()
    await sweeper?.stop()
    await database.close()
  }
  let demo: Demo | null = null
  try {
    if (roles.serve) {
      demo = await ensureDemo(platform, slices, config)
      app = await composeApp(platform, slices, { trustProxy: config.trustProxy, publicRateLimit: 120 })
      operationsRoutes(app, { database, metrics: createMetrics({ processMetrics: true }) })
      await serveWeb(app)
      await app.listen({ port, host: config.host })
    }
    if (roles.work) sweeper = startSweeper(slices.sweeps, log)
  } catch (error) {
    await close()
    throw error
  }
  return { url: app === undefined ? null : addressOf(app, config.host), platform, slices, demo, close }
}

/** The web application, where it was built; every path it may route itself is answered with its page. */
async function serveWeb(app: App): Promise<void> {
  const root = join(packageRoot(), 'web', 'dist')
  if (!existsSync(join(root, 'index.html'))) return
  await app.register(staticFiles, {
    root,
    wildcard: false,
    setHeaders: (response, path) => {
      // Built files carry their hash in the name; the page itself must always be asked for.
      response.setHeader(
        'cache-control',
        path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      )
    },
  })
  app.get('/*', { schema: { hide: true } }, (request, reply) =>
    request.url.startsWith('/api/') ? reply.callNotFound() : reply.sendFile('index.html'),
  )
}

async function freePort(host: string): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve, reject) => probe.once('error', reject).listen(0, host, resolve))
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  return typeof address === 'object' && address !== null ? address.port : 0
}

function addressOf(app: App, host: string): string {
  const address = app.server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}
