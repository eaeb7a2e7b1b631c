import { defaultPolicy, stream } from '@peineng/engine'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApp, type TestApp, type TestTenant } from '../../test/test-app.ts'
import { INDUSTRIES, insertDays, insertHistory, learnNow, pastLeads, specialists } from './testing.ts'
import { readWorkedDays } from './worked-days.ts'

interface Overview {
  state: string
  inUse: { id: string; number: number; passed: boolean; repsMatter: boolean } | null
  pinned: boolean
  learned: number
  drift: { outcomes: number; alarm: boolean } | null
  exploration: { newcomers: { rep: { id: string }; allowed: number; spent: number; left: number }[] }
  versions: { id: string; number: number; passed: boolean; verdict: string }[]
  changes: { cause: string; from: number | null; to: number | null; note: string | null }[]
}
interface Report {
  validation: { how: string; model: { calibration: { rows: number }[] } | null }
  leftOut: { name: string; why: string; signs: { reason: string }[]; confirmed: boolean }[]
}
interface Decision {
  candidates: { repId: string; win?: { use: string; used: number; low: number; high: number } }[]
}
interface Made {
  id: string
  owner: { id: string } | null
  decisionId: string
}

let test: TestApp
beforeAll(async () => {
  test = await createTestApp()
})
afterAll(() => test.close())

const company = (): Promise<TestTenant> => test.addTenant({ teams: 2, repsPerTeam: 2, unlimited: true })
const get = async <T>(tenant: TestTenant, url: string): Promise<T> =>
  (await test.call<T>(tenant.keys.admin, 'GET', `/api/v1${url}`)).body
const overview = (tenant: TestTenant): Promise<Overview> => get(tenant, '/models')
const sweep = async (name: string): Promise<void> => {
  for (const one of test.slices.sweeps) if (one.name === name) await one.run(new AbortController().signal)
}
const lead = async (tenant: TestTenant, industry: string, more: object = {}): Promise<Made> =>
  (
    await test.call<Made>(tenant.keys.admin, 'POST', '/api/v1/leads', {
      name: `Lead ${industry}`,
      industry,
      product: `line ${INDUSTRIES.indexOf(industry as (typeof INDUSTRIES)[number]) % 2}`,
      value: 'mid',
      ...more,
    })
  ).body
const history = (tenant: TestTenant, options: Partial<Parameters<typeof pastLeads>[0]> = {}) =>
  insertHistory(
    test,
    tenant,
    pastLeads({
      count: 1600,
      seed: 5,
      now: test.clock.now(),
      reps: tenant.reps,
      chance: specialists,
      ...options,
    }),
  )

