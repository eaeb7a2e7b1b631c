import type { FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { activityAnswer, activityBody, newActivityOf } from '../customers/index.ts'
import type { TenantWriter } from '../platform/database/index.ts'
import {
  type App,
  idempotencyOf,
  languageOf,
  principalOf,
  reachOf,
  writeOnce,
} from '../platform/http/index.ts'
import { acceptItem } from './accept-item.ts'
import { assignQueue, assignSelected, previewAssignment, type Selection } from './assign-items.ts'
import { closeItem } from './close-item.ts'
import type { Assignment } from './create-assignment.ts'
import { decisionRoutes } from './decision-routes.ts'
import { logActivity } from './log-activity.ts'
import { overrideOwner } from './override-owner.ts'
import { presentCommitted, presentPlace, presentPreview } from './present.ts'
import type { Caller } from './reach.ts'
import { releaseItem } from './release-item.ts'
import { retryOnConflict } from './retry-on-conflict.ts'
import { leadPlace, proposal, repLoad } from './schemas.ts'
import type { LeadPlace } from './submit-lead.ts'
import { workloadRoutes } from './workload-routes.ts'

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
    message: 'give either leadIds or waiting: true',
    path: ['leadIds'],
  })

/** The verbs on a lead: who may be given it, keep it, give it back, end it. */
export function assignmentRoutes(base: App, assignment: Assignment): void {
  const app = base.withTypeProvider<ZodTypeProvider>()
  const { services } = assignment
  const { database, clock } = services.platform
  const tags = ['assignment']
  const callerOf = (request: FastifyRequest): Caller => ({
    principal: principalOf(request),
    reach: reachOf(request),
  })

  /** One verb on one item: once per Idempotency-Key, in one transaction. */
  const verb = async (
    request: FastifyRequest,
    work: (db: TenantWriter, caller: Caller, now: number) => Promise<LeadPlace>,
  ): Promise<z.infer<typeof leadPlace>> => {
    const caller = callerOf(request)
    const now = clock.now()
    const answer = await retryOnConflict(() =>
      writeOnce(database, caller.principal.tenantId, idempotencyOf(request), now, async (db) => ({
        status: 200,
        body: presentPlace(await work(db, caller, now), languageOf(request)),
      })),
    )
    return answer.body as z.infer<typeof leadPlace>
  }

  app.post(
    '/api/v1/leads/:id/accept',
    {
      config: { permission: 'leads.work' },
      schema: {
        tags,
        operationId: 'acceptLead',
        summary: 'The owner says "mine"',
        params: idParams,
        response: { 200: leadPlace },
      },
    },
    (request) => verb(request, (db, caller, now) => acceptItem(db, services, caller, now, request.params.id)),
  )

  app.post(
    '/api/v1/leads/:id/release',
    {
      config: { permission: 'leads.work' },
      schema: {
        tags,
        operationId: 'releaseLead',
        summary: 'The owner gives it back; somebody else is looked for at once',
        params: idParams,
        body: z.object({ reason: z.string().max(500).optional() }).nullish(),
        response: { 200: leadPlace },
      },
    },
    (request) =>
      verb(request, (db, caller, now) =>
        releaseItem(db, services, caller, now, request.params.id, request.body?.reason ?? null),
      ),
  )

  app.post(
    '/api/v1/leads/:id/close',
    {
      config: { permission: 'leads.work' },
      schema: {
        tags,
        operationId: 'closeLead',
        summary: 'Won, lost or not a lead at all; gives the capacity back',
        params: idParams,
        body: z.object({
          outcome: z.enum(['won', 'lost', 'invalid']),
          reason: z.string().max(500).optional(),
          amount: z.number().min(0).optional().describe('final amount in yuan'),
        }),
        response: { 200: leadPlace },
      },
    },
    (request) =>
      verb(request, (db, caller, now) =>
        closeItem(db, services, caller, now, request.params.id, {
          outcome: request.body.outcome,
          reason: request.body.reason ?? null,
          amountMinor: request.body.amount === undefined ? null : Math.round(request.body.amount * 100),
        }),
      ),
  )

  app.post(
    '/api/v1/leads/:id/override',
    {
      config: { permission: 'leads.override' },
      schema: {
        tags,
        operationId: 'overrideLead',
        summary: 'A manager decides; the reason is mandatory and kept',
        params: idParams,
        body: z.object({ repId: z.uuid(), reason: z.string().trim().min(1).max(500) }),
        response: { 200: leadPlace },
      },
    },
    (request) =>
      verb(request, (db, caller, now) =>
        overrideOwner(db, services, caller, now, request.params.id, request.body.repId, request.body.reason),
      ),
  )

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
      return presentPreview(preview, languageOf(request))
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
}

function selectionOf(body: z.infer<typeof selection>): Selection {
  return body.leadIds === undefined ? { waiting: body.limit } : { ids: body.leadIds }
}
