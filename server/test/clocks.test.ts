import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { composeSlices } from '../src/compose.ts'
import { type Life, lifeOf } from '../src/followup/testing.ts'
import { openDatabase } from '../src/platform/database/index.ts'
import { expectedLife, type TicketLife, type Told } from './clocks/expected.ts'
import { helpdeskSteps, incidentSteps, withTies } from './clocks/replay.ts'
import { createTestApp, type TestApp, type TestTenant } from './test-app.ts'

const SOAK = process.env['PEINENG_SOAK'] === '1'
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const repository = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
const DATA = resolve(repository, process.env['PEINENG_DATA'] ?? '../shared/data')

/** Every day is a working day and the clocks are an hour, so that much is due within a few sweeps. */
const shortClocks = {
  workingDays: [1, 2, 3, 4, 5, 6, 7],
  firstResponse: { hours: 'always' },
  recall: { hours: 1, warnHours: 0 },
  reminders: { afterMinutes: [30, 1440], repeatHours: 24, most: 2 },
}

const replays = [
  { name: 'the helpdesk', file: 'helpdesk/helpdesk.csv.gz', parse: helpdeskSteps, limit: 6 },
  { name: 'the incident log', file: 'incident-log/incidents-mar-apr.csv.gz', parse: incidentSteps, limit: 6 },
] as const

/** A Wednesday off and a Saturday worked, two and three weeks after the first ticket. */
function daysAround(first: number): Record<string, 'off' | 'work'> {
  const local = (at: number): string => new Date(at + 8 * HOUR).toISOString().slice(0, 10)
  const weekday = new Date(first + 8 * HOUR).getUTCDay()
  const wednesday = first + (3 - weekday + 14) * 24 * HOUR
  return { [local(wednesday)]: 'off', [local(wednesday + 10 * 24 * HOUR)]: 'work' }
}

interface Plan {
  readonly Plan: Readonly<Record<string, number>>
}