describe('a company whose history says who wins what', () => {
  let tenant: TestTenant
  beforeAll(async () => {
    tenant = await company()
    await history(tenant)
    await learnNow(test, tenant)
  })

  it('has its model proven on its own newer outcomes, put into use, and shown with calibration', async () => {
    const { state, inUse, changes } = await overview(tenant)
    expect({ state, ...inUse }).toMatchObject({ state: 'in_use', number: 1, passed: true, repsMatter: true })
    expect(changes).toMatchObject([{ cause: 'nightly', from: null, to: 1 }])
    const report = await get<Report>(tenant, `/models/${inUse?.id}`)
    expect(report.validation.how).toBe('time')
    expect(report.validation.model?.calibration.length).toBeGreaterThan(3)
  })

  it('gives new leads to who wins them, more often than turns would, and replays the decision', async () => {
    const random = stream(3)
    let right = 0
    for (let n = 0; n < 24; n++) {
      const industry = random.nextInt(4)
      const made = await lead(tenant, INDUSTRIES[industry] ?? '')
      if (made.owner?.id === tenant.reps[industry]) right++
    }
    // Turns would give a quarter of them: 6 of 24.
    expect(right).toBeGreaterThan(13)
    const made = await lead(tenant, '口腔')
    const decision = await get<Decision>(tenant, `/decisions/${made.decisionId}`)
    const best = decision.candidates.find((one) => one.repId === tenant.reps[1])?.win
    expect(best).toMatchObject({ use: 'estimate' })
    expect(best?.low).toBeLessThan(best?.used ?? 0)
    expect(best?.high).toBeGreaterThan(best?.used ?? 0)
    expect(best?.used).toBeGreaterThan(400_000)
    const verified = await test.call(tenant.keys.admin, 'POST', `/api/v1/decisions/${made.decisionId}/verify`)
    expect(verified.body).toMatchObject({ identical: true })
  })

  it('moves by one step per outcome, and decisions made before still replay', async () => {
    // Beliefs are counted in steps of log-odds: one loss may stay within a step, six of one kind do not.
    const made: Made[] = []
    for (let n = 0; n < 6; n++) made.push(await lead(tenant, '影像'))
    const beliefs = async () => {
      const { decisionId } = await lead(tenant, '影像')
      const { candidates } = await get<Decision>(tenant, `/decisions/${decisionId}`)
      return candidates.reduce((sum, one) => sum + (one.win?.used ?? 0), 0)
    }
    const before = await beliefs()
    test.clock.advance(60_000)
    for (const { id } of made)
      await test.call(tenant.keys.admin, 'POST', `/api/v1/leads/${id}/close`, { outcome: 'lost' })
    await sweep('subscription:learn-outcomes')
    expect(await overview(tenant)).toMatchObject({ learned: 6, drift: { outcomes: 6 } })
    expect(await beliefs()).toBeLessThan(before)
    const verified = await test.call(
      tenant.keys.admin,
      'POST',
      `/api/v1/decisions/${made[0]?.decisionId}/verify`,
    )
    expect(verified.body).toMatchObject({ identical: true })
  })

  it('tries a newcomer out within a budget that everybody sees, and counts what that cost', async () => {
    const rep = await test.call<{ id: string }>(tenant.keys.admin, 'POST', '/api/v1/reps', {
      name: '新人',
      teamId: tenant.teams[0],
      gauges: [{ name: 'load_index', threshold: 1_000_000, action: 'pause' }],
    })
    await sweep('exploration-budgets')
    expect(rep.status).toBe(201)
    const [budget] = (await overview(tenant)).exploration.newcomers
    expect(budget).toMatchObject({ rep: { id: rep.body.id }, allowed: 1, spent: 0, left: 1 })
    let drawn = 0
    for (let n = 0; n < 120 && drawn < 4; n++) {
      const { decisionId } = await lead(tenant, INDUSTRIES[n % 4] ?? '')
      const { candidates } = await get<Decision>(tenant, `/decisions/${decisionId}`)
      const explored = candidates.some((one) => one.win?.use === 'explored')
      if (explored) drawn++
      expect(
        candidates.filter((one) => one.win?.use === 'explored').every((one) => one.repId === rep.body.id),
      ).toBe(true)
    }
    expect(drawn).toBeGreaterThan(0)
    const high = await lead(tenant, '骨科', { value: 'high' })
    const { candidates } = await get<Decision>(tenant, `/decisions/${high.decisionId}`)
    expect(candidates.some((one) => one.win?.use === 'explored')).toBe(false)
    await test.platform.database.write(tenant.id, (db) =>
      db.query(
        `insert into exploration_use (tenant_id, item_id, rep_id, at)
         select $1, gen_random_uuid(), $2, $3 from generate_series(1, 60)`,
        [tenant.id, rep.body.id, new Date(test.clock.now())],
      ),
    )
    await sweep('exploration-budgets')
    expect((await overview(tenant)).exploration.newcomers[0]).toMatchObject({ left: 0 })
    for (let n = 0; n < 20; n++) {
      const { decisionId } = await lead(tenant, '康复')
      const after = await get<Decision>(tenant, `/decisions/${decisionId}`)
      expect(after.candidates.some((one) => one.win?.use === 'explored')).toBe(false)
    }
  })

  it('is switched, rolled back and left to the nights again, each with who and why', async () => {
    await history(tenant, { count: 400, seed: 6 })
    await learnNow(test, tenant)
    expect((await overview(tenant)).inUse?.number).toBe(2)
    const back = await test.call<Overview>(tenant.keys.admin, 'POST', '/api/v1/models/roll-back', {
      note: 'the new one favours nobody I know',
    })
    expect(back.body).toMatchObject({ state: 'in_use', pinned: true, inUse: { number: 1 } })
    expect(back.body.changes[0]).toMatchObject({
      cause: 'rolled_back',
      from: 2,
      to: 1,
      note: 'the new one favours nobody I know',
    })
    await history(tenant, { count: 200, seed: 7 })
    await learnNow(test, tenant)
    expect((await overview(tenant)).inUse?.number).toBe(1)
    const second = (await overview(tenant)).versions.find((one) => one.number === 2)
    const activated = await test.call<Overview>(
      tenant.keys.admin,
      'POST',
      `/api/v1/models/${second?.id}/activate`,
      { note: 'better after all' },
    )
    expect(activated.body).toMatchObject({ inUse: { number: 2 }, pinned: true })
    const free = await test.call<Overview>(tenant.keys.admin, 'POST', '/api/v1/models/follow-nights')
    expect(free.body.pinned).toBe(false)
    const off = await test.call<Overview>(tenant.keys.admin, 'POST', '/api/v1/models/switch-off', {
      note: 'a quiet week',
    })
    expect(off.body).toMatchObject({ state: 'waiting_for_choice', inUse: null })
    const rep = await test.call(tenant.keys.rep, 'POST', '/api/v1/models/roll-back', { note: 'me' })
    expect(rep.status).toBe(403)
  })
})

