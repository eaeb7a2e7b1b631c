import { api, unwrap } from '../../api/client.ts'
import type { paths } from '../../api/generated/schema.d.ts'
import { addProblemSentences } from '../../app/problem-sentence.ts'
import { m } from '../../i18n/messages.ts'

addProblemSentences({
  LEAVE_OVERLAPS: () => m.problem_leave_overlaps(),
  TREE_CYCLE: () => m.problem_tree_cycle(),
  REP_HAS_OPEN_WORK: () => m.problem_rep_has_open_work(),
})

export type Workload = paths['/api/v1/workload']['get']['responses']['200']['content']['application/json']
export type Load = Workload['items'][number]
export type Team =
  paths['/api/v1/teams']['get']['responses']['200']['content']['application/json']['items'][number]
export type Rep = paths['/api/v1/reps/{id}']['get']['responses']['200']['content']['application/json']
export type Tag = Rep['tags'][number]
export type NewTag = NonNullable<
  paths['/api/v1/reps/{id}/tags']['post']['requestBody']
>['content']['application/json']
export type NewRep = NonNullable<paths['/api/v1/reps']['post']['requestBody']>['content']['application/json']
export type NewLeave = NonNullable<
  paths['/api/v1/leaves']['post']['requestBody']
>['content']['application/json']

export const workloadQuery = { queryKey: ['workload'], queryFn: () => unwrap(api.GET('/api/v1/workload')) }
export const teamsQuery = { queryKey: ['team'], queryFn: () => unwrap(api.GET('/api/v1/teams')) }
export const repQuery = (id: string) => ({
  queryKey: ['rep', id],
  queryFn: () => unwrap(api.GET('/api/v1/reps/{id}', { params: { path: { id } } })),
})
export const capacityQuery = (id: string) => ({
  queryKey: ['rep', id, 'capacity'],
  queryFn: () => unwrap(api.GET('/api/v1/reps/{id}/capacity', { params: { path: { id } } })),
})
export const leavesQuery = (repId: string) => ({
  queryKey: ['leave', repId],
  queryFn: () =>
    unwrap(api.GET('/api/v1/leaves', { params: { query: { repId, cancelled: 'false', limit: 20 } } })),
})
export const recentLeadsQuery = (owner: string) => ({
  queryKey: ['lead', 'of-rep', owner],
  queryFn: () => unwrap(api.GET('/api/v1/leads', { params: { query: { owner, limit: 8 } } })),
})

export const createRep = (body: NewRep) => unwrap(api.POST('/api/v1/reps', { body }))
export const changeRep = (rep: Rep, body: Partial<NewRep>) =>
  unwrap(
    api.PATCH('/api/v1/reps/{id}', {
      params: { path: { id: rep.id } },
      body,
      headers: { 'if-match': `"${rep.version}"` },
    }),
  )
export const addTag = (id: string, body: NewTag) =>
  unwrap(api.POST('/api/v1/reps/{id}/tags', { params: { path: { id } }, body }))
export const removeTag = (id: string, tagId: string) =>
  unwrap(api.DELETE('/api/v1/reps/{id}/tags/{tagId}', { params: { path: { id, tagId } } }))
export const bookLeave = (body: NewLeave) => unwrap(api.POST('/api/v1/leaves', { body }))
export const cancelLeave = (id: string) =>
  unwrap(api.POST('/api/v1/leaves/{id}/cancel', { params: { path: { id } } }))
