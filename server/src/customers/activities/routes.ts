import { activityChannels, activityKinds, activityResults } from '@peineng/engine'
import type { FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import {
  type App,
  idempotencyOf,
  pageOf,
  pageQuery,
  principalOf,
  reachOf,
  writeOnce,
} from '../../platform/http/index.ts'
import type { Customers } from '../create-customers.ts'
import { defined } from '../defined.ts'
import { manyOf, moment } from '../filters.ts'
import { maskContacts } from '../normalise/mask-text.ts'
import { visibilityOf } from '../visibility.ts'
import { activityAnswer, activityBody, newActivityOf } from './activity-body.ts'
import { listActivities } from './list-activities.ts'
import { logRecordActivity } from './log-record-activity.ts'
import { noteFlags } from './rate-note.ts'

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
  channel: z.enum(activityChannels),
  direction: z.enum(['outbound', 'inbound', 'internal']),
  result: z.enum(activityResults).nullable(),
  isContact: z.boolean(),
  isProgress: z.boolean(),
  quality: z.number().nullable().describe('0–100: what the note tells the next reader; null = never rated'),
  flags: z.array(z.enum(noteFlags)).describe('why it may be there only to reset a clock'),
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
          flag: z
            .enum(['any', ...noteFlags])
            .optional()
            .describe('only what may be there to reset a clock'),
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
        const { items: rows, nextCursor } = await listActivities(db, visibility, defined(filter), {
          cursor,
          limit,
        })
        const reps = [...new Set(rows.map((row) => row.repId).filter((id) => id !== null))]
        const names = await people.repNames(db, reps)
        return {
          items: rows.map(({ repId, at, nextStepAt, hidden, ...row }) => ({
            ...row,
            summary: hidden ? maskContacts(row.summary) : row.summary,
            nextStep: hidden && row.nextStep !== null ? maskContacts(row.nextStep) : row.nextStep,
            at: at.toISOString(),
            nextStepAt: nextStepAt?.toISOString() ?? null,
            rep: repId === null ? null : { id: repId, name: names.get(repId) ?? '' },
          })),
          nextCursor,
        }
      })
    },
  )

  const log = async (
    request: FastifyRequest,
    itemKind: 'account' | 'contact',
    itemId: string,
    body: z.infer<typeof activityBody>,
  ): Promise<z.infer<typeof activityAnswer>> => {
    const principal = principalOf(request)
    const now = clock.now()
    const answer = await writeOnce(database, principal.tenantId, idempotencyOf(request), now, async (db) => {
      const visibility = await visibilityOf(db, people, principal, reachOf(request))
      return {
        status: 201,
        body: await logRecordActivity(
          db,
          customers,
          { principal, visibility },
          now,
          itemKind,
          itemId,
          newActivityOf(body, now),
        ),
      }
    })
    return answer.body as z.infer<typeof activityAnswer>
  }

  for (const [itemKind, path, permission, operationId] of [
    ['account', 'accounts', 'accounts.write', 'logAccountActivity'],
    ['contact', 'contacts', 'contacts.write', 'logContactActivity'],
  ] as const)
    app.post(
      `/api/v1/${path}/:id/activities`,
      {
        config: { permission },
        schema: {
          tags,
          operationId,
          summary: 'Write down what was done for a customer, or with a person there',
          params: z.object({ id: z.uuid() }),
          body: activityBody,
          response: { 201: activityAnswer },
        },
      },
      async (request, reply) =>
        reply.code(201).send(await log(request, itemKind, request.params.id, request.body)),
    )

  app.post(
    '/api/v1/activities',
    {
      config: { permission: 'accounts.write' },
      schema: {
        tags,
        operationId: 'createActivity',
        summary: 'As /accounts/{id}/activities and /contacts/{id}/activities, the record named in the body',
        body: activityBody.extend({ itemKind: z.enum(['account', 'contact']), itemId: z.uuid() }),
        response: { 201: activityAnswer },
      },
    },
    async (request, reply) => {
      const { itemKind, itemId, ...body } = request.body
      return reply.code(201).send(await log(request, itemKind, itemId, body))
    },
  )
}
