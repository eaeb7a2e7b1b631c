import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startSweeper } from '../src/platform/jobs/sweeper.ts'
import { announce } from '../src/platform/outbox/index.ts'
import { createTestApp, type TestApp } from './test-app.ts'

const DAY = 86_400_000

describe('what time does', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await createTestApp()
  })
  afterAll(() => test.close())

  const sweep = (name: string): Promise<void> => {
    const found = test.slices.sweeps.find((one) => one.name === name)
    if (found === undefined) throw new Error(`no sweep ${name}`)
    return found.run(new AbortController().signal)
  }

  it('serves the waiting of one company although another cannot be served', async () => {
    const [broken, whole] = [await test.addTenant(), await test.addTenant()]
    for (const tenant of [broken, whole]) {
      await test.platform.database.write(tenant.id, (db) =>
        db.query(`update rep set status = 'paused' where tenant_id = $1`, [tenant.id]),
      )
      await test.platform.database.write(tenant.id, (db) => test.slices.people.bumpRoster(db))
      const { body } = await test.call(tenant.keys.admin, 'POST', '/api/v1/leads', { name: 'waits' })
      expect(body).toMatchObject({ state: 'waiting' })
    }
    await test.platform.database.write(broken.id, (db) =>
      db.query(
        `insert into policy_version (tenant_id, version, document, hash, published_at)
         values ($1, 2, '{"not":"a policy"}', 'x', $2)`,
        [broken.id, new Date(test.clock.now())],
      ),
    )
    await test.platform.database.write(whole.id, async (db) => {
      await db.query(`update rep set status = 'active' where tenant_id = $1`, [whole.id])
      await test.slices.people.bumpRoster(db)
    })
    await expect(sweep('serve-waiting')).rejects.toThrow(broken.id)
    const { body } = await test.call<{ items: { state: string }[] }>(whole.keys.admin, 'GET', '/api/v1/leads')
    expect(body.items.map((item) => item.state)).toEqual(['owned'])
  })

  it('forgets idempotency keys after two days and events after thirty, and nothing sooner', async () => {
    const tenant = await test.addTenant()
    const count = async (table: string): Promise<number> => {
      const [row] = await test.platform.database.read(tenant.id, (db) =>
        db.query<{ n: number }>(`select count(*) as n from ${table} where tenant_id = $1`, [tenant.id]),
      )
      return row?.n ?? -1
    }
    const start = test.clock.now()
    await test.call(tenant.keys.admin, 'POST', '/api/v1/leads', { name: 'one' }, { 'idempotency-key': 'k' })
    const events = await count('event')
    expect(events).toBeGreaterThan(0)
    test.clock.set(start + 2 * DAY - 1000)
    await sweep('housekeeping').catch(() => {})
    expect(await count('idempotency_key')).toBe(1)
    test.clock.set(start + 2 * DAY + 1000)
    await sweep('housekeeping').catch(() => {})
    expect([await count('idempotency_key'), await count('event')]).toEqual([0, events])
    test.clock.set(start + 30 * DAY + 60_000)
    await sweep('housekeeping')
    expect(await count('event')).toBe(0)
    test.clock.set(start)
  })

  it('forgets what clocks did after a year and more, what pools counted sooner, and keeps what is still asked for', async () => {
    const tenant = await test.addTenant()
    const [rep = ''] = tenant.reps
    const now = test.clock.now()
    const count = async (table: string): Promise<number> => {
      const [row] = await test.platform.database.read(tenant.id, (db) =>
        db.query<{ n: number }>(`select count(*) as n from ${table} where tenant_id = $1`, [tenant.id]),
      )
      return row?.n ?? -1
    }
    const logs = ['timer_firing', 'trigger_prompt', 'task_notice', 'pool_view', 'pool_day'] as const
    await test.platform.database.write(tenant.id, async (db) => {
      const task = '01a2a3a4-0000-7000-8000-000000000001'
      await db.query(
        `insert into task (tenant_id, id, created_at, updated_at, title, standard, starts_at, due_at, points_hundredths, dispatched_at)
         values ($1, $2, $3, $3, 'old', 'old', $3, $3::timestamptz + interval '1 day', 0, $3)`,
        [tenant.id, task, new Date(now)],
      )
      for (const days of [1, 2, 91, 401]) {
        const at = new Date(now - days * DAY)
        await db.query(
          `insert into timer_firing (tenant_id, id, at, subject_id, subject_kind, kind, due_at, effect)
           values ($1, gen_random_uuid(), $2, $3, 'lead', 'reminder', $2, 'reminded')`,
          [tenant.id, at, rep],
        )
        await db.query(
          `insert into trigger_prompt (tenant_id, id, at, item_id, item_kind, cause, from_rep_id, audience, expires_at, state)
           values ($1, gen_random_uuid(), $2, gen_random_uuid(), 'lead', 'tier_up', $3, 'owner', $2, $4)`,
          [tenant.id, at, rep, days === 401 ? 'declined' : 'open'],
        )
        await db.query(
          `insert into task_notice (tenant_id, id, task_id, kind, due_at, fired_at)
           values ($1, gen_random_uuid(), $2, 'overdue', $3, $4)`,
          [tenant.id, task, at, days === 2 ? null : at],
        )
        await db.query(
          'insert into pool_view (tenant_id, rep_id, day, item_id) values ($1, $2, $3, gen_random_uuid())',
          [tenant.id, rep, at],
        )
        await db.query('insert into pool_day (tenant_id, pool_id, rep_id, day) values ($1, $2, $3, $4)', [
          tenant.id,
          'sea',
          rep,
          at,
        ])
      }
    })
    for (const name of ['followup.forget', 'tasks.forget', 'pools.forget']) await sweep(name)
    expect(Object.fromEntries(await Promise.all(logs.map(async (log) => [log, await count(log)])))).toEqual({
      timer_firing: 3,
      trigger_prompt: 3,
      task_notice: 2,
      pool_view: 2,
      pool_day: 3,
    })
  })

  it('hands out an event whose transaction commits late, although a later one was read before', async () => {
    const tenant = await test.addTenant()
    const { database } = test.platform
    const say = (type: string) => [{ type, entityKind: 'probe', entityId: null }]
    await test.app.listen({ port: 0, host: '127.0.0.1' })
    const { port } = test.app.server.address() as AddressInfo
    let heard = ''
    const stream = request({
      port,
      host: '127.0.0.1',
      path: '/api/v1/events',
      headers: { authorization: `Bearer ${tenant.keys.admin}` },
    })
    await new Promise<void>((resolve) => {
      stream.on('response', (response) => {
        response.on('data', (chunk: Buffer) => {
          heard += chunk.toString()
          if (heard.includes('hello')) resolve()
        })
      })
      stream.end()
    })
    // The early transaction takes the lower xid, the late one the lower event number.
    let lateWrote = (): void => {}
    let finish = (): void => {}
    const lateHasWritten = new Promise<void>((resolve) => {
      lateWrote = resolve
    })
    const mayFinish = new Promise<void>((resolve) => {
      finish = resolve
    })
    let late: Promise<void> = Promise.resolve()
    await database.write(tenant.id, async (db) => {
      await db.query('select pg_current_xact_id()')
      late = database.write(tenant.id, async (other) => {
        await announce(other, test.clock.now(), say('probe.late'))
        lateWrote()
        await mayFinish
      })
      await lateHasWritten
      await announce(db, test.clock.now(), say('probe.early'))
    })
    await vi.waitFor(() => expect(heard).toContain('probe.early'), { timeout: 10_000 })
    finish()
    await late
    await vi.waitFor(() => expect(heard).toContain('probe.late'), { timeout: 10_000 })
    stream.destroy()
  })

  it('lets a sweep that fails rest, longer each time', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] })
    try {
      let runs = 0
      const failing = {
        name: 'failing',
        everyMs: 100,
        run: async () => {
          runs++
          throw new Error('the database is away')
        },
      }
      const sweeper = startSweeper([failing], { error: () => {} })
      await vi.advanceTimersByTimeAsync(10_000)
      await sweeper.stop()
      expect(runs).toBeGreaterThan(1)
      expect(runs).toBeLessThan(8)
    } finally {
      vi.useRealTimers()
    }
  })
})
