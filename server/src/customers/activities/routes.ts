import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { ProblemError } from '../../platform/errors/catalogue.ts'
import {
  type App,
  idempotencyOf,
  pageOf,
  pageQuery,
  principalOf,
  reachOf,
  writeOnce,
} from '../../platform/http/index.ts'
import { announce } from '../../platform/outbox/index.ts'
import type { Customers } from '../create-customers.ts'
import { defined } from '../defined.ts'
import { manyOf, moment } from '../filters.ts'
import { recordKinds } from '../records/kinds.ts'
import { readRecord } from '../records/store.ts'
import { visibilityOf } from '../visibility.ts'
import { listActivities } from './list-activities.ts'
import { activityKinds, markActivity } from './mark-activity.ts'

const activity = z.object({
  id: z.uuid(),
  at: z.string(),
  itemKind: z.enum(['lead', 'account', 'contact', 'opportunity']),
  itemId: z.uuid(),
  itemName: z.string().nullable(),
  rep: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  kind: z.enum(activityKinds),
  reached: z.boolean(),
  summary: z.string(),
  nextStep: z.string().nullable(),
  nextStepAt: z.string().nullable(),
  durationMinutes: z.number().nullable(),
})

/** The follow-up log, and contacts with customers that are no work item of assignment's. */
export function activityRoutes(base: App, customers: Customers): void {
  const app = base.withTypeProvider<ZodTypeProvider>()
  const { people, platform } = customers
  const { database, clock } = platform
  const tags = ['activities']

  app.get(
    '/api/v1/activities',
    {
      config: { permission: 'leads.read' },
      schema: {
        tags,
        operationId: 'listActivities',
        summary: 'The follow-up log, newest first',
        querystring: z.object({
          ...pageQuery,
          itemId: z.uuid().optional(),
          repId: manyOf(z.uuid()),
          kind: manyOf(z.enum(activityKinds)),
          from: moment.optional(),
          to: moment.optional(),
        }),
        response: { 200: pageOf(activity) },
      },
    },
    (request) => {
      const principal = principalOf(request)
      const { cursor, limit, ...filter } = request.query
      return database.read(principal.tenantId, async (db) => {
        const visibility = await visibilityOf(db, people, principal, reachOf(request))
        const { rows, nextCursor } = await listActivities(db, visibility, defined(filter), { cursor, limit })
        const reps = [...new Set(rows.map((row) => row.repId).filter((id) => id !== null))]
        const names = await people.repNames(db, reps)
        return {
          items: rows.map(({ repId, at, nextStepAt, ...row }) => ({
            ...row,
            at: at.toISOString(),
            nextStepAt: nextStepAt?.toISOString() ?? null,
            rep: repId === null ? null : { id: repId, name: names.get(repId) ?? '' },
          })),
          nextCursor,
        }
      })
    },
  )

  app.post(
    '/api/v1/activities',
    {
      config: { permission: 'accounts.write' },
      schema: {
        tags,
        operationId: 'createActivity',
        summary: 'Write down a contact with an account or a person; leads have /leads/{id}/activities',
        body: z.object({
          itemKind: z.enum(['account', 'contact']),
          itemId: z.uuid(),
          kind: z.enum(activityKinds),
          at: moment.optional(),
          reached: z.boolean().optional(),
          summary: z.string().max(10_000).default(''),
          nextStep: z.string().max(500).nullable().default(null),
          nextStepAt: moment.nullable().default(null),
          durationMinutes: z.number().int().min(0).max(1440).nullable().default(null),
        }),
        response: { 201: z.object({ id: z.uuid() }) },
      },
    },
    async (request, reply) => {
      const principal = principalOf(request)
      const now = clock.now()
      const { itemKind, itemId, at, nextStepAt, reached, ...rest } = request.body
      const answer = await writeOnce(
        database,
        principal.tenantId,
        idempotencyOf(request),
        now,
        async (db) => {
          const visibility = await visibilityOf(db, people, principal, reachOf(request))
          const item = await readRecord(db, recordKinds[itemKind], visibility, itemId)
          if (item === null) throw new ProblemError('NOT_FOUND')
          const marked = await markActivity(
            db,
            {
              ...rest,
              ...(reached === undefined ? {} : { reached }),
              itemKind,
              itemId,
              at: at?.getTime() ?? now,
              repId: principal.repId,
              actorId: principal.id,
              nextStepAt: nextStepAt?.getTime() ?? null,
            },
            now,
          )
          if (marked === null) throw new ProblemError('NOT_FOUND')
          await announce(db, now, [
            { type: 'activity.logged', entityKind: itemKind, entityId: itemId, actorId: principal.id },
          ])
          return { status: 201, body: { id: marked.id } }
        },
      )
      return reply.code(201).send(answer.body as { id: string })
    },
  )
}
