import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApp, MONDAY_MORNING, type TestApp, type TestTenant } from '../../test/test-app.ts'
import { type Life, lifeOf } from './testing.ts'

interface Place {
  id: string
  state: string
  owner: { id: string; name: string } | null
}

const HOUR = 3_600_000
const DAY = 24 * HOUR
const office = () => ({ working_hours: 'Mon-Fri 09:00-18:00' })
const at = (text: string): number => Date.parse(`2026-11-${text}:00+08:00`)

describe('clocks of owned work', () => {
  let test: TestApp
  let life: Life
  beforeAll(async () => {
    test = await createTestApp()
    life = lifeOf(test)
  })
  afterAll(() => test.close())

  const monday = async (options: Parameters<TestApp['addTenant']>[0] = {}): Promise<TestTenant> => {
    test.clock.set(MONDAY_MORNING)
    await life.rows('delete from service_beat')
    await life.rows('delete from service_outage')
    return test.addTenant({ teams: 1, repsPerTeam: 2, rep: office, unlimited: true, ...options })
  }
  const lead = async (tenant: TestTenant, more: object = {}): Promise<Place> => {
    const { body } = await test.call<Place>(tenant.keys.admin, 'POST', '/api/v1/leads', {
      name: `Lead ${Math.random()}`,
      ...more,
    })
    expect(body.state).toBe('owned')
    return body
  }
  const call = (tenant: TestTenant, id: string) =>
    test.call(tenant.keys.admin, 'POST', `/api/v1/leads/${id}/activities`, {
      kind: 'call',
      summary: `谈过第 ${test.clock.now()} 次需求`,
      nextStep: '报价',
      nextStepAt: new Date(test.clock.now() + DAY).toISOString(),
    })
  const effects = async (tenant: TestTenant, id?: string) =>
    (await life.firings(tenant))
      .filter((one) => id === undefined || one.subjectId === id)
      .map((one) => [one.effect, one.at] as const)

  /** A customer that was the second rep's, came into a pool and was claimed by the first. */
  const claimedFromPool = async (tenant: TestTenant, rep: string, before: string): Promise<string> => {
    const made = await test.call<{ id: string }>(tenant.keys.admin, 'POST', '/api/v1/accounts', {
      name: '远景医疗',
      ownerId: before,
    })
    expect(made.status).toBe(201)
    await test.platform.database.write(tenant.id, async (db) => {
      await db.query(
        `insert into pool (tenant_id, id, name, created_at, updated_at) values ($1, 'sea', '公海', $2, $2)`,
        [db.tenantId, new Date(test.clock.now())],
      )
      const { assignment } = test.slices
      const itemId = made.body.id
      const entry = {
        itemId,
        poolId: 'sea',
        cause: 'released',
        reason: null,
        note: null,
        actorId: null,
      } as const
      await assignment.takeIntoPool(db, test.clock.now(), [entry])
      await assignment.claim(db, test.clock.now(), {
        itemId,
        repId: rep,
        actorId: null,
        note: null,
        permit: async () => ({ withinLimits: false }),
      })
    })
    return made.body.id
  }

  it('reminds, warns, takes back and gives to somebody else, each once and at its time', async () => {
    const tenant = await monday()
    const one = await lead(tenant)
    await life.sweep()
    await life.liveUntil(at('25T09:50'))
    expect(await effects(tenant, one.id)).toEqual([
      ['reminded', at('23T10:30')],
      ['warned', at('24T09:30')],
      ['reminded', at('24T09:30')],
      ['reminded', at('24T17:30')],
      ['reminded', at('25T09:00')],
      ['recalled', at('25T09:30')],
    ])
    const after = await test.call<Place>(tenant.keys.admin, 'GET', `/api/v1/leads/${one.id}`)
    expect(after.body.owner?.id).not.toBe(one.owner?.id)
    // The clocks of the new owner start over.
    const [timer] = await life.rows<{ started_at: Date; rep_id: string }>(
      `select started_at, rep_id from timer where tenant_id = $1 and subject_id = $2 and kind = 'recall'`,
      [tenant.id, one.id],
    )
    expect(timer).toMatchObject({ rep_id: after.body.owner?.id })
    expect(timer?.started_at.getTime()).toBe(at('25T09:30'))
  })

  it('stops with the first follow-up, and asks the manager after seven days without progress, once a week', async () => {
    const tenant = await monday()
    const one = await lead(tenant)
    await life.sweep()
    await life.liveUntil(at('23T10:10'))
    await call(tenant, one.id)
    await life.liveUntil(MONDAY_MORNING + 13 * DAY, 6 * HOUR)
    const done = await effects(tenant, one.id)
    expect(done.map(([effect]) => effect)).toEqual(['escalated'])
    const prompts = await life.rows('select cause, state, audience from trigger_prompt where item_id = $1', [
      one.id,
    ])
    expect(prompts).toEqual([{ cause: 'no_progress', state: 'open', audience: 'manager' }])
    await call(tenant, one.id)
    await life.sweep()
    expect(await life.rows(`select state from trigger_prompt where item_id = $1`, [one.id])).toEqual([
      { state: 'obsolete' },
    ])
  })

  it('counts a contact for whoever had the lead when it was written, in one millisecond and when entered late', async () => {
    const tenant = await monday()
    // The key of the tests writes as the first rep: where the lead was theirs, a handover would be asked for.
    await life.withoutHandovers(tenant)
    const one = await lead(tenant)
    const other = tenant.reps.find((rep) => rep !== one.owner?.id)
    const log = (more: object = {}) =>
      test.call(tenant.keys.admin, 'POST', `/api/v1/leads/${one.id}/activities`, {
        kind: 'call',
        result: 'interested',
        summary: '谈过需求和预算',
        ...more,
      })
    const running = async () => {
      await life.sweep()
      const { body } = await test.call<{ clocks: { kind: string }[] }>(
        tenant.keys.admin,
        'GET',
        `/api/v1/leads/${one.id}/clocks`,
      )
      return body.clocks.map((clock) => clock.kind)
    }
    const untouched = ['first_response', 'reminder', 'recall', 'progress']
    expect((await log()).status).toBe(201)
    const moved = await test.call(tenant.keys.admin, 'POST', `/api/v1/leads/${one.id}/override`, {
      repId: other,
      reason: 'test',
    })
    expect(moved.status).toBe(200)
    expect(await running()).toEqual(expect.arrayContaining(untouched))
    // What the former owner did before, and sends only now, is theirs as well.
    test.clock.advance(HOUR)
    await log({ at: new Date(MONDAY_MORNING - HOUR).toISOString() })
    expect(await running()).toEqual(expect.arrayContaining(untouched))
    // Entered now, of the very millisecond they got it in: theirs.
    await log({ at: new Date(MONDAY_MORNING).toISOString() })
    expect(await running()).toEqual(['progress'])
  })

  it('credits two days of downtime to the recall, and says everything else once and in order', async () => {
    const tenant = await monday()
    const one = await lead(tenant)
    await life.sweep()
    await life.liveUntil(at('23T10:00'))
    life.awayUntil(at('25T10:00'))
    await life.sweep()
    await life.sweep()
    // Reminders at 1 h, 24 h and 9 o'clock fell into the silence: one. The warning came 23.5 hours closer.
    expect(await effects(tenant, one.id)).toEqual([['reminded', at('25T10:00')]])
    await life.liveUntil(at('27T09:40'))
    const done = await effects(tenant, one.id)
    expect(done.filter(([effect]) => effect !== 'reminded')).toEqual([
      // Class C has three working days of eight hours; a first response is not credited.
      ['missed', at('25T15:30')],
      ['warned', at('26T09:30')],
      ['recalled', at('27T09:30')],
    ])
  })

  it('does nothing early when the clock of the server is ten minutes ahead, and nothing twice when it goes back', async () => {
    const tenant = await monday()
    const one = await lead(tenant)
    await life.sweep()
    await life.liveUntil(at('25T09:25'))
    test.clock.advance(10 * 60_000)
    await life.sweep()
    expect((await effects(tenant, one.id)).map(([effect]) => effect)).not.toContain('recalled')
    test.clock.advance(-10 * 60_000)
    await life.sweep()
    await life.liveUntil(at('25T10:00'), 60_000)
    const recalled = (await effects(tenant, one.id)).filter(([effect]) => effect === 'recalled')
    expect(recalled).toHaveLength(1)
    expect(recalled[0]?.[1]).toBeGreaterThanOrEqual(at('25T09:30'))
  })

  it('waits for leave to end, and for leave that is booked after the clock began', async () => {
    const tenant = await monday({ repsPerTeam: 1 })
    const one = await lead(tenant)
    await life.sweep()
    await life.liveUntil(at('23T12:00'), HOUR)
    const leave = await test.call(tenant.keys.admin, 'POST', '/api/v1/leaves', {
      repId: tenant.reps[0],
      kind: 'annual',
      startsAt: '2026-11-24T00:00:00+08:00',
      endsAt: '2026-11-26T00:00:00+08:00',
    })
    expect(leave.status).toBe(201)
    await life.liveUntil(at('27T09:20'), HOUR)
    expect((await effects(tenant, one.id)).map(([effect]) => effect)).not.toContain('recalled')
    await life.liveUntil(at('27T09:40'), HOUR)
    expect((await effects(tenant, one.id)).map(([effect]) => effect)).toContain('recalled')
  })

  it('asks the manager before it takes work from an owner a person chose', async () => {
    const tenant = await monday()
    const one = await lead(tenant)
    const other = tenant.reps.find((id) => id !== one.owner?.id)
    await test.call(tenant.keys.admin, 'POST', `/api/v1/leads/${one.id}/override`, {
      repId: other,
      reason: '老客户',
    })
    await life.sweep()
    await life.liveUntil(at('25T12:00'), HOUR)
    const after = await test.call<Place>(tenant.keys.admin, 'GET', `/api/v1/leads/${one.id}`)
    expect(after.body.owner?.id).toBe(other)
    expect(await life.rows('select cause from trigger_prompt where item_id = $1', [one.id])).toEqual([
      { cause: 'recall_pinned' },
    ])
  })

  it('holds the checkpoint of the week on Friday at four where each of them is, once, however long nobody looked', async () => {
    const tenant = await monday({
      rep: (index) => ({ time_zone: index === 0 ? 'Asia/Shanghai' : 'Europe/Berlin' }),
    })
    await test.call(tenant.keys.admin, 'POST', '/api/v1/leads', { name: 'Somebody' })
    await life.rows(
      'insert into clock_resync (tenant_id, asked_at) values ($1, $2) on conflict (tenant_id) do nothing',
      [tenant.id, new Date(test.clock.now())],
    )
    await life.sweep()
    const checkpoints = () =>
      life.rows<{ rep: string; at: Date; due: Date }>(
        `select rep_id as rep, at, due_at as due from timer_firing
         where tenant_id = $1 and kind = 'checkpoint' order by due_at`,
        [tenant.id],
      )
    await life.liveByClocks(at('27T15:59'))
    expect(await checkpoints()).toEqual([])
    await life.liveByClocks(at('28T12:00'))
    const [shanghai = '', berlin = ''] = tenant.reps
    const friday = (text: string) => ({ at: new Date(text), due: new Date(text) })
    expect(await checkpoints()).toEqual([
      { rep: shanghai, ...friday('2026-11-27T16:00:00+08:00') },
      { rep: berlin, ...friday('2026-11-27T16:00:00+01:00') },
    ])
    const [said] = await life.rows<{ n: number }>(
      `select count(*)::int as n from event where tenant_id = $1 and type = 'followup.checkpoint_due'`,
      [tenant.id],
    )
    expect(said?.n).toBe(2)
    // Three Fridays pass unseen: one checkpoint each, not three.
    life.awayUntil(at('28T12:00') + 21 * DAY)
    await life.sweep()
    await life.sweep()
    expect(await checkpoints()).toHaveLength(4)
  })

  it('is read for leads, deals and customers in one request: what is out of reach, or nobody has, is left out', async () => {
    const tenant = await monday()
    const [mine = '', others = ''] = tenant.reps
    const { admin, rep } = tenant.keys
    const make = async (path: string, body: object): Promise<string> =>
      (await test.call<{ id: string }>(admin, 'POST', `/api/v1/${path}`, body)).body.id
    const owned = await make('accounts', { name: '远山医疗', ownerId: mine })
    const ids = {
      lead: (await lead(tenant)).id,
      deal: await make('opportunities', { name: '影像科一期', accountId: owned, ownerId: mine }),
      theirDeal: await make('opportunities', { name: '影像科二期', accountId: owned, ownerId: others }),
      claimed: await claimedFromPool(tenant, mine, others),
      owned,
      nobodys: await make('accounts', { name: '近水医疗' }),
    }
    const read = async (key: string): Promise<Record<string, string[]>> => {
      const { status, body } = await test.call<{
        items: { itemId: string; clocks: { kind: string; leftMinutes: number | null }[] }[]
      }>(key, 'GET', `/api/v1/clocks?ids=${Object.values(ids).join(',')}`)
      expect(status).toBe(200)
      return Object.fromEntries(
        body.items.map(({ itemId, clocks }) => [
          Object.entries(ids).find(([, id]) => id === itemId)?.[0] ?? itemId,
          clocks.filter(({ leftMinutes }) => (leftMinutes ?? 0) > 0).map(({ kind }) => kind),
        ]),
      )
    }
    const all = await read(admin)
    expect(all).toMatchObject({ deal: ['progress'], theirDeal: ['progress'], claimed: ['protection'] })
    expect(all['lead']).toEqual(expect.arrayContaining(['first_response', 'recall']))
    // A customer as a whole has no clock of its own but what a pool gave it.
    expect(Object.keys(all).sort()).toEqual(['claimed', 'deal', 'lead', 'theirDeal'])
    const own = await read(rep)
    expect(own).toMatchObject({ deal: ['progress'], claimed: ['protection'] })
    expect(own).not.toHaveProperty('theirDeal')
  })

  it('calls a customer taken from a pool back when its protection is over, warned a day before', async () => {
    const tenant = await monday()
    const [rep = ''] = tenant.reps
    const id = await claimedFromPool(tenant, rep, tenant.reps[1] ?? '')
    await life.sweep()
    await life.liveByClocks(MONDAY_MORNING + 20 * DAY)
    const after = await life.rows('select state, owner_id as owner from work_item where id = $1', [id])
    expect(after).toEqual([{ state: 'pooled', owner: null }])
    // Ten days end on Thursday the 3rd at midnight.
    expect(await effects(tenant, id)).toEqual([
      ['warned', Date.parse('2026-12-03T00:00:00+08:00')],
      ['recalled', Date.parse('2026-12-04T00:00:00+08:00')],
    ])
  })
})