describe('clocks under hardship', () => {
  let test: TestApp
  let life: Life
  beforeAll(async () => {
    test = await createTestApp({ now: Date.parse('2026-11-23T09:30:00+08:00') })
    life = lifeOf(test)
  })
  afterAll(() => test.close())

  const withPolicy = (tenant: TestTenant, followup: object): Promise<unknown> =>
    life.rows(
      `update policy_version set document = document || jsonb_build_object('followup', $2::jsonb) where tenant_id = $1`,
      [tenant.id, JSON.stringify(followup)],
    )

  it(
    'keeps every reminder and recall once, at its time, when workers are killed at random moments',
    async () => {
      const rounds = SOAK ? 20 : 3
      const tenant = await test.addTenant({ teams: 1, repsPerTeam: 4, unlimited: true })
      await withPolicy(tenant, shortClocks)
      const leads = SOAK ? 400 : 120
      const items = Array.from({ length: leads }, (_, i) => ({ name: `Lead ${i}` }))
      const made = await test.call(tenant.keys.admin, 'POST', '/api/v1/leads/bulk', { items })
      expect(made.status).toBe(200)
      const rows = await life.rows<{ id: string }>('select id from lead where tenant_id = $1', [tenant.id])
      const ids = new Set(rows.map((one) => one.id))
      expect(ids.size).toBe(leads)
      const start = test.clock.now()
      await life.sweep()

      // Three workers with pools of their own sweep at once; somebody pulls the plug of any of their connections.
      const workers = Array.from({ length: 3 }, () => {
        const database = openDatabase({ endpoints: test.endpoints, log: test.platform.log, poolSize: 3 })
        return { database, slices: composeSlices({ ...test.platform, database }) }
      })
      let seed = 7
      const random = (below: number): number => {
        seed = (seed * 48_271) % 2_147_483_647
        return seed % below
      }
      // The same role, which may end its own connections: no handler runs in whoever held one.
      const plug = new pg.Client(test.endpoints.app)
      await plug.connect()
      let kills = 0
      const sweepAll = (): Promise<unknown> =>
        Promise.all(
          workers.flatMap(({ slices }) =>
            slices.followup.sweeps.map((sweep) =>
              sweep.run(new AbortController().signal).catch(() => undefined),
            ),
          ),
        )
      try {
        for (const minutes of [31, 61]) {
          test.clock.set(start + minutes * MINUTE)
          await life.rows('update service_beat set beat_at = greatest(beat_at, $1)', [
            new Date(test.clock.now() - 1_000),
          ])
          for (let round = 0; round < rounds; round++) {
            const sweeping = sweepAll()
            await new Promise((wake) => setTimeout(wake, 5 + random(60)))
            const ended = await plug.query<{ n: number }>(
              `select count(pg_terminate_backend(pid))::int as n from pg_stat_activity
               where usename = current_user and datname = current_database() and state <> 'idle'
                 and pid <> pg_backend_pid()`,
            )
            kills += ended.rows[0]?.n ?? 0
            await sweeping
          }
          await sweepAll()
        }
      } finally {
        await plug.end()
        for (const { database } of workers) await database.close()
      }
      expect(kills).toBeGreaterThan(0)
      const firings = (await life.firings(tenant)).filter((one) => ids.has(one.subjectId))
      const count = (effect: string): Map<string, number> => {
        const counts = new Map<string, number>()
        for (const one of firings)
          if (one.effect === effect) counts.set(one.subjectId, (counts.get(one.subjectId) ?? 0) + 1)
        return counts
      }
      for (const effect of ['reminded', 'recalled']) {
        expect(count(effect).size).toBe(leads)
        expect(new Set(count(effect).values())).toEqual(new Set([1]))
      }
      for (const one of firings) expect(one.at).toBeGreaterThanOrEqual(one.dueAt)
      const hands = await life.rows<{ n: number }>(
        `select count(*)::int as n from ownership_change where tenant_id = $1 and cause = 'recalled'`,
        [tenant.id],
      )
      expect(hands[0]?.n).toBe(leads)
      const events = await life.rows<{ n: number }>(
        `select count(*)::int as n from event where tenant_id = $1 and type = 'followup.recalled'`,
        [tenant.id],
      )
      expect(events[0]?.n).toBe(leads)
    },
    SOAK ? 600_000 : 120_000,
  )

  it('costs a sweep what is due, not what there is', async () => {
    const clocks = SOAK ? 1_000_000 : 100_000
    const tenant = await test.addTenant()
    await life.rows(
      `insert into timer (tenant_id, subject_id, subject_kind, kind, rep_id, started_at, deadline_at, due_at)
       select $1, gen_random_uuid(), 'lead', 'progress', $2, $3, $3::timestamptz + interval '7 days',
         $3::timestamptz + interval '7 days' + g * interval '1 second'
       from generate_series(1, $4) g`,
      [tenant.id, tenant.reps[0], new Date(test.clock.now()), clocks],
    )
    await life.rows('analyze timer')
    const read = async (
      text: string,
      values: readonly unknown[],
    ): Promise<{ rows: number; buffers: number }> =>
      test.platform.database.write(tenant.id, async (db) => {
        const [row] = await db.query<{ 'QUERY PLAN': Plan[] }>(
          `explain (analyze, buffers, format json) ${text}`,
          values,
        )
        const plan = row?.['QUERY PLAN'][0]?.Plan
        return {
          rows: (plan?.['Actual Rows'] ?? 0) + (plan?.['Rows Removed by Filter'] ?? 0),
          buffers: (plan?.['Shared Hit Blocks'] ?? 0) + (plan?.['Shared Read Blocks'] ?? 0),
        }
      })
    const due = `select subject_id from timer where tenant_id = $1 and due_at <= $2
      order by due_at, subject_id, kind limit 200 for update skip locked`
    const nothing = await read(due, [tenant.id, new Date(test.clock.now())])
    expect(nothing.rows).toBe(0)
    expect(nothing.buffers).toBeLessThan(20)
    const some = await read(due, [tenant.id, new Date(test.clock.now() + 7 * 24 * HOUR + 50_000)])
    expect(some.rows).toBe(50)
    expect(some.buffers).toBeLessThan(600)
    await life.rows('delete from timer where tenant_id = $1', [tenant.id])
  }, 600_000)

  for (const { name, file, parse, limit } of replays) {
    const path = join(DATA, file)
    if (!existsSync(path)) console.warn(`skipped: ${path} is absent, so ${name} is not replayed`)
    it.skipIf(!existsSync(path))(
      `replays ${name} on a simulated clock: no event lost, order kept, recalls and escalations as computed apart`,
      async () => {
        const log = parse(gunzipSync(readFileSync(path)).toString('utf8'), SOAK ? limit * 10 : limit)
        const steps = withTies(log)
        test.clock.set((steps[0]?.at ?? 0) - HOUR)
        await life.rows('delete from service_beat')
        await life.rows('delete from service_outage')
        const tenant = await test.addTenant({ teams: 1, repsPerTeam: 40, unlimited: true })
        // The logs know changes of hands and no handovers: where one is asked for, clocks wait until it is written.
        await life.withoutHandovers(tenant)
        const days = daysAround(steps[0]?.at ?? 0)
        // The company's own calendar instead of the country's: what is computed apart has to know it.
        await life.rows('delete from calendar_day where tenant_id = $1', [tenant.id])
        for (const [day, kind] of Object.entries(days))
          await life.rows(
            `insert into calendar_day (tenant_id, day, kind, name) values ($1, $2, $3, 'of the test')
             on conflict (tenant_id, day) do update set kind = excluded.kind`,
            [tenant.id, day, kind],
          )
        await test.platform.database.write(tenant.id, (db) => test.slices.people.bumpRoster(db))
        const idOf = new Map<string, string>()
        const told: Told[] = []
        for (const step of steps) {
          await life.liveByClocks(step.at)
          const id = idOf.get(step.ticket)
          const post = (path: string, body: object) =>
            test.call<{ id: string; code?: string }>(tenant.keys.admin, 'POST', `/api/v1/leads${path}`, body)
          const answer =
            step.kind === 'arrive'
              ? await post('', { name: step.ticket })
              : step.kind === 'close'
                ? await post(`/${id}/close`, { outcome: 'won' })
                : step.kind === 'change'
                  ? await post(`/${id}/override`, {
                      repId: tenant.reps[step.resource % tenant.reps.length],
                      reason: 'replay',
                    })
                  : await post(`/${id}/activities`, {
                      kind: 'call',
                      result: 'interested',
                      summary: `${step.ticket} ${step.at}`,
                    })
          if (step.kind === 'arrive') idOf.set(step.ticket, answer.body.id)
          // The only thing that may be refused: it is in the hands of whom the log gives it to already.
          if (answer.status >= 300)
            expect([step.kind, answer.status, answer.body.code]).toEqual(['change', 409, 'ALREADY_OWNED'])
          told.push({ ...step, taken: answer.status < 300 })
          await life.sweep()
        }
        // Long enough for the two of ours, however short the log: 48 hours of working days and a week.
        const end = Math.max((steps.at(-1)?.at ?? 0) + 24 * HOUR, (steps[0]?.at ?? 0) + 12 * 24 * HOUR)
        await life.liveByClocks(end)

        // Computed apart, from the log and what the API answered; nothing of it is read from the database.
        const expected = new Map(
          [...idOf].map(([ticket, id]) => [
            id,
            expectedLife(
              told.filter((one) => one.ticket === ticket),
              days,
              end,
            ),
          ]),
        )
        const all = (of: (one: TicketLife) => readonly unknown[]) =>
          [...expected].flatMap(([id, one]) => of(one).map((what) => `${id} ${what}`)).sort()
        const hands = await life.rows<{ id: string; at: Date; cause: string }>(
          `select h.item_id as id, h.at, h.cause from ownership_change h where h.tenant_id = $1 order by h.at, h.id`,
          [tenant.id],
        )
        const acts = await life.rows<{ id: string; at: Date }>(
          'select a.item_id as id, a.at from activity a where a.tenant_id = $1 order by a.at, a.id',
          [tenant.id],
        )
        // No event lost, order kept: every ticket's story is the one computed, from its arrival to its end.
        for (const [id, one] of expected) {
          const own = hands.filter((hand) => hand.id === id)
          expect(own.map(({ at, cause }) => ({ at: at.getTime(), cause }))).toEqual(one.hands)
          expect(acts.filter((act) => act.id === id).map((act) => act.at.getTime())).toEqual(one.acts)
        }
        const firings = await life.firings(tenant)
        const got = (effect: string) =>
          firings
            .filter((one) => one.effect === effect)
            .map((one) => `${one.subjectId} ${one.dueAt}`)
            .sort()
        expect(got('recalled')).toEqual(all((one) => one.recalls))
        expect(got('escalated')).toEqual(all((one) => one.escalations))
        const announced = await life.rows<{ n: number }>(
          `select count(*)::int as n from event where tenant_id = $1 and type in ('followup.recalled', 'followup.manager_needed')`,
          [tenant.id],
        )
        const recalls = all((one) => one.recalls).length
        const escalations = all((one) => one.escalations).length
        expect(announced[0]?.n).toBe(recalls + escalations)
        // By hand, so that the two computations cannot be wrong together: nobody called the one, somebody the other.
        const asked = (ticket: string) =>
          firings.filter((one) => one.subjectId === idOf.get(ticket) && one.kind === 'recall').length
        expect(asked('called, then changed hands')).toBeGreaterThan(0)
        expect(asked('changed hands, then called')).toBe(0)
        // None early, none late, none out of order.
        for (const one of firings) expect(one.at).toBe(one.dueAt)
        expect(firings.map((one) => one.at)).toEqual(firings.map((one) => one.at).toSorted((a, b) => a - b))
        expect(recalls).toBeGreaterThan(0)
        expect(escalations).toBeGreaterThan(0)
        if (SOAK)
          process.stdout.write(
            `${name}: ${JSON.stringify({ tickets: idOf.size, steps: steps.length, refused: told.filter((one) => !one.taken).length, hands: hands.length, activities: acts.length, recalls, escalations, firings: firings.length })}\n`,
          )
      },
      600_000,
    )
  }
})
