import { reachOfRole } from '../identity/permissions.ts'
import { createPeople } from '../people/index.ts'
import type { TenantWriter } from '../platform/database/index.ts'
import type { App, Principal } from '../platform/http/index.ts'
import { createApp } from '../platform/http/index.ts'
import { uuidv7 } from '../platform/ids.ts'
import { createLog } from '../platform/log.ts'
import { type Customers, createCustomers, customerRoutes } from './index.ts'
import { openTenantDatabase, type TenantDatabase } from './testing.ts'

export interface CustomersApp extends TenantDatabase {
  readonly app: App
  readonly customers: Customers
  /** A caller of a role, to be sent as a header. */
  as(
    role: string,
    who?: { repId?: string; teamId?: string; tenantId?: string },
  ): { headers: Record<string, string> }
  /** A team with one rep in it. */
  aRep(name: string, teamId?: string): Promise<{ repId: string; teamId: string }>
  /** Lays down where an item stands, as assignment would. */
  own(itemId: string, kind: string, state: string, ownerId: string | null): Promise<void>
}

/** The routes of this slice on a real database; who calls is said by a header, what they may by the real table. */
export async function openCustomersApp(
  now: number,
  more?: (app: App, customers: Customers) => void,
): Promise<CustomersApp> {
  const tenant = await openTenantDatabase(now)
  const log = createLog({ level: 'error', pretty: true, write: (line) => process.stderr.write(line) })
  const app = await createApp({
    log,
    trustProxy: false,
    version: '0.0.0',
    publicRateLimit: 0,
    gatekeeper: {
      authenticate: async ({ headers }) =>
        typeof headers['x-principal'] === 'string' ? (JSON.parse(headers['x-principal']) as Principal) : null,
      reachOf: (principal, permission) => reachOfRole(principal.role, permission),
    },
  } as Parameters<typeof createApp>[0])
  const customers = createCustomers(
    {
      database: tenant.database,
      clock: { now: () => now },
      log,
      publicUrl: 'http://127.0.0.1:7300',
      secret: 'a secret of the tests, long enough to be one',
      smtpUrl: null,
    } as Parameters<typeof createCustomers>[0],
    createPeople(),
  )
  customers.assessWith(async (_, facts) => ({
    facts: { ...facts, tier: 'B' },
    tags: Array.isArray(facts['tags']) ? (facts['tags'] as readonly string[]) : [],
    value: 'mid',
    difficulty: null,
    score: 50,
    scoreTerms: [{ field: 'industry', score: 1, weight: 1, contribution: 1000, missing: false }],
    tier: 'B',
    gridCell: 'mid_medium',
    taskType: 'standard',
    quadrant: 'routine',
    pointsHundredths: 150,
  }))
  const insert = (db: TenantWriter, itemId: string, kind: string, state: string, ownerId: string | null) =>
    db.query(
      `insert into work_item (tenant_id, id, kind, state, owner_id, created_at, reason_code, points_hundredths)
       values ($1, $2, $3, $4, $5, $6, 'TEST', 150)`,
      [tenant.tenantId, itemId, kind, state, ownerId, new Date(now)],
    )
  const own: CustomersApp['own'] = async (itemId, kind, state, ownerId) => {
    await tenant.database.write(tenant.tenantId, async (db) => {
      await db.query('delete from work_item where tenant_id = $1 and id = $2', [tenant.tenantId, itemId])
      await insert(db, itemId, kind, state, ownerId)
    })
  }
  customers.placeWith(async (db, items) => {
    for (const { id, kind, ownerId } of items)
      await insert(db, id, kind, ownerId === null ? 'waiting' : 'owned', ownerId)
  })
  customerRoutes(app, customers)
  more?.(app, customers)
  await app.ready()
  return {
    ...tenant,
    app,
    customers,
    own,
    as: (role, who = {}) => ({
      headers: {
        'x-principal': JSON.stringify({
          kind: 'member',
          id: who.repId ?? '00000000-0000-7000-8000-000000000001',
          tenantId: who.tenantId ?? tenant.tenantId,
          role,
          repId: who.repId ?? null,
          teamId: who.teamId ?? null,
        }),
      },
    }),
    async aRep(name, teamId) {
      const repId = uuidv7(now)
      const team = teamId ?? uuidv7(now)
      await tenant.database.write(tenant.tenantId, async (db) => {
        if (teamId === undefined)
          await db.query('insert into team (tenant_id, id, name, created_at) values ($1, $2, $3, $4)', [
            tenant.tenantId,
            team,
            `team of ${name}`,
            new Date(now),
          ])
        await db.query(
          'insert into rep (tenant_id, id, team_id, name, created_at, updated_at) values ($1, $2, $3, $4, $5, $5)',
          [tenant.tenantId, repId, team, name, new Date(now)],
        )
      })
      return { repId, teamId: team }
    },
    async close() {
      await app.close()
      await tenant.close()
    },
  }
}
