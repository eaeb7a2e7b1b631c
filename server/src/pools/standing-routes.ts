import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { requireItemInReach } from '../assignment/index.ts'
import { ProblemError } from '../platform/errors/catalogue.ts'
import { type App, callerOf, principalOf } from '../platform/http/index.ts'
import type { Pools } from './create-pools.ts'
import { standingShape } from './schemas.ts'
import { standingOf } from './standing.ts'

/** What a record's page says about pools. */
export function standingRoutes(base: App, pools: Pools): void {
  const app = base.withTypeProvider<ZodTypeProvider>()
  const { services } = pools
  const { database } = services.platform

  app.get(
    '/api/v1/leads/:id/pool',
    {
      config: { permission: 'leads.read' },
      schema: {
        tags: ['pools'],
        operationId: 'getPoolStanding',
        summary:
          'Which pool a record lies in or came from, and when it would be called back, with the reason',
        params: z.object({ id: z.uuid() }),
        response: { 200: standingShape },
      },
    },
    (request) =>
      database.read(principalOf(request).tenantId, async (db) => {
        const { id } = request.params
        const [item] = await db.query<{ ownerId: string | null; state: string }>(
          'select owner_id as "ownerId", state from item_ownership where tenant_id = $1 and item_id = $2',
          [db.tenantId, id],
        )
        if (item === undefined) throw new ProblemError('NOT_FOUND')
        // What lies in a pool is there for everybody to see.
        if (item.state !== 'pooled') await requireItemInReach(db, services.people, callerOf(request), item)
        const { stay, pool, protection, recallTo } = await standingOf(db, services, id)
        const names = await services.people.repNames(
          db,
          [stay?.fromRepId ?? null, stay?.takenBy ?? null].filter((one) => one !== null),
        )
        const named = (repId: string | null | undefined) =>
          repId == null ? null : { id: repId, name: names.get(repId) ?? '' }
        const brief = (one: { id: string; name: string } | null) =>
          one === null ? null : { id: one.id, name: one.name }
        return {
          pool: brief(pool),
          lying: item.state === 'pooled',
          enteredAt: stay?.enteredAt.toISOString() ?? null,
          cause: stay?.cause ?? null,
          reason: stay?.reason ?? null,
          from: named(stay?.fromRepId),
          takenBy: named(stay?.takenBy),
          takenAt: stay?.leftAt?.toISOString() ?? null,
          protection:
            protection === null
              ? null
              : {
                  recallAt: protection.recallAt === null ? null : new Date(protection.recallAt).toISOString(),
                  exempt: protection.exempt,
                  basis: protection.basis,
                  lastDay: protection.lastDay,
                  movedFrom: protection.movedFrom,
                  latestDay: protection.latestDay,
                },
          recallTo: item.state === 'owned' ? brief(recallTo) : null,
        }
      }),
  )
}
