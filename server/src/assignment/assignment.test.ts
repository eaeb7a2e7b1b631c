import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApp, type TestApp } from '../../test/test-app.ts'

interface Answer {
  id: string
  state: string
  owner: { id: string; name: string } | null
  decisionId: string
  reason: { code: string; text: string }
}

describe('a lead finds its person', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await createTestApp({ log: true })
  })
  afterAll(() => test.close())

  it('answers a new lead with its owner, a reason in words and a decision that replays bit for bit', async () => {
    const tenant = await test.addTenant()
    const { status, body } = await test.call<Answer>(tenant.keys.admin, 'POST', '/api/v1/leads', {
      name: '王芳',
      company: '杭州远景医疗科技有限公司',
      phone: '13812345678',
      region: '浙江/杭州',
      amount: 120000,
    })
    expect(status).toBe(201)
    expect(body).toMatchObject({ state: 'owned' })
    expect(tenant.reps).toContain(body.owner?.id)
    expect(body.reason.text).not.toBe('')

    const decision = await test.call<{
      candidates: { terms?: { contribution: number }[]; total: number; propensity: number }[]
    }>(tenant.keys.admin, 'GET', `/api/v1/decisions/${body.decisionId}`)
    expect(decision.status).toBe(200)
    const { candidates } = decision.body
    expect(candidates).toHaveLength(4)
    expect(candidates.reduce((sum, one) => sum + one.propensity, 0)).toBe(1_000_000)
    for (const one of candidates)
      expect(one.terms?.reduce((sum, term) => sum + term.contribution, 0)).toBe(one.total)

    await test.platform.database.write(tenant.id, async (db) =>
      (await import('./index.ts')).sealTenant(db, test.clock.now()),
    )
    const verified = await test.call(tenant.keys.admin, 'POST', `/api/v1/decisions/${body.decisionId}/verify`)
    expect(verified.body).toMatchObject({ identical: true, content: 'intact', chain: 'intact' })
  })

  it('gives forty leads one at a time to twenty equal reps two each', async () => {
    const tenant = await test.addTenant({ teams: 4, repsPerTeam: 5 })
    const owners = new Map<string, number>()
    for (let i = 0; i < 40; i++) {
      const { body } = await test.call<Answer>(tenant.keys.admin, 'POST', '/api/v1/leads', {
        name: `Lead ${i}`,
      })
      owners.set(body.owner?.id ?? 'nobody', (owners.get(body.owner?.id ?? 'nobody') ?? 0) + 1)
    }
    expect([...owners.values()]).toEqual(Array(20).fill(2))
  })

  it('keeps a cap of five under thirty parallel creations', async () => {
    const tenant = await test.addTenant({
      teams: 1,
      repsPerTeam: 1,
      unlimited: true,
      rep: () => ({ limits: JSON.stringify({ dailyMax: 5 }) }),
    })
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, i) =>
        test.call<Answer>(tenant.keys.admin, 'POST', '/api/v1/leads', { name: `Lead ${i}` }),
      ),
    )
    expect(answers.filter((one) => one.body.state === 'owned')).toHaveLength(5)
    expect(answers.filter((one) => one.body.state === 'waiting')).toHaveLength(25)
  })

  it('makes one lead of ten parallel calls with one Idempotency-Key, and refuses the key with another body', async () => {
    const tenant = await test.addTenant()
    const call = (name: string) =>
      test.call<Answer>(tenant.keys.admin, 'POST', '/api/v1/leads', { name }, { 'idempotency-key': 'one' })
    const answers = await Promise.all(Array.from({ length: 10 }, () => call('once')))
    expect(new Set(answers.map((one) => JSON.stringify(one.body))).size).toBe(1)
    expect(answers.every((one) => one.status === 201)).toBe(true)
    const { rows } = await test.platform.database.owner.query(
      'select count(*)::int as n from lead where tenant_id = $1',
      [tenant.id],
    )
    expect(rows[0]).toEqual({ n: 1 })
    expect((await call('twice')).body).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED', status: 422 })
  })

  it('takes a lead in the column names of leads.csv, and assigns the queue when asked for nothing in particular', async () => {
    const tenant = await test.addTenant()
    const row = {
      id: 'L-7',
      name: '韩梅梅',
      region: '浙江',
      amount: '12.5万',
      value: '高',
      tags: 'VIP；复购',
    }
    const { status, body } = await test.call<Answer>(tenant.keys.admin, 'POST', '/api/v1/leads', row)
    expect(status).toBe(201)
    const lead = await test.call(tenant.keys.admin, 'GET', `/api/v1/leads/${body.id}`)
    expect(lead.body).toMatchObject({ externalId: 'L-7', amount: 125_000, value: 'high' })
    expect(lead.body['tags']).toEqual(expect.arrayContaining(['VIP', '复购']))
    expect((await test.call(tenant.keys.admin, 'POST', '/api/v1/assignments', {})).status).toBe(200)
    expect((await test.call(tenant.keys.rep, 'GET', '/api/v1/policy/schema')).body).toHaveProperty('$schema')
  })

  it('serves whoever waits longest when capacity comes free', async () => {
    const tenant = await test.addTenant({
      teams: 1,
      repsPerTeam: 1,
      unlimited: true,
      rep: () => ({ gauges: JSON.stringify([{ name: 'open_items', threshold: 1, action: 'pause' }]) }),
    })
    const leads: Answer[] = []
    for (let i = 0; i < 3; i++) {
      test.clock.advance(1000)
      leads.push(
        (await test.call<Answer>(tenant.keys.admin, 'POST', '/api/v1/leads', { name: `Lead ${i}` })).body,
      )
    }
    expect(leads.map((lead) => lead.state)).toEqual(['owned', 'waiting', 'waiting'])
    const closed = await test.call<Answer>(tenant.keys.admin, 'POST', `/api/v1/leads/${leads[0]?.id}/close`, {
      outcome: 'won',
    })
    expect(closed.status).toBe(200)
    const after = await test.platform.database.owner.query(
      'select state from work_item where tenant_id = $1 order by created_at',
      [tenant.id],
    )
    expect(after.rows.map((row) => row.state)).toEqual(['closed', 'owned', 'waiting'])
  })
})

