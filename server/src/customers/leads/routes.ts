import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { type App, languageOf, pageOf, pageQuery, principalOf, reachOf } from '../../platform/http/index.ts'
import type { Customers } from '../create-customers.ts'
import { defined } from '../defined.ts'
import { sortNames } from '../paging.ts'
import { versionWanted } from '../versions.ts'
import { visibilityOf } from '../visibility.ts'
import { editLead, leadChange } from './edit-lead.ts'
import { leadFilterOf, leadFilterQuery } from './lead-filter-query.ts'
import { leadShape } from './present-lead.ts'
import { detailShape, readLeadDetail } from './read-lead-detail.ts'
import { countAllLeads, countLeads, leadSorts, listLeads } from './store.ts'

const byId = z.object({ id: z.uuid() })

/** Leads as they lie here: found, read, edited. Creating and handing on is intake's and assignment's. */
export function leadRoutes(base: App, customers: Customers): void {
  const app = base.withTypeProvider<ZodTypeProvider>()
  const { database, clock } = customers.platform
  const { people } = customers
  const tags = ['leads']

  app.get(
    '/api/v1/leads',
    {
      config: { permission: 'leads.read' },
      schema: {
        tags,
        operationId: 'listLeads',
        summary: 'Leads within your reach, filtered, searched, sorted',
        querystring: z.object({
          ...leadFilterQuery,
          ...pageQuery,
          sort: z.enum(sortNames(leadSorts)).default('-createdAt'),
        }),
        response: { 200: pageOf(leadShape) },
      },
    },
    (request) => {
      const principal = principalOf(request)
      const { cursor, limit, sort, ...filter } = request.query
      return database.read(principal.tenantId, async (db) => {
        const visibility = await visibilityOf(db, people, principal, reachOf(request))
        const found = await listLeads(
          db,
          visibility,
          await leadFilterOf(db, people, principal, filter, clock.now()),
          {
            sort,
            cursor,
            limit,
          },
        )
        return {
          items: await customers.presentLeads(db, found.items, visibility, languageOf(request)),
          nextCursor: found.nextCursor,
        }
      })
    },
  )

  app.get(
    '/api/v1/leads/count',
    {
      config: { permission: 'leads.read' },
      schema: {
        tags,
        operationId: 'countLeads',
        summary: 'How many leads match, in all and by state',
        querystring: z.object({
          ...leadFilterQuery,
          states: z
            .enum(['true', 'false'])
            .default('true')
            .describe('`false` = only the total, which takes a fraction of the time'),
        }),
        response: {
          200: z.object({
            total: z.number(),
            byState: z
              .object({
                owned: z.number(),
                pooled: z.number(),
                waiting: z.number(),
                closed: z.number(),
                offered: z.number(),
              })
              .optional(),
          }),
        },
      },
    },
    (request) => {
      const principal = principalOf(request)
      return database.read(principal.tenantId, async (db) => {
        const visibility = await visibilityOf(db, people, principal, reachOf(request))
        const { states, ...query } = request.query
        const filter = await leadFilterOf(db, people, principal, query, clock.now())
        if (states === 'false') return { total: await countAllLeads(db, visibility, filter) }
        const byState = await countLeads(db, visibility, filter)
        return { total: Object.values(byState).reduce((sum, n) => sum + n, 0), byState }
      })
    },
  )

  app.get(
    '/api/v1/leads/:id',
    {
      config: { permission: 'leads.read' },
      schema: {
        tags,
        operationId: 'getLead',
        summary: 'One lead with what was found out about it and what it resembles',
        params: byId,
        response: { 200: detailShape },
      },
    },
    async (request, reply) => {
      const principal = principalOf(request)
      const detail = await database.read(principal.tenantId, async (db) =>
        readLeadDetail(
          db,
          customers,
          await visibilityOf(db, people, principal, reachOf(request)),
          request.params.id,
          languageOf(request),
        ),
      )
      if (detail.masked && detail.state === 'pooled' && principal.repId !== null)
        await customers.noteView(principal.tenantId, { itemId: detail.id, repId: principal.repId })
      reply.header('etag', `"${detail.version}"`)
      return detail
    },
  )

  app.patch(
    '/api/v1/leads/:id',
    {
      config: { permission: 'leads.update' },
      schema: {
        tags,
        operationId: 'updateLead',
        summary: 'Change a lead; If-Match names the version that was read, null takes a field away',
        params: byId,
        body: leadChange,
        response: { 200: detailShape },
      },
    },
    async (request, reply) => {
      const principal = principalOf(request)
      const detail = await database.write(principal.tenantId, async (db) => {
        const visibility = await visibilityOf(db, people, principal, reachOf(request))
        await editLead(
          db,
          { principal, visibility, assess: customers.assess, weigher: customers.weigher },
          request.params.id,
          versionWanted(request),
          defined(request.body),
          clock.now(),
        )
        return readLeadDetail(db, customers, visibility, request.params.id, languageOf(request))
      })
      reply.header('etag', `"${detail.version}"`)
      return detail
    },
  )
}
