import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, inject, it } from 'vitest'
import { lifeOf } from '../src/followup/testing.ts'
import { closed, openFakeRobots, textOf } from './fake-robots.ts'
import { fakeSmtp } from './fake-smtp.ts'
import { createTestApp, MONDAY_MORNING, type TestApp } from './test-app.ts'

/** Three rounds in every run, twenty in `npm run soak`. */
const SOAK = process.env['PEINENG_SOAK'] === '1'
const ROUNDS = SOAK ? 20 : 3
/** Of each: leads whose reminder falls due while workers die, and leads whose recall does. */
const LEADS = SOAK ? 150 : 40
/** Between two that fall due: the rounds lie inside. */
const STEP_MS = SOAK ? 300 : 150
const MINUTE = 60_000
/** When the first falls due. */
const WINDOW = MONDAY_MORNING + 120 * MINUTE
const LATEST_MS = 60_000

const program = fileURLToPath(new URL('../bin/peineng.mjs', import.meta.url))
const clock = fileURLToPath(new URL('./shift-clock.mjs', import.meta.url))

interface Worker {
  readonly child: ChildProcess
  readonly readyAt: number
  kill(): Promise<void>
}

/** `peineng work` in a process of its own, living at `shift` from now. */
async function startWorker(
  cwd: string,
  shift: number,
  env: Readonly<Record<string, string>>,
): Promise<Worker> {
  const child = spawn(process.execPath, [program, 'work'], {
    cwd,
    env: {
      PATH: process.env['PATH'],
      NODE_OPTIONS: `--import ${clock}`,
      CLOCK_SHIFT_MS: String(shift),
      DATA_DIR: 'data',
      PEINENG_DEMO: '0',
      LOG_LEVEL: 'error',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let err = ''
  child.stderr.on('data', (chunk) => {
    err += chunk
  })
  const ended = once(child, 'close')
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      if (String(chunk).includes('is working')) resolve()
    })
    child.once('close', () => reject(new Error(`it ended instead of working: ${err}`)))
  })
  return {
    child,
    readyAt: Date.now() + shift,
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}

/** The database of the test, as somebody who runs their own PostgreSQL would name it. */
function urlOf(test: TestApp): string {
  const { host, port, user, password, connectionString } = inject('testCluster').superuser
  const database = String(
    test.endpoints.owner.database ?? new URL(String(test.endpoints.owner.connectionString)).pathname.slice(1),
  )
  if (connectionString !== undefined) {
    const url = new URL(connectionString)
    url.pathname = `/${database}`
    return url.href
  }
  const login = password === undefined ? user : `${user}:${encodeURIComponent(String(password))}`
  return `postgres://${login}@localhost:${port}/${database}?host=${encodeURIComponent(String(host))}`
}

