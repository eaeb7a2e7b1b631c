import { defaultPolicy, type Policy } from '@peineng/engine'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApp, MONDAY_MORNING, type TestApp, type TestTenant } from '../../../test/test-app.ts'
import { verifyTenant } from '../verify-tenant.ts'

interface LeadAnswer {
  id: string
  state: string
  owner: { id: string } | null
  decisionId: string
  reason: { code: string; text: string; params: Record<string, unknown> }
}

const HOUR = 3_600_000

describe('between two plans', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await createTestApp()
  })
  afterAll(() => test.close())

  const sweep = async (name: string): Promise<void> => {
    const found = test.slices.assignment.sweeps.find((one) => one.name === name)
    if (found === undefined) throw new Error(`no sweep ${name}`)
    await found.run(new AbortController().signal)
  }
  const post = <T>(tenant: TestTenant, url: string, body: unknown = {}) =>
    test.call<T>(tenant.keys.admin, 'POST', `/api/v1${url}`, body, { 'accept-language': 'en' })
  const lead = async (tenant: TestTenant, name: string, facts: Record<string, unknown>) =>
    (await post<LeadAnswer>(tenant, '/leads', { name, company: `${name}公司`, ...facts })).body
  const sql = async <T>(text: string, values: unknown[]): Promise<T[]> =>
    (await test.platform.database.owner.query(text, values)).rows as T[]
  /** Only what somebody knows counts, and nothing is drawn: places follow from the leads alone. */
  const publish = async (tenant: TestTenant, planning: Policy['planning']): Promise<void> => {
    const weights = { winValue: 0, fit: 100, headroom: 0, fairness: 0, continuity: 0, development: 0 }
    const strategy = { kind: 'scored' as const, weights, nearTieThousandths: 0, temperatureThousandths: 0 }
    const policy = { ...defaultPolicy(), rules: [], fallback: { strategy }, planning }
    await test.call(tenant.keys.admin, 'PUT', '/api/v1/policy', policy, { 'if-match': '*' })
    expect((await post(tenant, '/policy/publish')).status).toBe(200)
  }
  const setStatus = async (tenant: TestTenant, status: string): Promise<void> =>
    test.platform.database.write(tenant.id, async (db) => {
      await db.query('update rep set status = $2 where tenant_id = $1', [db.tenantId, status])
      await test.slices.people.bumpRoster(db)
    })
  const verified = async (tenant: TestTenant) =>
    test.platform.database.read(tenant.id, (db) => verifyTenant(db, test.slices.policies, 1000))

  /** One who knows both industries and has room for two a day, one who knows imaging and has room for four. */
  const twoReps = (): Promise<TestTenant> =>
    test.addTenant({
      teams: 1,
      repsPerTeam: 2,
      unlimited: true,
      rep: (index) => ({
        status: 'paused',
        industries: index === 0 ? ['骨科耗材', '影像设备'] : ['影像设备'],
        product_lines: index === 0 ? ['关节'] : [],
        limits: JSON.stringify({ dailyMax: index === 0 ? 2 : 4 }),
      }),
    })
  const bones = { industry: '骨科耗材', product: '关节' }
  const imaging = { industry: '影像设备', product: '关节' }

  it('routes what arrives with the prices of the last plan: the scarce one is kept for what only they know', async () => {
    test.clock.set(MONDAY_MORNING)
    const tenant = await twoReps()
    const [scarce, other] = tenant.reps
    await publish(tenant, { prices: { maxAgeMinutes: 2000 } })
    const plain = { industry: '骨科耗材' }
    for (const [index, facts] of [plain, plain, plain, imaging, imaging].entries())
      await lead(tenant, `昨日 ${index}`, facts)
    await setStatus(tenant, 'active')
    const asked = await post<{ id: string }>(tenant, '/plans', { kind: 'waiting' })
    await sweep('plans')
    await post(tenant, `/plans/${asked.body.id}/commit`)
    await sweep('plans')

    // A day later. Best available would give the scarce one the first two: 140 of 220 points.
    test.clock.advance(23.5 * HOUR)
    const owners: (string | undefined)[] = []
    const made: LeadAnswer[] = []
    for (const [index, facts] of [imaging, imaging, bones, bones].entries()) {
      const one = await lead(tenant, `今日 ${index}`, facts)
      made.push(one)
      owners.push(one.owner?.id)
      test.clock.advance(2 * HOUR)
    }
    expect(owners).toEqual([other, other, scarce, scarce])
    const { body } = await test.call<{
      candidates: { repId: string; terms: { code: string; contribution: number; text: string }[] }[]
    }>(tenant.keys.admin, 'GET', `/api/v1/decisions/${made[0]?.decisionId}`, undefined, {
      'accept-language': 'en',
    })
    const priceOf = (repId = '') =>
      body.candidates.find((one) => one.repId === repId)?.terms.find(({ code }) => code === 'TIME_PRICE')
    expect(priceOf(scarce)?.text).toBe('Price of their time after the last joint plan: -40')
    expect(priceOf(other)).toMatchObject({ contribution: 0 })

    // The third day: too old to be used, and said so; nobody pays.
    test.clock.advance(24 * HOUR)
    const late = await lead(tenant, '后日', imaging)
    expect(late.owner?.id).toBe(scarce)
    expect(late.reason.text).toContain('3,330 minutes old and were left aside')
    expect(await verified(tenant)).toMatchObject({ different: [], chain: { brokenAt: null } })

    // Taken back, a plan prices nothing; and a company may do without.
    expect(await sql('select plan_id from time_price where tenant_id = $1', [tenant.id])).toHaveLength(1)
    await publish(tenant, { prices: { use: false } })
    expect((await lead(tenant, '再来', imaging)).reason.params).not.toHaveProperty('pricesAgeMinutes')
  })
})
