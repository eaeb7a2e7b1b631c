import { type CapRule, defaultPolicy, type Policy } from '@peineng/engine'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { moreServers } from '../../test/more-servers.ts'
import { createTestApp, type TestApp, type TestTenant } from '../../test/test-app.ts'
import { sealTenant } from './decisions/seal-decisions.ts'

interface Place {
  id: string
  state: string
  owner: { id: string } | null
  decisionId: string
  reason: { code: string; params: Record<string, number> }
}
const HOUR = 3_600_000

describe('a cap over a sliding window', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await createTestApp()
  })
  afterAll(() => test.close())

  const company = async (
    caps: readonly CapRule[],
    more: Partial<Policy['fallback']> = {},
  ): Promise<TestTenant> => {
    const tenant = await test.addTenant({ teams: 2, repsPerTeam: 3, unlimited: true })
    const house = defaultPolicy()
    const policy = { ...house, rules: [], caps, fallback: { ...house.fallback, ...more } }
    await test.call(tenant.keys.admin, 'PUT', '/api/v1/policy', policy, { 'if-match': '*' })
    const published = await test.call(tenant.keys.admin, 'POST', '/api/v1/policy/publish', { note: 'caps' })
    expect(published.status).toBe(200)
    return tenant
  }
  const create = async (tenant: TestTenant, name: string, source = '展会'): Promise<Place> =>
    (await test.call<Place>(tenant.keys.admin, 'POST', '/api/v1/leads', { name, source })).body
  const rows = async <T extends Record<string, unknown>>(text: string, ...values: unknown[]): Promise<T[]> =>
    (await test.platform.database.owner.query<T>(text, values)).rows
  const fair = { field: 'source', op: 'eq', value: '展会' } as const

  it('holds per team under four servers creating, closing and assigning at one moment', async () => {
    const tenant = await company([{ id: 'fair', when: fair, per: 'team', limit: 5, window: { hours: 1 } }])
    const servers = await moreServers(test, 4)
    try {
      const send = async (n: number, url: string, body: object): Promise<Place> => {
        const answer = await servers.apps[n % 4]!.inject({
          method: 'POST',
          url: `/api/v1/${url}`,
          headers: { authorization: `Bearer ${tenant.keys.admin}` },
          payload: body,
        })
        expect([200, 201]).toContain(answer.statusCode)
        return answer.json()
      }
      const made = await Promise.all(
        Array.from({ length: 40 }, async (_, n) => {
          const lead = await send(n, 'leads', { name: `Lead ${n}`, source: n % 4 === 3 ? '官网' : '展会' })
          // Room of the gauges comes free, and with it the queue is looked at: the cap still holds.
          if (n % 8 === 0) await send(n, 'assignments', { waiting: true })
          if (n % 4 === 3) await send(n + 1, `leads/${lead.id}/close`, { outcome: 'lost' })
          return lead
        }),
      )
      expect(made.filter((_, n) => n % 4 === 3).every((lead) => lead.state === 'owned')).toBe(true)
    } finally {
      await servers.close()
    }
    const given = await rows<{ n: number }>(
      `select count(*)::int as n from work_item w join rep r on r.tenant_id = w.tenant_id and r.id = w.owner_id
       join lead l on l.tenant_id = w.tenant_id and l.id = w.id and l.source = '展会'
       where w.tenant_id = $1 and w.state = 'owned' group by r.team_id`,
      tenant.id,
    )
    expect(given.map((row) => row.n)).toEqual([5, 5])
    const [waiting] = await rows<{ n: number; due: Date }>(
      `select count(*)::int as n, min(release_at) as due from work_item where tenant_id = $1 and state = 'waiting'`,
      tenant.id,
    )
    expect(waiting).toEqual({ n: 20, due: new Date(test.clock.now() + HOUR) })

    test.clock.advance(HOUR)
    await test.call(tenant.keys.admin, 'POST', '/api/v1/assignments', { waiting: true })
    const [after] = await rows<{ n: number; kept: number }>(
      `select count(*)::int as n, (select count(*)::int from cap_use where tenant_id = $1) as kept
       from work_item where tenant_id = $1 and state = 'waiting'`,
      tenant.id,
    )
    // Ten more, and the ten of the hour before are forgotten.
    expect(after).toEqual({ n: 10, kept: 10 })
  })

  it('stands in the decision, which replays bit for bit, and leaves other leads alone', async () => {
    const tenant = await company([{ id: 'fair', when: fair, per: 'rep', limit: 1, window: { minutes: 30 } }])
    const leads: Place[] = []
    for (let n = 0; n < 7; n++) leads.push(await create(tenant, `Lead ${n}`))
    expect(new Set(leads.slice(0, 6).map((lead) => lead.owner?.id)).size).toBe(6)
    expect(leads[6]).toMatchObject({ state: 'waiting', reason: { params: { CAP_WINDOW: 6 } } })
    expect(await create(tenant, 'Other', '官网')).toMatchObject({ state: 'owned' })
    await test.platform.database.write(tenant.id, (db) => sealTenant(db, test.clock.now()))
    for (const lead of leads) {
      const url = `/api/v1/decisions/${lead.decisionId}/verify`
      const { body } = await test.call(tenant.keys.admin, 'POST', url)
      expect(body).toMatchObject({ identical: true, content: 'intact' })
    }
  })

  it('gives the place back where an offer is declined', async () => {
    const offered = { offer: { minutes: 10 } }
    const tenant = await company(
      [{ id: 'fair', when: fair, per: 'rule', limit: 1, window: { days: 1 } }],
      offered,
    )
    const lead = await create(tenant, 'Offered')
    expect(lead.state).toBe('offered')
    expect((await create(tenant, 'Second')).state).toBe('waiting')
    const repId = lead.owner?.id ?? ''
    const { key } = await test.slices.identity.createApiKey({
      tenantId: tenant.id,
      name: 'r',
      role: 'rep',
      repId,
    })
    const declined = await test.call<Place>(key, 'POST', `/api/v1/leads/${lead.id}/decline`, {
      reason: 'busy',
    })
    expect(declined.body.state).toBe('offered')
    expect(declined.body.owner?.id).not.toBe(repId)
    const [kept] = await rows<{ n: number }>(
      'select count(*)::int as n from cap_use where tenant_id = $1',
      tenant.id,
    )
    expect(kept?.n).toBe(1)
  })
})