describe('turns stay fair when people come and go', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await createTestApp()
  })
  afterAll(() => test.close())

  it('does not flood a rep who was hired, nor one who is back from leave', async () => {
    const tenant = await test.addTenant({ teams: 1, repsPerTeam: 3, unlimited: true })
    const give = async (count: number): Promise<Map<string, number>> => {
      const counts = new Map<string, number>()
      for (let i = 0; i < count; i++) {
        const { body } = await test.call<Answer>(tenant.keys.admin, 'POST', '/api/v1/leads', {
          name: `Lead ${i}`,
        })
        const owner = body.owner?.name ?? 'nobody'
        counts.set(owner, (counts.get(owner) ?? 0) + 1)
      }
      return counts
    }
    const sweep = async (): Promise<void> =>
      test.slices.sweeps.find((one) => one.name === 'note-absences')?.run(new AbortController().signal)
    await give(30)

    const hired = await test.call(tenant.keys.admin, 'POST', '/api/v1/reps', {
      name: 'Newcomer',
      teamId: tenant.teams[0],
      gauges: [{ name: 'load_index', threshold: 1_000_000, action: 'pause' }],
    })
    expect(hired.status).toBe(201)
    // Four people, eight leads: two each, not eight for whoever is new.
    expect((await give(8)).get('Newcomer')).toBe(2)

    const [away] = tenant.reps
    const leave = await test.call<{ id: string }>(tenant.keys.admin, 'POST', '/api/v1/leaves', {
      repId: away,
      kind: 'annual',
      startsAt: new Date(test.clock.now() - 1000).toISOString(),
      endsAt: new Date(test.clock.now() + 3_600_000).toISOString(),
    })
    expect(leave.status).toBe(201)
    await sweep()
    expect((await give(30)).has('Rep 1')).toBe(false)
    test.clock.advance(2 * 3_600_000)
    await sweep()
    expect((await give(8)).get('Rep 1')).toBe(2)
  })
})
