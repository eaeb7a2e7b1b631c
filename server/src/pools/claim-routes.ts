import type { FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { type LeadPlace, leadPlace, presentPlace, retryOnConflict } from '../assignment/index.ts'
import type { TenantWriter } from '../platform/database/index.ts'
import { ProblemError } from '../platform/errors/catalogue.ts'
import {
  type App,
  callerOf,
  idempotencyOf,
  languageOf,
  principalOf,
  writeOnce,
} from '../platform/http/index.ts'
import { assignFromPool } from './assign-from-pool.ts'
import { claimOrRoute } from './claim-from-pool.ts'
import { claimNext } from './claim-next.ts'
import type { Pools } from './create-pools.ts'
import { listPoolItems } from './list-pool-items.ts'
import { isMember, manages, nobodyNamed, type PoolMembers, readMembers } from './members.ts'
import { placeBid } from './place-bid.ts'
import { poolOrDefault } from './pool-defaults.ts'
import { type PoolRow, readPool } from './pool-store.ts'
import { presentItem, presentWindow } from './present-items.ts'
import { presentLimits } from './present-pool.ts'
import { releaseIntoPool } from './release-into-pool.ts'
import { limits, openWindowShape, poolId, poolItem, releaseBody, windowShape } from './schemas.ts'
import { readWindows } from './window-store.ts'

const byId = z.object({ id: poolId })
const listOf = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => (Array.isArray(value) ? value : value.split(',')))
  .optional()