describe('a model the world has left behind', () => {
  it('rings, is no longer used, and asks for a new one', async () => {
    const tenant = await company()
    await history(tenant)
    await learnNow(test, tenant)
    test.clock.advance(60_000)
    const made: Made[] = []
    for (let n = 0; n < 40; n++) made.push(await lead(tenant, INDUSTRIES[n % 4] ?? ''))
    test.clock.advance(60_000)
    for (const { id } of made)
      await test.call(tenant.keys.admin, 'POST', `/api/v1/leads/${id}/close`, { outcome: 'lost' })
    await sweep('subscription:learn-outcomes')
    const after = await overview(tenant)
    expect(after).toMatchObject({ state: 'suspended', drift: { alarm: true }, job: { cause: 'drift' } })
    const { decisionId } = await lead(tenant, '骨科')
    const { candidates } = await get<Decision>(tenant, `/decisions/${decisionId}`)
    expect(new Set(candidates.map((one) => one.win?.use))).toEqual(new Set(['base-rate']))
  })
})

describe('a history that says nothing about who wins', () => {
  it('leads to "not enough evidence", is never used and cannot be forced into use', async () => {
    const tenant = await company()
    await history(tenant, { chance: () => 0.3 })
    await learnNow(test, tenant)
    const { state, inUse, versions } = await overview(tenant)
    expect({ state, inUse }).toEqual({ state: 'not_proven', inUse: null })
    expect(versions).toMatchObject([{ passed: false, verdict: 'NO_BETTER_THAN_BASE_RATE' }])
    const forced = await test.call(tenant.keys.admin, 'POST', `/api/v1/models/${versions[0]?.id}/activate`, {
      note: 'I want it',
    })
    expect(forced).toMatchObject({ status: 409, body: { code: 'MODEL_NOT_PROVEN' } })
    const owners = new Map<string | undefined, number>()
    for (let n = 0; n < 12; n++) {
      const { owner } = await lead(tenant, INDUSTRIES[n % 4] ?? '')
      owners.set(owner?.id, (owners.get(owner?.id) ?? 0) + 1)
    }
    expect([...owners.values()]).toEqual([3, 3, 3, 3])
  })

  it('is the same with the few outcomes of a young company', async () => {
    const tenant = await company()
    await history(tenant, { count: 60, chance: () => 0.3 })
    await learnNow(test, tenant)
    expect((await overview(tenant)).versions).toMatchObject([
      { passed: false, verdict: 'NOT_ENOUGH_OUTCOMES' },
    ])
  })
})

describe('a column that is filled in after the outcome', () => {
  it('is named and left out until a person says it is known at arrival', async () => {
    const tenant = await company()
    await history(tenant, {
      more: (random, won) =>
        won || random.nextInt(10) === 0 ? { 'custom.contractNo': `C${random.nextInt(4)}` } : {},
    })
    await learnNow(test, tenant)
    const suspect = async () => {
      const { versions } = await overview(tenant)
      const { leftOut } = await get<Report>(tenant, `/models/${versions[0]?.id}`)
      return leftOut.find((column) => column.name === 'custom.contractNo')
    }
    expect(await suspect()).toMatchObject({ why: 'suspected-leakage', confirmed: false })
    await test.call(tenant.keys.admin, 'POST', '/api/v1/models/columns', {
      name: 'custom.contractNo',
      confirmed: true,
    })
    expect(await suspect()).toMatchObject({ confirmed: true })
    await learnNow(test, tenant)
    expect(await suspect()).toBeUndefined()
  })
})

