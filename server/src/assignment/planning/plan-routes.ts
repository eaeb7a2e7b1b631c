import type { FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { TenantReader, TenantWriter } from '../../platform/database/index.ts'
import {
  type App,
  type Caller,
  callerOf,
  cutPage,
  decodeCursor,
  idempotencyOf,
  languageOf,
  pageOf,
  pageQuery,
  writeOnce,
} from '../../platform/http/index.ts'
import { retryOnConflict } from '../retry-on-conflict.ts'
import type { Services } from '../services.ts'
import { advancePlan } from './advance-plan.ts'
import type { PlanParameters } from './plan-document.ts'
import { moveView, planInput, planView } from './plan-schemas.ts'
import { countMoves, listMoves, listPlans, type PlanRow } from './plan-store.ts'
import { presentMove, presentPlan, repIdsIn } from './present-plan.ts'
import { seePlan } from './see-plan.ts'
import { startPlan } from './start-plan.ts'

const byId = z.object({ id: z.uuid() })

/** Many items decided together: ask, look, commit in chunks, stop, take back. */
export function planRoutes(base: App, services: Services): void {
  const app = base.withTypeProvider<ZodTypeProvider>()
  const { database, clock } = services.platform
  const tags = ['plans']
  /** One write on a plan: once per Idempotency-Key, in one transaction. */
  const write = async (
    request: FastifyRequest,
    work: (db: TenantWriter, caller: Caller, now: number) => Promise<string>,
  ): Promise<z.infer<typeof planView>> => {
    const caller = callerOf(request)
    const now = clock.now()
    const answer = await retryOnConflict(() =>
      writeOnce(database, caller.principal.tenantId, idempotencyOf(request), now, async (db) => {
        const id = await work(db, caller, now)
        return { status: 202, body: await whole(db, await seePlan(db, services, caller, id), now) }
      }),
    )
    return answer.body as z.infer<typeof planView>
  }
  const whole = async (db: TenantWriter, plan: PlanRow, now: number) => {
    const context = await services.contextOf(db, now)
    const names = await services.people.repNames(db, repIdsIn(plan))
    return presentPlan(plan, context, names, await countMoves(db, plan.id), now)
  }

  app.post(
    '/api/v1/plans',
    {
      config: { permission: 'plans.run' },
      schema: {
        tags,
        operationId: 'createPlan',
        summary: 'Plan many items jointly; nothing moves before the plan is committed',
        body: planInput,
        response: { 202: planView },
      },
    },
    async (request, reply) => {
      const body = await write(request, (db, caller, now) =>
        startPlan(db, services, caller, now, parametersOf(request.body)),
      )
      return reply.code(202).send(body)
    },
  )

  app.get(
    '/api/v1/plans',
    {
      config: { permission: 'plans.read' },
      schema: {
        tags,
        operationId: 'listPlans',
        summary: 'Plans about people within reach, newest first',
        querystring: z.object({ ...pageQuery, limit: z.coerce.number().int().min(1).max(200).default(50) }),
        response: { 200: pageOf(planView) },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      const now = clock.now()
      const { cursor, limit } = request.query
      const [createdAt = null, id = null] = cursor === undefined ? [] : decodeCursor(cursor, 2)
      return database.write(caller.principal.tenantId, async (db) => {
        const visible = await services.people.visibleRepIds(db, caller.principal, caller.reach)
        const before = createdAt === null ? null : { createdAt: String(createdAt), id: String(id) }
        const rows = await listPlans(db, visible, before, limit + 1)
        const { items: page, nextCursor } = cutPage(rows, limit, (last) => [
          last.createdAt.toISOString(),
          last.id,
        ])
        const context = await services.contextOf(db, now)
        const names = await services.people.repNames(db, page.flatMap(repIdsIn))
        return {
          items: page.map((row) => presentPlan(row, context, names, null, now)),
          nextCursor,
        }
      })
    },
  )

  app.get(
    '/api/v1/plans/:id',
    {
      config: { permission: 'plans.read' },
      schema: {
        tags,
        operationId: 'getPlan',
        summary: 'One plan: progress, what it is worth, who gains and who loses',
        params: byId,
        response: { 200: planView },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      return database.write(caller.principal.tenantId, async (db) =>
        whole(db, await seePlan(db, services, caller, request.params.id), clock.now()),
      )
    },
  )

  app.get(
    '/api/v1/plans/:id/moves',
    {
      config: { permission: 'plans.read' },
      schema: {
        tags,
        operationId: 'listPlanMoves',
        summary: 'Item by item: from whom, to whom, why, and what became of it',
        params: byId,
        querystring: z.object({
          ...pageQuery,
          state: z.enum(['planned', 'moved', 'queued', 'skipped', 'undone', 'kept']).optional(),
          repId: z.uuid().optional().describe('gives or receives'),
          placed: z.enum(['true', 'false']).optional().describe('false: what nobody gets'),
        }),
        response: { 200: pageOf(moveView) },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      const { cursor, limit, state, repId, placed } = request.query
      const after = cursor === undefined ? -1 : Number(decodeCursor(cursor, 1)[0] ?? -1)
      const language = languageOf(request)
      return database.write(caller.principal.tenantId, async (db) => {
        const plan = await seePlan(db, services, caller, request.params.id)
        const filter = { state, repId, placed: placed === undefined ? undefined : placed === 'true' }
        const rows = await listMoves(db, plan.id, filter, after, limit + 1)
        const { items: page, nextCursor } = cutPage(rows, limit, (last) => [last.n])
        return {
          items: await presentMoves(db, page),
          nextCursor,
        }

        async function presentMoves(reader: TenantReader, moves: typeof page) {
          const context = await services.contextOf(db, clock.now())
          const ids = moves.flatMap(({ fromOwnerId, toRepId, options }) => [
            ...(fromOwnerId === null ? [] : [fromOwnerId]),
            ...(toRepId === null ? [] : [toRepId]),
            ...options.map((option) => option.repId),
          ])
          const names = await services.people.repNames(reader, [...new Set(ids)])
          const labels = await services.customers.labelsOf(
            reader,
            moves.map(({ itemId }) => itemId),
          )
          return moves.map((move) => presentMove(move, context, names, labels, language))
        }
      })
    },
  )

  const verbs = {
    commit: [
      'commitPlan',
      'Commit a draft, or go on with a stopped plan: in chunks, each whole or not at all',
    ],
    stop: ['stopPlan', 'Stop: solving ends with the best so far, committing after the running chunk'],
    undo: ['undoPlan', 'Take back what was moved; what has changed hands since stays'],
  } as const
  for (const verb of ['commit', 'stop', 'undo'] as const) {
    const [operationId, summary] = verbs[verb]
    app.post(
      `/api/v1/plans/:id/${verb}`,
      {
        config: { permission: 'plans.run' },
        schema: { tags, operationId, summary, params: byId, response: { 202: planView } },
      },
      async (request, reply) => {
        const { id } = request.params as z.infer<typeof byId>
        const body = await write(
          request,
          async (db, caller, now) => (await advancePlan(db, services, caller, now, id, verb)).id,
        )
        return reply.code(202).send(body)
      },
    )
  }
}

function parametersOf(body: z.infer<typeof planInput>): PlanParameters {
  if (body.kind !== 'waiting') return body
  const { leadIds, ...rest } = body
  return { ...rest, itemIds: leadIds }
}
