import type { FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { TenantWriter } from '../platform/database/index.ts'
import { ProblemError } from '../platform/errors/catalogue.ts'
import { type App, type Caller, callerOf, principalOf, versionOf } from '../platform/http/index.ts'
import { personFacts } from './claim-facts.ts'
import { readConduct } from './conduct.ts'
import type { Pools } from './create-pools.ts'
import { changePool, createPool, deletePool, type PoolChange } from './edit-pool.ts'
import { isMember, manages, nobodyNamed, type PoolMembers, readMembers } from './members.ts'
import { poolOrDefault } from './pool-defaults.ts'
import { readTotals } from './pool-item-store.ts'
import { type PoolRow, readPool, readPools } from './pool-store.ts'
import { presentPool } from './present-pool.ts'
import { conductShape, newPool, poolChange, poolId, poolShape } from './schemas.ts'

const byId = z.object({ id: poolId })

/** Pools themselves: which there are, what they ask, who is in them. */
export function poolRoutes(base: App, pools: Pools): void {
  const app = base.withTypeProvider<ZodTypeProvider>()
  const { services } = pools
  const { database, clock } = services.platform
  const tags = ['pools']
  /** A pool the caller may manage; one they may not is answered like one that is not there. */
  const managed = async (db: TenantWriter, caller: Caller, id: string): Promise<PoolMembers> => {
    if ((await readPool(db, id)) === null) throw new ProblemError('NOT_FOUND')
    const members = (await readMembers(db, [id])).get(id) ?? nobodyNamed
    if (!(await manages(db, services.people, caller, members))) throw new ProblemError('NOT_FOUND')
    return members
  }

  const present = async (
    db: TenantWriter,
    request: FastifyRequest,
    rows: readonly PoolRow[],
  ): Promise<z.infer<typeof poolShape>[]> => {
    const now = clock.now()
    const principal = principalOf(request)
    const manageReach = pools.manageReach(principal)
    const context = await services.assignment.contextOf(db, now)
    const members = await readMembers(
      db,
      rows.map((row) => row.id),
    )
    const totals = new Map((await readTotals(db, now)).map((row) => [row.poolId, row]))
    const rep = principal.repId === null ? undefined : context.repById.get(principal.repId)
    const shown = []
    for (const pool of rows) {
      const own = members.get(pool.id) ?? nobodyNamed
      const person = rep === undefined ? null : await personFacts(db, context, now, pool, own, rep.id)
      shown.push(
        presentPool(pool, own, totals.get(pool.id), {
          member: isMember(own, rep),
          manages:
            manageReach !== null &&
            (await manages(db, services.people, { principal, reach: manageReach }, own)),
          person,
        }),
      )
    }
    return shown
  }

  app.get(
    '/api/v1/pools',
    {
      config: { permission: 'pools.read' },
      schema: {
        tags,
        operationId: 'listPools',
        summary: 'All pools with their terms, what lies in them, and what you may still claim today',
        response: { 200: z.object({ items: z.array(poolShape) }) },
      },
    },
    (request) =>
      database.write(principalOf(request).tenantId, async (db) => {
        const described = await readPools(db)
        const known = new Set(described.map((pool) => pool.id))
        const named = (await readTotals(db, clock.now())).filter((row) => !known.has(row.poolId))
        const all = [...described]
        for (const { poolId: id } of named) all.push(await poolOrDefault(db, id))
        return { items: await present(db, request, all) }
      }),
  )

  app.post(
    '/api/v1/pools',
    {
      config: { permission: 'pools.edit' },
      schema: {
        tags,
        operationId: 'createPool',
        summary: 'A new pool; what is not given has its default',
        body: newPool,
        response: { 201: poolShape },
      },
    },
    async (request, reply) => {
      const made = await database.write(principalOf(request).tenantId, async (db) => {
        const { id, ...rest } = request.body
        const pool = await createPool(db, principalOf(request), clock.now(), {
          ...(rest as PoolChange & { name: string }),
          ...(id === undefined ? {} : { id }),
        })
        return (await present(db, request, [pool]))[0]
      })
      if (made === undefined) throw new ProblemError('NOT_FOUND')
      return reply.code(201).header('etag', `"${made.version}"`).send(made)
    },
  )

  app.get(
    '/api/v1/pools/:id',
    {
      config: { permission: 'pools.read' },
      schema: {
        tags,
        operationId: 'getPool',
        summary: 'One pool',
        params: byId,
        response: { 200: poolShape },
      },
    },
    async (request, reply) => {
      const shown = await database.write(principalOf(request).tenantId, async (db) => {
        const pool = await readPool(db, request.params.id)
        return pool === null ? undefined : (await present(db, request, [pool]))[0]
      })
      if (shown === undefined) throw new ProblemError('NOT_FOUND')
      reply.header('etag', `"${shown.version}"`)
      return shown
    },
  )

  app.patch(
    '/api/v1/pools/:id',
    {
      config: { permission: 'pools.manage' },
      schema: {
        tags,
        operationId: 'updatePool',
        summary: 'Change its terms or members; If-Match names the version that was read',
        params: byId,
        body: poolChange,
        response: { 200: poolShape },
      },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const shown = await database.write(caller.principal.tenantId, async (db) => {
        await managed(db, caller, request.params.id)
        const change = request.body as PoolChange
        // A leader must not manage themselves out of their teams, nor let strangers in.
        if (caller.reach !== 'tenant' && change.members !== undefined) throw new ProblemError('FORBIDDEN')
        const pool = await changePool(
          db,
          caller.principal,
          clock.now(),
          request.params.id,
          versionOf(request),
          change,
        )
        return (await present(db, request, [pool]))[0]
      })
      if (shown === undefined) throw new ProblemError('NOT_FOUND')
      reply.header('etag', `"${shown.version}"`)
      return shown
    },
  )

  app.delete(
    '/api/v1/pools/:id',
    {
      config: { permission: 'pools.edit' },
      schema: {
        tags,
        operationId: 'deletePool',
        summary: 'An empty pool goes',
        params: byId,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await database.write(principalOf(request).tenantId, (db) =>
        deletePool(db, principalOf(request), clock.now(), request.params.id),
      )
      return reply.code(204).send(null)
    },
  )

  app.get(
    '/api/v1/pools/:id/conduct',
    {
      config: { permission: 'pools.manage' },
      schema: {
        tags,
        operationId: 'getPoolConduct',
        summary: 'How people use a pool: claims, claims dropped untouched, records held idle; 30 days',
        params: byId,
        response: { 200: z.object({ items: z.array(conductShape) }) },
      },
    },
    (request) => {
      const caller = callerOf(request)
      return database.write(caller.principal.tenantId, async (db) => {
        await managed(db, caller, request.params.id)
        const visible = await services.people.visibleRepIds(db, caller.principal, caller.reach)
        const rows = (await readConduct(db, request.params.id, clock.now())).filter(
          (row) => visible === null || visible.includes(row.repId),
        )
        const names = await services.people.repNames(
          db,
          rows.map((row) => row.repId),
        )
        return {
          items: rows.map(({ repId, ...row }) => ({
            ...row,
            rep: { id: repId, name: names.get(repId) ?? '' },
          })),
        }
      })
    },
  )
}
