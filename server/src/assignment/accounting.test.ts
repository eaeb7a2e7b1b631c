import { defaultPolicy } from '@peineng/engine'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { moreServers } from '../../test/more-servers.ts'
import { createTestApp, MONDAY_MORNING, type TestApp, type TestTenant } from '../../test/test-app.ts'
import { uuidv7 } from '../platform/ids.ts'
import { applyClaims, ensureRepLoads, readRepLoads } from './state/rep-load-store.ts'

interface Place {
  id: string
  state: string
  owner: { id: string } | null
  decisionId: string
}
interface Board {
  items: {
    repId: string
    receivedToday: number
    receivedThisWeek: number
    receivedThisMonth: number
    gauges: { name: string; value: number }[]
  }[]
}

/** What a rep is said to carry and to have received follows what happened, and comes back when it is taken back. */
describe('accounting', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await createTestApp()
  })
  afterAll(() => test.close())

  const board = async (tenant: TestTenant) => {
    const { body } = await test.call<Board>(tenant.keys.admin, 'GET', '/api/v1/workload')
    return new Map(
      body.items.map((rep) => [
        rep.repId,
        {
          today: rep.receivedToday,
          week: rep.receivedThisWeek,
          month: rep.receivedThisMonth,
          load: rep.gauges.find((gauge) => gauge.name === 'load_index')?.value,
        },
      ]),
    )
  }
  const post = (tenant: TestTenant, url: string, body: unknown = {}) =>
    test.call<Place>(tenant.keys.admin, 'POST', url, body)

  it('gives the turn of a lead that was none back: once, by own word so often a month, by a manager always', async () => {
    test.clock.set(MONDAY_MORNING + 86_400_000)
    const tenant = await test.addTenant({ unlimited: true, teams: 1, repsPerTeam: 1 })
    await test.call(
      tenant.keys.admin,
      'PUT',
      '/api/v1/policy',
      { ...defaultPolicy(), credits: { days: 7, perMonth: 1 } },
      { 'if-match': '*' },
    )
    await post(tenant, '/api/v1/policy/publish')
    const turns = async (): Promise<number> => {
      const { rows } = await test.platform.database.owner.query<{ n: string }>(
        'select sum(received_thousandths) as n from fairness_ledger where tenant_id = $1',
        [tenant.id],
      )
      return Number(rows[0]?.n)
    }
    const closed = async (key: string, outcome: string, wait = 0) => {
      const { id } = (await post(tenant, '/api/v1/leads', { name: `${outcome} ${wait}` })).body
      test.clock.advance(wait)
      const { body } = await test.call<{ state: string; turnReturned?: boolean }>(
        key,
        'POST',
        `/api/v1/leads/${id}/close`,
        { outcome },
      )
      return { state: body.state, returned: body.turnReturned, turns: await turns() }
    }
    const { rep, admin } = tenant.keys
    expect(await closed(rep, 'invalid')).toEqual({ state: 'closed', returned: true, turns: 0 })
    const booked = (await closed(rep, 'invalid')).turns
    expect(booked).toBeGreaterThan(0)
    expect(await closed(admin, 'invalid')).toEqual({ state: 'closed', returned: true, turns: booked })
    expect(await closed(admin, 'lost')).toMatchObject({ returned: false, turns: 2 * booked })
    expect(await closed(admin, 'invalid', 8 * 86_400_000)).toMatchObject({ returned: false })
  })

  it('is an account each rep can read: what they got, what the others got without names, what was given back', async () => {
    test.clock.set(MONDAY_MORNING + 86_400_000)
    const tenant = await test.addTenant({ unlimited: true, teams: 2, repsPerTeam: 2 })
    for (let n = 0; n < 8; n++) await post(tenant, '/api/v1/leads', { name: `账 ${n}` })
    interface Account {
      queues: {
        received: number
        sharePermille: number
        targetPermille: number
        behind: number
        others: unknown
      }[]
      credits: { itemId: string; thousandths: number; ownWord: boolean }[]
    }
    const me = tenant.reps[0] as string
    const read = (key: string, repId: string) =>
      test.call<Account>(key, 'GET', `/api/v1/reps/${repId}/fairness`)
    const before = await read(tenant.keys.rep, me)
    expect(before.body.queues).toHaveLength(1)
    const [account] = before.body.queues
    expect(account).toMatchObject({ targetPermille: 250, others: { count: 3 } })
    const all = await Promise.all(tenant.reps.map((id) => read(tenant.keys.admin, id)))
    const received = all.map(({ body }) => body.queues[0]?.received ?? 0)
    expect(received.reduce((sum, one) => sum + one, 0)).toBe(8000)
    expect(account?.received).toBe(received[0])
    const others = received.slice(1).sort((a, b) => a - b)
    expect(account?.others).toEqual({
      count: 3,
      received: others.reduce((sum, one) => sum + one, 0),
      lowest: others[0],
      median: others[1],
      highest: others[2],
      below: others.filter((one) => one < (received[0] ?? 0)).length,
    })
    expect(account?.behind).toBe(2000 - (received[0] ?? 0))
    // One of two: the share of one would tell what the other got.
    const two = await test.addTenant({ unlimited: true, teams: 1, repsPerTeam: 2 })
    await post(two, '/api/v1/leads', { name: '账' })
    await post(two, '/api/v1/leads', { name: '本' })
    const narrow = await read(two.keys.rep, two.reps[0] as string)
    expect(narrow.body.queues).toMatchObject([{ others: null, sharePermille: null, behind: null }])
    // Nobody's account but one's own, and none of another company.
    expect((await read(tenant.keys.rep, tenant.reps[1] as string)).status).toBe(404)
    const mine = await test.call<{ items: { id: string; owner: { id: string } | null }[] }>(
      tenant.keys.admin,
      'GET',
      `/api/v1/leads?owner=${me}`,
    )
    const leadId = mine.body.items[0]?.id as string
    await test.call(tenant.keys.rep, 'POST', `/api/v1/leads/${leadId}/close`, { outcome: 'invalid' })
    const after = (await read(tenant.keys.rep, me)).body
    expect(after.credits).toMatchObject([{ itemId: leadId, thousandths: 1000, ownWord: true }])
    expect(after.queues[0]?.received).toBe((received[0] ?? 0) - 1000)
  })

  it('is as before once an override is undone, on the same day and after midnight', async () => {
    for (const pause of [60_000, 15 * 3_600_000]) {
      test.clock.set(MONDAY_MORNING + 86_400_000)
      const tenant = await test.addTenant({ unlimited: true, teams: 1, repsPerTeam: 2 })
      const lead = (await post(tenant, '/api/v1/leads', { name: 'one', intent: 'high' })).body
      const before = await board(tenant)
      const other = tenant.reps.find((id) => id !== lead.owner?.id)
      const moved = (
        await post(tenant, `/api/v1/leads/${lead.id}/override`, { repId: other, reason: 'test' })
      ).body
      test.clock.advance(pause)
      const back = await post(tenant, `/api/v1/decisions/${moved.decisionId}/undo`)
      expect(back.body.owner?.id).toBe(lead.owner?.id)
      const after = await board(tenant)
      for (const [repId, rep] of before)
        expect(after.get(repId)).toEqual({ ...rep, today: pause > 60_000 ? 0 : rep.today })
    }
    test.clock.set(MONDAY_MORNING)
  })

  it('does not undo twice what waits for a manager already', async () => {
    const tenant = await test.addTenant({ unlimited: true })
    const lead = (await post(tenant, '/api/v1/leads', { name: 'one' })).body
    expect((await post(tenant, `/api/v1/decisions/${lead.decisionId}/undo`)).body.state).toBe('waiting')
    const again = await post(tenant, `/api/v1/decisions/${lead.decisionId}/undo`)
    expect(again.body).toMatchObject({ status: 409, code: 'ALREADY_IN_STATE' })
  })

  it('keeps what was counted since midnight when a transaction of before midnight comes after it', async () => {
    const tenant = await test.addTenant({ teams: 1, repsPerTeam: 1 })
    const [repId] = tenant.reps
    if (repId === undefined) throw new Error('a tenant without a rep')
    const sunday = { day: '2026-11-29', week: '2026-11-23', month: '2026-11-01' }
    const monday = { day: '2026-11-30', week: '2026-11-30', month: '2026-11-01' }
    const rows = await test.platform.database.write(tenant.id, async (db) => {
      await ensureRepLoads(db, sunday, [repId])
      await applyClaims(db, monday, [{ repId, effects: {}, received: 3, limits: {} }])
      await applyClaims(db, sunday, [{ repId, effects: {}, received: 1, limits: {} }])
      return readRepLoads(db, monday)
    })
    expect(rows).toMatchObject([{ receivedToday: 4, receivedWeek: 4, receivedMonth: 4 }])
  })

  it('measures who lets work lie, without days off, and whose conversion falls', async () => {
    const friday = MONDAY_MORNING + 4 * 86_400_000
    test.clock.set(friday)
    const tenant = await test.addTenant({ unlimited: true, teams: 1, repsPerTeam: 1 })
    const [repId = ''] = tenant.reps
    const leads: Place[] = []
    for (let i = 0; i < 4; i++) leads.push((await post(tenant, '/api/v1/leads', { name: `Lead ${i}` })).body)
    const measured = async () => {
      await test.slices.sweeps.find((one) => one.name === 'measure-reps')?.run(new AbortController().signal)
      const [row] = await test.platform.database.read(tenant.id, (db) =>
        db.query<{ unfollowed: number; trend: number | null }>(
          'select unfollowed_permille as unfollowed, trend_permille as trend from rep_load where tenant_id = $1',
          [tenant.id],
        ),
      )
      return row
    }
    // Monday morning is 72 hours later and one working day.
    test.clock.set(friday + 3 * 86_400_000)
    expect(await measured()).toEqual({ unfollowed: 0, trend: null })
    test.clock.set(friday + 5 * 86_400_000)
    await post(tenant, `/api/v1/leads/${leads[0]?.id}/activities`, { kind: 'call', result: 'connected' })
    expect(await measured()).toEqual({ unfollowed: 750, trend: null })
    await test.platform.database.write(tenant.id, async (db) => {
      const now = test.clock.now()
      for (const [daysAgo, outcome] of [
        ...Array.from({ length: 6 }, (): [number, string] => [40, 'won']),
        ...Array.from({ length: 6 }, (_, i): [number, string] => [10, i < 3 ? 'won' : 'lost']),
      ] as const)
        await db.query(
          `insert into lead (tenant_id, id, created_at, updated_at, outcome, closed_at, closed_rep_id)
           values ($1, $2, $3, $3, $4, $3, $5)`,
          [tenant.id, uuidv7(now), new Date(now - daysAgo * 86_400_000), outcome, repId],
        )
    })
    expect(await measured()).toEqual({ unfollowed: 750, trend: -500 })
  })

  it('does not write a queue that is only looked at', async () => {
    const tenant = await test.addTenant({ rep: () => ({ status: 'paused' }) })
    const lead = (await post(tenant, '/api/v1/leads', { name: 'waits' })).body
    expect(lead.state).toBe('waiting')
    const version = async () => {
      const [row] = await test.platform.database.read(tenant.id, (db) =>
        db.query<{ at: string }>('select xmin::text as at from work_item where tenant_id = $1', [tenant.id]),
      )
      return row?.at
    }
    const sweep = test.slices.sweeps.find((one) => one.name === 'serve-waiting')
    const before = await version()
    // Row locks leave their mark in xmax; xmin moves only with a new version of the row.
    await sweep?.run(new AbortController().signal)
    expect(await version()).toBe(before)
  })

  it('assigns by hand what the preview showed: as many, and those that wait for a manager', async () => {
    const tenant = await test.addTenant({ unlimited: true, teams: 2, repsPerTeam: 1 })
    for (const name of ['one', 'two', 'three']) {
      const lead = (await post(tenant, '/api/v1/leads', { name })).body
      await post(tenant, `/api/v1/decisions/${lead.decisionId}/undo`)
    }
    const ask = { waiting: true, limit: 2 }
    interface Outcome {
      items: { id: string; leadId: string }[]
      reps: { repId: string }[]
      assigned: number
    }
    const preview = await test.call<Outcome>(
      tenant.keys.team_lead,
      'POST',
      '/api/v1/assignments/preview',
      ask,
    )
    // A leader sees the load of their own team only.
    expect(preview.body.reps.map((rep) => rep.repId)).toEqual([tenant.reps[0]])
    const run = await test.call<Outcome>(tenant.keys.team_lead, 'POST', '/api/v1/assignments', ask)
    expect(run.body.assigned).toBe(2)
    expect(run.body.items.map((item) => item.id)).toEqual(preview.body.items.map((item) => item.leadId))
  })

  it('weighs a lead, a deal and a card anew the moment they are changed, whatever else happens to them', async () => {
    test.clock.set(MONDAY_MORNING + 3 * 86_400_000)
    const tenant = await test.addTenant({
      teams: 1,
      repsPerTeam: 2,
      rep: () => ({ gauges: JSON.stringify([{ name: 'load_index', threshold: 1000, action: 'pause' }]) }),
    })
    const [first = '', second = ''] = tenant.reps
    const made = async (url: string, body: Record<string, unknown>): Promise<string> => {
      const answer = await post(tenant, url, { value: 'low', difficulty: 'easy', ...body })
      expect(answer.status).toBe(201)
      return answer.body.id
    }
    const leads: string[] = []
    for (const n of [1, 2, 3]) leads.push(await made('/api/v1/leads', { name: `Lead ${n}` }))
    const account = (await post(tenant, '/api/v1/accounts', { name: '宁波海天' })).body.id
    const deal = await made('/api/v1/opportunities', { name: '二期', accountId: account, ownerId: first })
    const task = await made('/api/v1/tasks', {
      title: '寄样机',
      standard: '客户签收',
      dueAt: new Date(test.clock.now() + 2 * 86_400_000).toISOString(),
      ownerId: first,
    })
    for (const id of leads) {
      const given = await post(tenant, `/api/v1/leads/${id}/override`, { repId: first, reason: 'test' })
      expect([200, 409]).toContain(given.status)
    }
    const sums = async () =>
      (
        await test.platform.database.owner.query<Record<string, number>>(
          `select l.load_hundredths as load, coalesce(sum(w.load_hundredths), 0)::int as carried, l.key_projects as keys,
             coalesce(sum((w.effects->>'key_projects')::int), 0)::int as counted
           from rep_load l left join work_item w on w.tenant_id = l.tenant_id and w.owner_id = l.rep_id and w.state = 'owned'
           where l.tenant_id = $1 group by l.rep_id, l.load_hundredths, l.key_projects order by l.rep_id`,
          [tenant.id],
        )
      ).rows
    const edit = async (app: TestApp['app'], url: string, body: unknown) => {
      const headers = { authorization: `Bearer ${tenant.keys.admin}` }
      const { version } = (await app.inject({ method: 'GET', url: `/api/v1/${url}`, headers })).json<{
        version: number
      }>()
      const answer = await app.inject({
        method: 'PATCH',
        url: `/api/v1/${url}`,
        headers: { ...headers, 'if-match': `"${version}"` },
        payload: body as object,
      })
      return answer.statusCode
    }
    const hard = { value: 'high', difficulty: 'hard' }
    expect((await board(tenant)).get(first)?.load).toBe(250)
    for (const url of [`leads/${leads[0]}`, `opportunities/${deal}`, `tasks/${task}`])
      expect(await edit(test.app, url, hard)).toBe(200)
    expect((await board(tenant)).get(first)?.load).toBe(1000)

    const servers = await moreServers(test, 4)
    try {
      const answers: number[] = []
      for (let round = 0; round < 4; round++) {
        const body = round % 2 === 0 ? hard : { value: 'mid', difficulty: 'easy' }
        const to = round % 2 === 0 ? second : first
        answers.push(
          ...(await Promise.all(
            servers.apps.flatMap((app, n) => [
              edit(app, `leads/${leads[n % 3]}`, body),
              edit(app, `opportunities/${deal}`, body),
              edit(app, `tasks/${task}`, body),
              post(tenant, `/api/v1/leads/${leads[n % 3]}/override`, {
                repId: to,
                reason: 'to and fro',
              }).then(({ status }) => status),
            ]),
          )),
        )
      }
      // Refused is whoever read an older version, or gives it to whom it belongs already.
      expect(answers.filter((status) => status !== 200 && status !== 409 && status !== 412)).toEqual([])
    } finally {
      await servers.close()
    }
    for (const row of await sums())
      expect([row['load'], row['keys']]).toEqual([row['carried'], row['counted']])

    // Over now, and told so; nothing is taken from them.
    for (const url of [...leads.map((id) => `leads/${id}`), `opportunities/${deal}`, `tasks/${task}`])
      await edit(test.app, url, hard)
    for (const id of leads)
      await post(tenant, `/api/v1/leads/${id}/override`, { repId: first, reason: 'test' })
    await test.slices.sweeps.find((one) => one.name === 'mark-loads')?.run(new AbortController().signal)
    expect((await board(tenant)).get(first)?.load).toBe(1500)
    const { rows } = await test.platform.database.owner.query(
      `select entity_id from event where tenant_id = $1 and type = 'load.over'`,
      [tenant.id],
    )
    expect(rows).toEqual([{ entity_id: first }])
  })

  it('books what somebody who left holds, so that it is there when they are back', async () => {
    const tenant = await test.addTenant({ teams: 1, repsPerTeam: 1, rep: () => ({ status: 'inactive' }) })
    const [repId] = tenant.reps
    if (repId === undefined) throw new Error('a tenant without a rep')
    const { database, clock } = test.platform
    await database.write(tenant.id, async (db) => {
      const item = {
        id: uuidv7(clock.now()),
        kind: 'lead',
        priority: 0,
        createdAt: clock.now(),
        facts: {},
        tags: [],
        value: 'mid',
        difficulty: 'medium',
        amountMinor: null,
        pointsHundredths: 150,
      } as const
      await test.slices.assignment.adopt(db, clock.now(), [
        { item, state: 'owned', ownerId: repId, actorId: null },
      ])
    })
    await database.write(tenant.id, async (db) => {
      await db.query(`update rep set status = 'active' where tenant_id = $1`, [tenant.id])
      await test.slices.people.bumpRoster(db)
    })
    expect((await board(tenant)).get(repId)?.load).toBe(150)
  })
})
