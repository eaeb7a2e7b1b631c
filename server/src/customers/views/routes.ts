import type { FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Platform } from '../../platform/context.ts'
import { ProblemError } from '../../platform/errors/catalogue.ts'
import { says } from '../../platform/errors/sentences/index.ts'
import { type App, idempotencyOf, principalOf, writeOnce } from '../../platform/http/index.ts'
import { uuidv7 } from '../../platform/ids.ts'
import { deleteView, insertView, type SavedView, viewsFor } from './store.ts'

const MOST_PER_MEMBER = 100
const LONGEST_SEARCH = 8_000
const screen = z.enum(['leads', 'accounts', 'opportunities'])
const shape = z.object({
  id: z.uuid(),
  screen,
  name: z.string(),
  search: z.record(z.string(), z.unknown()).describe('search parameters of the list in the web application'),
  shared: z.boolean().describe('everybody in the company sees it'),
  mine: z.boolean(),
  by: z.string().describe('name of whoever saved it'),
})

const present = (view: SavedView, memberId: string): z.infer<typeof shape> => ({
  id: view.id,
  screen: view.screen as z.infer<typeof screen>,
  name: view.name,
  search: { ...view.search },
  shared: view.shared,
  mine: view.memberId === memberId,
  by: view.memberName,
})

/** Views are a person's; a program has none. */
function memberOf(request: FastifyRequest): { id: string; tenantId: string } {
  const principal = principalOf(request)
  if (principal.kind !== 'member') throw new ProblemError('FORBIDDEN', { detail: 'only_signed_in' })
  return principal
}

export function viewRoutes(base: App, { database, clock }: Platform): void {
  const app = base.withTypeProvider<ZodTypeProvider>()
  const tags = ['views']

  app.get(
    '/api/v1/saved-views',
    {
      config: { permission: 'signed_in' },
      schema: {
        tags,
        operationId: 'listSavedViews',
        summary: 'My views of a list, and those shared with everybody',
        querystring: z.object({ screen }),
        response: { 200: z.object({ items: z.array(shape), nextCursor: z.null() }) },
      },
    },
    (request) => {
      const { id, tenantId } = memberOf(request)
      return database.read(tenantId, async (db) => ({
        items: (await viewsFor(db, id, request.query.screen)).map((view) => present(view, id)),
        nextCursor: null,
      }))
    },
  )

  app.post(
    '/api/v1/saved-views',
    {
      config: { permission: 'signed_in' },
      schema: {
        tags,
        operationId: 'saveView',
        summary: 'Keep a view of a list, for me or for everybody',
        body: z.object({
          screen,
          name: z.string().trim().min(1).max(60),
          search: z
            .record(z.string().max(40), z.unknown())
            .refine((search) => JSON.stringify(search).length <= LONGEST_SEARCH, {
              message: 'view_too_long',
              params: { maximum: LONGEST_SEARCH },
            }),
          shared: z.boolean().default(false),
        }),
        response: { 201: z.object({ id: z.uuid() }) },
      },
    },
    async (request, reply) => {
      const { id: memberId, tenantId } = memberOf(request)
      const now = clock.now()
      const answer = await writeOnce(database, tenantId, idempotencyOf(request), now, async (db) => {
        const id = uuidv7(now)
        if (!(await insertView(db, { ...request.body, id, memberId }, MOST_PER_MEMBER, now)))
          throw new ProblemError('VALIDATION_FAILED', {
            detail: says('most_views', { most: MOST_PER_MEMBER }),
          })
        return { status: 201, body: { id } }
      })
      return reply.code(201).send(answer.body as { id: string })
    },
  )

  app.delete(
    '/api/v1/saved-views/:id',
    {
      config: { permission: 'signed_in' },
      schema: {
        tags,
        operationId: 'deleteSavedView',
        summary: 'Forget one of my views',
        params: z.object({ id: z.uuid() }),
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const { id, tenantId } = memberOf(request)
      if (!(await database.write(tenantId, (db) => deleteView(db, request.params.id, id))))
        throw new ProblemError('NOT_FOUND')
      return reply.code(204).send(null)
    },
  )
}
