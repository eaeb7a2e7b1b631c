import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { retryOnConflict } from '../assignment/index.ts'
import type { TenantReader } from '../platform/database/index.ts'
import {
  type App,
  callerOf,
  cutPage,
  decodeCursor,
  idempotencyOf,
  pageOf,
  pageQuery,
  writeOnce,
} from '../platform/http/index.ts'
import { answerPrompt } from './answer-prompt.ts'
import type { Followup } from './create-followup.ts'
import { listPrompts, type PromptRow, promptCauses } from './prompt-store.ts'

const person = z.object({ id: z.string(), name: z.string() })
const promptShape = z.object({
  id: z.string(),
  at: z.string(),
  item: z.object({ id: z.string(), kind: z.string(), name: z.string(), company: z.string() }),
  cause: z.enum(promptCauses),
  owner: person,
  proposed: person.nullable().describe('null = somebody is asked to look, nobody else is proposed'),
  audience: z.enum(['owner', 'manager']),
  gainThousandths: z
    .number()
    .nullable()
    .describe('how much better by the policy; null = the owner cannot take it at all'),
  reassignments: z.number(),
  expiresAt: z.string(),
  state: z.enum(['open', 'accepted', 'declined', 'obsolete']),
  answeredAt: z.string().nullable(),
  note: z.string().nullable(),
})
type PromptJson = z.infer<typeof promptShape>

/** The inbox of "would Lisa be better?" and of what managers are asked to look at. */
export function triggerRoutes(base: App, { services }: Followup): void {
  const app = base.withTypeProvider<ZodTypeProvider>()
  const { database, clock } = services.platform
  const tags = ['followup']
  const present = async (db: TenantReader, rows: readonly PromptRow[]): Promise<PromptJson[]> => {
    const names = await services.people.repNames(
      db,
      rows.flatMap((row) => (row.toRepId === null ? [row.fromRepId] : [row.fromRepId, row.toRepId])),
    )
    const named = (id: string): { id: string; name: string } => ({ id, name: names.get(id) ?? '' })
    return rows.map((row) => ({
      id: row.id,
      at: row.at.toISOString(),
      item: { id: row.itemId, kind: row.itemKind, name: row.itemName, company: row.itemCompany },
      cause: row.cause,
      owner: named(row.fromRepId),
      proposed: row.toRepId === null ? null : named(row.toRepId),
      audience: row.audience,
      gainThousandths: row.gainThousandths,
      reassignments: row.reassignments,
      expiresAt: row.expiresAt.toISOString(),
      state: row.state,
      answeredAt: row.answeredAt?.toISOString() ?? null,
      note: row.note,
    }))
  }

  app.get(
    '/api/v1/triggers',
    {
      config: { permission: 'leads.read' },
      schema: {
        tags,
        operationId: 'listTriggers',
        summary: 'Proposals to change hands and questions to managers, newest first',
        querystring: z.object({ ...pageQuery, state: z.enum(['open', 'answered']).default('open') }),
        response: { 200: pageOf(promptShape) },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      const { cursor, limit, state } = request.query
      const [at, id] = cursor === undefined ? [] : decodeCursor(cursor, 2)
      return database.read(caller.principal.tenantId, async (db) => {
        const rows = await listPrompts(db, {
          repIds: await services.people.visibleRepIds(db, caller.principal, caller.reach),
          forManagers: caller.reach !== 'own',
          state,
          now: clock.now(),
          after: cursor === undefined ? null : { at: String(at), id: String(id) },
          limit: limit + 1,
        })
        const { items, nextCursor } = cutPage(rows, limit, (end) => [end.at.toISOString(), end.id])
        return {
          items: await present(db, items),
          nextCursor,
        }
      })
    },
  )

  for (const [verb, accept, summary] of [
    ['accept', true, 'Yes: the item goes to whom was proposed; to a question: I step in'],
    ['decline', false, 'No, and the same pair is not proposed again for a while'],
  ] as const)
    app.post(
      `/api/v1/triggers/:id/${verb}`,
      {
        config: { permission: 'leads.work' },
        schema: {
          tags,
          operationId: `${verb}Trigger`,
          summary,
          params: z.object({ id: z.uuid() }),
          body: z.object({ note: z.string().trim().max(500).optional() }).nullish(),
          response: { 200: promptShape },
        },
      },
      async (request) => {
        const caller = callerOf(request)
        const now = clock.now()
        const answer = await retryOnConflict(() =>
          writeOnce(database, caller.principal.tenantId, idempotencyOf(request), now, async (db) => {
            const note = request.body?.note ?? null
            const row = await answerPrompt(db, services, caller, now, {
              promptId: request.params.id,
              accept,
              note: note === '' ? null : note,
            })
            const [body] = await present(db, [row])
            return { status: 200, body }
          }),
        )
        return answer.body as PromptJson
      },
    )
}