interface Proposal {
  id: string
  rep: { id: string }
  kind: string
  subject: string
  was: number | null
  proposed: number | null
  state: string
}
interface Board {
  outcomes: number
  customerTypes: string[]
  reps: {
    rep: { id: string }
    strength: { score: number; betterLeads: number; soldBetter: number; known: boolean } | null
    byDomain: { value: string; soldBetter: number; soldBetterLow: number; soldBetterHigh: number }[]
    capacity: { limit: number; low: number; high: number; best: number } | null
  }[]
  proposals: Proposal[]
}

describe('what history says of people', () => {
  let tenant: TestTenant
  beforeAll(async () => {
    tenant = await company()
    // The second rep sells much better; the first gets the easy leads and is no better than the others.
    await history(tenant, {
      count: 2400,
      chance: (rep, industry) => (industry === 0 ? 0.5 : 0.2) + (rep === 1 ? 0.2 : 0),
    })
    await insertHistory(
      test,
      tenant,
      pastLeads({
        count: 400,
        seed: 8,
        now: test.clock.now(),
        reps: tenant.reps.slice(0, 1),
        chance: () => 0.5,
      }).map((one) => ({ ...one, facts: { ...one.facts, industry: INDUSTRIES[0] } })),
    )
    await learnNow(test, tenant, 'capability')
  })
  const board = (key: string) => test.call<Board>(key, 'GET', '/api/v1/capability')
  const of = (body: Board, rep: number) => body.reps.find((one) => one.rep.id === tenant.reps[rep])

  it('tells luck with leads from selling better, per customer type as well, with intervals', async () => {
    const { body } = await board(tenant.keys.admin)
    expect(body.outcomes).toBe(2800)
    expect(new Set(body.customerTypes)).toEqual(new Set(INDUSTRIES))
    expect(of(body, 1)?.strength).toMatchObject({ known: true })
    expect(of(body, 1)?.strength?.score).toBeGreaterThan(55)
    expect(of(body, 0)?.strength?.betterLeads).toBeGreaterThan(0.04)
    expect(of(body, 0)?.strength?.soldBetter).toBeLessThan(0.04)
    for (const one of of(body, 1)?.byDomain ?? []) {
      expect(one.soldBetterLow).toBeLessThanOrEqual(one.soldBetter)
      expect(one.soldBetterHigh).toBeGreaterThanOrEqual(one.soldBetter)
    }
    const { capacity } = of(body, 1) ?? {}
    expect(capacity?.low).toBeLessThan(capacity?.high ?? 0)
  })

  it('shows reps themselves and leaders their team, and nobody another company', async () => {
    const own = (await board(tenant.keys.rep)).body.reps.map((one) => one.rep.id)
    expect(own.length).toBeLessThanOrEqual(1)
    const team = (await board(tenant.keys.team_lead)).body.reps.map((one) => one.rep.id)
    expect([...team].sort()).toEqual([...tenant.reps.slice(0, 2)].sort())
    const stranger = await company()
    expect((await board(stranger.keys.admin)).body.reps).toEqual([])
    const peek = await test.call(stranger.keys.admin, 'GET', `/api/v1/reps/${tenant.reps[0]}/capability`)
    expect(peek.status).toBe(404)
  })

  it('says which share of the work a rep does where', async () => {
    const { domains } = await get<{ domains: { value: string; sharePermille: number }[] }>(
      tenant,
      `/reps/${tenant.reps[0]}/capability`,
    )
    expect(domains.find((one) => one.value === INDUSTRIES[0])?.sharePermille).toBeGreaterThan(500)
  })

  it('proposes tags and weights; accepting writes them, declining rests them, and nothing is decided twice', async () => {
    const { proposals } = (await board(tenant.keys.admin)).body
    const tag = proposals.find((one) => one.kind === 'tag' && one.rep.id === tenant.reps[1])
    const weight = proposals.find((one) => one.kind === 'weight' && one.rep.id === tenant.reps[1])
    expect(weight).toMatchObject({ was: 100, state: 'open' })
    expect(weight?.proposed).toBeGreaterThan(100)
    const decide = (id: string | undefined, accept: boolean) =>
      test.call<Proposal>(tenant.keys.team_lead, 'POST', `/api/v1/capability/proposals/${id}/decision`, {
        accept,
      })
    expect(await decide(tag?.id, true)).toMatchObject({ status: 200, body: { state: 'accepted' } })
    expect((await decide(tag?.id, true)).status).toBe(409)
    expect((await decide(weight?.id, false)).body.state).toBe('declined')
    const rep = await get<{ weight: number; tags: { tag: string; source: string; evidence: string }[] }>(
      tenant,
      `/reps/${tenant.reps[1]}`,
    )
    expect(rep.weight).toBe(100)
    expect(rep.tags).toMatchObject([{ tag: tag?.subject, source: 'history' }])
    expect(rep.tags[0]?.evidence).toMatch(/^\d+\/\d+ · \d+% \(\d+%–\d+%\) · Ø \d+%/)
    await learnNow(test, tenant, 'capability')
    const again = (await board(tenant.keys.admin)).body.proposals.filter((one) => one.state === 'open')
    expect(again.some((one) => one.kind === 'weight' && one.rep.id === tenant.reps[1])).toBe(false)
    expect(
      again.some((one) => one.kind === 'tag' && one.subject === tag?.subject && one.rep.id === tag?.rep.id),
    ).toBe(false)
  })

  it('proposes that a tag goes when its evidence has gone stale', async () => {
    test.clock.advance(400 * 86_400_000)
    await learnNow(test, tenant, 'capability')
    const { proposals } = (await board(tenant.keys.admin)).body
    expect(proposals.filter((one) => one.state === 'open').map((one) => one.kind)).toContain('stale_tag')
    expect(proposals.filter((one) => one.state === 'open').map((one) => one.kind)).not.toContain('tag')
    test.clock.advance(-400 * 86_400_000)
  })
})