/** What lies in pools, and how it changes hands. */
export function claimRoutes(base: App, pools: Pools): void {
  const app = base.withTypeProvider<ZodTypeProvider>()
  const { services } = pools
  const { database, clock } = services.platform
  const tags = ['pools']
  /** Somebody who sells; a manager without a rep of their own assigns instead. */
  const repOf = (request: FastifyRequest): string => {
    const { repId } = principalOf(request)
    if (repId === null) throw new ProblemError('REP_NOT_ADMISSIBLE', { detail: 'only_reps_claim' })
    return repId
  }

  /** The pool as its members and managers see it; to others it is not there. */
  const seen = async (
    db: TenantWriter,
    request: FastifyRequest,
    id: string,
  ): Promise<{ pool: PoolRow; members: PoolMembers }> => {
    const pool = await readPool(db, id)
    if (pool === null) throw new ProblemError('NOT_FOUND')
    const members = (await readMembers(db, [id])).get(id) ?? nobodyNamed
    const principal = principalOf(request)
    const reach = pools.manageReach(principal)
    const context = await services.assignment.contextOf(db, clock.now())
    const rep = principal.repId === null ? undefined : context.repById.get(principal.repId)
    const open = members.repIds.length === 0 && members.teamIds.length === 0
    if (
      !open &&
      !isMember(members, rep) &&
      principal.role !== 'auditor' &&
      !(reach !== null && (await manages(db, services.people, { principal, reach }, members)))
    )
      throw new ProblemError('NOT_FOUND')
    return { pool, members }
  }

  /** One write, once per Idempotency-Key; a refusal that has to commit comes back as an answer and is thrown after. */
  const once = async (
    request: FastifyRequest,
    work: (db: TenantWriter, now: number) => Promise<LeadPlace | ProblemError>,
  ): Promise<z.infer<typeof leadPlace>> => {
    const now = clock.now()
    const answer = await retryOnConflict(() =>
      writeOnce(
        database,
        principalOf(request).tenantId,
        idempotencyOf(request),
        now,
        async (db): Promise<{ status: number; body: unknown }> => {
          const result = await work(db, now)
          return result instanceof ProblemError
            ? { status: result.status, body: result.toStored() }
            : { status: 200, body: presentPlace(result, languageOf(request)) }
        },
      ),
    )
    if (answer.status >= 400) throw ProblemError.revive(answer.body as Record<string, unknown>)
    return answer.body as z.infer<typeof leadPlace>
  }

  const claim = (request: FastifyRequest, itemId: string) => {
    const repId = repOf(request)
    const actorId = principalOf(request).id
    return once(request, (db, now) => claimOrRoute(db, services, now, { itemId, repId, actorId }))
  }

  app.post(
    '/api/v1/leads/:id/claim',
    {
      config: { permission: 'pools.claim' },
      schema: {
        tags,
        operationId: 'claimLead',
        summary: 'Take a lead out of its pool; who comes second is told who has it and since when',
        params: z.object({ id: z.uuid() }),
        response: { 200: leadPlace },
      },
    },
    (request) => claim(request, request.params.id),
  )

  app.post(
    '/api/v1/pools/:id/items/:itemId/claim',
    {
      config: { permission: 'pools.claim' },
      schema: {
        tags,
        operationId: 'claimPoolItem',
        summary: 'The same for any record of a pool: lead, opportunity or customer',
        params: z.object({ id: poolId, itemId: z.uuid() }),
        response: { 200: leadPlace },
      },
    },
    async (request) => {
      await database.write(principalOf(request).tenantId, (db) => seen(db, request, request.params.id))
      return claim(request, request.params.itemId)
    },
  )

  app.post(
    '/api/v1/pools/:id/claim-next',
    {
      config: { permission: 'pools.claim' },
      schema: {
        tags,
        operationId: 'claimNext',
        summary: 'Take the record of this pool that suits you best of all you may take now',
        params: byId,
        response: { 200: leadPlace },
      },
    },
    (request) => {
      const repId = repOf(request)
      return once(request, async (db, now) => {
        const { pool, members } = await seen(db, request, request.params.id)
        return claimNext(db, services, now, pool, members, { repId, actorId: principalOf(request).id })
      })
    },
  )

  app.post(
    '/api/v1/pools/:id/bids',
    {
      config: { permission: 'pools.claim' },
      schema: {
        tags,
        operationId: 'placeBid',
        summary: 'A sealed bid; the first opens the window, and being first gives no advantage',
        params: byId,
        body: z.object({ itemId: z.uuid() }),
        response: { 200: openWindowShape },
      },
    },
    async (request) => {
      const repId = repOf(request)
      const open = await retryOnConflict(() =>
        database.write(principalOf(request).tenantId, async (db) => {
          const { pool } = await seen(db, request, request.params.id)
          const actorId = principalOf(request).id
          return placeBid(db, services, clock.now(), pool, { itemId: request.body.itemId, repId, actorId })
        }),
      )
      const { closesAt, id, seal, bids, mine } = open
      return { id, seal, bids, mine, closesAt: closesAt.toISOString() }
    },
  )

  app.get(
    '/api/v1/pools/:id/windows',
    {
      config: { permission: 'pools.read' },
      schema: {
        tags,
        operationId: 'listPoolWindows',
        summary: 'Grab windows, newest first; a drawn one shows seed, nonce and every ticket',
        params: byId,
        response: { 200: z.object({ items: z.array(windowShape) }) },
      },
    },
    (request) =>
      database.write(principalOf(request).tenantId, async (db) => {
        await seen(db, request, request.params.id)
        const rows = await readWindows(db, request.params.id, 50)
        const ids = rows.flatMap((row) => row.result?.tickets.map((ticket) => ticket.repId) ?? [])
        const names = await services.people.repNames(db, [...new Set(ids)])
        return { items: rows.map((row) => presentWindow(row, names)) }
      }),
  )

  app.get(
    '/api/v1/pools/:id/items',
    {
      config: { permission: 'pools.read' },
      schema: {
        tags,
        operationId: 'listPoolItems',
        summary: 'What lies in a pool, the best match for you first, contact data masked',
        params: byId,
        querystring: z.object({
          tier: listOf,
          region: listOf,
          source: listOf,
          kind: listOf,
          q: z.string().trim().min(1).max(100).optional(),
          olderThanHours: z.coerce.number().int().min(0).max(87_600).optional(),
          limit: z.coerce.number().int().min(1).max(500).default(100),
        }),
        response: {
          200: z.object({ items: z.array(poolItem), total: z.number(), limits: limits.nullable() }),
        },
      },
    },
    (request) =>
      database.write(principalOf(request).tenantId, async (db) => {
        const now = clock.now()
        const { pool, members } = await seen(db, request, request.params.id)
        const { limit, olderThanHours, q, ...lists } = request.query
        const filter = {
          ...Object.fromEntries(Object.entries(lists).filter(([, value]) => value !== undefined)),
          ...(q === undefined ? {} : { q }),
          ...(olderThanHours === undefined
            ? {}
            : { enteredBefore: new Date(now - olderThanHours * 3_600_000) }),
        }
        const { repId } = principalOf(request)
        const view = await listPoolItems(db, services, now, pool, members, repId, filter, limit)
        const owners = view.items.map((item) => item.fromRepId).filter((id) => id !== null)
        const names = await services.people.repNames(db, [...new Set(owners)])
        return {
          items: view.items.map((item) => presentItem(item, names)),
          total: view.total,
          limits: presentLimits(pool, view.person),
        }
      }),
  )

  app.post(
    '/api/v1/pools/:id/items',
    {
      config: { permission: 'leads.work' },
      schema: {
        tags,
        operationId: 'releaseIntoPool',
        summary: 'Give records back into this pool, one or many, with a coded reason',
        params: byId,
        body: releaseBody,
        response: { 200: z.object({ released: z.array(z.string()), skipped: z.array(z.string()) }) },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      const now = clock.now()
      const answer = await retryOnConflict(() =>
        writeOnce(database, caller.principal.tenantId, idempotencyOf(request), now, async (db) => ({
          status: 200,
          body: await releaseIntoPool(db, services, caller, now, {
            itemIds: request.body.itemIds,
            poolId: request.params.id,
            reason: request.body.reason,
            note: request.body.note ?? null,
          }),
        })),
      )
      return answer.body as { released: string[]; skipped: string[] }
    },
  )

  app.post(
    '/api/v1/pools/:id/assign',
    {
      config: { permission: 'pools.manage' },
      schema: {
        tags,
        operationId: 'assignFromPool',
        summary: 'Its managers give records to people, in turn where several are named',
        params: byId,
        body: z.object({
          itemIds: z.array(z.uuid()).min(1).max(200),
          repIds: z.array(z.uuid()).min(1).max(50),
        }),
        response: {
          200: z.object({
            assigned: z.array(z.object({ id: z.string(), repId: z.string() })),
            skipped: z.array(z.string()).describe('claimed or gone by now'),
          }),
        },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      const now = clock.now()
      const answer = await retryOnConflict(() =>
        writeOnce(database, caller.principal.tenantId, idempotencyOf(request), now, async (db) => {
          const pool = await poolOrDefault(db, request.params.id)
          const members = (await readMembers(db, [pool.id])).get(pool.id) ?? nobodyNamed
          if (pool.version === 0 || !(await manages(db, services.people, caller, members)))
            throw new ProblemError('NOT_FOUND')
          return {
            status: 200,
            body: await assignFromPool(db, services, caller, now, { poolId: pool.id, ...request.body }),
          }
        }),
      )
      return answer.body as { assigned: { id: string; repId: string }[]; skipped: string[] }
    },
  )
}
