import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api, unwrap } from '../../api/client.ts'
import type { paths } from '../../api/generated/schema.d.ts'
import { addProblemSentences } from '../../app/problem-sentence.ts'
import { m } from '../../i18n/messages.ts'

addProblemSentences({
  TASK_INCOMPLETE: () => m.problem_task_incomplete(),
})

type ListParams = NonNullable<paths['/api/v1/tasks']['get']['parameters']['query']>
export type TaskFilter = Omit<ListParams, 'cursor' | 'limit'>
export type Task =
  paths['/api/v1/tasks']['get']['responses']['200']['content']['application/json']['items'][number]
export type TaskState = Task['state']
export type NewTask = paths['/api/v1/tasks']['post']['requestBody']['content']['application/json']
export type TaskMove = paths['/api/v1/tasks/{id}/move']['post']['requestBody']['content']['application/json']
export type NextSteps =
  paths['/api/v1/tasks/next-steps']['get']['responses']['200']['content']['application/json']

const PAGE = 100

export const tasksQuery = (filter: TaskFilter) =>
  infiniteQueryOptions({
    queryKey: ['task', 'list', filter],
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET('/api/v1/tasks', {
          params: { query: { ...filter, limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: (before) => before,
  })

export const taskCountQuery = (filter: Omit<TaskFilter, 'sort'>) =>
  queryOptions({
    queryKey: ['task', 'count', filter],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/tasks/count', { params: { query: filter }, signal })),
    placeholderData: (before) => before,
  })

export const taskQuery = (id: string) =>
  queryOptions({
    queryKey: ['task', 'one', id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/tasks/{id}', { params: { path: { id } }, signal })),
  })

export const commentsQuery = (id: string) =>
  queryOptions({
    queryKey: ['task', 'talk', id],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/tasks/{id}/comments', { params: { path: { id } }, signal })),
  })

/** Steps of the policy for a customer, and the reasons a task may stand still for. */
export const nextStepsQuery = (itemId: string | null) =>
  queryOptions({
    queryKey: ['task', 'steps', itemId],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/v1/tasks/next-steps', { params: { query: itemId === null ? {} : { itemId } }, signal }),
      ),
  })

export const confirmationQuery = queryOptions({
  queryKey: ['task', 'confirmation'],
  queryFn: () => unwrap(api.GET('/api/v1/tasks/confirmation', { params: { query: {} } })),
})

export const blockersQuery = queryOptions({
  queryKey: ['task', 'blockers'],
  queryFn: () => unwrap(api.GET('/api/v1/tasks/blockers', { params: { query: {} } })),
})

const of = (id: string) => ({ params: { path: { id } } })
const versioned = (task: Task) => ({ ...of(task.id), headers: { 'if-match': `"${task.version}"` } })

export const createTask = (body: NewTask) => unwrap(api.POST('/api/v1/tasks', { body }))
export type TaskChange = paths['/api/v1/tasks/{id}']['patch']['requestBody']['content']['application/json']
export const changeTask = (task: Task, body: TaskChange) =>
  unwrap(api.PATCH('/api/v1/tasks/{id}', { ...versioned(task), body }))
export const reassignTask = (id: string, body: { repId: string; reason: string }) =>
  unwrap(api.POST('/api/v1/tasks/{id}/reassign', { ...of(id), body }))
export const moveTask = (task: Task, body: TaskMove) =>
  unwrap(api.POST('/api/v1/tasks/{id}/move', { ...versioned(task), body }))
export const acknowledgeTask = (id: string, understood: boolean, question?: string) =>
  unwrap(
    api.POST('/api/v1/tasks/{id}/acknowledge', {
      ...of(id),
      body: { understood, ...(question ? { question } : {}) },
    }),
  )
export const passCheckpoint = (id: string, checkpointId: string, passed: boolean) =>
  unwrap(
    api.POST('/api/v1/tasks/{id}/checkpoints/{checkpointId}', {
      params: { path: { id, checkpointId } },
      body: { passed },
    }),
  )
export const commentTask = (id: string, body: string) =>
  unwrap(api.POST('/api/v1/tasks/{id}/comments', { ...of(id), body: { body } }))
