import { once } from 'node:events'
import type { InjectOptions } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RoleName, reachOfRole, roleNames, SESSION_COOKIE } from '../src/identity/index.ts'
import type { Reach } from '../src/platform/http/index.ts'
import { openWitness, type Witness } from './authorization/fingerprint.ts'
import { type Call, type Fixture, fixtures } from './authorization/fixtures.ts'
import { makers, type Target } from './authorization/targets.ts'
import { openWorld, type Person, type Relation, relations, type World } from './authorization/world.ts'

interface Operation {
  readonly id: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly path: string
  readonly permission: string
}

interface Cell {
  readonly operation: Operation
  readonly fixture: Fixture
  readonly role: RoleName
  readonly relation: Relation
  /** null = the role may not at all. */
  readonly reach: Reach | null
  readonly allowed: boolean
}

interface Denied {
  readonly cell: Cell
  readonly target: Target
  readonly call: Call
}

/** Does all, so many at once, and says after each batch which they were. */
async function inBatches<T>(
  all: readonly T[],
  work: (one: T) => Promise<void>,
  after?: (batch: readonly T[]) => Promise<void>,
): Promise<void> {
  for (let at = 0; at < all.length; at += 32) {
    const batch = all.slice(at, at + 32)
    await Promise.all(batch.map(work))
    await after?.(batch)
  }
}

const covered: Readonly<Record<Reach, readonly Relation[]>> = {
  own: ['own'],
  team: ['own', 'same team'],
  tenant: ['own', 'same team', 'other team'],
}

/** What the permission table and the meaning of a fixture's scope say about a cell. */
function isAllowed({ scope, about }: Fixture, reach: Reach | null, relation: Relation): boolean {
  if (reach === null) return false
  if (scope === 'line') return covered[reach].includes(relation)
  if (scope === 'self') return about === undefined || relation === 'own'
  // A list is always answered; what stands in it is checked apart.
  return scope !== 'company' || relation !== 'other tenant'
}

