import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { leadPlace } from '../assignment/index.ts'
import { ProblemError } from '../platform/errors/catalogue.ts'
import {
  type App,
  fieldErrors,
  idempotencyOf,
  type Language,
  languageOf,
  principalOf,
  refusalOf,
  valueAt,
} from '../platform/http/index.ts'
import { holdBulkKey, itemKey } from './bulk-key.ts'
import type { Intake } from './create-intake.ts'
import { createLead, type LeadAnswer } from './create-lead.ts'
import { postedLead, readPostedLead } from './posted-lead.ts'

const leadAnswer = leadPlace.extend({ duplicateOf: z.string().optional(), merged: z.boolean().optional() })
const problemDocument = z.record(z.string(), z.unknown())
const bulkResult = z.object({
  index: z.number(),
  status: z.number(),
  lead: leadAnswer.optional(),
  problem: problemDocument.optional(),
})

/** POST /leads and /leads/bulk: the shortest way from "somebody asked" to "somebody owns it". */
export function intakeRoutes(base: App, intake: Intake): void {
  const app = base.withTypeProvider<ZodTypeProvider>()
  const { clock } = intake.platform
  const tags = ['leads']

  app.post(
    '/api/v1/leads',
    {
      config: { permission: 'leads.create' },
      schema: {
        tags,
        operationId: 'createLead',
        summary: 'Take a lead in: answered with its owner, or why it waits',
        body: postedLead,
        response: { 200: leadAnswer, 201: leadAnswer },
      },
    },
    async (request, reply) => {
      const principal = principalOf(request)
      const answer = await createLead(intake.assignment, principal.tenantId, clock.now(), {
        input: request.body,
        intake: principal.kind === 'member' ? 'manual' : 'api',
        actorId: principal.id,
        createdBy: principal.id,
        claim: idempotencyOf(request),
        language: languageOf(request),
      })
      if (answer.status >= 400) throw ProblemError.revive(answer.body as Record<string, unknown>)
      return reply.code(answer.status === 200 ? 200 : 201).send(answer.body as LeadAnswer)
    },
  )

  app.post(
    '/api/v1/leads/bulk',
    {
      config: { permission: 'leads.create' },
      bodyLimit: 16 * 1024 * 1024,
      schema: {
        tags,
        operationId: 'createLeads',
        summary: 'Take up to 1,000 leads in, decided together; each has its own result',
        body: z.object({ items: z.array(z.unknown()).min(1).max(1000) }),
        response: { 200: z.object({ results: z.array(bulkResult) }) },
      },
    },
    async (request, reply) => {
      const principal = principalOf(request)
      const claim = idempotencyOf(request)
      const language = languageOf(request)
      if (claim !== null) await holdBulkKey(intake.platform.database, principal.tenantId, claim, clock.now())
      const results = await Promise.all(
        request.body.items.map(async (raw, index): Promise<z.infer<typeof bulkResult>> => {
          const parsed = readPostedLead(raw)
          if (!parsed.success) return refused(index, badItem(parsed.error, raw), language)
          try {
            const answer = await createLead(intake.assignment, principal.tenantId, clock.now(), {
              input: parsed.data,
              intake: 'bulk',
              actorId: principal.id,
              createdBy: principal.id,
              // Each item carries the call's key with its place, so a repeated call repeats nothing.
              claim: claim === null ? null : { ...claim, key: itemKey(claim.key, index) },
              language,
            })
            return answer.status < 300
              ? { index, status: answer.status, lead: answer.body as LeadAnswer }
              : {
                  index,
                  status: answer.status,
                  problem: ProblemError.revive(answer.body as Record<string, unknown>).toProblem(language),
                }
          } catch (error) {
            const refusal = refusalOf(error, raw)
            if (refusal !== null) return refused(index, refusal, language)
            // Its neighbours are durable by now: failing the call would hide them.
            request.log.error({ err: error }, 'one lead of a bulk call failed')
            return refused(index, new ProblemError('INTERNAL'), language)
          }
        }),
      )
      // Its parts were made by this code and checked by the compiler; reading a thousand of them again is not free.
      // Said only now: a refusal before is written by whoever writes refusals.
      reply.type('application/json; charset=utf-8').serializer(JSON.stringify)
      return { results }
    },
  )
}

function refused(index: number, problem: ProblemError, language: Language): z.infer<typeof bulkResult> {
  return { index, status: problem.status, problem: problem.toProblem(language) }
}

function badItem(error: z.ZodError, item: unknown): ProblemError {
  return new ProblemError('VALIDATION_FAILED', {
    errors: error.issues.flatMap((issue) => {
      const path = issue.path.join('.')
      return fieldErrors({ ...issue, path }, valueAt(item, path) === undefined)
    }),
  })
}
