import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { activityAnswer, activityBody, newActivityOf } from '../customers/index.ts'
import { type App, callerOf, idempotencyOf, languageOf, writeOnce } from '../platform/http/index.ts'
import type { Assignment } from './create-assignment.ts'
import { assignQueue, assignSelected, previewAssignment, type Selection } from './decide/assign-items.ts'
import { decisionRoutes } from './decisions/decision-routes.ts'
import { offerRoutes } from './offers/offer-routes.ts'
import { personRoutes } from './person-routes.ts'
import { planRoutes } from './planning/plan-routes.ts'
import { reoptimisationRoutes } from './planning/reoptimisation-routes.ts'
import { presentCommitted, presentPreview } from './present.ts'
import { fairnessRoutes } from './reps/fairness-routes.ts'
import { workloadRoutes } from './reps/workload-routes.ts'
import { retryOnConflict } from './retry-on-conflict.ts'
import { leadPlace, proposal, repLoad } from './schemas.ts'
import { logActivity } from './verbs/log-activity.ts'
import { verbRoutes } from './verbs/verb-routes.ts'

const idParams = z.object({ id: z.uuid() })
const selection = z
  .object({
    leadIds: z
      .array(z.uuid())
      .min(1)
      .max(1000)
      .optional()
      .describe('these; absent = the queue from its head'),
    waiting: z.boolean().optional().describe('true: the queue from its head, said outright'),
    limit: z.number().int().min(1).max(1000).default(200),
  })
  .refine((body) => body.leadIds === undefined || body.waiting !== true, {
    message: 'leads_or_waiting',
    path: ['leadIds'],
  })

/** Giving work to people: the verbs on items, what was done for them, runs by hand, decisions, load. */
export function assignmentRoutes(base: App, assignment: Assignment): void {
  const app = base.withTypeProvider<ZodTypeProvider>()
  const { services } = assignment
  const { database, clock } = services.platform
  const tags = ['assignment']
  verbRoutes(base, assignment)
  personRoutes(base, assignment)
  fairnessRoutes(base, assignment)

  for (const [kind, path, permission, operationId] of [
    ['lead', 'leads', 'leads.work', 'logLeadActivity'],
    ['opportunity', 'opportunities', 'opportunities.write', 'logOpportunityActivity'],
  ] as const)
    app.post(
      `/api/v1/${path}/:id/activities`,
      {
        config: { permission },
        schema: {
          tags,
          operationId,
          summary: 'Write down what was done; a next step beyond this week takes it off the load until then',
          params: idParams,
          body: activityBody,
          response: { 201: activityAnswer },
        },
      },
      async (request, reply) => {
        const caller = callerOf(request)
        const now = clock.now()
        const answer = await retryOnConflict(() =>
          writeOnce(database, caller.principal.tenantId, idempotencyOf(request), now, async (db) => ({
            status: 201,
            body: await logActivity(
              db,
              services,
              caller,
              now,
              kind,
              request.params.id,
              newActivityOf(request.body, now),
            ),
          })),
        )
        return reply.code(201).send(answer.body as z.infer<typeof activityAnswer>)
      },
    )

  app.post(
    '/api/v1/assignments/preview',
    {
      config: { permission: 'assignments.run' },
      schema: {
        tags,
        operationId: 'previewAssignments',
        summary: 'Who would get what, and the load after; nothing is changed',
        body: selection,
        response: {
          200: z.object({
            items: z.array(proposal),
            reps: z.array(repLoad),
            assigned: z.number(),
            waiting: z.number(),
          }),
        },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      const preview = await retryOnConflict(() =>
        database.write(caller.principal.tenantId, (db) =>
          previewAssignment(db, services, caller, clock.now(), selectionOf(request.body)),
        ),
      )
      const labels = await database.read(caller.principal.tenantId, (db) =>
        services.customers.labelsOf(
          db,
          preview.decided.map(({ decision }) => decision.itemId),
        ),
      )
      return presentPreview(preview, labels, languageOf(request))
    },
  )

  app.post(
    '/api/v1/assignments',
    {
      config: { permission: 'assignments.run' },
      schema: {
        tags,
        operationId: 'runAssignments',
        summary: 'Assign waiting or selected leads now',
        body: selection,
        response: {
          200: z.object({
            items: z.array(leadPlace),
            assigned: z.number(),
            waiting: z.number(),
            skipped: z.array(z.string()).describe('owned or closed by now'),
          }),
        },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      const now = clock.now()
      const language = languageOf(request)
      const chosen = selectionOf(request.body)
      const answer = await retryOnConflict(() =>
        writeOnce(database, caller.principal.tenantId, idempotencyOf(request), now, async (db) => {
          if ('ids' in chosen) {
            const { committed, skipped, context } = await assignSelected(
              db,
              services,
              caller,
              now,
              chosen.ids,
            )
            return { status: 200, body: presentCommitted(context, committed, skipped, language) }
          }
          const { committed, context } = await assignQueue(db, services, caller, now, chosen.waiting)
          return { status: 200, body: presentCommitted(context, committed, [], language) }
        }),
      )
      return answer.body as ReturnType<typeof presentCommitted>
    },
  )

  decisionRoutes(base, assignment)
  workloadRoutes(base, assignment)
  offerRoutes(base, assignment)
  planRoutes(base, services)
  reoptimisationRoutes(base, services)
}

function selectionOf(body: z.infer<typeof selection>): Selection {
  return body.leadIds === undefined ? { waiting: body.limit } : { ids: body.leadIds }
}
