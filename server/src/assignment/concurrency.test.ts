import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { moreServers } from '../../test/more-servers.ts'
import { createTestApp, type TestApp } from '../../test/test-app.ts'
import type { App } from '../platform/http/index.ts'

interface Answer {
  id: string
  state: string
  owner: { id: string } | null
  assigned: number
}

const post = async (
  app: App,
  key: string,
  url: string,
  body: unknown,
): Promise<{ status: number; body: Answer }> => {
  const response = await app.inject({
    method: 'POST',
    url,
    headers: { authorization: `Bearer ${key}` },
    payload: body as object,
  })
  return { status: response.statusCode, body: response.json() }
}

describe('several servers on one database', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await createTestApp()
  })
  afterAll(() => test.close())

  it('assigns 1,000 waiting leads to 20 reps with 10 a day exactly 200 times, from four servers at once', async () => {
    const tenant = await test.addTenant({
      teams: 4,
      repsPerTeam: 5,
      unlimited: true,
      rep: () => ({ status: 'paused', limits: JSON.stringify({ dailyMax: 10 }) }),
    })
    const items = Array.from({ length: 1000 }, (_, i) => ({ name: `Waiting ${i}` }))
    const bulk = await post(test.app, tenant.keys.admin, '/api/v1/leads/bulk', { items })
    expect(bulk.status).toBe(200)
    await test.platform.database.write(tenant.id, async (db) => {
      await db.query(`update rep set status = 'active' where tenant_id = $1`, [db.tenantId])
      await test.slices.people.bumpRoster(db)
    })

    const servers = await moreServers(test, 4)
    try {
      const run = async (app: App): Promise<number> => {
        let assigned = 0
        // Each goes on until a whole look at the queue finds nobody with room.
        for (let round = 0; round < 40; round++) {
          const answer = await post(app, tenant.keys.admin, '/api/v1/assignments', { waiting: true })
          expect(answer.status).toBe(200)
          assigned += answer.body.assigned
          if (answer.body.assigned === 0) break
        }
        return assigned
      }
      const totals = await Promise.all(servers.apps.map(run))
      expect(totals.reduce((sum, one) => sum + one, 0)).toBe(200)
    } finally {
      await servers.close()
    }
    const { rows } = await test.platform.database.owner.query<{ n: number }>(
      `select count(*)::int as n from work_item where tenant_id = $1 and state = 'owned' group by owner_id`,
      [tenant.id],
    )
    expect(rows.map((row) => row.n)).toEqual(Array(20).fill(10))
    const counted = await test.platform.database.owner.query<{ n: number }>(
      `select received_today::int as n from rep_load where tenant_id = $1`,
      [tenant.id],
    )
    expect(counted.rows.map((row) => row.n)).toEqual(Array(20).fill(10))
  })

  it('keeps caps, counts and single ownership when four servers create, close, release and override at random', async () => {
    const tenant = await test.addTenant({
      teams: 2,
      repsPerTeam: 4,
      unlimited: true,
      rep: () => ({
        gauges: JSON.stringify([
          { name: 'open_items', threshold: 6, action: 'pause' },
          { name: 'load_index', threshold: 1_000_000, action: 'pause' },
        ]),
      }),
    })
    const servers = await moreServers(test, 4)
    const known: string[] = []
    try {
      await Promise.all(
        servers.apps.map(async (app, server) => {
          for (let step = 0; step < 30; step++) {
            const lead = known[(step * 7 + server * 13) % Math.max(1, known.length)]
            const verb = (step + server) % 4
            if (verb < 2 || lead === undefined) {
              const made = await post(app, tenant.keys.admin, '/api/v1/leads', {
                name: `Lead ${server}-${step}`,
              })
              expect(made.status).toBe(201)
              known.push(made.body.id)
            } else if (verb === 2) {
              const closed = await post(app, tenant.keys.admin, `/api/v1/leads/${lead}/close`, {
                outcome: 'lost',
              })
              expect([200, 409]).toContain(closed.status)
            } else {
              const released = await post(app, tenant.keys.admin, `/api/v1/leads/${lead}/release`, {})
              expect([200, 409]).toContain(released.status)
            }
          }
        }),
      )
    } finally {
      await servers.close()
    }
    const { rows } = await test.platform.database.owner.query(
      `select l.rep_id, l.open_items, count(w.id)::int as owned, l.load_hundredths, coalesce(sum(w.load_hundredths), 0)::int as load
       from rep_load l left join work_item w on w.tenant_id = l.tenant_id and w.owner_id = l.rep_id and w.state = 'owned'
       where l.tenant_id = $1 group by l.rep_id, l.open_items, l.load_hundredths`,
      [tenant.id],
    )
    for (const row of rows) {
      expect(row.open_items).toBe(row.owned)
      expect(row.load_hundredths).toBe(row.load)
      expect(row.owned).toBeLessThanOrEqual(6)
    }
    // Every lead's history is one line: each change starts where the one before it ended.
    const { rows: changes } = await test.platform.database.owner.query(
      `select item_id, from_owner_id, to_owner_id, to_state,
         lag(to_owner_id) over (partition by item_id order by at, id) as before
       from ownership_change where tenant_id = $1`,
      [tenant.id],
    )
    for (const change of changes) expect(change.from_owner_id).toBe(change.before)
  })

  it('merges a customer created at one moment on four servers into one lead', async () => {
    const tenant = await test.addTenant()
    const servers = await moreServers(test, 4)
    try {
      const answers = await Promise.all(
        servers.apps.flatMap((app) =>
          [0, 1, 2].map(() =>
            post(app, tenant.keys.admin, '/api/v1/leads', { name: '李雷', phone: '139 1234 5678' }),
          ),
        ),
      )
      expect(new Set(answers.map((one) => one.body.id)).size).toBe(1)
      expect(answers.filter((one) => one.status === 201)).toHaveLength(1)
    } finally {
      await servers.close()
    }
  })
})