interface Paced {
  paceQuality: string | null
  pace: {
    measure: string
    days: number
    usual: number | null
    evidence: string
    found: { limit: number; low: number; high: number; loss: number; lossLow: number } | null
  }[]
}

describe('how much a day suits somebody', () => {
  let tenant: TestTenant
  beforeAll(async () => {
    tenant = await company()
    const [early = '', late = '', fresh = ''] = tenant.reps
    await insertDays(test, tenant, { repId: early, days: 120, limit: 6 })
    await insertDays(test, tenant, { repId: late, days: 121, limit: 10 })
    await insertDays(test, tenant, { repId: fresh, days: 9, limit: 6 })
    await learnNow(test, tenant, 'capability')
  })
  const paceOf = async (rep: number, measure: string) => {
    const { pace } = await get<Paced>(tenant, `/reps/${tenant.reps[rep]}/capability`)
    return pace.find((one) => one.measure === measure)
  }

  it('is read from customers and talk time a day against what moved on, each with its interval', async () => {
    const { paceQuality } = await get<Paced>(tenant, `/reps/${tenant.reps[0]}/capability`)
    expect(paceQuality).toBe('moved')
    for (const measure of ['customers', 'highIntent']) {
      const [early, late] = [await paceOf(0, measure), await paceOf(1, measure)]
      expect(early).toMatchObject({ days: 120, evidence: 'enough' })
      expect(Math.abs((early?.found?.limit ?? 0) - 6)).toBeLessThan(1.5)
      expect(early?.found?.low).toBeLessThan(early?.found?.limit ?? 0)
      expect(early?.found?.lossLow).toBeGreaterThan(0)
      expect(late?.found?.limit).toBeGreaterThan((early?.found?.limit ?? 0) + 2)
    }
    const talk = await paceOf(0, 'talkMinutes')
    expect(Math.abs((talk?.found?.limit ?? 0) - 90)).toBeLessThan(25)
  })

  it('counts a deal once, on the day it was first worked on, and only what ended afterwards', async () => {
    const other = await company()
    const [repId = ''] = other.reps
    await insertDays(test, other, { repId, days: 9, limit: 6 })
    const now = test.clock.now()
    const totals = async (closedAt: number) => {
      const days = await test.platform.database.write(other.id, async (db) => {
        await db.query(`update lead set outcome = 'won', closed_at = $2 where tenant_id = $1`, [
          other.id,
          new Date(closedAt),
        ])
        return readWorkedDays(db, { from: 0, to: now, timeZone: 'Asia/Shanghai' })
      })
      const sum = (of: (day: (typeof days)[number]) => number) => days.reduce((n, day) => n + of(day), 0)
      return [days.length, sum((day) => day.decided), sum((day) => day.won), sum((day) => day.customers) > 40]
    }
    const [days, decided, won, many] = await totals(now)
    expect([days, won, many]).toEqual([9, decided, true])
    expect(Number(decided)).toBeGreaterThan(9)
    expect(Number(decided)).toBeLessThanOrEqual(13)
    expect((await totals(now - 30 * 86_400_000)).slice(1, 3)).toEqual([0, 0])
  })

  it('is not said of who worked few days or none', async () => {
    expect(await paceOf(2, 'customers')).toMatchObject({ days: 9, evidence: 'few_days', found: null })
    expect(await paceOf(3, 'customers')).toMatchObject({ days: 0, usual: null, evidence: 'few_days' })
  })

  describe('where the policy lets the daily limit of high-intent customers follow it', () => {
    const follow = async (highIntentLimit: 'policy' | 'personal') => {
      const gauges = [
        { name: 'load_index', threshold: 1_000_000, action: 'pause' },
        { name: 'high_intent_today', threshold: 10, action: 'pause' },
      ]
      const next = { ...defaultPolicy(), gauges, learning: { capability: { highIntentLimit } } }
      await test.call(tenant.keys.admin, 'PUT', '/api/v1/policy', next, { 'if-match': '*' })
      const published = await test.call(tenant.keys.admin, 'POST', '/api/v1/policy/publish', { note: 'E8' })
      expect(published.status).toBe(200)
    }
    const gaugeOf = async (rep: number) => {
      const { gauges } = await get<{
        gauges: { value: { name: string; threshold: number; personal?: object }; from: { kind: string } }[]
      }>(tenant, `/reps/${tenant.reps[rep]}/capacity`)
      const gauge = gauges.find((one) => one.value.name === 'high_intent_today')
      return [gauge?.value.threshold, gauge?.from.kind]
    }
    const night = (days = 0) => {
      test.clock.advance(days * 86_400_000)
      return learnNow(test, tenant, 'capability')
    }

    it('goes a step a week towards the figure, only for whom there is enough evidence', async () => {
      await night()
      expect(await gaugeOf(0)).toEqual([10, 'company'])
      await follow('personal')
      await night()
      expect(await gaugeOf(0)).toEqual([8, 'personal'])
      expect(await gaugeOf(2)).toEqual([10, 'company'])
      await night(1)
      expect(await gaugeOf(0)).toEqual([8, 'personal'])
      await night(7)
      expect(await gaugeOf(0)).toEqual([6, 'personal'])
      const { highIntentLimit } = await get<{ highIntentLimit: object | null }>(
        tenant,
        `/reps/${tenant.reps[0]}/capability`,
      )
      expect(highIntentLimit).toEqual({
        value: 6,
        start: 10,
        since: new Date(test.clock.now()).toISOString(),
      })
    })

    it('holds in decisions, which say so and replay, and no longer once the policy takes it back', async () => {
      const [id] = tenant.reps
      const give = () => lead(tenant, '骨科', { intent: 'high' })
      let last = await give()
      const out = async () => {
        const { candidates } = await get<{
          candidates: { repId: string; excludedBy?: string; excludedNote?: string }[]
        }>(tenant, `/decisions/${last.decisionId}`)
        return candidates.find((one) => one.repId === id && one.excludedBy === 'HIGH_INTENT_FULL')
      }
      for (let n = 0; n < 32 && (await out()) === undefined; n++) last = await give()
      expect((await out())?.excludedNote).toMatch(/6.*10/)
      const { items } = await get<{ items: { repId: string; gauges: { name: string; value: number }[] }[] }>(
        tenant,
        '/workload',
      )
      const gauges = items.find((one) => one.repId === id)?.gauges
      expect(gauges?.find((one) => one.name === 'high_intent_today')).toMatchObject({
        value: 6,
        threshold: 6,
      })
      await follow('policy')
      expect(await gaugeOf(0)).toEqual([10, 'company'])
      const verified = await test.call(
        tenant.keys.admin,
        'POST',
        `/api/v1/decisions/${last.decisionId}/verify`,
      )
      expect(verified.body).toMatchObject({ identical: true })
    })

    it('leaves what a person set for somebody alone', async () => {
      await follow('personal')
      await night()
      const url = `/api/v1/reps/${tenant.reps[0]}`
      const { body } = await test.call<{ version: number }>(tenant.keys.admin, 'GET', url)
      const gauges = [
        { name: 'load_index', threshold: 1_000_000, action: 'pause' },
        { name: 'high_intent_today', threshold: 9, action: 'pause' },
      ]
      const changed = await test.call(
        tenant.keys.admin,
        'PATCH',
        url,
        { gauges },
        { 'if-match': `"${body.version}"` },
      )
      expect(changed.status).toBe(200)
      expect(await gaugeOf(0)).toEqual([9, 'rep'])
      await night(7)
      expect(await gaugeOf(0)).toEqual([9, 'rep'])
    })
  })
})