it(
  `does every due reminder and recall once, tells of each, nothing early or late, over ${ROUNDS} kills of the worker`,
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'peineng-kill-clocks-'))
    const letters: string[] = []
    const smtp = fakeSmtp((letter) => letters.push(letter))
    await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve))
    const heard = new Map<string, Map<string, number>>()
    const receiver = createServer(async (request, response) => {
      const { type, data } = JSON.parse(await textOf(request)) as { type: string; data: { entityId: string } }
      const ids = heard.get(`${type} ${data.entityId}`) ?? new Map<string, number>()
      const id = String(request.headers['webhook-id'])
      heard.set(`${type} ${data.entityId}`, ids.set(id, (ids.get(id) ?? 0) + 1))
      response.writeHead(204).end()
    })
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
    const robots = await openFakeRobots(() => Date.now())
    const test = await createTestApp({ now: MONDAY_MORNING, privateTargets: ['127.0.0.1'] })
    const life = lifeOf(test)
    let worker: Worker | null = null
    try {
      const tenant = await test.addTenant({ teams: 1, repsPerTeam: 2, unlimited: true })
      const post = async <T>(url: string, body: unknown): Promise<T> => {
        const answer = await test.call<T>(tenant.keys.admin, 'POST', url, body)
        expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300)
        return answer.body
      }
      for (const repId of tenant.reps)
        await test.slices.identity.createMember({
          tenantId: tenant.id,
          name: `Member ${repId}`,
          email: `${repId}@people.test`,
          password: 'correct horse battery',
          role: 'rep',
          repId,
          teamId: null,
        })
      await life.rows(
        `update policy_version set document = document || jsonb_build_object('followup', $2::jsonb) where tenant_id = $1`,
        [
          tenant.id,
          JSON.stringify({
            workingDays: [1, 2, 3, 4, 5, 6, 7],
            firstResponse: { hours: 'always' },
            recall: { hours: 1, warnHours: 0 },
            reminders: { afterMinutes: [30, 1440], repeatHours: 24, most: 2 },
          }),
        ],
      )
      const loopback = (server: typeof receiver): string =>
        `http://127.0.0.1:${(server.address() as AddressInfo).port}`
      await post('/api/v1/webhooks', {
        url: `${loopback(receiver)}/hook`,
        eventTypes: ['followup.recalled', 'followup.reminder_due'],
      })
      await post('/api/v1/pools', { id: 'sea', name: 'Sea' })
      await post('/api/v1/channels', {
        vendor: 'feishu',
        name: 'Group',
        address: robots.address('feishu', 'kill'),
        kinds: ['item_recalled'],
      })

      // Leads that are an hour old when the window opens have had their reminder before; the others have it inside.
      const dueAt = new Map<string, { readonly effect: string; readonly at: number }>()
      for (const [effect, minutes] of [
        ['recalled', 60],
        ['reminded', 30],
      ] as const) {
        for (let place = 0; place < LEADS; place++) {
          const at = WINDOW + place * STEP_MS
          test.clock.set(at - minutes * MINUTE)
          const { id } = await post<{ id: string }>('/api/v1/leads', { name: `${effect} ${place}` })
          dueAt.set(id, { effect, at })
        }
        await life.liveUntil(test.clock.now() + 1, 1)
      }
      await life.liveUntil(WINDOW - MINUTE)
      await life.run('subscription:notifications')
      const before = new Set((await life.firings(tenant)).map((one) => one.effect))
      expect([...before]).toEqual(['reminded'])
      expect(await life.firings(tenant)).toHaveLength(LEADS)
      await life.rows('update service_beat set beat_at = $1', [new Date(WINDOW - 1_000)])

      const env = {
        DATABASE_URL: urlOf(test),
        SECRET: test.platform.secret,
        SMTP_URL: `smtp://127.0.0.1:${(smtp.address() as AddressInfo).port}`,
        PRIVATE_TARGETS: '127.0.0.1',
      }
      const shift = WINDOW - Date.now()
      const lived: { from: number; until: number }[] = []
      let seed = 11
      const random = (below: number): number => {
        seed = (seed * 48_271) % 2_147_483_647
        return seed % below
      }
      for (let round = 0; round < ROUNDS; round++) {
        worker = await startWorker(folder, shift, env)
        // Somewhere in or between its looks at what is due, one every two seconds.
        await new Promise((resolve) => setTimeout(resolve, 1_950 + random(600)))
        await worker.kill()
        lived.push({ from: worker.readyAt, until: Date.now() + shift })
      }
      worker = await startWorker(folder, shift, env)
      lived.push({ from: worker.readyAt, until: Number.POSITIVE_INFINITY })

      const noticesOf = (kind: string) =>
        life.rows<{ id: string; n: number }>(
          `select entity_id as id, count(*)::int as n from notice
           where tenant_id = $1 and kind = $2 and created_at >= $3 group by entity_id, member_id`,
          [tenant.id, kind, new Date(WINDOW)],
        )
      const firingsInside = async () => (await life.firings(tenant)).filter((one) => one.at >= WINDOW)
      const settled = async () => {
        const [waiting] = await life.rows<{ n: number }>(
          `select count(*)::int as n from delivery where tenant_id = $1 and state = 'waiting' and channel <> 'push'`,
          [tenant.id],
        )
        return {
          reminded: (await noticesOf('reminder_due')).length,
          recalled: (await noticesOf('item_recalled')).length,
          told: [...dueAt].filter(([id, { effect }]) =>
            heard.has(`followup.${effect === 'recalled' ? 'recalled' : 'reminder_due'} ${id}`),
          ).length,
          waiting: waiting?.n ?? 0,
        }
      }
      const wanted = { reminded: LEADS, recalled: LEADS, told: 2 * LEADS, waiting: 0 }
      const late = Date.now() + LATEST_MS + LEADS * STEP_MS
      let end = await settled()
      while (Date.now() < late && JSON.stringify(end) !== JSON.stringify(wanted)) {
        await new Promise((resolve) => setTimeout(resolve, 250))
        end = await settled()
      }
      expect(end).toEqual(wanted)

      // Each took effect once, in the log of clocks, in who owns the lead, and in the app.
      const firings = await firingsInside()
      expect(firings.map((one) => `${one.subjectId} ${one.effect}`).sort()).toEqual(
        [...dueAt].map(([id, { effect }]) => `${id} ${effect}`).sort(),
      )
      const hands = await life.rows<{ id: string }>(
        `select item_id as id from ownership_change where tenant_id = $1 and cause = 'recalled'`,
        [tenant.id],
      )
      const recalls = [...dueAt].filter(([, { effect }]) => effect === 'recalled').map(([id]) => id)
      expect(hands.map((one) => one.id).sort()).toEqual(recalls.sort())
      for (const kind of ['reminder_due', 'item_recalled'])
        for (const { n } of await noticesOf(kind)) expect(n).toBe(1)
      // Nothing early, nothing later than a minute after there was somebody to do it.
      const lateness = firings.map((one) => {
        const due = dueAt.get(one.subjectId)?.at ?? 0
        expect(one.at).toBeGreaterThanOrEqual(due)
        const able = lived.find(({ until }) => until > due)?.from ?? 0
        return one.at - Math.max(due, able)
      })
      expect(Math.max(...lateness)).toBeLessThan(LATEST_MS)
      // Webhooks at least once, the same message under the same id; mail and robots at least once, each one message.
      for (const ids of heard.values()) expect(ids.size).toBe(1)
      const logged = await life.rows<{ channel: string; state: string; n: number }>(
        `select channel, state, count(*)::int as n from delivery where tenant_id = $1 and channel <> 'push'
         group by channel, state order by channel`,
        [tenant.id],
      )
      expect(new Set(logged.map((one) => one.channel))).toEqual(new Set(['email', 'robot', 'webhook']))
      const repeats =
        letters.length - new Set(letters.map((one) => /^message-id: (.+)$/im.exec(one)?.[1])).size
      expect(letters.length).toBeGreaterThan(0)
      expect(robots.said.length).toBeGreaterThan(0)
      if (SOAK)
        process.stdout.write(
          `clocks over kills: ${JSON.stringify({
            rounds: ROUNDS,
            due: dueAt.size,
            effects: firings.length,
            latestMs: Math.max(...lateness),
            webhooksSentAgain: [...heard.values()].reduce(
              (sum, ids) => sum + [...ids.values()].reduce((a, n) => a + n - 1, 0),
              0,
            ),
            letters: letters.length,
            lettersSentAgain: repeats,
          })}\n`,
        )
    } finally {
      await worker?.kill()
      await test.close()
      await robots.close()
      await closed(receiver)
      smtp.close()
      await rm(folder, { recursive: true, force: true })
    }
  },
  ROUNDS * 60_000,
)
