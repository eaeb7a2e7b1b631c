import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { maskContacts } from '../customers/index.ts'
import { type App, callerOf, languageOf, principalOf } from '../platform/http/index.ts'
import { listComments } from './comment-task.ts'
import { proposeSteps } from './next-steps.ts'
import { mustRead } from './onlooker.ts'
import { unreadFor } from './present-task.ts'
import { readBlockers, readConfirmation } from './reports.ts'
import type { Tasks } from './services.ts'

const DAY = 86_400_000
const person = z.object({ id: z.uuid(), name: z.string() })
const period = z.object({
  from: z.iso.datetime({ offset: true }).optional().describe('absent = 28 days ago'),
  to: z.iso.datetime({ offset: true }).optional().describe('absent = now'),
})

/** What cards say when they are read together. */
export function taskReportRoutes(base: App, tasks: Tasks): void {
  const app = base.withTypeProvider<ZodTypeProvider>()
  const { database, clock } = tasks.platform
  const tags = ['tasks']
  const periodOf = (query: z.infer<typeof period>): { from: Date; to: Date } => ({
    from: query.from === undefined ? new Date(clock.now() - 28 * DAY) : new Date(query.from),
    to: query.to === undefined ? new Date(clock.now() + 1) : new Date(query.to),
  })

  app.get(
    '/api/v1/tasks/next-steps',
    {
      config: { permission: 'tasks.read' },
      schema: {
        tags,
        operationId: 'proposeNextSteps',
        summary:
          'Standard next steps of a customer’s class as cards ready to be dispatched; and the reasons of blockers',
        querystring: z.object({ itemId: z.uuid().optional() }),
        response: {
          200: z.object({
            customerClass: z.string().nullable(),
            steps: z.array(
              z.object({
                stepId: z.string(),
                title: z.string(),
                standard: z.string(),
                acceptance: z.string(),
                dueAt: z.string(),
                value: z.enum(['high', 'mid', 'low']).nullable(),
                difficulty: z.enum(['easy', 'medium', 'hard']).nullable(),
                taken: z.boolean(),
              }),
            ),
            blockers: z.array(z.object({ code: z.string(), text: z.string() })),
          }),
        },
      },
    },
    (request) =>
      database.read(principalOf(request).tenantId, async (db) => {
        const language = languageOf(request)
        const proposed = await proposeSteps(
          db,
          tasks,
          callerOf(request),
          clock.now(),
          request.query.itemId ?? null,
          language,
        )
        const { tasks: policy } = await tasks.policyOf(db)
        return {
          customerClass: proposed.customerClass,
          steps: [...proposed.steps],
          blockers: policy.blockers.map((one) => ({
            code: one.code,
            text: language === 'en' ? one.en : one.zh,
          })),
        }
      }),
  )

  app.get(
    '/api/v1/tasks/:id/comments',
    {
      config: { permission: 'tasks.read' },
      schema: {
        tags,
        operationId: 'listTaskComments',
        summary: 'The talk under a card, oldest first; the newest 200',
        params: z.object({ id: z.uuid() }),
        response: {
          200: z.object({
            items: z.array(
              z.object({
                id: z.uuid(),
                at: z.string(),
                author: z.object({ id: z.uuid(), name: z.string().nullable(), repId: z.uuid().nullable() }),
                body: z.string(),
              }),
            ),
          }),
        },
      },
    },
    (request) =>
      database.read(principalOf(request).tenantId, async (db) => {
        const task = await mustRead(db, tasks.people, callerOf(request), request.params.id)
        const { id, repId } = principalOf(request)
        const unread = await unreadFor(db, [task], { id, repId })
        const rows = await listComments(db, request.params.id, 200)
        return {
          items: rows.map((row) => ({
            id: row.id,
            at: row.at.toISOString(),
            author: { id: row.authorId, name: row.authorName, repId: row.authorRepId },
            body: unread({ itemId: task.itemId, createdBy: row.authorId })
              ? maskContacts(row.body)
              : row.body,
          })),
        }
      }),
  )

  app.get(
    '/api/v1/tasks/confirmation',
    {
      config: { permission: 'tasks.read' },
      schema: {
        tags,
        operationId: 'getTaskConfirmation',
        summary: 'Of the cards dispatched: how many were confirmed, understood, and how fast (K5)',
        querystring: period,
        response: {
          200: z.object({
            withinMinutes: z.number(),
            reps: z.array(
              z.object({
                rep: person,
                dispatched: z.number(),
                acknowledged: z.number(),
                inTime: z.number(),
                understood: z.number(),
                questions: z.number(),
                medianMinutes: z.number().nullable(),
              }),
            ),
          }),
        },
      },
    },
    (request) =>
      database.read(principalOf(request).tenantId, async (db) => {
        const { principal, reach } = callerOf(request)
        const { tasks: policy } = await tasks.policyOf(db)
        const visible = await tasks.people.visibleRepIds(db, principal, reach)
        const rows = await readConfirmation(
          db,
          visible,
          periodOf(request.query),
          policy.acknowledgeWithinMinutes,
        )
        const names = await tasks.people.repNames(
          db,
          rows.map((row) => row.repId),
        )
        return {
          withinMinutes: policy.acknowledgeWithinMinutes,
          reps: rows.map(({ repId, ...row }) => ({
            rep: { id: repId, name: names.get(repId) ?? '' },
            ...row,
          })),
        }
      }),
  )

  app.get(
    '/api/v1/tasks/blockers',
    {
      config: { permission: 'tasks.read' },
      schema: {
        tags,
        operationId: 'getTaskBlockers',
        summary: 'Where work stood still and why: reason × person (Q1)',
        querystring: period,
        response: {
          200: z.object({
            cells: z.array(
              z.object({
                code: z.string(),
                text: z.string(),
                rep: person.nullable(),
                times: z.number(),
                open: z.number(),
                hours: z.number(),
              }),
            ),
          }),
        },
      },
    },
    (request) =>
      database.read(principalOf(request).tenantId, async (db) => {
        const { principal, reach } = callerOf(request)
        const { tasks: policy } = await tasks.policyOf(db)
        const visible = await tasks.people.visibleRepIds(db, principal, reach)
        const cells = await readBlockers(db, visible, periodOf(request.query), clock.now())
        const names = await tasks.people.repNames(
          db,
          cells.flatMap((cell) => (cell.repId === null ? [] : [cell.repId])),
        )
        const english = languageOf(request) === 'en'
        return {
          cells: cells.map(({ repId, ...cell }) => {
            const reason = policy.blockers.find((one) => one.code === cell.code)
            return {
              ...cell,
              text: (english ? reason?.en : reason?.zh) ?? cell.code,
              rep: repId === null ? null : { id: repId, name: names.get(repId) ?? '' },
            }
          }),
        }
      }),
  )
}
