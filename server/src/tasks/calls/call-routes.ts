import type { FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { retryOnConflict } from '../../assignment/index.ts'
import type { TenantWriter } from '../../platform/database/index.ts'
import { type App, type Caller, callerOf, idempotencyOf, writeOnce } from '../../platform/http/index.ts'
import type { Tasks } from '../services.ts'
import { chooseCandidate, closeCall } from './choose-candidate.ts'
import { answerNomination, nominate } from './nominate.ts'
import { openCall } from './open-call.ts'
import { type CallView, callView, presentCall } from './present-call.ts'

const idParams = z.object({ id: z.uuid() })
const response = { 200: callView }

/** Who would like to do a card (F5): asked, put forward, recommended, chosen. */
export function callRoutes(base: App, tasks: Tasks): void {
  const app = base.withTypeProvider<ZodTypeProvider>()
  const { database, clock } = tasks.platform
  const tags = ['tasks']

  /** One change, once per Idempotency-Key; answered with the call as it stands then. */
  const change = async (
    request: FastifyRequest,
    id: string,
    work: (db: TenantWriter, caller: Caller, now: number) => Promise<void>,
  ): Promise<CallView> => {
    const caller = callerOf(request)
    const now = clock.now()
    const answer = await retryOnConflict(() =>
      writeOnce(database, caller.principal.tenantId, idempotencyOf(request), now, async (db) => {
        await work(db, caller, now)
        return { status: 200, body: await presentCall(db, tasks, caller, now, id) }
      }),
    )
    return answer.body as CallView
  }

  app.get(
    '/api/v1/tasks/:id/call',
    {
      config: { permission: 'tasks.read' },
      schema: {
        tags,
        operationId: 'getTaskCall',
        summary: 'The open call on a card, who stands in it and what speaks for each',
        params: idParams,
        response,
      },
    },
    (request) => {
      const caller = callerOf(request)
      return database.write(caller.principal.tenantId, (db) =>
        presentCall(db, tasks, caller, clock.now(), request.params.id),
      )
    },
  )

  app.post(
    '/api/v1/tasks/:id/call',
    {
      config: { permission: 'tasks.work' },
      schema: {
        tags,
        operationId: 'openTaskCall',
        summary: 'Ask who would like to do a card; its owner stays accountable until somebody is chosen',
        params: idParams,
        body: z.object({
          until: z.iso.datetime({ offset: true }).describe('not after the card is due'),
          reach: z
            .enum(['team', 'company'])
            .default('team')
            .describe('team: of the owner; company: where one may give to everybody'),
          note: z.string().trim().max(500).default(''),
        }),
        response,
      },
    },
    (request) =>
      change(request, request.params.id, (db, caller, now) =>
        openCall(db, tasks, caller, now, request.params.id, request.body),
      ),
  )

  app.post(
    '/api/v1/tasks/:id/call/candidates',
    {
      config: { permission: 'tasks.work' },
      schema: {
        tags,
        operationId: 'nominateForTask',
        summary: 'Put oneself forward, or recommend a colleague, who counts when they agree',
        params: idParams,
        body: z.object({
          repId: z.uuid().nullish().describe('absent = oneself'),
          why: z.string().trim().min(1).max(300),
        }),
        response,
      },
    },
    (request) =>
      change(request, request.params.id, (db, caller, now) =>
        nominate(db, tasks, caller, now, request.params.id, {
          repId: request.body.repId ?? null,
          why: request.body.why,
        }),
      ),
  )

  app.post(
    '/api/v1/tasks/:id/call/answer',
    {
      config: { permission: 'tasks.work' },
      schema: {
        tags,
        operationId: 'answerTaskNomination',
        summary: 'Recommended: agree or not; standing: withdraw',
        params: idParams,
        body: z.object({ agree: z.boolean() }),
        response,
      },
    },
    (request) =>
      change(request, request.params.id, (db, caller, now) =>
        answerNomination(db, tasks, caller, now, request.params.id, request.body.agree),
      ),
  )

  app.post(
    '/api/v1/tasks/:id/call/choose',
    {
      config: { permission: 'tasks.dispatch' },
      schema: {
        tags,
        operationId: 'chooseTaskCandidate',
        summary: 'Give the card to one of those who stand; the call ends, they confirm the card',
        params: idParams,
        body: z.object({ repId: z.uuid(), reason: z.string().trim().min(1).max(500) }),
        response,
      },
    },
    (request) =>
      change(request, request.params.id, (db, caller, now) =>
        chooseCandidate(db, tasks, caller, now, request.params.id, request.body),
      ),
  )

  app.post(
    '/api/v1/tasks/:id/call/close',
    {
      config: { permission: 'tasks.work' },
      schema: {
        tags,
        operationId: 'closeTaskCall',
        summary: 'End a call without choosing; the card stays with its owner',
        params: idParams,
        response,
      },
    },
    (request) =>
      change(request, request.params.id, (db, caller, now) =>
        closeCall(db, tasks, caller, now, request.params.id),
      ),
  )
}
