import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestPlatform, type TestPlatform } from '../../../test/test-platform.ts'
import type { TenantWriter } from '../database/index.ts'
import { uuidv7 } from '../ids.ts'
import { announce, type StoredEvent, type Subscription, subscriptionSweep } from './index.ts'

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform({ poolSize: 8 })
  await platform.superuser(
    'create table effect (subscriber text, type text, place bigint generated always as identity)',
  )
  await platform.superuser('grant all on effect to peineng_app')
})
afterAll(() => platform.end())

let companies = 0
async function company(): Promise<string> {
  const id = uuidv7(platform.clock.now())
  companies += 1
  await platform.superuser('insert into tenant (id, slug, name, created_at) values ($1, $2, $2, now())', [
    id,
    `company-${companies}`,
  ])
  return id
}

const say = (db: TenantWriter, ...types: string[]): Promise<void> =>
  announce(
    db,
    platform.clock.now(),
    types.map((type) => ({ type, entityKind: 'lead', entityId: null, payload: { said: type } })),
  )
const tell = (tenantId: string, ...types: string[]): Promise<void> =>
  platform.database.write(tenantId, (db) => say(db, ...types))

/** Writes down what it hears, so that an effect can be seen twice or not at all. */
const record = async (db: TenantWriter, name: string, events: readonly StoredEvent[]): Promise<void> => {
  for (const { type } of events)
    await db.query('insert into effect (subscriber, type) values ($1, $2)', [name, type])
}
const recorder = (name: string, rest: Partial<Subscription> = {}) =>
  subscriptionSweep(platform, { name, handle: (db, _now, events) => record(db, name, events), ...rest })
const heard = async (name: string): Promise<unknown[]> =>
  (await platform.superuser('select type from effect where subscriber = $1 order by place', [name])).map(
    (row) => row['type'],
  )
const run = (sweep: ReturnType<typeof recorder>): Promise<void> => sweep.run(new AbortController().signal)

it('tells every subscriber everything once, in batches and in order, and to each company its own', async () => {
  const [one, other] = [await company(), await company()]
  await tell(one, 'a', 'b', 'c', 'd', 'e')
  await tell(other, 'x')
  const sizes: number[] = []
  const seen: { tenantId: string; event: StoredEvent }[] = []
  const sweep = subscriptionSweep(platform, {
    name: 'batches',
    batch: 2,
    async handle(db, _now, events) {
      sizes.push(events.length)
      seen.push(...events.map((event) => ({ tenantId: db.tenantId, event })))
      await record(db, 'batches', events)
    },
  })
  await run(sweep)
  await run(sweep)
  expect((await heard('batches')).filter((type) => type !== 'x')).toEqual(['a', 'b', 'c', 'd', 'e'])
  expect(Math.max(...sizes)).toBe(2)
  expect(seen.filter(({ tenantId }) => tenantId === other).map(({ event }) => event.type)).toEqual(['x'])
  expect(seen[0]?.event).toMatchObject({
    entityKind: 'lead',
    payload: { said: 'a' },
    at: platform.clock.now(),
  })
  await tell(one, 'f')
  await run(sweep)
  expect((await heard('batches')).at(-1)).toBe('f')
})

it('waits for a transaction that began earlier and commits later, and tells its events first', async () => {
  const tenantId = await company()
  const sweep = recorder('late')
  let commit = (): void => {}
  let late: Promise<void> | undefined
  await new Promise<void>((wrote) => {
    late = platform.database.write(tenantId, async (db) => {
      await say(db, 'early but slow')
      wrote()
      await new Promise<void>((resolve) => {
        commit = resolve
      })
    })
  })
  await tell(tenantId, 'later but quick')
  await run(sweep)
  expect(await heard('late')).not.toContain('later but quick')
  commit()
  await late
  await run(sweep)
  expect((await heard('late')).slice(-2)).toEqual(['early but slow', 'later but quick'])
})

it('leaves no effect and moves no cursor when the process dies between the two', async () => {
  const tenantId = await company()
  await tell(tenantId, 'once', 'only')
  let deaths = 0
  const sweep = subscriptionSweep(platform, {
    name: 'killed',
    async handle(db, _now, events) {
      if (db.tenantId !== tenantId) return
      await record(db, 'killed', events)
      if (deaths++ > 0) return
      const [row] = await db.query<{ pid: number }>('select pg_backend_pid() as pid')
      await platform.superuser('select pg_terminate_backend($1)', [row?.pid])
    },
  })
  await expect(run(sweep)).rejects.toThrow()
  expect(await heard('killed')).toEqual([])
  await run(sweep)
  await run(sweep)
  expect(await heard('killed')).toEqual(['once', 'only'])
})

it('takes effect once however many nodes sweep at the same moment', async () => {
  const tenantId = await company()
  const nodes = Array.from({ length: 4 }, () => recorder('nodes', { batch: 7 }))
  const types = Array.from({ length: 200 }, (_, i) => `n${i}`)
  for (let i = 0; i < types.length; i += 20) {
    await tell(tenantId, ...types.slice(i, i + 20))
    await Promise.all(nodes.map(run))
  }
  await run(nodes[0] as (typeof nodes)[number])
  expect((await heard('nodes')).filter((type) => /^n\d/.test(String(type)))).toEqual(types)
})

it("lets one company's trouble stop nobody else, and tells it again", async () => {
  const [bad, good] = [await company(), await company()]
  await tell(bad, 'bad')
  await tell(good, 'good')
  let broken = true
  const sweep = subscriptionSweep(platform, {
    name: 'trouble',
    async handle(db, _now, events) {
      await record(db, 'trouble', events)
      if (broken && db.tenantId === bad) throw new Error('cannot')
    },
  })
  await expect(run(sweep)).rejects.toThrow(bad)
  expect(await heard('trouble')).toContain('good')
  expect(await heard('trouble')).not.toContain('bad')
  broken = false
  await run(sweep)
  expect((await heard('trouble')).filter((type) => type === 'bad')).toHaveLength(1)
})
