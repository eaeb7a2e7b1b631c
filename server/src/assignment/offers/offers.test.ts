import { defaultPolicy, type Policy } from '@peineng/engine'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { moreServers } from '../../../test/more-servers.ts'
import { createTestApp, type TestApp, type TestTenant } from '../../../test/test-app.ts'
import { sealTenant } from '../decisions/seal-decisions.ts'

interface Place {
  id: string
  state: string
  owner: { id: string; name: string } | null
  decisionId: string
  reason: { code: string; text: string }
  code?: string
  answer?: string
}
const MINUTE = 60_000

describe('an offer', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await createTestApp()
  })
  afterAll(() => test.close())

  /** A company whose every lead is offered, a key per rep, and the verbs. */
  const company = async (
    offers: Policy['offers'] = {},
    options: Parameters<TestApp['addTenant']>[0] = { teams: 1, repsPerTeam: 3 },
  ) => {
    const tenant = await test.addTenant(options)
    const house = defaultPolicy()
    const policy = { ...house, rules: [], offers, fallback: { ...house.fallback, offer: { minutes: 10 } } }
    await test.call(tenant.keys.admin, 'PUT', '/api/v1/policy', policy, { 'if-match': '*' })
    const published = await test.call(tenant.keys.admin, 'POST', '/api/v1/policy/publish', {
      note: 'ask first',
    })
    expect(published.status).toBe(200)
    const keys = new Map<string, string>()
    for (const repId of tenant.reps)
      keys.set(
        repId,
        (await test.slices.identity.createApiKey({ tenantId: tenant.id, name: repId, role: 'rep', repId }))
          .key,
      )
    const keyOf = (repId: string | undefined): string => keys.get(repId ?? '') ?? ''
    const create = async (n = 1): Promise<Place> =>
      (
        await test.call<Place>(tenant.keys.admin, 'POST', '/api/v1/leads', {
          name: `Lead ${n}`,
          phone: `1381234${5000 + n}`,
        })
      ).body
    const answer = (lead: Place, repId: string | undefined, verb: 'accept' | 'decline', reason = 'busy') =>
      test.call<Place>(
        keyOf(repId),
        'POST',
        `/api/v1/leads/${lead.id}/${verb}`,
        verb === 'decline' ? { reason } : undefined,
      )
    const read = async (id: string) =>
      (
        await test.call<
          Place & { phone: string; masked: boolean; offer: { until: string; round: number } | null }
        >(tenant.keys.admin, 'GET', `/api/v1/leads/${id}`)
      ).body
    return { tenant, keyOf, create, answer, read }
  }
  const rows = async <T extends Record<string, unknown>>(text: string, ...values: unknown[]): Promise<T[]> =>
    (await test.platform.database.owner.query<T>(text, values)).rows
  /** The first look after the service was down. */
  const wake = () =>
    test.slices.sweeps.find((one) => one.name === 'return-offers')?.run(new AbortController().signal)
  /** A look of a service that was up all along. */
  const sweep = async () => {
    await rows('update service_beat set beat_at = greatest(beat_at, $1)', new Date(test.clock.now()))
    await wake()
  }
  const loadOf = async (tenant: TestTenant, repId: string | undefined) =>
    (
      await rows<{ open: number; today: number; turns: number }>(
        `select open_items as open, received_today as today,
           coalesce((select sum(received_thousandths) from fairness_ledger f where f.tenant_id = $1 and f.rep_id = $2), 0)::int
             as turns from rep_load where tenant_id = $1 and rep_id = $2`,
        tenant.id,
        repId,
      )
    )[0]
  const eventsOf = (tenant: TestTenant) =>
    rows<{ type: string; payload: Record<string, unknown> }>(
      `select type, payload from event where tenant_id = $1 and (type like 'offer.%' or type like 'lead.%') order by seq`,
      tenant.id,
    )

  it('holds the room, hides the contact, and becomes theirs with one yes', async () => {
    const { tenant, keyOf, create, answer, read } = await company()
    const lead = await create()
    expect(lead).toMatchObject({ state: 'offered' })
    const repId = lead.owner?.id
    expect(await loadOf(tenant, repId)).toEqual({ open: 1, today: 1, turns: 1000 })
    const seen = await test.call(keyOf(repId), 'GET', `/api/v1/leads/${lead.id}`)
    expect(seen.body).toMatchObject({
      state: 'offered',
      masked: true,
      phone: '+86138****5001',
      offer: { round: 1, until: new Date(test.clock.now() + 10 * MINUTE).toISOString() },
    })
    const others = tenant.reps.filter((id) => id !== repId)
    expect((await test.call(keyOf(others[0]), 'GET', `/api/v1/leads/${lead.id}`)).status).toBe(404)
    expect((await answer(lead, others[0], 'accept')).status).toBe(404)
    const close = () => test.call(keyOf(repId), 'POST', `/api/v1/leads/${lead.id}/close`, { outcome: 'lost' })
    expect((await close()).body).toMatchObject({ code: 'OFFER_NOT_ANSWERED' })

    expect((await answer(lead, repId, 'accept')).body).toMatchObject({ state: 'owned', owner: { id: repId } })
    expect((await answer(lead, repId, 'accept')).status).toBe(200)
    expect((await answer(lead, repId, 'decline')).body).toMatchObject({
      code: 'OFFER_OVER',
      answer: 'accepted',
    })
    expect(await read(lead.id)).toMatchObject({ state: 'owned', offer: null })
    expect(await loadOf(tenant, repId)).toEqual({ open: 1, today: 1, turns: 1000 })
    expect((await eventsOf(tenant)).map((event) => event.type)).toEqual([
      'lead.offered',
      'offer.made',
      'lead.owned',
      'offer.accepted',
    ])
  })

  it('goes on to somebody else when declined, says why, and replays bit for bit', async () => {
    const { tenant, create, answer } = await company()
    const lead = await create()
    const first = lead.owner?.id
    expect((await answer(lead, first, 'decline', 'made up')).body).toMatchObject({
      code: 'VALIDATION_FAILED',
    })
    const next = (await answer(lead, first, 'decline')).body
    expect(next.state).toBe('offered')
    expect(next.owner?.id).not.toBe(first)
    const { body } = await test.call<{ candidates: { repId: string; excludedBy?: string }[] }>(
      tenant.keys.admin,
      'GET',
      `/api/v1/decisions/${next.decisionId}`,
    )
    expect(body.candidates.find((one) => one.repId === first)?.excludedBy).toBe('DECLINED_OFFER')
    await test.platform.database.write(tenant.id, (db) => sealTenant(db, test.clock.now()))
    const verified = await test.call(tenant.keys.admin, 'POST', `/api/v1/decisions/${next.decisionId}/verify`)
    expect(verified.body).toMatchObject({ identical: true, content: 'intact', chain: 'intact' })
    expect(await loadOf(tenant, first)).toEqual({ open: 0, today: 0, turns: 0 })
    expect((await answer(lead, first, 'accept')).body).toMatchObject({
      code: 'OFFER_OVER',
      answer: 'declined',
    })
  })

  it('comes back when the time is over, and waits for a manager when nobody is left', async () => {
    const { tenant, create, answer, read } = await company({ maxRounds: 5 })
    const lead = await create()
    const first = lead.owner?.id
    test.clock.advance(10 * MINUTE)
    expect((await answer(lead, first, 'accept')).body).toMatchObject({
      code: 'OFFER_OVER',
      answer: 'expired',
    })
    await sweep()
    const second = await read(lead.id)
    expect(second).toMatchObject({ state: 'offered', offer: { round: 2 } })
    await answer(second, second.owner?.id, 'decline')
    const third = await read(lead.id)
    const last = (await answer(third, third.owner?.id, 'decline', 'too_far')).body
    expect(last).toMatchObject({ state: 'waiting', owner: null, reason: { code: 'WAITING_NO_TAKER' } })
    const { body } = await test.call<{ items: Record<string, unknown>[] }>(
      tenant.keys.admin,
      'GET',
      `/api/v1/offers/patterns`,
    )
    expect(body.items.map((one) => [one['accepted'], one['declined'], one['expired']]).sort()).toEqual([
      [0, 0, 1],
      [0, 1, 0],
      [0, 1, 0],
    ])
    // A manager's word: whoever it is given to has it, declined or not.
    const given = await test.call<Place>(tenant.keys.admin, 'POST', `/api/v1/leads/${lead.id}/override`, {
      repId: first,
      reason: 'talked to them',
    })
    expect(given.body).toMatchObject({ state: 'owned', owner: { id: first } })
  })

  it('gets back the time the service was down, whenever it was, and runs out only after that', async () => {
    const { create, read, answer } = await company()
    await sweep()
    const lead = await create()
    const first = lead.owner?.id
    test.clock.advance(4 * MINUTE)
    await sweep()
    // Down for two days, over the end of the offer: six of its ten minutes are left.
    test.clock.advance(2 * 1440 * MINUTE)
    const back = test.clock.now()
    await Promise.all([wake(), wake(), wake()])
    const until = new Date(back + 6 * MINUTE).toISOString()
    expect(await read(lead.id)).toMatchObject({ state: 'offered', owner: { id: first }, offer: { until } })
    // Down again, for three minutes in the middle of what is left.
    test.clock.advance(MINUTE)
    await sweep()
    test.clock.advance(3 * MINUTE)
    await wake()
    expect((await read(lead.id)).offer?.until).toBe(new Date(back + 9 * MINUTE).toISOString())
    test.clock.advance(5 * MINUTE - 1)
    await sweep()
    expect((await read(lead.id)).owner?.id).toBe(first)
    test.clock.advance(1)
    await sweep()
    expect((await read(lead.id)).owner?.id).not.toBe(first)
    expect((await answer(lead, first, 'accept')).body).toMatchObject({ answer: 'expired' })
  })

  it('is answered in the first moments after the service was down, before anything was swept, and no later than that', async () => {
    const { create, answer } = await company()
    await sweep()
    const [lead, other] = [await create(1), await create(2)]
    test.clock.advance(2 * 1440 * MINUTE)
    const taken = await answer(lead, lead.owner?.id, 'accept')
    expect(taken.body).toMatchObject({ state: 'owned', owner: { id: lead.owner?.id } })
    await sweep()
    test.clock.advance(10 * MINUTE)
    await rows('update service_beat set beat_at = greatest(beat_at, $1)', new Date(test.clock.now()))
    expect((await answer(other, other.owner?.id, 'accept')).body).toMatchObject({ answer: 'expired' })
  })

  it('is free so often a week and costs a turn after that', async () => {
    const { tenant, create, answer } = await company(
      { freePerWeek: 1, maxRounds: 9 },
      { teams: 1, repsPerTeam: 1 },
    )
    const [rep] = tenant.reps
    await answer(await create(1), rep, 'decline')
    expect(await loadOf(tenant, rep)).toEqual({ open: 0, today: 0, turns: 0 })
    await answer(await create(2), rep, 'decline')
    expect(await loadOf(tenant, rep)).toEqual({ open: 0, today: 0, turns: 1000 })
  })

  it('asks so many, then gives it without asking', async () => {
    const { create, answer } = await company({ maxRounds: 1 })
    const lead = await create()
    const given = (await answer(lead, lead.owner?.id, 'decline')).body
    expect(given.state).toBe('owned')
    expect(given.owner?.id).not.toBe(lead.owner?.id)
  })

  it('runs in the working time of the rep, and goes back when they go on leave', async () => {
    const hours = { working_hours: 'Mon-Fri 09:00-18:00' }
    const { tenant, create, read } = await company({}, { teams: 1, repsPerTeam: 2, rep: () => hours })
    const [working] = await rows<{ n: number }>(
      'select count(*)::int as n from rep where tenant_id = $1',
      tenant.id,
    )
    expect(working?.n).toBe(2)
    test.clock.set(Date.parse('2026-11-24T17:55:00+08:00'))
    const lead = await create()
    expect((await read(lead.id)).offer?.until).toBe(new Date('2026-11-25T09:05:00+08:00').toISOString())
    test.clock.set(Date.parse('2026-11-24T22:00:00+08:00'))
    await sweep()
    expect((await read(lead.id)).owner?.id).toBe(lead.owner?.id)
    await test.call(tenant.keys.admin, 'POST', '/api/v1/leaves', {
      repId: lead.owner?.id,
      kind: 'annual',
      startsAt: new Date(test.clock.now() - 1000).toISOString(),
      endsAt: new Date(test.clock.now() + 86_400_000).toISOString(),
    })
    await sweep()
    expect((await eventsOf(tenant)).at(-1)?.type).not.toBe('offer.made')
    expect(await read(lead.id)).toMatchObject({ state: 'waiting', offer: null })
    expect(await loadOf(tenant, lead.owner?.id)).toEqual({ open: 0, today: 0, turns: 0 })
    test.clock.set(Date.parse('2026-11-23T09:30:00+08:00'))
  })

  it('has one linear history when its rep, managers and the clock answer at one moment on four servers', async () => {
    const { tenant, keyOf, create } = await company(
      { maxRounds: 2 },
      { teams: 1, repsPerTeam: 4, unlimited: true },
    )
    const servers = await moreServers(test, 4)
    try {
      for (let round = 0; round < 6; round++) {
        const leads: Place[] = []
        for (let n = 0; n < 5; n++) leads.push(await create(round * 10 + n))
        const send = async (n: number, key: string, url: string, body?: object) => {
          const response = await servers.apps[n % 4]!.inject({
            method: 'POST',
            url: `/api/v1/leads/${url}`,
            headers: { authorization: `Bearer ${key}` },
            ...(body === undefined ? {} : { payload: body }),
          })
          return { status: response.statusCode, body: response.json<Place>() }
        }
        if (round % 2 === 1) test.clock.advance(10 * MINUTE - 1)
        const calls = leads.flatMap((lead, n) => {
          const key = keyOf(lead.owner?.id)
          return [
            ...[0, 1, 2].map((k) => send(n + k, key, `${lead.id}/accept`)),
            ...[0, 1, 2].map((k) => send(n + k + 1, key, `${lead.id}/decline`, { reason: 'busy' })),
            send(n, tenant.keys.admin, `${lead.id}/override`, {
              repId: tenant.reps[n % 4],
              reason: 'mine to say',
            }),
          ]
        })
        if (round % 2 === 1) test.clock.advance(1)
        const answers = await Promise.all([...calls, sweep()])
        for (const answer of answers)
          if (answer !== undefined && answer.status !== 200) {
            expect(answer.status).toBe(409)
            expect(['OFFER_OVER', 'ALREADY_OWNED']).toContain(answer.body.code)
          }
      }
    } finally {
      await servers.close()
    }
    const broken = await rows(
      `select * from (select item_id, from_state, lag(to_state) over w as before, row_number() over w as n
       from ownership_change where tenant_id = $1 window w as (partition by item_id order by at, id)) c
       where n > 1 and from_state is distinct from before`,
      tenant.id,
    )
    expect(broken).toEqual([])
    const twice = await rows(
      `select item_id from offer where tenant_id = $1 and answer = 'accepted' group by 1 having count(*) > 1`,
      tenant.id,
    )
    expect(twice).toEqual([])
    const counts = await rows<{ open: number; held: number; load: number; carried: number }>(
      `select l.open_items as open, count(w.id)::int as held, l.load_hundredths as load,
         coalesce(sum(w.load_hundredths), 0)::int as carried
       from rep_load l left join work_item w on w.tenant_id = l.tenant_id and w.owner_id = l.rep_id
         and w.state in ('owned', 'offered')
       where l.tenant_id = $1 group by l.rep_id, l.open_items, l.load_hundredths`,
      tenant.id,
    )
    for (const row of counts) expect([row.open, row.load]).toEqual([row.held, row.carried])
    const open = await rows(
      `select w.id from work_item w where w.tenant_id = $1 and (w.state = 'offered') <> exists (
         select 1 from offer o where o.tenant_id = $1 and o.item_id = w.id and o.answer is null)`,
      tenant.id,
    )
    expect(open).toEqual([])
  })
})
