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
