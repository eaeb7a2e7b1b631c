/**
 * Clocks at work, on a database of its own: 10,000 reminders due at one moment among 1,000,000 open clocks are worked off
 * by one process that answers requests meanwhile, on the same event loop, which is the worst place to be. The yardsticks
 * of the same run: a sweep with nothing due, and the same requests without a sweep. Marks: 30 s, no request above 1 s.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { withPlatform } from '../server/src/cli/with-platform.ts'
import { composeApp, composeSlices } from '../server/src/compose.ts'
import { systemActor } from '../server/src/identity/index.ts'

const DUE = Number(process.argv[2] ?? 10_000)
const OPEN = Number(process.argv[3] ?? 1_000_000)
const REPS = 50
const MINUTE = 60_000

const cpuMs = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
const line = (work: string, figure: string, mark: string): void =>
  console.log(`${work.padEnd(58)} ${figure.padEnd(40)} ${mark}`)

const folder = await mkdtemp(join(tmpdir(), 'peineng-clocks-'))
try {
  const env = { ...process.env, DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'error' }
  const io = { env, cwd: folder, stdout: () => {}, stderr: (text: string) => process.stderr.write(text) }
  await withPlatform(io as never, async (real) => {
    let now = Date.now()
    const platform = { ...real, clock: { now: () => now } }
    const slices = composeSlices(platform)
    const app = await composeApp(platform, slices, { trustProxy: false, publicRateLimit: 0 })
    await app.ready()
    const { tenantId } = await slices.identity.createTenant({ name: 'Bench', slug: 'bench' })
    const reps: string[] = []
    await platform.database.write(tenantId, async (db) => {
      for (let i = 0; i < REPS; i++) {
        const { id } = await slices.people.createRep(db, now, systemActor, {
          name: `Rep ${i}`,
          gauges: [{ name: 'load_index', threshold: 10_000_000, action: 'pause' }],
        })
        reps.push(id)
      }
    })
    const { key } = await slices.identity.createApiKey({ tenantId, name: 'bench', role: 'admin' })
    const headers = { authorization: `Bearer ${key}` }
    for (let made = 0; made < DUE; made += 1000) {
      const items = Array.from({ length: Math.min(1000, DUE - made) }, (_, i) => ({
        name: `客户 ${made + i}`,
      }))
      const answer = await app.inject({
        method: 'POST',
        url: '/api/v1/leads/bulk',
        headers,
        payload: { items },
      })
      if (answer.statusCode !== 200) throw new Error(answer.body)
    }
    const sweep = slices.sweeps.find((one) => one.name === 'fire-timers')
    const hear = slices.sweeps.find((one) => one.name === 'subscription:followup')
    if (sweep === undefined || hear === undefined) throw new Error('the sweeps have other names')
    const never = new AbortController().signal
    const heardFrom = performance.now()
    const count = async (): Promise<number> => {
      const { rows } = await platform.database.owner.query<{ n: number }>(
        `select count(*)::int as n from timer where kind = 'reminder'`,
      )
      return rows[0]?.n ?? 0
    }
    while ((await count()) < DUE) await hear.run(never)
    line(
      `hearing of ${DUE} new owners: 4 clocks each`,
      `${((performance.now() - heardFrom) / 1000).toFixed(1)} s`,
      '',
    )
    await platform.database.owner.query(
      `insert into timer (tenant_id, subject_id, subject_kind, kind, rep_id, started_at, deadline_at, due_at)
       select $1, gen_random_uuid(), 'lead', 'progress', $2, $3, $3::timestamptz + interval '30 days',
         $3::timestamptz + interval '30 days' + g * interval '1 second' from generate_series(1, $4) g`,
      [tenantId, reps[0], new Date(now), OPEN],
    )
    await platform.database.owner.query('analyze timer')

    // Nothing due: what a look costs beside a million clocks.
    await sweep.run(never)
    const idle: number[] = []
    for (let i = 0; i < 50; i++) {
      const from = performance.now()
      await sweep.run(never)
      idle.push(performance.now() - from)
    }
    idle.sort((a, b) => a - b)
    line(
      `a sweep with nothing due, ${OPEN} open`,
      `${percentile(idle, 0.5).toFixed(1)} ms, p95 ${percentile(idle, 0.95).toFixed(1)} ms`,
      '',
    )

    const requests = async (running: () => boolean): Promise<number[]> => {
      const took: number[] = []
      while (running()) {
        const from = performance.now()
        const answer = await app.inject({ method: 'GET', url: '/api/v1/leads?limit=20', headers })
        if (answer.statusCode !== 200) throw new Error(answer.body)
        took.push(performance.now() - from)
        await new Promise((wake) => setTimeout(wake, 20))
      }
      return took.sort((a, b) => a - b)
    }
    const calmUntil = performance.now() + 3_000
    const calm = await requests(() => performance.now() < calmUntil)

    now += 61 * MINUTE
    await platform.database.owner.query('update service_beat set beat_at = $1', [new Date(now)])
    const [from, cpu] = [performance.now(), cpuMs()]
    let done = false
    const answers = requests(() => !done)
    const fired = async (): Promise<number> => {
      const { rows } = await platform.database.owner.query<{ n: number }>(
        `select count(*)::int as n from timer_firing where effect = 'reminded'`,
      )
      return rows[0]?.n ?? 0
    }
    while ((await fired()) < DUE) await sweep.run(never)
    const [seconds, cpuSeconds] = [(performance.now() - from) / 1000, (cpuMs() - cpu) / 1000]
    done = true
    const busy = await answers
    line(
      `${DUE} reminders due at once`,
      `${seconds.toFixed(1)} s wall, ${cpuSeconds.toFixed(1)} CPU s of Node`,
      'mark 30 s',
    )
    line(
      'GET /leads meanwhile',
      `p50 ${percentile(busy, 0.5).toFixed(0)} ms, p95 ${percentile(busy, 0.95).toFixed(0)} ms, worst ${(busy.at(-1) ?? 0).toFixed(0)} ms`,
      'mark 1,000 ms',
    )
    line(
      '… and without a sweep',
      `p50 ${percentile(calm, 0.5).toFixed(0)} ms, p95 ${percentile(calm, 0.95).toFixed(0)} ms, worst ${(calm.at(-1) ?? 0).toFixed(0)} ms`,
      '',
    )
    await app.close()
    await slices.assignment.drained()
  })
} finally {
  await rm(folder, { recursive: true, force: true })
}
