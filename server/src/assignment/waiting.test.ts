import { defaultPolicy, type Policy, type WorkItem } from '@peineng/engine'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApp, MONDAY_MORNING, type TestApp, type TestTenant } from '../../test/test-app.ts'
import { uuidv7 } from '../platform/ids.ts'
import { type Change, createChangeFeed } from '../platform/live/change-feed.ts'
import { announce } from '../platform/outbox/index.ts'
import { putModel } from './decide/win-model-store.ts'

interface Place {
  id: string
  state: string
  owner: { id: string } | null
}

const work = (at: number, kind: WorkItem['kind'] = 'lead'): WorkItem => ({
  id: uuidv7(at),
  kind,
  priority: 0,
  createdAt: at,
  facts: {},
  tags: [],
  value: null,
  difficulty: null,
  amountMinor: null,
  pointsHundredths: 150,
})

/** Who waits, who is served when, and what is left on record of it. */
describe('waiting', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await createTestApp()
  })
  afterAll(() => test.close())

  const post = (tenant: TestTenant, url: string, body: unknown = {}) =>
    test.call<Place>(tenant.keys.admin, 'POST', url, body)
  const sweep = async (name: string): Promise<void> =>
    test.slices.sweeps.find((one) => one.name === name)?.run(new AbortController().signal)
  const rows = <R extends Record<string, unknown>>(tenant: TestTenant, sql: string) =>
    test.platform.database.read(tenant.id, (db) => db.query<R>(sql, [tenant.id]))

  it('lets those of the night go first when a shift begins, each hundred in a transaction of its own', async () => {
    const night = MONDAY_MORNING - 3 * 3_600_000
    test.clock.set(night)
    const tenant = await test.addTenant({
      teams: 1,
      repsPerTeam: 1,
      rep: () => ({
        working_hours: 'Mon-Fri 09:00-18:00',
        time_zone: 'Asia/Shanghai',
        gauges: JSON.stringify([
          { name: 'load_index', threshold: 10_000_000, action: 'pause' },
          { name: 'open_items', threshold: 151, action: 'pause' },
        ]),
      }),
    })
    const items = Array.from({ length: 150 }, (_, i) => ({ name: `Night ${i}` }))
    await test.call(tenant.keys.admin, 'POST', '/api/v1/leads/bulk', { items })
    expect(await rows(tenant, `select 1 from work_item where tenant_id = $1 and release_at is null`)).toEqual(
      [],
    )
    test.clock.set(MONDAY_MORNING)
    const [first, second] = [
      (await post(tenant, '/api/v1/leads', { name: 'Morning 1' })).body,
      (await post(tenant, '/api/v1/leads', { name: 'Morning 2' })).body,
    ]
    expect([first.state, second.state]).toEqual(['owned', 'waiting'])
    const written = await rows<{ n: number; id: string }>(
      tenant,
      `select count(*)::int as n, xmin::text as id from work_item where tenant_id = $1 and state = 'owned'
       group by xmin order by n desc`,
    )
    expect(written.map((row) => row.n)).toEqual([100, 50, 1])
  })

  it('is served by worth, history and haste where the policy says so: what is won more often goes before what came first', async () => {
    test.clock.set(MONDAY_MORNING)
    const tenant = await test.addTenant({
      teams: 1,
      repsPerTeam: 1,
      rep: () => ({
        status: 'paused',
        gauges: JSON.stringify([{ name: 'open_items', threshold: 2, action: 'pause' }]),
      }),
    })
    const [rep] = tenant.reps
    if (rep === undefined) throw new Error('one rep was made')
    await test.platform.database.write(tenant.id, (db) =>
      putModel(
        db,
        'history',
        [
          { repId: rep, segment: '影像设备|*', won: 2, lost: 78 },
          { repId: rep, segment: '骨科耗材|*', won: 60, lost: 20 },
        ],
        test.clock.now(),
      ),
    )
    const publish = async (scoring: Partial<Policy['scoring']>) => {
      const house = defaultPolicy()
      const policy = { ...house, scoring: { ...house.scoring, ...scoring } }
      await test.call(tenant.keys.admin, 'PUT', '/api/v1/policy', policy, { 'if-match': '*' })
      expect((await post(tenant, '/api/v1/policy/publish')).status).toBe(200)
    }
    const create = async (name: string, industry: string) =>
      (await post(tenant, '/api/v1/leads', { name, company: `${name}公司`, industry })).body
    const first = await create('先到', '影像设备')
    const second = await create('后到', '骨科耗材')
    const history = {
      field: 'segmentWinRate',
      weight: 1,
      otherwise: 50,
      bands: [{ atLeast: 50, score: 100 }],
    }
    await publish({ parameters: [history], priority: { score: 1, winRate: 1, urgency: 0 } })
    const third = await create('最后', '骨科耗材')
    const scores = await rows<{ id: string; score: number; rate: string | null }>(
      tenant,
      `select id, score, facts->>'segmentWinRate' as rate from lead where tenant_id = $1 order by created_at, id`,
    )
    expect(scores.at(-1)).toMatchObject({ id: third.id, score: 100, rate: '68' })
    // One look puts those who waited before in their places, the next serves by them.
    await sweep('serve-waiting')
    await test.platform.database.write(tenant.id, async (db) => {
      await db.query(`update rep set status = 'active' where tenant_id = $1`, [db.tenantId])
      await test.slices.people.bumpRoster(db)
    })
    await sweep('serve-waiting')
    const waiting = await rows<{ id: string }>(
      tenant,
      `select id from work_item where tenant_id = $1 and state = 'waiting'`,
    )
    expect([first, second, third].map(({ state }) => state)).toEqual(['waiting', 'waiting', 'waiting'])
    expect(waiting).toEqual([{ id: first.id }])
  })

  it('shares what waited over the weekend among those who work on Monday, and frees the rest when the time is over', async () => {
    const at = (clock: string): number => Date.parse(`2026-11-23T${clock}:00+08:00`)
    test.clock.set(at('00:00') - 36 * 3_600_000)
    const tenant = await test.addTenant({
      teams: 1,
      repsPerTeam: 3,
      unlimited: true,
      rep: (number) => ({
        working_hours: ['Mon-Fri 09:00-18:00', 'Mon-Fri 10:00-18:00', 'Mon-Fri 10:30-18:00'][number],
        time_zone: 'Asia/Shanghai',
      }),
    })
    const policy = { ...defaultPolicy(), backlog: { minutes: 120 } }
    await test.call(tenant.keys.admin, 'PUT', '/api/v1/policy', policy, { 'if-match': '*' })
    expect((await post(tenant, '/api/v1/policy/publish')).status).toBe(200)
    const items = Array.from({ length: 30 }, (_, i) => ({ name: `Weekend ${i}` }))
    await test.call(tenant.keys.admin, 'POST', '/api/v1/leads/bulk', { items })
    const held = async () =>
      Object.fromEntries(
        (
          await rows<{ owner: string; n: number }>(
            tenant,
            `select owner_id as owner, count(*)::int as n from work_item where tenant_id = $1 and state = 'owned' group by 1`,
          )
        ).map((row) => [row.owner, row.n]),
      )
    const [first = '', second = '', third = ''] = tenant.reps
    test.clock.set(at('09:00'))
    await Promise.all([sweep('serve-waiting'), sweep('serve-waiting')])
    await sweep('serve-waiting')
    expect(await held()).toEqual({ [first]: 10 })
    // What comes in now is nobody's backlog.
    expect((await post(tenant, '/api/v1/leads', { name: 'Morning' })).body.owner?.id).toBe(first)
    const [reason] = await rows<{ params: Record<string, number> }>(
      tenant,
      `select reason_params as params from work_item where tenant_id = $1 and state = 'waiting' limit 1`,
    )
    expect(reason?.params).toMatchObject({ BACKLOG_SHARE: 1 })
    test.clock.set(at('10:00'))
    await sweep('serve-waiting')
    expect(await held()).toEqual({ [first]: 11, [second]: 10 })
    // The third never comes in: at eleven the rest is anybody's.
    await test.call(tenant.keys.admin, 'POST', '/api/v1/leaves', {
      repId: third,
      kind: 'sick',
      startsAt: new Date(at('10:15')).toISOString(),
      endsAt: new Date(at('23:00')).toISOString(),
    })
    test.clock.set(at('11:00'))
    await sweep('serve-waiting')
    const all = await held()
    expect([all[third], Object.values(all).reduce((sum, n) => sum + n, 0)]).toEqual([undefined, 31])
    test.clock.set(MONDAY_MORNING)
  })

  it('looks no further than 1,000 of a stuck queue for one place that came free, and leaves the rest to the sweep', async () => {
    test.clock.set(MONDAY_MORNING)
    const tenant = await test.addTenant({
      teams: 1,
      repsPerTeam: 1,
      rep: () => ({ territories: ['浙江'], limits: JSON.stringify({ dailyMax: null }) }),
      unlimited: true,
    })
    const own = (await post(tenant, '/api/v1/leads', { name: 'held', region: '浙江' })).body
    expect(own.state).toBe('owned')
    for (const size of [600, 450])
      await test.call(tenant.keys.admin, 'POST', '/api/v1/leads/bulk', {
        items: Array.from({ length: size }, (_, i) => ({ name: `Far ${size}-${i}`, region: '海南' })),
      })
    // Somebody who could be served, behind more than a thousand who cannot.
    await test.platform.database.write(tenant.id, (db) =>
      db.query(
        `update lead set facts = jsonb_set(facts, '{region}', '"浙江"'), region = '浙江'
         where tenant_id = $1 and id = (select id from work_item where tenant_id = $1 and state = 'waiting'
           order by priority desc, created_at desc, id desc limit 1)`,
        [tenant.id],
      ),
    )
    const owned = async () =>
      (await rows(tenant, `select 1 from work_item where tenant_id = $1 and state = 'owned'`)).length
    await post(tenant, `/api/v1/leads/${own.id}/close`, { outcome: 'won' })
    expect(await owned()).toBe(0)
    await sweep('serve-waiting')
    expect(await owned()).toBe(1)
  })

  it('takes no account without an owner for somebody who waits', async () => {
    const tenant = await test.addTenant({ teams: 1, repsPerTeam: 1, unlimited: true })
    const account = work(test.clock.now(), 'account')
    await test.platform.database.write(tenant.id, (db) =>
      test.slices.assignment.adopt(db, test.clock.now(), [
        { item: account, state: 'waiting', ownerId: null, actorId: null },
      ]),
    )
    await test.platform.database.write(tenant.id, (db) =>
      db.query('update work_item set release = null where tenant_id = $1', [tenant.id]),
    )
    await sweep('serve-waiting')
    expect(
      await rows(tenant, 'select id, state, decision_id as "decisionId" from work_item where tenant_id = $1'),
    ).toEqual([{ id: account.id, state: 'waiting', decisionId: null }])
  })

  it('keeps on record who accepted, worked on, gave back and closed', async () => {
    const tenant = await test.addTenant({ teams: 1, repsPerTeam: 2, unlimited: true })
    const lead = (await post(tenant, '/api/v1/leads', { name: 'x' })).body
    await post(tenant, `/api/v1/leads/${lead.id}/accept`)
    await post(tenant, `/api/v1/leads/${lead.id}/activities`, { kind: 'call', summary: 'spoke' })
    await post(tenant, `/api/v1/leads/${lead.id}/release`, { reason: 'too far' })
    await post(tenant, `/api/v1/leads/${lead.id}/close`, { outcome: 'lost', reason: 'price' })
    const kept = await rows<{ action: string }>(
      tenant,
      `select action from audit where tenant_id = $1 and entity_kind = 'lead' order by at, id`,
    )
    expect(kept.map((row) => row.action)).toEqual([
      'lead.accepted',
      'lead.activity_logged',
      'lead.released',
      'lead.closed',
    ])
  })

  it('does not flood a rep who was inactive for a while', async () => {
    const tenant = await test.addTenant({ teams: 1, repsPerTeam: 3, unlimited: true })
    const give = async (count: number) => {
      const counts = new Map<string, number>()
      for (let i = 0; i < count; i++) {
        const owner = (await post(tenant, '/api/v1/leads', { name: `Lead ${i}` })).body.owner?.id ?? ''
        counts.set(owner, (counts.get(owner) ?? 0) + 1)
      }
      return counts
    }
    const [rep = ''] = tenant.reps
    const set = (status: string) =>
      test.platform.database.write(tenant.id, async (db) => {
        await db.query('update rep set status = $3 where tenant_id = $1 and id = $2', [
          tenant.id,
          rep,
          status,
        ])
        await test.slices.people.bumpRoster(db)
      })
    await set('inactive')
    expect((await give(30)).has(rep)).toBe(false)
    await set('active')
    // Three people, nine leads: three each, not nine for whoever was away.
    expect((await give(9)).get(rep)).toBe(3)
  })

  it('gives back the load of an undone import in the order of reps, whatever order the items have', async () => {
    const tenant = await test.addTenant({ teams: 1, repsPerTeam: 2, unlimited: true })
    const { database, clock } = test.platform
    const [low = '', high = ''] = [...tenant.reps].sort()
    const items = [high, low].map((ownerId, index) => ({ item: work(clock.now() + index), ownerId }))
    await database.write(tenant.id, (db) =>
      test.slices.assignment.adopt(
        db,
        clock.now(),
        items.map(({ item, ownerId }) => ({
          item,
          state: 'owned',
          ownerId,
          actorId: null,
        })),
      ),
    )
    const lock = (db: { query(sql: string, values: unknown[]): Promise<unknown> }, repId: string) =>
      db.query('select 1 from rep_load where tenant_id = $1 and rep_id = $2 for update nowait', [
        tenant.id,
        repId,
      ])
    let undone: Promise<string[]> = Promise.resolve([])
    await database.write(tenant.id, async (db) => {
      await lock(db, low)
      undone = database.write(tenant.id, (other) =>
        test.slices.assignment.forget(
          other,
          clock.now(),
          items.map(({ item }) => item.id),
        ),
      )
      await new Promise((resolve) => setTimeout(resolve, 200))
      // Whoever waits for the first row holds none behind it; else these two would wait for each other for good.
      await lock(db, high)
    })
    expect(await undone).toHaveLength(2)
  })

  it('polls once for all who listen to a company, tells each what they missed, and stops with the last of them', async () => {
    const tenant = await test.addTenant()
    const feed = createChangeFeed(test.platform)
    const say = (type: string) =>
      test.platform.database.write(tenant.id, (db) =>
        announce(db, test.clock.now(), [{ type, entityKind: 'lead', entityId: null }]),
      )
    const listen = async (from: { xid: string; seq: number } | null) => {
      const heard: string[] = []
      let start = { xid: '0', seq: 0 }
      const end = await feed.listen(tenant.id, from, {
        started(at) {
          start = at
        },
        changes: (changes: readonly Change[]) => void heard.push(...changes.map((change) => change.type)),
        failed: (error) => expect(error).toBe(undefined),
      })
      return { heard, start, end }
    }
    const one = await listen(null)
    await say('a')
    await say('b')
    const two = await listen(one.start)
    const three = await listen(null)
    await say('c')
    await expect
      .poll(() => [one.heard, two.heard, three.heard])
      .toEqual([['a', 'b', 'c'], ['a', 'b', 'c'], ['c']])
    expect(feed.polling()).toBe(1)
    one.end()
    two.end()
    expect(feed.polling()).toBe(1)
    three.end()
    expect(feed.polling()).toBe(0)
  })
})
