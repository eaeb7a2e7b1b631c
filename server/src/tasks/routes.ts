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
  languageOf,
  pageOf,
  pageQuery,
  principalOf,
  versionOf,
  writeOnce,
} from '../platform/http/index.ts'
import { acknowledgeTask } from './acknowledge-task.ts'
import { callRoutes } from './calls/call-routes.ts'
import { mustReadCard } from './calls/open-state.ts'
import { commentTask } from './comment-task.ts'
import { createTask } from './create-task.ts'
import { editTask } from './edit-task.ts'
import { moveTask } from './move-task.ts'
import { onlookerOf } from './onlooker.ts'
import { passCheckpoint } from './pass-checkpoint.ts'
import { presentTasks, type TaskView, taskView } from './present-task.ts'
import { reassignTask } from './reassign-task.ts'
import { taskReportRoutes } from './report-routes.ts'
import type { Tasks } from './services.ts'
import { countTasks, listTasks } from './store.ts'
import { newTask, taskChange, taskStates } from './task-input.ts'
import { taskCounts, taskFilterOf, taskFilterQuery } from './task-query.ts'

const idParams = z.object({ id: z.uuid() })

/** Cards: dispatched, confirmed, moved, finished. */
export function taskRoutes(base: App, tasks: Tasks): void {
  const app = base.withTypeProvider<ZodTypeProvider>()
  const { database, clock } = tasks.platform
  const tags = ['tasks']
  const present = async (
    db: TenantReader,
    request: FastifyRequest,
    id: string,
    caller = callerOf(request),
  ): Promise<TaskView> => {
    const row = await mustReadCard(db, tasks, caller, id)
    const [view] = await presentTasks(db, tasks, [row], caller.principal, clock.now(), languageOf(request))
    if (view === undefined) throw new Error('a card was read and not presented')
    return view
  }

  /** One change of one card, once per Idempotency-Key; answered with the card as it stands then. */
  const change = async (
    request: FastifyRequest,
    reply: FastifyReply,
    id: string,
    work: (db: TenantWriter, caller: Caller, now: number) => Promise<unknown>,
  ): Promise<TaskView> => {
    const caller = callerOf(request)
    const now = clock.now()
    const answer = await retryOnConflict(() =>
      writeOnce(database, caller.principal.tenantId, idempotencyOf(request), now, async (db) => {
        await work(db, caller, now)
        // Given away beyond the caller's reach, it is still answered once.
        return { status: 200, body: await present(db, request, id, { ...caller, reach: 'tenant' }) }
      }),
    )
    const view = answer.body as TaskView
    reply.header('etag', `"${view.version}"`)
    return view
  }

  app.get(
    '/api/v1/tasks',
    {
      config: { permission: 'tasks.read' },
      schema: {
        tags,
        operationId: 'listTasks',
        summary: 'Tasks one owns, helps with or dispatched; leaders: their people’s',
        querystring: z.object({
          ...pageQuery,
          ...taskFilterQuery,
          sort: z.enum(['dueAt', '-createdAt']).default('dueAt'),
        }),
        response: { 200: pageOf(taskView) },
      },
    },
    (request) => {
      const caller = callerOf(request)
      const { cursor, limit, sort, ...filter } = request.query
      return database.read(caller.principal.tenantId, async (db) => {
        const [key, after] = cursor === undefined ? [] : decodeCursor(cursor, 2)
        const rows = await listTasks(
          db,
          await onlookerOf(db, tasks.people, caller),
          taskFilterOf(filter, caller.principal.repId),
          {
            sort,
            after: key == null || after == null ? null : { key: String(key), id: String(after) },
            limit: limit + 1,
          },
        )
        const { items: page, nextCursor } = cutPage(rows, limit, (last) => [last.sortKey, last.id])
        return {
          items: await presentTasks(db, tasks, page, caller.principal, clock.now(), languageOf(request)),
          nextCursor,
        }
      })
    },
  )

  app.get(
    '/api/v1/tasks/count',
    {
      config: { permission: 'tasks.read' },
      schema: {
        tags,
        operationId: 'countTasks',
        summary: 'How many per column of the board, and how many are overdue',
        querystring: z.object(taskFilterQuery),
        response: { 200: taskCounts },
      },
    },
    (request) => {
      const caller = callerOf(request)
      return database.read(caller.principal.tenantId, async (db) => {
        const { byState, overdue } = await countTasks(
          db,
          await onlookerOf(db, tasks.people, caller),
          taskFilterOf(request.query, caller.principal.repId),
          clock.now(),
        )
        const counts = Object.fromEntries(taskStates.map((state) => [state, byState[state] ?? 0]))
        return { byState: counts, overdue } as z.infer<typeof taskCounts>
      })
    },
  )

  app.post(
    '/api/v1/tasks',
    {
      config: { permission: 'tasks.work' },
      schema: {
        tags,
        operationId: 'createTask',
        summary: 'Dispatch a card: who, what, by when, how',
        body: newTask,
        response: { 201: taskView },
      },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const now = clock.now()
      const language = languageOf(request)
      const answer = await retryOnConflict(() =>
        writeOnce(database, caller.principal.tenantId, idempotencyOf(request), now, async (db) => {
          const row = await createTask(db, tasks, caller, now, request.body, language)
          const [view] = await presentTasks(db, tasks, [row], caller.principal, now, language)
          return { status: 201, body: view }
        }),
      )
      const view = answer.body as TaskView
      reply.header('etag', `"${view.version}"`)
      return reply.code(201).send(view)
    },
  )

  app.get(
    '/api/v1/tasks/:id',
    {
      config: { permission: 'tasks.read' },
      schema: {
        tags,
        operationId: 'getTask',
        summary: 'One card',
        params: idParams,
        response: { 200: taskView },
      },
    },
    async (request, reply) => {
      const view = await database.read(principalOf(request).tenantId, (db) =>
        present(db, request, request.params.id),
      )
      reply.header('etag', `"${view.version}"`)
      return view
    },
  )

  app.patch(
    '/api/v1/tasks/:id',
    {
      config: { permission: 'tasks.work' },
      schema: {
        tags,
        operationId: 'updateTask',
        summary: 'Change a card from the version you read; what was agreed has to be confirmed again',
        params: idParams,
        body: taskChange,
        response: { 200: taskView },
      },
    },
    (request, reply) => {
      const version = versionOf(request)
      return change(request, reply, request.params.id, (db, caller, now) =>
        editTask(db, tasks, caller, now, request.params.id, version, request.body, languageOf(request)),
      )
    },
  )

  app.post(
    '/api/v1/tasks/:id/acknowledge',
    {
      config: { permission: 'tasks.work' },
      schema: {
        tags,
        operationId: 'acknowledgeTask',
        summary: 'The owner confirms: understood, or a question',
        params: idParams,
        body: z.object({
          understood: z.boolean(),
          question: z.string().trim().min(1).max(1000).nullish(),
        }),
        response: { 200: taskView },
      },
    },
    (request, reply) =>
      change(request, reply, request.params.id, (db, caller, now) =>
        acknowledgeTask(db, tasks, caller, now, request.params.id, {
          understood: request.body.understood,
          question: request.body.question ?? null,
        }),
      ),
  )

  app.post(
    '/api/v1/tasks/:id/move',
    {
      config: { permission: 'tasks.work' },
      schema: {
        tags,
        operationId: 'moveTask',
        summary: 'Move a card over the board; blocked needs a coded reason',
        params: idParams,
        body: z.object({
          to: z.enum(taskStates),
          blocker: z
            .object({ code: z.string().min(1).max(60), note: z.string().max(500).default('') })
            .nullish(),
          result: z.string().trim().max(2000).nullish(),
        }),
        response: { 200: taskView },
      },
    },
    (request, reply) => {
      const version = versionOf(request)
      return change(request, reply, request.params.id, (db, caller, now) =>
        moveTask(db, tasks, caller, now, request.params.id, version, {
          to: request.body.to,
          blocker: request.body.blocker ?? null,
          result: request.body.result ?? null,
        }),
      )
    },
  )

  app.post(
    '/api/v1/tasks/:id/checkpoints/:checkpointId',
    {
      config: { permission: 'tasks.work' },
      schema: {
        tags,
        operationId: 'passCheckpoint',
        summary: 'A milestone is passed, or was not after all',
        params: z.object({ id: z.uuid(), checkpointId: z.uuid() }),
        body: z.object({ passed: z.boolean() }),
        response: { 200: taskView },
      },
    },
    (request, reply) =>
      change(request, reply, request.params.id, (db, caller, now) =>
        passCheckpoint(
          db,
          tasks,
          caller,
          now,
          request.params.id,
          request.params.checkpointId,
          request.body.passed,
        ),
      ),
  )

  app.post(
    '/api/v1/tasks/:id/reassign',
    {
      config: { permission: 'tasks.dispatch' },
      schema: {
        tags,
        operationId: 'reassignTask',
        summary: 'Give a card to somebody else; the reason is mandatory, they confirm anew',
        params: idParams,
        body: z.object({ repId: z.uuid(), reason: z.string().trim().min(1).max(500) }),
        response: { 200: taskView },
      },
    },
    (request, reply) =>
      change(request, reply, request.params.id, (db, caller, now) =>
        reassignTask(db, tasks, caller, now, request.params.id, request.body),
      ),
  )

  app.post(
    '/api/v1/tasks/:id/comments',
    {
      config: { permission: 'tasks.work' },
      schema: {
        tags,
        operationId: 'commentTask',
        summary: 'Say something under a card',
        params: idParams,
        body: z.object({ body: z.string().trim().min(1).max(4000) }),
        response: { 200: taskView },
      },
    },
    (request, reply) =>
      change(request, reply, request.params.id, (db, caller, now) =>
        commentTask(db, tasks, caller, now, request.params.id, request.body.body),
      ),
  )

  callRoutes(base, tasks)
  taskReportRoutes(base, tasks)
}
