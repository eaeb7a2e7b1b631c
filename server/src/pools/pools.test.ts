import { createHash } from 'node:crypto'
import { drawGrab } from '@peineng/engine'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApp, type TestApp, type TestTenant } from '../../test/test-app.ts'
import type { TenantWriter } from '../platform/database/index.ts'

interface Place {
  id: string
  state: string
  owner: { id: string; name: string } | null
  poolId: string | null
}

describe('pools', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await createTestApp()
  })
  afterAll(() => test.close())

  const inTenant = <T>(tenant: TestTenant, work: (db: TenantWriter) => Promise<T>): Promise<T> =>
    test.platform.database.write(tenant.id, work)
  const addPool = (tenant: TestTenant, id: string, columns: Record<string, unknown> = {}) =>
    inTenant(tenant, async (db) => {
      const all = {
        tenant_id: db.tenantId,
        id,
        name: id,
        created_at: new Date(),
        updated_at: new Date(),
        ...columns,
      }
      const names = Object.keys(all)
      await db.query(
        `insert into pool (${names.join(', ')}) values (${names.map((_, i) => `$${i + 1}`).join(', ')})`,
        Object.values(all),
      )
    })
  const ownedLead = async (tenant: TestTenant, more: object = {}): Promise<Place> => {
    const { body } = await test.call<Place>(tenant.keys.admin, 'POST', '/api/v1/leads', {
      name: `Lead ${Math.random()}`,
      ...more,
    })
    expect(body.state).toBe('owned')
    return body
  }
  const loads = (tenant: TestTenant) =>
    inTenant(tenant, (db) =>
      db.query<{ n: number; points: number }>(
        `select sum(open_items)::int as n, sum(load_hundredths)::int as points from rep_load where tenant_id = $1`,
        [db.tenantId],
      ),
    )
  const recall = (tenant: TestTenant, items: string[], ownerId?: string) =>
    inTenant(tenant, (db) =>
      test.slices.pools.recall(
        db,
        test.clock.now(),
        items.map((itemId) => ({
          itemId,
          cause: 'no_follow_up',
          note: null,
          ...(ownerId === undefined ? {} : { ownerId }),
        })),
      ),
    )

  it('take back what is recalled, by region, and give the capacity back', async () => {
    const tenant = await test.addTenant()
    await addPool(tenant, 'north', { regions: '{北京}', position: 1 })
    await addPool(tenant, 'rest', { position: 2 })
    const north = await ownedLead(tenant, { region: '北京' })
    const south = await ownedLead(tenant, { region: '广东' })
    expect(await recall(tenant, [north.id, south.id])).toMatchObject({ reassigned: [], left: [] })
    for (const [lead, pool] of [
      [north, 'north'],
      [south, 'rest'],
    ] as const) {
      const { body } = await test.call<Place & { reason: { code: string; text: string } }>(
        tenant.keys.admin,
        'GET',
        `/api/v1/leads/${lead.id}`,
      )
      expect(body).toMatchObject({ state: 'pooled', owner: null, poolId: pool })
      expect(body.reason.code).toBe('POOLED_RECALLED')
    }
    expect(await loads(tenant)).toEqual([{ n: 0, points: 0 }])
  })

  it('leave alone what changed hands in the meantime, and give it to somebody else where no pool takes it', async () => {
    const tenant = await test.addTenant()
    const lead = await ownedLead(tenant)
    const former = lead.owner?.id ?? ''
    const stranger = tenant.reps.find((rep) => rep !== former) ?? ''
    expect(await recall(tenant, [lead.id], stranger)).toMatchObject({ left: [lead.id] })
    expect(await recall(tenant, [lead.id], former)).toMatchObject({ reassigned: [lead.id] })
    const { body } = await test.call<Place>(tenant.keys.admin, 'GET', `/api/v1/leads/${lead.id}`)
    expect(body.state).toBe('owned')
    expect(body.owner?.id).not.toBe(former)
  })

  const keyOf = async (tenant: TestTenant, n: number): Promise<string> =>
    (
      await test.slices.identity.createApiKey({
        tenantId: tenant.id,
        name: `rep ${n}`,
        role: 'rep',
        repId: tenant.reps[n] ?? '',
      })
    ).key
  const newPool = async (tenant: TestTenant, terms: object = {}): Promise<string> => {
    const { status, body } = await test.call<{ id: string }>(tenant.keys.admin, 'POST', '/api/v1/pools', {
      name: `Pool ${Math.random()}`,
      backlogMinutes: 0,
      ...terms,
    })
    expect(status).toBe(201)
    return body.id
  }
  const pooledLead = async (tenant: TestTenant, poolId: string, more: object = {}): Promise<string> => {
    const { body } = await test.call<Place>(tenant.keys.admin, 'POST', '/api/v1/leads', {
      name: `Lead ${Math.random()}`,
      ...more,
    })
    const released = await test.call<{ released: string[] }>(
      tenant.keys.admin,
      'POST',
      `/api/v1/pools/${poolId}/items`,
      { itemIds: [body.id], reason: 'unreachable' },
    )
    expect(released.body.released).toEqual([body.id])
    return body.id
  }
  const claim = (key: string, id: string) =>
    test.call<Place & { code?: string; refusal?: string; until?: string; routed?: boolean }>(
      key,
      'POST',
      `/api/v1/leads/${id}/claim`,
    )

  it('let whoever suits best claim next, show contacts masked, and hide them no longer once it is theirs', async () => {
    const tenant = await test.addTenant({
      rep: (n) => ({ industries: n === 0 ? '{骨科耗材}' : '{}' }),
    })
    const pool = await newPool(tenant, { coolDownDays: 0 })
    const plain = await pooledLead(tenant, pool, { phone: '13800138001', industry: '影像' })
    const fitting = await pooledLead(tenant, pool, {
      phone: '13800138002',
      industry: '骨科耗材',
      amount: '90万',
    })
    const key = await keyOf(tenant, 0)
    const list = await test.call<{ items: { id: string; phone: string; match: number }[]; limits: object }>(
      key,
      'GET',
      `/api/v1/pools/${pool}/items`,
    )
    expect(list.body.items.map((item) => item.id)).toEqual([fitting, plain])
    expect(list.body.items[0]?.phone).toBe('+86138****8002')
    expect(JSON.stringify(list.body)).not.toContain('13800138')
    expect(list.body.limits).toMatchObject({ claims: { used: 0, limit: 10 } })
    const next = await test.call<Place & { decisionId: string; reason: { code: string } }>(
      key,
      'POST',
      `/api/v1/pools/${pool}/claim-next`,
    )
    expect(next.body).toMatchObject({ id: fitting, state: 'owned', owner: { id: tenant.reps[0] } })
    expect(next.body.reason.code).toBe('CLAIMED')
    const mine = await test.call<{ phone: string }>(key, 'GET', `/api/v1/leads/${fitting}`)
    expect(mine.body.phone).toBe('+8613800138002')
    const decision = await test.call<{ mode: string }>(
      tenant.keys.admin,
      'GET',
      `/api/v1/decisions/${next.body.decisionId}`,
    )
    expect(decision.body.mode).toBe('claim')
    // Claimed twice by the same person is claimed once.
    expect((await claim(key, fitting)).body.state).toBe('owned')
  })

  it('ask for membership, suitability, cool-down, shield and room, and say which one stands in the way', async () => {
    const tenant = await test.addTenant({
      teams: 2,
      repsPerTeam: 1,
      rep: (n) => (n === 0 ? {} : { limits: '{"dailyMax":0}' }),
    })
    const [first, second] = [await keyOf(tenant, 0), await keyOf(tenant, 1)]
    const refusal = async (key: string, terms: object) => {
      const id = await pooledLead(tenant, await newPool(tenant, { coolDownDays: 0, ...terms }))
      const { status, body } = await claim(key, id)
      return status === 200 ? null : (body.refusal ?? body.code)
    }
    expect(await refusal(first, {})).toBeNull()
    expect(await refusal(first, { members: { teamIds: [tenant.teams[1]] } })).toBe('NOT_A_MEMBER')
    expect(await refusal(first, { open: false })).toBe('POOL_CLOSED')
    expect(await refusal(first, { shieldMinutes: 10 })).toBe('SHIELDED')
    expect(await refusal(first, { holdingLimit: 1 })).toBe('HOLDING_LIMIT')
    expect(await refusal(second, {})).toBe('REP_FULL')
    expect(await refusal(second, { respectsGauges: false })).toBeNull()
    // Strategic customers do not count against the holding limit.
    await inTenant(tenant, (db) =>
      db.query(`update lead set tags = '{战略客户}' where tenant_id = $1`, [db.tenantId]),
    )
    expect(await refusal(first, { holdingLimit: 1 })).toBeNull()

    // Whoever gave it back leaves it to others for a week.
    const pool = await newPool(tenant, { coolDownDays: 7, respectsGauges: false })
    const lead = await pooledLead(tenant, await newPool(tenant, { coolDownDays: 0 }))
    expect((await claim(first, lead)).status).toBe(200)
    await test.call(first, 'POST', `/api/v1/pools/${pool}/items`, { itemIds: [lead], reason: 'too_busy' })
    expect((await claim(first, lead)).body.refusal).toBe('COOLING_DOWN')
    expect((await claim(second, lead)).status).toBe(200)
  })

  it('do not let a customer be claimed whom a colleague follows, and hand it to them where the pool says so (A6)', async () => {
    const tenant = await test.addTenant({ teams: 1, repsPerTeam: 2 })
    const key = await keyOf(tenant, 0)
    const colleague = tenant.reps[1] ?? ''
    for (const whenFollowed of ['block', 'route']) {
      const pool = await newPool(tenant, { coolDownDays: 0, whenFollowed })
      const company = `苏州${whenFollowed}医疗科技有限公司`
      const lead = await pooledLead(tenant, pool, { company })
      await test.call(tenant.keys.admin, 'POST', '/api/v1/accounts', { name: company, ownerId: colleague })
      const { status, body } = await claim(key, lead)
      expect(status).toBe(409)
      expect(body).toMatchObject({
        code: 'CUSTOMER_FOLLOWED',
        owner: { id: colleague, name: 'Rep 2' },
        routed: whenFollowed === 'route',
      })
      const after = await test.call<Place>(tenant.keys.admin, 'GET', `/api/v1/leads/${lead}`)
      expect(after.body.state).toBe(whenFollowed === 'route' ? 'owned' : 'pooled')
      expect(after.body.owner?.id).toBe(whenFollowed === 'route' ? colleague : undefined)
    }
  })

  it('draw a sealed window by match and ledger, with a seed that was sealed before the bids', async () => {
    const tenant = await test.addTenant({ teams: 1, repsPerTeam: 3 })
    const pool = await newPool(tenant, { coolDownDays: 0, mode: 'sealed', windowSeconds: 30 })
    const lead = await pooledLead(tenant, pool)
    const keys = [await keyOf(tenant, 0), await keyOf(tenant, 1), await keyOf(tenant, 2)]
    expect((await claim(keys[0] ?? '', lead)).body.refusal).toBe('SEALED_WINDOW')
    const bids = await Promise.all(
      keys.map((key) =>
        test.call<{ seal: string; bids: number; mine: boolean }>(key, 'POST', `/api/v1/pools/${pool}/bids`, {
          itemId: lead,
        }),
      ),
    )
    expect(bids.map((bid) => bid.status)).toEqual([200, 200, 200])
    expect(new Set(bids.map((bid) => bid.body.seal)).size).toBe(1)
    const draw = test.slices.pools.sweeps.find((sweep) => sweep.name === 'draw-windows')
    await draw?.run(new AbortController().signal)
    interface Window {
      seed: number | null
      nonce: string | null
      seal: string
      itemId: string
      winner: { id: string } | null
      tickets: { rep: { id: string }; match: number; won: number; place: number }[]
    }
    const windows = async () =>
      (await test.call<{ items: Window[] }>(keys[0] ?? '', 'GET', `/api/v1/pools/${pool}/windows`)).body.items
    expect(await windows()).toMatchObject([{ seed: null, winner: null, tickets: [] }])
    test.clock.advance(31_000)
    await draw?.run(new AbortController().signal)
    const [drawn] = await windows()
    if (drawn === undefined || drawn.seed === null) throw new Error('nothing was drawn')
    // Anybody can check: the seal is of this seed, and the seed draws this order.
    expect(createHash('sha256').update(`${drawn.seed}:${drawn.nonce}`).digest('hex')).toBe(drawn.seal)
    const again = drawGrab(
      lead,
      drawn.tickets.map(({ rep, match, won }) => ({ repId: rep.id, match, won })),
      drawn.seed,
    )
    expect(again.map((ticket) => ticket.repId)).toEqual(drawn.tickets.map((ticket) => ticket.rep.id))
    const { body } = await test.call<Place>(tenant.keys.admin, 'GET', `/api/v1/leads/${lead}`)
    expect(body.owner?.id).toBe(drawn.winner?.id)
    expect(drawn.winner?.id).toBe(again[0]?.repId)
  })

  it('count how many of their records somebody opens in a day, and hide what notes say of contacts', async () => {
    const tenant = await test.addTenant({ teams: 1, repsPerTeam: 2 })
    const pool = await newPool(tenant, { dailyViews: 2 })
    const leads = [
      await pooledLead(tenant, pool),
      await pooledLead(tenant, pool),
      await pooledLead(tenant, pool),
    ]
    await inTenant(tenant, (db) =>
      db.query(
        `insert into activity (tenant_id, id, at, created_at, item_kind, item_id, kind, reached, summary)
         values ($1, gen_random_uuid(), $3, $3, 'lead', $2, 'call', true, '打 138 0013-8000，微信 wxid_88123，ok@qq.com')`,
        [db.tenantId, leads[0], new Date(test.clock.now())],
      ),
    )
    const key = await keyOf(tenant, 0)
    const open = async (n: number) => (await test.call(key, 'GET', `/api/v1/leads/${leads[n]}`)).status
    expect([await open(0), await open(0), await open(1), await open(2), await open(1)]).toEqual([
      200, 200, 200, 429, 200,
    ])
    const timeline = await test.call(key, 'GET', `/api/v1/leads/${leads[0]}/timeline`)
    expect(JSON.stringify(timeline.body)).toContain('打 ***')
    expect(JSON.stringify(timeline.body)).not.toMatch(/0013|wxid|ok@/)
    test.clock.advance(86_400_000)
    expect(await open(2)).toBe(200)
  })

  it('show contacts to whoever manages them, to no other leader, and count the customers somebody opens as they count leads', async () => {
    const tenant = await test.addTenant({ teams: 2, repsPerTeam: 1 })
    const open = await newPool(tenant, { dailyViews: 1 })
    const led = await newPool(tenant, { members: { teamIds: [tenant.teams[0]] } })
    const theirs = await pooledLead(tenant, led, { phone: '13800138000' })
    const anybodys = await pooledLead(tenant, open, {
      phone: '13900139000',
      email: 'a@b.cn',
      wechat: 'wx_secret',
    })
    const seen = async (key: string, id: string) =>
      (await test.call<Record<string, unknown>>(key, 'GET', `/api/v1/leads/${id}`)).body
    const leader = tenant.keys.team_lead
    expect(await seen(leader, theirs)).toMatchObject({ masked: false, phone: '+8613800138000' })
    expect(await seen(leader, anybodys)).toMatchObject({ masked: true, wechat: '***' })
    expect(JSON.stringify(await seen(leader, anybodys))).not.toMatch(/13900139000|wx_secret|a@b\.cn/)
    expect(await seen(tenant.keys.admin, anybodys)).toMatchObject({ masked: false })
    // Nor are they found by the number they are not shown.
    const found = await test.call<{ items: { id: string }[] }>(leader, 'GET', '/api/v1/leads?q=13900139000')
    expect(found.body.items).toEqual([])

    const customers = []
    for (const name of ['甲客户', '乙客户']) {
      const made = await test.call<{ id: string }>(tenant.keys.admin, 'POST', '/api/v1/accounts', {
        name,
        phone: '02112345678',
        ownerId: tenant.reps[1],
      })
      customers.push(made.body.id)
      await test.call(tenant.keys.admin, 'POST', `/api/v1/pools/${open}/items`, {
        itemIds: [made.body.id],
        reason: 'too_busy',
      })
    }
    const key = await keyOf(tenant, 1)
    const look = async (id: string | undefined) =>
      (await test.call(key, 'GET', `/api/v1/accounts/${id}`)).status
    expect([await look(customers[0]), await look(customers[0]), await look(customers[1])]).toEqual([
      200, 200, 429,
    ])
  })

  it("leave nothing unclaimed unnoticed, and show each person's habits", async () => {
    const tenant = await test.addTenant({ teams: 1, repsPerTeam: 2 })
    const pool = await newPool(tenant, { unnoticedHours: 24, coolDownDays: 0 })
    const lying = await pooledLead(tenant, pool)
    const dropped = await pooledLead(tenant, pool)
    const key = await keyOf(tenant, 0)
    expect((await claim(key, dropped)).status).toBe(200)
    test.clock.advance(3_600_000)
    await test.call(key, 'POST', `/api/v1/pools/${pool}/items`, { itemIds: [dropped], reason: 'too_busy' })
    test.clock.advance(24 * 3_600_000 + 1)
    const watch = test.slices.pools.sweeps.find((sweep) => sweep.name === 'watch-pools')
    for (let i = 0; i < 2; i++) await watch?.run(new AbortController().signal)
    const events = await inTenant(tenant, (db) =>
      db.query<{ payload: { count: number; itemIds: string[] } }>(
        `select payload from event where tenant_id = $1 and type = 'pool.unclaimed'`,
        [db.tenantId],
      ),
    )
    // Both lie there longer than a day by now; each is told once.
    expect(events).toHaveLength(1)
    expect(events[0]?.payload.itemIds.sort()).toEqual([lying, dropped].sort())
    const { body } = await test.call<{
      items: { rep: { id: string }; dropped: number; untouched: number }[]
    }>(tenant.keys.admin, 'GET', `/api/v1/pools/${pool}/conduct`)
    expect(body.items.find((row) => row.rep.id === tenant.reps[0])).toMatchObject({
      claimed: 1,
      dropped: 1,
      untouched: 1,
    })
  })

  it('say of a claimed record where it came from and when it would be called back', async () => {
    const tenant = await test.addTenant({ teams: 1, repsPerTeam: 2 })
    test.clock.set(Date.parse('2027-03-24T15:00:00+08:00'))
    const pool = await newPool(tenant, { coolDownDays: 0 })
    const lead = await pooledLead(tenant, pool)
    const key = await keyOf(tenant, 0)
    test.clock.set(Date.parse('2027-03-25T15:00:00+08:00'))
    await claim(key, lead)
    const { body } = await test.call(key, 'GET', `/api/v1/leads/${lead}/pool`)
    // 4 April 2027 is a Sunday, 5 April Tomb-Sweeping Day where the calendar says so.
    expect(body).toMatchObject({
      pool: { id: pool },
      lying: false,
      reason: 'unreachable',
      takenBy: { id: tenant.reps[0] },
      recallTo: { id: pool },
      protection: { exempt: null, basis: 'taken', movedFrom: '2027-04-04', latestDay: '2027-04-14' },
    })
  })

  it('let a manager give records to several people in turn, and release many at once', async () => {
    const tenant = await test.addTenant({ teams: 1, repsPerTeam: 2 })
    const pool = await newPool(tenant)
    const leads = []
    for (let i = 0; i < 4; i++) leads.push(await pooledLead(tenant, pool))
    const given = await test.call<{ assigned: { repId: string }[] }>(
      tenant.keys.admin,
      'POST',
      `/api/v1/pools/${pool}/assign`,
      { itemIds: leads, repIds: tenant.reps },
    )
    expect(given.body.assigned.map((one) => one.repId).sort()).toEqual(
      [...tenant.reps, ...tenant.reps].sort(),
    )
    const back = await test.call<{ released: string[]; skipped: string[] }>(
      tenant.keys.admin,
      'POST',
      `/api/v1/pools/${pool}/items`,
      { itemIds: leads, reason: 'low_value' },
    )
    expect(back.body).toEqual({ released: [...leads].sort(), skipped: [] })
    const other = await test.call(tenant.keys.admin, 'POST', `/api/v1/pools/${pool}/items`, {
      itemIds: leads,
      reason: 'other',
    })
    expect(other.status).toBe(422)
  })

  it('call customers back when their contract is over, and let whoever claims one after that day keep it', async () => {
    const tenant = await test.addTenant({ teams: 1, repsPerTeam: 2 })
    const owner = tenant.reps[0] ?? ''
    const pool = await newPool(tenant, { coolDownDays: 0, contractEndKey: 'contractEnd' })
    const made = await test.call<Place>(tenant.keys.admin, 'POST', '/api/v1/accounts', {
      name: '合同到期医院',
      ownerId: owner,
    })
    expect(made.status).toBe(201)
    await inTenant(tenant, (db) =>
      db.query(`update account set custom = '{"contractEnd":"2027-06-30"}' where tenant_id = $1`, [
        db.tenantId,
      ]),
    )
    const watch = test.slices.pools.sweeps.find((sweep) => sweep.name === 'watch-pools')
    const state = async () => {
      await watch?.run(new AbortController().signal)
      const [row] = await inTenant(tenant, (db) =>
        db.query<{ state: string; ownerId: string | null }>(
          'select state, owner_id as "ownerId" from item_ownership where tenant_id = $1 and item_id = $2',
          [db.tenantId, made.body.id],
        ),
      )
      return row
    }
    test.clock.set(Date.parse('2027-06-30T23:59:59+08:00'))
    expect(await state()).toEqual({ state: 'owned', ownerId: owner })
    test.clock.set(Date.parse('2027-07-01T00:00:00+08:00'))
    expect(await state()).toEqual({ state: 'pooled', ownerId: null })
    const key = await keyOf(tenant, 1)
    const claimed = await test.call<Place>(key, 'POST', `/api/v1/pools/${pool}/items/${made.body.id}/claim`)
    expect(claimed.body).toMatchObject({ state: 'owned', owner: { id: tenant.reps[1] } })
    test.clock.advance(86_400_000)
    expect(await state()).toEqual({ state: 'owned', ownerId: tenant.reps[1] })
  })
})
