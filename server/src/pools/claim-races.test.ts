import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type MoreServers, moreServers } from '../../test/more-servers.ts'
import { createTestApp, type TestApp, type TestTenant } from '../../test/test-app.ts'
import { retryOnConflict } from '../assignment/index.ts'
import type { App } from '../platform/http/index.ts'

/** 20 rounds over 200 leads under `npm run soak`; the lean form otherwise. */
const soak = process.env['PEINENG_SOAK'] === '1'
const ROUNDS = soak ? 20 : 2
const LEADS = soak ? 200 : 20
const CLAIMANTS = 50
/** 50 × 5 is more than there is to claim, and less than a fast claimant would take. */
const DAILY = soak ? 5 : 2
const DAY = 86_400_000

interface Answer {
  status: number
  body: Record<string, unknown> & { owner?: { id: string; name: string } | null; code?: string }
}

describe('claiming at one moment on four servers', () => {
  let test: TestApp
  let servers: MoreServers
  beforeAll(async () => {
    test = await createTestApp()
    servers = await moreServers(test, 4)
  })
  afterAll(async () => {
    await servers.close()
    await test.close()
  })

  const send = async (app: App, key: string, url: string, body?: unknown): Promise<Answer> => {
    const response = await app.inject({
      method: 'POST',
      url,
      headers: { authorization: `Bearer ${key}` },
      ...(body === undefined ? {} : { payload: body as object }),
    })
    return { status: response.statusCode, body: response.json() }
  }
  const serverOf = (n: number): App => servers.apps[n % servers.apps.length] as App
  const owner = <T extends Record<string, unknown>>(sql: string, ...values: unknown[]) =>
    test.platform.database.owner.query<T>(sql, values).then(({ rows }) => rows)

  const addPool = (tenant: TestTenant, id: string, columns: Record<string, unknown>) => {
    const all = {
      tenant_id: tenant.id,
      id,
      name: id,
      created_at: new Date(),
      updated_at: new Date(),
      ...columns,
    }
    const names = Object.keys(all)
    return owner(
      `insert into pool (${names.join(', ')}) values (${names.map((_, i) => `$${i + 1}`).join(', ')})`,
      ...Object.values(all),
    )
  }
  const keysOfReps = (tenant: TestTenant): Promise<string[]> =>
    Promise.all(
      tenant.reps.map(
        async (repId) =>
          (await test.slices.identity.createApiKey({ tenantId: tenant.id, name: repId, role: 'rep', repId }))
            .key,
      ),
    )
  const makeLeads = async (tenant: TestTenant, count: number): Promise<string[]> => {
    const items = Array.from({ length: count }, (_, i) => ({ name: `Pooled ${i}` }))
    await send(test.app, tenant.keys.admin, '/api/v1/leads/bulk', { items })
    const rows = await owner<{ id: string }>(
      'select id from work_item where tenant_id = $1 order by id',
      tenant.id,
    )
    return rows.map((row) => row.id)
  }
  const intoPool = (tenant: TestTenant, ids: readonly string[], poolId: string) =>
    test.platform.database.write(tenant.id, (db) =>
      test.slices.assignment.takeIntoPool(
        db,
        test.clock.now(),
        ids.map((itemId) => ({
          itemId,
          poolId,
          cause: 'recalled' as const,
          reason: 'no_follow_up',
          note: null,
          actorId: null,
        })),
      ),
    )
  /** Every change starts where the one before it ended, and counts are what is owned. */
  const expectOneLine = async (tenant: TestTenant): Promise<void> => {
    const broken = await owner(
      `select * from (select item_id, from_state, from_owner_id, to_state, to_owner_id,
         lag(to_owner_id) over w as owner_before, lag(to_state) over w as state_before, row_number() over w as n
       from ownership_change where tenant_id = $1 window w as (partition by item_id order by at, id)) c
       where n > 1 and (from_owner_id is distinct from owner_before or from_state is distinct from state_before)`,
      tenant.id,
    )
    expect(broken).toEqual([])
    const counts = await owner<{ open: number; owned: number; load: number; carried: number }>(
      `select l.open_items as open, count(w.id)::int as owned, l.load_hundredths as load,
         coalesce(sum(w.load_hundredths), 0)::int as carried
       from rep_load l left join work_item w on w.tenant_id = l.tenant_id and w.owner_id = l.rep_id and w.state = 'owned'
       where l.tenant_id = $1 group by l.rep_id, l.open_items, l.load_hundredths`,
      tenant.id,
    )
    for (const row of counts) expect([row.open, row.load]).toEqual([row.owned, row.carried])
  }

  it(`gives ${LEADS} leads to ${CLAIMANTS} claimants in ${ROUNDS} rounds: one winner each, no cap passed, every loser answered`, async () => {
    const tenant = await test.addTenant({ teams: 5, repsPerTeam: CLAIMANTS / 5, unlimited: true })
    const keys = await keysOfReps(tenant)
    await addPool(tenant, 'sea', {
      daily_claims: DAILY,
      cool_down_days: 0,
      holding_limit: null,
      backlog_minutes: 0,
    })
    const leads = await makeLeads(tenant, LEADS)
    const figures = { answered: 0, winners: 0, doubles: 0, overruns: 0 }
    for (let round = 0; round < ROUNDS; round++) {
      await intoPool(tenant, leads, 'sea')
      const winners = new Map<string, string[]>()
      await Promise.all(
        keys.map(async (key, me) => {
          for (let step = 0; step < leads.length; step++) {
            const id = leads[(step * 7 + me * 13) % leads.length] as string
            const { status, body } = await send(serverOf(me + step), key, `/api/v1/leads/${id}/claim`)
            figures.answered++
            if (status === 200) {
              expect(body.owner?.id).toBe(tenant.reps[me])
              winners.set(id, [...(winners.get(id) ?? []), tenant.reps[me] as string])
            } else {
              expect(status).toBe(409)
              if (body.code === 'LEAD_ALREADY_CLAIMED') {
                // Who, since when, and in words.
                expect(body.owner?.id).toBeTruthy()
                expect(Date.parse(String(body['since']))).toBe(test.clock.now())
                expect(body['detail']).toMatch(/^已被 Rep \d+ 于 \d\d:\d\d:\d\d 领取$/)
              } else expect(body).toMatchObject({ code: 'CLAIM_REFUSED', refusal: 'DAILY_LIMIT' })
            }
          }
        }),
      )
      const owned = await owner<{ id: string; owner_id: string }>(
        `select id, owner_id from work_item where tenant_id = $1 and state = 'owned'`,
        tenant.id,
      )
      const perRep = new Map<string, number>()
      for (const row of owned) {
        expect(winners.get(row.id)).toEqual([row.owner_id])
        perRep.set(row.owner_id, (perRep.get(row.owner_id) ?? 0) + 1)
      }
      figures.winners += owned.length
      figures.doubles += [...winners.values()].filter((all) => all.length > 1).length
      figures.overruns += [...perRep.values()].filter((n) => n > DAILY).length
      test.clock.advance(DAY)
    }
    if (soak) process.stdout.write(`claims: ${JSON.stringify({ rounds: ROUNDS, ...figures })}\n`)
    expect(figures).toEqual({
      answered: ROUNDS * LEADS * CLAIMANTS,
      winners: ROUNDS * LEADS,
      doubles: 0,
      overruns: 0,
    })
    await expectOneLine(tenant)
  }, 5_400_000)

  it('lets claim, assignment, override and recall of one lead meet within a millisecond and tells one story, whatever the clocks of the servers say', async () => {
    const wrongByMs = [0, 40, -25, 600_000]
    const wrong = await moreServers(test, 4, wrongByMs)
    const serverAt = (n: number): App => wrong.apps[n] as App
    const tenant = await test.addTenant({ teams: 2, repsPerTeam: 3, unlimited: true })
    const keys = await keysOfReps(tenant)
    await addPool(tenant, 'sea', {
      cool_down_days: 0,
      daily_claims: null,
      holding_limit: null,
      backlog_minutes: 0,
    })
    const leads = await makeLeads(tenant, soak ? 240 : 24)
    await intoPool(tenant, leads, 'sea')
    const admin = tenant.keys.admin
    const first = tenant.reps[5] as string
    // Half of them lie in the pool; the other half are owned, and their time is over.
    const owned = leads.filter((_, place) => place % 2 === 1)
    for (const id of owned)
      expect((await send(serverAt(0), keys[5] as string, `/api/v1/leads/${id}/claim`)).status).toBe(200)
    const history = () =>
      owner<{ id: string; cause: string; to: string | null }>(
        'select item_id as id, cause, to_owner_id as "to" from ownership_change h where h.tenant_id = $1 order by h.at, h.id',
        tenant.id,
      )
    const before = (await history()).length
    test.clock.advance(DAY)
    const claimed: { readonly id: string; readonly by: string | undefined }[] = []
    const wins: Record<string, number> = { claim: 0, assign: 0, override: 0, recall: 0 }
    const refusals: Record<string, number> = {}
    for (const [place, id] of leads.entries()) {
      const recall = (server: number) =>
        retryOnConflict(() =>
          test.platform.database.write(tenant.id, (db) =>
            (wrong.slices[server] as (typeof wrong.slices)[number]).pools.recall(
              db,
              test.clock.now() + (wrongByMs[server] ?? 0),
              [{ itemId: id, cause: 'no_follow_up', note: null, ownerId: first }],
            ),
          ),
        )
      // Who is asked first changes from lead to lead.
      const asked = [
        ['claim', () => send(serverAt(0), keys[0] as string, `/api/v1/leads/${id}/claim`)],
        ['claim', () => send(serverAt(1), keys[1] as string, `/api/v1/leads/${id}/claim`)],
        ['assign', () => send(serverAt(2), admin, '/api/v1/assignments', { leadIds: [id] })],
        [
          'override',
          () =>
            send(serverAt(3), admin, `/api/v1/leads/${id}/override`, {
              repId: tenant.reps[3],
              reason: 'mine to say',
            }),
        ],
        ['recall', () => recall(place % 4)],
      ] as const
      const answers = await Promise.all(
        asked
          .map((_, step) => asked[(step + place) % asked.length] as (typeof asked)[number])
          .map(async ([kind, ask]) => [kind, await ask()] as const),
      )
      for (const [kind, answer] of answers) {
        if ('pooled' in answer) wins['recall'] = (wins['recall'] ?? 0) + answer.pooled.length
        else if (answer.status === 200) {
          const { items, skipped } = answer.body as { items?: unknown[]; skipped?: unknown[] }
          // Whoever assigns many is told which were taken already.
          if (kind === 'assign') expect((items?.length ?? 0) + (skipped?.length ?? 0)).toBe(1)
          wins[kind] = (wins[kind] ?? 0) + (kind === 'assign' ? (items?.length ?? 0) : 1)
          if (kind === 'claim') claimed.push({ id, by: answer.body.owner?.id })
        } else {
          expect(answer.status).toBe(409)
          expect(answer.body['detail']).toBeTruthy()
          if (answer.body.code === 'LEAD_ALREADY_CLAIMED') {
            expect(tenant.reps).toContain(answer.body.owner?.id)
            expect(Date.parse(String(answer.body['since']))).toBeGreaterThan(0)
          }
          const code = String(answer.body.code)
          refusals[code] = (refusals[code] ?? 0) + 1
        }
      }
    }
    for (const code of Object.keys(refusals))
      expect(['LEAD_ALREADY_CLAIMED', 'ALREADY_OWNED']).toContain(code)
    // Every change of hands is a yes to somebody and every yes one change: nothing was lost, nothing silent. Whoever
    // claims what was given to them a moment ago is told that it is theirs.
    const changes = (await history()).slice(before)
    const byCause = (cause: string) => changes.filter((one) => one.cause === cause).length
    expect([byCause('assigned'), byCause('overridden'), byCause('recalled')]).toEqual([
      wins['assign'],
      wins['override'],
      wins['recall'],
    ])
    expect(byCause('claimed')).toBeLessThanOrEqual(claimed.length)
    for (const { id, by } of claimed)
      expect(changes.filter((one) => one.id === id).map((one) => one.to)).toContain(by)
    expect(byCause('claimed')).toBeGreaterThan(0)
    expect(wins['override']).toBeGreaterThan(0)
    expect(refusals['LEAD_ALREADY_CLAIMED']).toBeGreaterThan(0)
    await expectOneLine(tenant)
    await wrong.close()
    if (soak)
      process.stdout.write(
        `one lead, five hands: ${JSON.stringify({ leads: leads.length, changes: changes.length, ...wins, refusals })}\n`,
      )
  }, 600_000)

  it('starts daily limits over exactly once, at midnight in Shanghai, on a server in UTC', async () => {
    process.env['TZ'] = 'UTC'
    expect(new Date(test.clock.now()).getTimezoneOffset()).toBe(0)
    const tenant = await test.addTenant({ teams: 1, repsPerTeam: 1, unlimited: true })
    const [key] = await keysOfReps(tenant)
    await addPool(tenant, 'sea', {
      daily_claims: 2,
      daily_views: 2,
      cool_down_days: 0,
      holding_limit: null,
      backlog_minutes: 0,
    })
    const leads = await makeLeads(tenant, 9)
    const look = async (n: number) => {
      const response = await serverOf(n).inject({
        method: 'GET',
        url: `/api/v1/leads/${leads[n]}`,
        headers: { authorization: `Bearer ${key}` },
      })
      return response.statusCode === 200 ? 'seen' : response.json().code
    }
    // Twice three at once, of which the pool's limit lets two see theirs.
    const looks = async () => (await Promise.all([6, 7, 8].map(look))).toSorted()
    const twoSeen = ['POOL_VIEW_LIMIT', 'seen', 'seen']
    const claim = async (n: number) =>
      (await send(serverOf(n), key as string, `/api/v1/leads/${leads[n]}/claim`)).body['refusal'] ?? 'taken'
    test.clock.set(Date.parse('2026-12-31T23:59:59.998+08:00'))
    await intoPool(tenant, leads, 'sea')
    test.clock.set(Date.parse('2026-12-31T23:59:59.999+08:00'))
    expect([await claim(0), await claim(1), await claim(2)]).toEqual(['taken', 'taken', 'DAILY_LIMIT'])
    expect(await looks()).toEqual(twoSeen)
    test.clock.set(Date.parse('2027-01-01T00:00:00.000+08:00'))
    expect(await Promise.all([2, 3, 4, 5].map(claim))).toSatisfy(
      (all: string[]) => all.filter((one) => one === 'taken').length === 2,
    )
    expect(await looks()).toEqual(twoSeen)
    // Midnight in UTC is eight in the morning there: nothing starts over.
    test.clock.set(Date.parse('2027-01-01T00:00:00.001Z'))
    await Promise.all([2, 3, 4, 5].map(claim))
    expect(await looks()).toEqual(twoSeen)
    const days = await owner<{ day: string; claims: number; views: number }>(
      'select day::text, sum(claims)::int as claims, sum(views)::int as views from pool_day where tenant_id = $1 group by day order by day',
      tenant.id,
    )
    expect(days).toEqual([
      { day: '2026-12-31', claims: 2, views: 2 },
      { day: '2027-01-01', claims: 2, views: 2 },
    ])
  })

  it('starts what a rep may be given a day over exactly once, at midnight in Shanghai, on a server in UTC', async () => {
    process.env['TZ'] = 'UTC'
    test.clock.set(Date.parse('2026-12-31T23:59:59.999+08:00'))
    const tenant = await test.addTenant({
      teams: 1,
      repsPerTeam: 1,
      unlimited: true,
      rep: () => ({ limits: JSON.stringify({ dailyMax: 2 }) }),
    })
    let made = 0
    // Four at once on four servers.
    const given = async () => {
      const answers = await Promise.all(
        [0, 1, 2, 3].map((n) =>
          send(serverOf(n), tenant.keys.admin, '/api/v1/leads', { name: `L${made++}` }),
        ),
      )
      return answers.filter(({ body }) => body['state'] === 'owned').length
    }
    expect(await given()).toBe(2)
    expect(await given()).toBe(0)
    test.clock.set(Date.parse('2027-01-01T00:00:00.000+08:00'))
    await given()
    const ownedNow = async () =>
      (
        await owner<{ n: number }>(
          `select count(*)::int as n from work_item where tenant_id = $1 and state = 'owned'`,
          tenant.id,
        )
      )[0]?.n
    // Who waited since yesterday comes first, whoever is served: two more, not four.
    expect(await ownedNow()).toBe(4)
    test.clock.set(Date.parse('2027-01-01T00:00:00.001Z'))
    await given()
    expect(await ownedNow()).toBe(4)
  })
})
