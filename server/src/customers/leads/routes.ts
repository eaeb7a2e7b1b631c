import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { ProblemError } from '../../platform/errors/catalogue.ts'
import {
  type App,
  decodeCursor,
  encodeCursor,
  languageOf,
  pageOf,
  pageQuery,
  principalOf,
  reachOf,
} from '../../platform/http/index.ts'
import type { Customers } from '../create-customers.ts'
import { defined } from '../defined.ts'
import { sortNames } from '../paging.ts'
import { versionWanted } from '../versions.ts'
import { visibilityOf } from '../visibility.ts'
import { editLead, leadChange } from './edit-lead.ts'
import { leadFilterOf, leadFilterQuery } from './lead-filter-query.ts'
import { leadShape } from './present-lead.ts'
import { detailShape, readLeadDetail } from './read-lead-detail.ts'
import { readTimeline } from './read-timeline.ts'
import { countLeads, leadSorts, listLeads, readLead } from './store.ts'

const byId = z.object({ id: z.uuid() })
const person = z.object({ id: z.uuid(), name: z.string() }).nullable()
const timelineEntry = z.object({
  id: z.uuid(),
  at: z.string(),
  what: z.enum(['activity', 'ownership']),
  kind: z.string().describe('kind of activity, or cause of the change of hands'),
  rep: person,
  fromRep: person,
  state: z.string().nullable(),
  poolId: z.string().nullable(),
  decisionId: z.string().nullable(),
  actorId: z.string().nullable(),
  text: z.string().nullable(),
  reached: z.boolean().nullable(),
  nextStep: z.string().nullable(),
  nextStepAt: z.string().nullable(),
})

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
        const found = await listLeads(db, visibility, await leadFilterOf(db, people, principal, filter), {
          sort,
          cursor,
          limit,
        })
        return {
          items: await customers.presentLeads(db, found.rows, visibility, languageOf(request)),
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
        querystring: z.object(leadFilterQuery),
        response: {
          200: z.object({
            total: z.number(),
            byState: z.object({
              owned: z.number(),
              pooled: z.number(),
              waiting: z.number(),
              closed: z.number(),
            }),
          }),
        },
      },
    },
    (request) => {
      const principal = principalOf(request)
      return database.read(principal.tenantId, async (db) => {
        const visibility = await visibilityOf(db, people, principal, reachOf(request))
        const byState = await countLeads(
          db,
          visibility,
          await leadFilterOf(db, people, principal, request.query),
        )
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
          { principal, visibility, assess: customers.assess },
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

  app.get(
    '/api/v1/leads/:id/timeline',
    {
      config: { permission: 'leads.read' },
      schema: {
        tags,
        operationId: 'getLeadTimeline',
        summary: 'What happened to a lead: activities and changes of hands, newest first',
        params: byId,
        querystring: z.object(pageQuery),
        response: { 200: pageOf(timelineEntry) },
      },
    },
    (request) => {
      const principal = principalOf(request)
      const { cursor, limit } = request.query
      const [at, after] = cursor === undefined ? [] : decodeCursor(cursor, 2)
      return database.read(principal.tenantId, async (db) => {
        const visibility = await visibilityOf(db, people, principal, reachOf(request))
        if ((await readLead(db, visibility, request.params.id)) === null) throw new ProblemError('NOT_FOUND')
        const before = at === undefined ? null : { at: String(at), id: String(after) }
        const rows = await readTimeline(db, request.params.id, before, limit + 1)
        const page = rows.slice(0, limit)
        const last = page.at(-1)
        const names = await people.repNames(db, [
          ...new Set(page.flatMap((row) => [row.repId, row.fromRepId]).filter((id) => id !== null)),
        ])
        const named = (id: string | null) => (id === null ? null : { id, name: names.get(id) ?? '' })
        return {
          items: page.map(({ sort_key: _, repId, fromRepId, at: when, nextStepAt, ...row }) => ({
            ...row,
            at: when.toISOString(),
            rep: named(repId),
            fromRep: named(fromRepId),
            nextStepAt: nextStepAt?.toISOString() ?? null,
          })),
          nextCursor: rows.length > limit && last ? encodeCursor([last.sort_key, last.id]) : null,
        }
      })
    },
  )
}
