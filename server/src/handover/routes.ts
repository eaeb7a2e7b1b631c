import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { retryOnConflict } from '../assignment/index.ts'
import type { TenantReader, TenantWriter } from '../platform/database/index.ts'
import {
  type App,
  type Caller,
  callerOf,
  cutPage,
  decodeCursor,
  idempotencyOf,
  pageOf,
  pageQuery,
  versionOf,
  writeOnce,
} from '../platform/http/index.ts'
import { confirmHandover } from './confirm-handover.ts'
import { declineHandover } from './decline-handover.ts'
import { declineReasons } from './decline-reasons.ts'
import {
  countHandovers,
  type HandoverFilter,
  type HandoverRow,
  type HandoverState,
  handoverStates,
  listHandovers,
  readProgress,
  readQuality,
} from './handover-store.ts'
import {
  type HandoverDetail,
  handoverDetail,
  handoverSummary,
  presentHandover,
  presentHandovers,
} from './present-handover.ts'
import { scoreHandover } from './score-handover.ts'
import { seeHandover } from './see-handover.ts'
import type { Handovers } from './services.ts'
import { saveDraft, submitHandover } from './write-handover.ts'

const byId = z.object({ id: z.uuid() })
const answersBody = z.object({
  answers: z.record(z.string().max(60), z.string().trim().max(5_000)).describe('field id → text'),
})
const OPEN: readonly HandoverState[] = ['requested', 'submitted']