describe('who may do what', () => {
  let world: World
  let witness: Witness
  let operations: readonly Operation[]
  const shared = new Map<string, Promise<Target>>()

  beforeAll(async () => {
    world = await openWorld()
    operations = await readOperations()
    witness = await openWitness(world.test.endpoints)
  })
  afterAll(async () => {
    await witness.close()
    await world.test.close()
  })

  async function readOperations(): Promise<readonly Operation[]> {
    type Document = {
      paths: Record<string, Record<string, { operationId?: string; 'x-permission'?: string }>>
    }
    const { body } = await world.test.call<Document>(null, 'GET', '/api/openapi.json')
    return Object.entries(body.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({
        id: operation.operationId ?? `${method} ${path}`,
        method: method.toUpperCase() as Operation['method'],
        path,
        permission: operation['x-permission'] ?? '',
      })),
    )
  }

  const cells = (): readonly Cell[] =>
    operations.flatMap((operation) => {
      const fixture = fixtures[operation.id]
      if (fixture === undefined || fixture.scope === 'public') return []
      return roleNames.flatMap((role) => {
        const reach = operation.permission === 'signed_in' ? 'own' : reachOfRole(role, operation.permission)
        return relations.map((relation) => ({
          operation,
          fixture,
          role,
          relation,
          reach,
          allowed: isAllowed(fixture, reach, relation),
        }))
      })
    })

  const fresh = ({ fixture, role, relation }: Cell): Promise<Target> =>
    fixture.about === undefined
      ? Promise.resolve({ id: '' })
      : makers[fixture.about](world, world.place(role, relation))

  /** One target per kind and place: what nobody may touch need not be made twice. */
  function sharedTarget(cell: Cell): Promise<Target> {
    const { repId } = world.place(cell.role, cell.relation)
    const key = `${cell.fixture.about} ${repId}`
    const known = shared.get(key) ?? fresh(cell)
    shared.set(key, known)
    return known
  }

  async function prepare(cell: Cell, target: Target, caller: Person): Promise<Call> {
    const place = world.place(cell.role, cell.relation)
    return (await cell.fixture.call?.(target, { world, place, caller })) ?? {}
  }

  async function perform(cell: Pick<Cell, 'operation'>, target: Target, call: Call, cookie: string | null) {
    const { method, path } = cell.operation
    const url = path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
      String(call.params?.[name] ?? target[name] ?? 'missing'),
    )
    const version = typeof call.version === 'number' ? `"${call.version}"` : call.version
    const request: InjectOptions = {
      method,
      url: url + (call.query ?? ''),
      headers: {
        ...(version === undefined ? {} : { 'if-match': version }),
        ...(call.contentType === undefined ? {} : { 'content-type': call.contentType }),
      },
      ...(cookie === null ? {} : { cookies: { [SESSION_COOKIE]: cookie } }),
      ...(call.body === undefined ? {} : { payload: call.body as object }),
    }
    if (fixtures[cell.operation.id]?.streams === true) return firstOfStream(request)
    const response = await world.test.app.inject(request)
    return { status: response.statusCode, text: response.body }
  }

  async function firstOfStream(request: InjectOptions): Promise<{ status: number; text: string }> {
    const response = await world.test.app.inject({ ...request, payloadAsStream: true })
    const stream = response.stream()
    const [chunk] = await once(stream, 'data')
    stream.destroy()
    return { status: response.statusCode, text: String(chunk) }
  }

  const nameOf = ({ operation, role, relation }: Cell) => `${operation.id} by ${role}, ${relation}`

  it('has a fixture for every operation, and none for what is gone', () => {
    expect(
      operations.filter((operation) => fixtures[operation.id] === undefined).map((operation) => operation.id),
    ).toEqual([])
    const known = new Set(operations.map((operation) => operation.id))
    expect(Object.keys(fixtures).filter((id) => !known.has(id))).toEqual([])
    for (const { id, permission } of operations) {
      expect(permission, `${id} states its permission`).not.toBe('')
      expect(fixtures[id]?.scope === 'public', `${id} is public`).toBe(permission === 'public')
    }
  })

  it('would notice a write, even one that leaves every value as it was', async () => {
    await witness.changed()
    expect(await witness.changed()).toEqual([])
    await world.test.platform.database.write(world.home.id, (db) =>
      db.query('update team set name = name where tenant_id = $1 and id = $2', [
        world.home.id,
        world.home.teams[0],
      ]),
    )
    expect(await witness.changed()).toEqual(['team'])
  })

  it('lets nobody in who is not signed in, and writes nothing for them', async () => {
    const faults: string[] = []
    const placeholder: Target = {
      id: '0198b7a0-0000-7000-8000-000000000000',
      version: 1,
      tagId: '0198b7a0-0000-7000-8000-000000000000',
      itemId: '0198b7a0-0000-7000-8000-000000000000',
    }
    await witness.changed()
    const tryIn = async (operation: Operation) => {
      const fixture = fixtures[operation.id]
      if (fixture === undefined) return
      const isPublic = fixture.scope === 'public'
      const call = isPublic
        ? await fixture.call?.(placeholder, undefined as never)
        : { params: { year: 2026, day: '2026-01-01', version: 1 } }
      const { status, text } = await perform({ operation }, placeholder, call ?? {}, null)
      const refused = status === 401 && text.includes('UNAUTHENTICATED')
      if (refused === isPublic) faults.push(`${operation.id}: ${status} ${text.slice(0, 100)}`)
    }
    await inBatches(operations, tryIn, async (batch) => {
      const changed = await witness.changed()
      if (changed.length > 0)
        faults.push(`one of ${batch.map(({ id }) => id).join(', ')} wrote to ${changed.join(', ')}`)
    })
    expect(faults).toEqual([])
  })

  it('denies every cell the permission table does not grant, and writes nothing then', async () => {
    const denied = cells().filter((cell) => !cell.allowed)
    const calls: Denied[] = []
    for (const cell of denied) {
      const target = await sharedTarget(cell)
      calls.push({ cell, target, call: await prepare(cell, target, world.callers[cell.role]) })
    }
    await world.test.slices.assignment.drained()
    await witness.changed()
    const faults: string[] = []
    const deny = async ({ cell, target, call }: Denied) => {
      const { status, text } = await perform(cell, target, call, world.callers[cell.role].cookie)
      const expected = cell.reach === null ? 403 : (cell.fixture.hidden ?? 404)
      if (status !== expected && !(cell.reach !== null && status === 404))
        faults.push(`${nameOf(cell)}: ${status} instead of ${expected} ${text.slice(0, 160)}`)
    }
    // The witness reads every table: asked once a batch, and one by one only where a batch wrote.
    await inBatches(calls, deny, async (batch) => {
      const written = await witness.changed()
      if (written.length === 0) return
      faults.push(`one of ${batch.map(({ cell }) => nameOf(cell)).join('; ')} wrote to ${written.join(', ')}`)
      for (const each of batch) {
        await deny(each)
        const changed = await witness.changed()
        if (changed.length > 0) faults.push(`${nameOf(each.cell)} wrote to ${changed.join(', ')}`)
      }
    })
    expect(faults).toEqual([])
    expect(calls.length).toBeGreaterThan(1000)
  }, 600_000)

  it('allows every cell the table grants, and lists show what is within reach and nothing else', async () => {
    const faults: string[] = []
    const ready = async (cell: Cell) => {
      const { operation, fixture } = cell
      const target = await (operation.method === 'GET' ? sharedTarget(cell) : fresh(cell))
      const caller = fixture.endsSession
        ? await world.signIn(world.callers[cell.role])
        : world.callers[cell.role]
      return { cell, target, caller, call: await prepare(cell, target, caller) }
    }
    const allow = async ({ cell, target, caller, call }: Awaited<ReturnType<typeof ready>>) => {
      const { operation, fixture, relation } = cell
      const { status, text } = await perform(cell, target, call, caller.cookie)
      if ((status < 200 || status >= 300) && !fixture.fine?.includes(status))
        faults.push(`${nameOf(cell)}: ${status} ${text.slice(0, 200)}`)
      if (text.includes(world.away.id)) faults.push(`${nameOf(cell)} shows another company`)
      if (fixture.endsSession && operation.id === 'endOtherSessions') await signInAgain(cell.role)
      if (fixture.scope !== 'list' || cell.reach === null) return
      const shown = text.includes(target.id)
      const companyWide = !isOwned(fixture) && relation !== 'other tenant'
      if (shown !== (companyWide || covered[cell.reach].includes(relation)))
        faults.push(`${nameOf(cell)} ${shown ? 'shows' : 'hides'} what it must not`)
    }
    const allowed = cells().filter(
      // The same call whatever the relation: made once.
      ({ allowed, fixture, relation }) =>
        allowed &&
        (relation === 'own' ||
          !(fixture.scope === 'none' || (fixture.scope === 'self' && fixture.about === undefined))),
    )
    const reads = ({ operation }: Cell) => operation.method === 'GET'
    const questions = []
    for (const cell of allowed.filter(reads)) questions.push(await ready(cell))
    await inBatches(questions, allow)
    for (const cell of allowed.filter((each) => !reads(each))) await allow(await ready(cell))
    expect(faults).toEqual([])
  }, 600_000)

  /** Things of the company stand in its lists for everybody who may see the list. */
  const isOwned = ({ about }: Fixture): boolean =>
    about !== undefined &&
    [
      'lead',
      'account',
      'contact',
      'opportunity',
      'leave',
      'trigger',
      'handover to write',
      'task',
      'member at place',
      'rep at place',
      'rep with an offer',
      'capability proposal',
      'plan',
    ].includes(about)

  async function signInAgain(role: RoleName): Promise<void> {
    Object.assign(world.callers[role], { cookie: (await world.signIn(world.callers[role])).cookie })
  }
})
