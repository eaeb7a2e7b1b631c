import { defaultPolicy, type Policy } from '@peineng/engine'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApp, MONDAY_MORNING, type TestApp, type TestTenant } from '../../../test/test-app.ts'
import { composeSlices } from '../../compose.ts'
import { verifyTenant } from '../decisions/verify-tenant.ts'

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
  const publish = async (tenant: TestTenant, planning: Policy['planning'], more: Partial<Policy> = {}) => {
    const weights = { winValue: 0, fit: 100, headroom: 0, fairness: 0, continuity: 0, development: 0 }
    const strategy = { kind: 'scored' as const, weights, nearTieThousandths: 0, temperatureThousandths: 0 }
    const policy = { ...defaultPolicy(), rules: [], fallback: { strategy }, planning, ...more }
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

  const ownerOf = async (id: string): Promise<string | null | undefined> =>
    (await sql<{ owner: string | null }>('select owner_id as owner from work_item where id = $1', [id]))[0]
      ?.owner

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

  it('turns away what the only one’s time is worth more than, with its reason and its end, and takes it up when prices are old', async () => {
    test.clock.set(MONDAY_MORNING)
    const tenant = await test.addTenant({
      teams: 1,
      repsPerTeam: 1,
      unlimited: true,
      rep: () => ({
        status: 'paused',
        industries: ['骨科耗材'],
        product_lines: ['关节'],
        limits: JSON.stringify({ dailyMax: 1 }),
      }),
    })
    const planning = { prices: { maxAgeMinutes: 2000 } }
    await publish(tenant, { ...planning, triage: { exit: 'pool', poolId: 'nurture', spare: [] } })
    // 60 and 40 points, room for one: an hour of theirs is worth what the second would have brought.
    await lead(tenant, '甲', bones)
    const second = await lead(tenant, '乙', { industry: '骨科耗材' })
    await setStatus(tenant, 'active')
    const asked = await post<{ id: string }>(tenant, '/plans', { kind: 'waiting' })
    await sweep('plans')
    await post(tenant, `/plans/${asked.body.id}/commit`)
    await sweep('plans')
    test.clock.advance(23.5 * HOUR)
    await post(tenant, `/leads/${second.id}/close`, { outcome: 'lost' })
    // Twenty points of fit, for the product line alone.
    const pooled = await lead(tenant, '丙', { product: '关节' })
    expect(pooled).toMatchObject({ state: 'pooled', reason: { code: 'POOLED_BELOW_PRICE' } })
    expect(pooled.reason.text).toMatch(/^Worth 20 points, while the time of everybody .* costs at least \d+/)
    await publish(tenant, { ...planning, triage: { exit: 'wait', spare: [] } })
    const waiting = await lead(tenant, '丁', { product: '关节' })
    expect(waiting).toMatchObject({ state: 'waiting', reason: { code: 'WAITING_BELOW_PRICE' } })
    const [row] = await sql<{ release: { kind: string; at: number } }>(
      'select release from work_item where id = $1',
      [waiting.id],
    )
    expect(row?.release).toEqual({ kind: 'prices_fall', at: MONDAY_MORNING + 2000 * 60_000 })
    await sweep('serve-waiting')
    expect(await ownerOf(waiting.id)).toBeNull()
    test.clock.advance(12 * HOUR)
    await sweep('serve-waiting')
    expect(await ownerOf(waiting.id)).toBe(tenant.reps[0])
    expect(await verified(tenant)).toMatchObject({ different: [], chain: { brokenAt: null } })
  })

  it('keeps a plan to the caps over sliding windows: what would pass one stays, and what was given counts', async () => {
    const tenant = await test.addTenant({
      teams: 1,
      repsPerTeam: 2,
      unlimited: true,
      rep: () => ({ status: 'paused' }),
    })
    const fair = { field: 'source', op: 'eq', value: '展会' } as const
    const cap = { id: 'fair', when: fair, per: 'rep', limit: 2, window: { hours: 1 } } as const
    await publish(tenant, {}, { caps: [cap] })
    for (let n = 0; n < 5; n++) await lead(tenant, `展会 ${n}`, { source: '展会' })
    await setStatus(tenant, 'active')
    const asked = await post<{ id: string }>(tenant, '/plans', { kind: 'waiting' })
    await sweep('plans')
    // The plan promises what the caps let through, and names what has to stay.
    expect((await post(tenant, `/plans/${asked.body.id}/commit`)).status).toBe(202)
    const { body: plan } = await test.call(tenant.keys.admin, 'GET', `/api/v1/plans/${asked.body.id}`)
    expect(plan).toMatchObject({ summary: { placed: 4, unplaced: 1 }, moves: { planned: 4, kept: 1 } })
    await sweep('plans')
    const owned = await sql<{ n: number }>(
      `select count(*)::int as n from work_item where tenant_id = $1 and state = 'owned' group by owner_id`,
      [tenant.id],
    )
    expect(owned).toEqual([{ n: 2 }, { n: 2 }])
    expect(await sql('select 1 from cap_use where tenant_id = $1', [tenant.id])).toHaveLength(4)
    expect(await verified(tenant)).toMatchObject({ different: [], chain: { brokenAt: null } })
    await post(tenant, `/plans/${asked.body.id}/undo`)
    await sweep('plans')
    expect(await sql('select 1 from cap_use where tenant_id = $1', [tenant.id])).toHaveLength(0)
  })

  it('asks where the rule asks: the preview says so, a yes makes it theirs, a no goes on to somebody else, an undo ends what is open', async () => {
    const tenant = await test.addTenant({
      teams: 1,
      repsPerTeam: 2,
      unlimited: true,
      rep: () => ({ status: 'paused' }),
    })
    const { fallback } = defaultPolicy()
    await publish(tenant, {}, { fallback: { ...fallback, offer: { minutes: 10 } } })
    const limits = JSON.stringify({ dailyMax: 2 })
    await sql('update rep set limits = $2 where tenant_id = $1', [tenant.id, limits])
    for (let n = 0; n < 4; n++) await lead(tenant, `先问 ${n}`, imaging)
    await setStatus(tenant, 'active')
    const { id } = (await post<{ id: string }>(tenant, '/plans', { kind: 'waiting' })).body
    await sweep('plans')
    const { body: preview } = await test.call<{
      items: { asks: boolean; item: { id: string }; to: { id: string } }[]
    }>(tenant.keys.admin, 'GET', `/api/v1/plans/${id}/moves`)
    expect(preview.items.map(({ asks }) => asks)).toEqual([true, true, true, true])
    await post(tenant, `/plans/${id}/commit`)
    await sweep('plans')
    const states = async () =>
      (
        await sql<{ state: string }>(`select state from work_item where tenant_id = $1 order by state`, [
          tenant.id,
        ])
      ).map(({ state }) => state)
    expect(await states()).toEqual(['offered', 'offered', 'offered', 'offered'])
    const [first, second] = preview.items
    if (first === undefined || second === undefined) throw new Error('four moves were planned')
    const answer = async ({ item, to }: typeof first, verb: string, body: unknown) => {
      const { key } = await test.slices.identity.createApiKey({
        tenantId: tenant.id,
        name: verb,
        role: 'rep',
        repId: to.id,
      })
      return test.call(key, 'POST', `/api/v1/leads/${item.id}/${verb}`, body)
    }
    expect((await answer(first, 'accept', {})).body).toMatchObject({ state: 'owned' })
    const declined = await answer(second, 'decline', { reason: 'busy' })
    expect(declined.status).toBe(200)
    expect(await ownerOf(second.item.id)).not.toBe(second.to.id)
    expect(await verified(tenant)).toMatchObject({ different: [], chain: { brokenAt: null } })

    await post(tenant, `/plans/${id}/undo`)
    await sweep('plans')
    expect(await states()).not.toContain('offered')
    expect(
      await sql(`select 1 from offer where tenant_id = $1 and answer is null`, [tenant.id]),
    ).toHaveLength(0)
    const counts = `select sum(open_items)::int as open, sum(received_today)::int as today from rep_load where tenant_id = $1`
    expect(await sql(counts, [tenant.id])).toEqual([{ open: 0, today: 0 }])
    const turns = `select coalesce(sum(received_thousandths), 0)::int as n from fairness_ledger where tenant_id = $1`
    expect(await sql(turns, [tenant.id])).toEqual([{ n: 0 }])
  })

  interface View {
    enabled: boolean
    lastTrigger: string | null
    nextAt: string | null
    moves: { item: { id: string }; to: { id: string }; reason: { code: string; text: string } }[]
  }
  const view = (tenant: TestTenant) =>
    test.call<View>(tenant.keys.admin, 'GET', '/api/v1/plans/reoptimisation', undefined, {
      'accept-language': 'en',
    })
  const look = async (): Promise<void> => {
    await sweep('reoptimise')
    // Solved, then committed.
    await sweep('plans')
    await sweep('plans')
  }
  const reoptimised = async (tenant: TestTenant): Promise<number> =>
    (await sql(`select 1 from ownership_change where tenant_id = $1 and cause = 'reoptimised'`, [tenant.id]))
      .length

  /** Two with room for one: the first knows both industries, the second imaging only. First come first served is 70 of 110 points. */
  const misplaced = async (planning: Policy['planning']) => {
    const tenant = await test.addTenant({
      teams: 1,
      repsPerTeam: 2,
      rep: (index) => ({
        industries: index === 0 ? ['骨科耗材', '影像设备'] : ['影像设备'],
        product_lines: index === 0 ? ['关节'] : [],
        gauges: JSON.stringify([{ name: 'open_items', threshold: 1, action: 'pause' }]),
      }),
    })
    await publish(tenant, planning)
    const first = await lead(tenant, '先到', imaging)
    const second = await lead(tenant, '后到', bones)
    expect([first.owner?.id, second.owner?.id]).toEqual(tenant.reps)
    return { tenant, first: first.id, second: second.id }
  }

  it('plans anew what nobody began to work on: both servers look, each lead moves once, and the reason says what was gained', async () => {
    const { tenant, first, second } = await misplaced({ reoptimise: { enabled: true } })
    const other = composeSlices(test.platform).assignment.sweeps
    const node = async (sweeps: typeof other): Promise<void> => {
      for (const name of ['reoptimise', 'plans', 'plans'])
        await sweeps.find((one) => one.name === name)?.run(new AbortController().signal)
    }
    await Promise.all([node(test.slices.assignment.sweeps), node(other)])
    await look()
    expect([await ownerOf(second), await ownerOf(first)]).toEqual(tenant.reps)
    expect(await reoptimised(tenant)).toBe(2)
    const { body } = await view(tenant)
    expect(body).toMatchObject({ enabled: true, lastTrigger: 'schedule' })
    const texts = new Map(body.moves.map(({ item, reason }) => [item.id, reason.text]))
    expect(texts.get(second)).toBe(
      'Moved at re-optimisation: 47 points more than with Rep 2, the hand-over paid',
    )
    expect(texts.get(first)).toBe('Moved at re-optimisation from Rep 1, to make room where more is won')
    const notes = await sql<{ reason: string }>(
      'select reason_code as reason from work_item where tenant_id = $1',
      [tenant.id],
    )
    expect(notes).toEqual([{ reason: 'REOPTIMISED' }, { reason: 'REOPTIMISED' }])
    expect(await verified(tenant)).toMatchObject({ different: [], chain: { brokenAt: null } })
    const loads = await sql<{ n: number }>('select open_items as n from rep_load where tenant_id = $1', [
      tenant.id,
    ])
    expect(loads).toEqual([{ n: 1 }, { n: 1 }])
    // Once a day at the most, and never while nothing gains.
    test.clock.advance(HOUR)
    await look()
    expect(await reoptimised(tenant)).toBe(2)
  })

  it('leaves alone what somebody accepted, and does nothing where the company did not ask for it', async () => {
    const accepted = await misplaced({ reoptimise: { enabled: true } })
    const answer = await test.call(accepted.tenant.keys.rep, 'POST', `/api/v1/leads/${accepted.first}/accept`)
    expect(answer.status).toBe(200)
    const off = await misplaced({})
    await look()
    expect(await reoptimised(accepted.tenant)).toBe(0)
    expect(await reoptimised(off.tenant)).toBe(0)
    expect((await view(off.tenant)).body).toMatchObject({ enabled: false, nextAt: null, moves: [] })
  })

  it('is switched on by a policy of its own version, by whoever may publish, and looks again when people change', async () => {
    const { tenant, second } = await misplaced({ reoptimise: { switchingPoints: 500 } })
    const put = (key: string) =>
      test.call<View>(key, 'PUT', '/api/v1/plans/reoptimisation', { enabled: true })
    expect((await put(tenant.keys.team_lead)).status).toBe(403)
    expect((await put(tenant.keys.admin)).body.enabled).toBe(true)
    const { body } = await test.call<{ version: number; document: Policy }>(
      tenant.keys.admin,
      'GET',
      '/api/v1/policy',
    )
    expect(body.version).toBe(3)
    expect(body.document.planning?.reoptimise).toEqual({ switchingPoints: 500, enabled: true })
    await look()
    expect(await reoptimised(tenant)).toBe(0)
    test.clock.advance(90_000)
    await sql(`update rep set status = 'paused' where id = $1 returning 1`, [tenant.reps[1]])
    await test.platform.database.write(tenant.id, (db) => test.slices.people.bumpRoster(db))
    await look()
    expect((await view(tenant)).body.lastTrigger).toBe('people_changed')
    expect(await ownerOf(second)).toBe(tenant.reps[1])
  })

  it('never makes a lead go to and fro while values wobble by less than a hand-over costs', async () => {
    const wobble = async (switchingPoints: number): Promise<number> => {
      const tenant = await test.addTenant({
        teams: 1,
        repsPerTeam: 2,
        unlimited: true,
        rep: () => ({ industries: ['影像设备'] }),
      })
      const reoptimise = {
        enabled: true,
        switchingPoints,
        hysteresisPercent: 0,
        restMinutes: 0,
        maxMovesPerItemADay: 100,
      }
      await publish(tenant, { reoptimise })
      await lead(tenant, '摇摆', imaging)
      for (let round = 0; round < 4; round++) {
        // Ten points to and fro: one of them sells the product line by name, in turn.
        for (const [index, id] of tenant.reps.entries())
          await sql('update rep set product_lines = $2 where id = $1 returning 1', [
            id,
            index === round % 2 ? ['关节'] : [],
          ])
        await test.platform.database.write(tenant.id, (db) => test.slices.people.bumpRoster(db))
        test.clock.advance(6 * 60_000)
        await look()
      }
      return reoptimised(tenant)
    }
    expect(await wobble(15)).toBe(0)
    expect(await wobble(3)).toBeGreaterThanOrEqual(3)
  })
})
