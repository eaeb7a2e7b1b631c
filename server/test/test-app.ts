import { composeApp, composeSlices, type Slices } from '../src/compose.ts'
import { type RoleName, roleNames } from '../src/identity/index.ts'
import type { Clock } from '../src/platform/clock.ts'
import type { Platform } from '../src/platform/context.ts'
import { migrate, openDatabase } from '../src/platform/database/index.ts'
import type { App } from '../src/platform/http/index.ts'
import { uuidv7 } from '../src/platform/ids.ts'
import { createLog } from '../src/platform/log.ts'
import { migrationsFolder } from '../src/platform/package-root.ts'
import type { PgEndpoints } from '../src/platform/postgres/endpoints.ts'
import { createTestDatabase } from '../src/platform/postgres/testing.ts'

/** A clock a test moves. */
export interface TestClock extends Clock {
  set(now: number): void
  advance(ms: number): void
}

/** Monday 2026-11-23 09:30 in Shanghai. */
export const MONDAY_MORNING = Date.parse('2026-11-23T09:30:00+08:00')

export interface TestTenant {
  readonly id: string
  readonly slug: string
  /** One API key per role; rep and leader keys stand for people of team 1. */
  readonly keys: Readonly<Record<RoleName, string>>
  readonly reps: readonly string[]
  readonly teams: readonly string[]
}

export interface TestApp {
  readonly app: App
  readonly platform: Platform
  readonly slices: Slices
  readonly clock: TestClock
  readonly endpoints: PgEndpoints
  addTenant(options?: TenantOptions): Promise<TestTenant>
  /** One call with a key; the body parsed. */
  call<T = Record<string, unknown>>(
    key: string | null,
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<{ status: number; body: T; headers: Record<string, unknown> }>
  close(): Promise<void>
}

export interface TenantOptions {
  readonly slug?: string
  /** Teams of equal size; reps are numbered through. */
  readonly teams?: number
  readonly repsPerTeam?: number
  /** Columns of the rep table that differ from the defaults. */
  readonly rep?: (index: number, team: number) => Readonly<Record<string, unknown>>
  /** Gauges off: for tests about something else. */
  readonly unlimited?: boolean
}

/** The whole server on a database of its own, without a port. */
export async function createTestApp(
  options: {
    now?: number
    log?: boolean
    smtpUrl?: string
    /** Loopback, where fakes of other systems listen. */
    privateTargets?: readonly string[]
  } = {},
): Promise<TestApp> {
  const testDatabase = await createTestDatabase({
    migrate: async (endpoints) => void (await migrate(endpoints, migrationsFolder())),
  })
  const log = createLog({
    level: options.log === true ? 'debug' : 'fatal',
    pretty: true,
    write: (line) => process.stderr.write(line),
  })
  let now = options.now ?? MONDAY_MORNING
  const clock: TestClock = {
    now: () => now,
    set: (to) => {
      now = to
    },
    advance: (ms) => {
      now += ms
    },
  }
  const database = openDatabase({ endpoints: testDatabase.endpoints, log })
  const platform: Platform = {
    database,
    clock,
    log,
    publicUrl: 'http://127.0.0.1:7300',
    secret: 'x'.repeat(40),
    smtpUrl: options.smtpUrl ?? null,
  }
  const slices = composeSlices(platform, { privateTargets: options.privateTargets ?? [] })
  const app = await composeApp(platform, slices, { trustProxy: false, publicRateLimit: 0 })
  await app.ready()
  return {
    app,
    platform,
    slices,
    clock,
    endpoints: testDatabase.endpoints,
    addTenant: (tenant = {}) => addTenant(slices, platform, tenant),
    async call(key, method, url, body, headers = {}) {
      const response = await app.inject({
        method,
        url,
        headers: { ...(key === null ? {} : { authorization: `Bearer ${key}` }), ...headers },
        ...(body === undefined ? {} : { payload: body as object }),
      })
      return {
        status: response.statusCode,
        body: response.body === '' ? (null as never) : response.json(),
        headers: response.headers,
      }
    },
    async close() {
      await app.close()
      await slices.assignment.drained()
      await database.close()
      await testDatabase.drop()
    },
  }
}

async function addTenant(slices: Slices, platform: Platform, options: TenantOptions): Promise<TestTenant> {
  const { database, clock } = platform
  const slug = options.slug ?? `t-${uuidv7(clock.now()).slice(-12)}`
  const { tenantId } = await slices.identity.createTenant({ name: slug, slug })
  const teams = Array.from({ length: options.teams ?? 2 }, () => uuidv7(clock.now()))
  const perTeam = options.repsPerTeam ?? 2
  const reps = teams.flatMap((team, index) =>
    Array.from({ length: perTeam }, (_, place) => ({
      id: uuidv7(clock.now()),
      team,
      index,
      number: index * perTeam + place,
    })),
  )
  await database.write(tenantId, async (db) => {
    const at = new Date(clock.now())
    for (const [index, id] of teams.entries())
      await db.query('insert into team (tenant_id, id, name, created_at) values ($1, $2, $3, $4)', [
        tenantId,
        id,
        `Team ${index + 1}`,
        at,
      ])
    for (const rep of reps) {
      const columns: Record<string, unknown> = {
        tenant_id: tenantId,
        id: rep.id,
        team_id: rep.team,
        name: `Rep ${rep.number + 1}`,
        created_at: at,
        updated_at: at,
        ...(options.unlimited === true ? { gauges: unlimitedGauges } : {}),
        ...options.rep?.(rep.number, rep.index),
      }
      const names = Object.keys(columns)
      await db.query(
        `insert into rep (${names.join(', ')}) values (${names.map((_, i) => `$${i + 1}`).join(', ')})`,
        Object.values(columns),
      )
    }
    await slices.people.bumpRoster(db)
  })
  const keys = {} as Record<RoleName, string>
  for (const role of roleNames) {
    const { key } = await slices.identity.createApiKey({
      tenantId,
      name: role,
      role,
      ...(teams[0] === undefined ? {} : { teamId: teams[0] }),
      ...(reps[0] === undefined ? {} : { repId: reps[0].id }),
    })
    keys[role] = key
  }
  return { id: tenantId, slug, keys, reps: reps.map((rep) => rep.id), teams }
}

const unlimitedGauges = JSON.stringify([{ name: 'load_index', threshold: 1_000_000_000, action: 'pause' }])