/** Checklists to write, to read and to confirm, and what they were worth. */
export function handoverRoutes(base: App, { services }: Handovers): void {
  const app = base.withTypeProvider<ZodTypeProvider>()
  const { database, clock } = services.platform
  const tags = ['handovers']
  const filterOf = async (
    db: TenantReader,
    { principal, reach }: Caller,
    query: Pick<HandoverFilter, 'view' | 'states' | 'repId'>,
  ): Promise<HandoverFilter> => ({
    ...query,
    visible: await services.people.visibleRepIds(db, principal, reach),
    ownRepId: principal.repId,
    leads: reach !== 'own',
  })

  /** One change, once per Idempotency-Key; answered with the handover as it stands then. */
  const change = async (
    request: FastifyRequest,
    reply: FastifyReply,
    work: (db: TenantWriter, caller: Caller, now: number) => Promise<HandoverRow>,
  ): Promise<HandoverDetail> => {
    const caller = callerOf(request)
    const now = clock.now()
    const answer = await retryOnConflict(() =>
      writeOnce(database, caller.principal.tenantId, idempotencyOf(request), now, async (db) => ({
        status: 200,
        body: await presentHandover(db, services, caller, await work(db, caller, now)),
      })),
    )
    const body = answer.body as HandoverDetail
    reply.header('etag', `"${body.version}"`)
    return body
  }

  app.get(
    '/api/v1/handovers',
    {
      config: { permission: 'handovers.read' },
      schema: {
        tags,
        operationId: 'listHandovers',
        summary: 'Handovers to write, to read, or all within reach, newest first',
        querystring: z.object({
          ...pageQuery,
          view: z.enum(['write', 'read', 'all']).default('all'),
          state: z
            .enum(['open', ...handoverStates])
            .optional()
            .describe('default: all but withdrawn ones'),
          repId: z.uuid().optional().describe('gave or received'),
        }),
        response: { 200: pageOf(handoverSummary) },
      },
    },
    (request) => {
      const caller = callerOf(request)
      const { cursor, limit, view, state, repId } = request.query
      const [at, id] = cursor === undefined ? [] : decodeCursor(cursor, 2)
      return database.read(caller.principal.tenantId, async (db) => {
        const filter = await filterOf(db, caller, { view, states: statesOf(state), repId })
        const after = cursor === undefined ? null : { at: String(at), id: String(id) }
        const rows = await listHandovers(db, filter, after, limit + 1)
        const { items: page, nextCursor } = cutPage(rows, limit, (last) => [
          last.requestedAt.toISOString(),
          last.id,
        ])
        return {
          items: await presentHandovers(db, services, caller, page),
          nextCursor,
        }
      })
    },
  )

  app.get(
    '/api/v1/handovers/counts',
    {
      config: { permission: 'handovers.read' },
      schema: {
        tags,
        operationId: 'countHandovers',
        summary: 'How many wait: to be written by you, to be read by you, open in all within reach',
        response: {
          200: z.object({
            write: z.number(),
            read: z.number().describe('handed in and waiting for you'),
            awaited: z.number().describe('yours once somebody has filled them in'),
            open: z.number(),
          }),
        },
      },
    },
    (request) => {
      const caller = callerOf(request)
      return database.read(caller.principal.tenantId, async (db) => {
        const count = async (view: HandoverFilter['view'], states: readonly HandoverState[]) =>
          countHandovers(db, await filterOf(db, caller, { view, states }))
        return {
          write: await count('write', ['requested']),
          read: await count('read', ['submitted']),
          awaited: await count('read', ['requested']),
          open: await count('all', OPEN),
        }
      })
    },
  )

  app.get(
    '/api/v1/handovers/progress',
    {
      config: { permission: 'handovers.read' },
      schema: {
        tags,
        operationId: 'getHandoverProgress',
        summary:
          'How far the handovers are that somebody gave since a moment, e.g. since they began to leave',
        querystring: z.object({ repId: z.uuid(), since: z.iso.datetime({ offset: true }) }),
        response: {
          200: z.object({
            requested: z.number(),
            submitted: z.number(),
            confirmed: z.number(),
            declined: z.number().describe('went back, or wait for a manager'),
            withdrawn: z.number().describe('taken back or moved on before they were read'),
            items: z.number(),
          }),
        },
      },
    },
    (request) => {
      const caller = callerOf(request)
      return database.read(caller.principal.tenantId, async (db) => {
        const visible = await services.people.visibleRepIds(db, caller.principal, caller.reach)
        const { repId, since } = request.query
        const { requested, submitted, confirmed, declined, withdrawn, items } = await readProgress(
          db,
          visible,
          repId,
          new Date(since),
        )
        return { requested, submitted, confirmed, declined, withdrawn, items }
      })
    },
  )

  app.get(
    '/api/v1/handovers/quality',
    {
      config: { permission: 'handovers.read' },
      schema: {
        tags,
        operationId: 'getHandoverQuality',
        summary: 'Per former owner: open, late and done handovers, and what receivers thought of them',
        response: {
          200: z.object({
            items: z.array(
              z.object({
                rep: z.object({ id: z.uuid(), name: z.string() }),
                open: z.number(),
                overdue: z.number(),
                done: z.number(),
                scored: z.number(),
                average: z.number().nullable().describe('1–5'),
              }),
            ),
          }),
        },
      },
    },
    (request) => {
      const caller = callerOf(request)
      return database.read(caller.principal.tenantId, async (db) => {
        const visible = await services.people.visibleRepIds(db, caller.principal, caller.reach)
        const rows = await readQuality(db, visible, clock.now())
        const names = await services.people.repNames(
          db,
          rows.map((row) => row.repId),
        )
        return {
          items: rows.map(({ repId, ...row }) => ({
            rep: { id: repId, name: names.get(repId) ?? '' },
            ...row,
          })),
        }
      })
    },
  )

  app.get(
    '/api/v1/handovers/:id',
    {
      config: { permission: 'handovers.read' },
      schema: {
        tags,
        operationId: 'getHandover',
        summary: 'One checklist, with what the timeline says of each field',
        params: byId,
        response: { 200: handoverDetail },
      },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const found = await database.read(caller.principal.tenantId, async (db) =>
        presentHandover(db, services, caller, await seeHandover(db, services, caller, request.params.id)),
      )
      reply.header('etag', `"${found.version}"`)
      return found
    },
  )

  app.put(
    '/api/v1/handovers/:id/draft',
    {
      config: { permission: 'handovers.work' },
      schema: {
        tags,
        operationId: 'saveHandoverDraft',
        summary: 'Keep what is written so far; If-Match names the version',
        params: byId,
        body: answersBody,
        response: { 200: handoverDetail },
      },
    },
    (request, reply) =>
      change(request, reply, (db, caller, now) =>
        saveDraft(db, services, caller, now, {
          id: request.params.id,
          version: versionOf(request),
          answers: request.body.answers,
        }),
      ),
  )

  app.post(
    '/api/v1/handovers/:id/submit',
    {
      config: { permission: 'handovers.work' },
      schema: {
        tags,
        operationId: 'submitHandover',
        summary: 'Hand the checklist in: the new owner can read it now; If-Match names the version',
        params: byId,
        body: answersBody,
        response: { 200: handoverDetail },
      },
    },
    (request, reply) =>
      change(request, reply, (db, caller, now) =>
        submitHandover(db, services, caller, now, {
          id: request.params.id,
          version: versionOf(request),
          answers: request.body.answers,
        }),
      ),
  )

  app.post(
    '/api/v1/handovers/:id/confirm',
    {
      config: { permission: 'handovers.work' },
      schema: {
        tags,
        operationId: 'confirmHandover',
        summary: 'The new owner has read it, in the version If-Match names: contact data open',
        params: byId,
        response: { 200: handoverDetail },
      },
    },
    (request, reply) =>
      change(request, reply, (db, caller, now) =>
        confirmHandover(db, services, caller, now, { id: request.params.id, version: versionOf(request) }),
      ),
  )

  app.post(
    '/api/v1/handovers/:id/decline',
    {
      config: { permission: 'handovers.work' },
      schema: {
        tags,
        operationId: 'declineHandover',
        summary:
          'Whoever is to take over says no before reading: it goes back, or waits for a manager; If-Match names the version',
        params: byId,
        body: z.object({
          reason: z.enum(declineReasons),
          note: z.string().trim().max(500).nullish().describe('words; needed with `other`'),
        }),
        response: { 200: handoverDetail },
      },
    },
    (request, reply) =>
      change(request, reply, (db, caller, now) =>
        declineHandover(db, services, caller, now, {
          id: request.params.id,
          version: versionOf(request),
          reason: request.body.reason,
          note: request.body.note || null,
        }),
      ),
  )

  app.post(
    '/api/v1/handovers/:id/score',
    {
      config: { permission: 'handovers.work' },
      schema: {
        tags,
        operationId: 'scoreHandover',
        summary: 'The receiver says once what it was worth, 1 to 5',
        params: byId,
        body: z.object({
          score: z.number().int().min(1).max(5),
          note: z.string().trim().max(500).optional(),
        }),
        response: { 200: handoverDetail },
      },
    },
    (request, reply) =>
      change(request, reply, (db, caller, now) => {
        const { score, note } = request.body
        return scoreHandover(db, services, caller, now, {
          id: request.params.id,
          score,
          note: note === undefined || note === '' ? null : note,
        })
      }),
  )
}

function statesOf(state: 'open' | HandoverState | undefined): readonly HandoverState[] {
  if (state === undefined) return ['requested', 'submitted', 'confirmed', 'declined']
  return state === 'open' ? OPEN : [state]
}
