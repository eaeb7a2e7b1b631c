import { api, unwrap } from '../../api/client.ts'
import type { paths } from '../../api/generated/schema.d.ts'

type Answer<P extends keyof paths> = paths[P] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } }
}
  ? Body
  : never

export type Board = Answer<'/api/v1/capability'>
export type BoardRep = Board['reps'][number]
export type Strength = NonNullable<BoardRep['strength']>
export type Proposal = Board['proposals'][number]
export type RepCapability = Answer<'/api/v1/reps/{id}/capability'>
export type Domain = RepCapability['domains'][number]
export type Pace = RepCapability['pace'][number]
export type Capacity = NonNullable<RepCapability['capacity']>
export type Models = Answer<'/api/v1/models'>
export type ModelSummary = Models['versions'][number]
export type ModelReport = Answer<'/api/v1/models/{id}'>

export const boardQuery = { queryKey: ['capability'], queryFn: () => unwrap(api.GET('/api/v1/capability')) }
export const repCapabilityQuery = (id: string) => ({
  queryKey: ['capability', id],
  queryFn: () => unwrap(api.GET('/api/v1/reps/{id}/capability', { params: { path: { id } } })),
})
export const evaluateNow = () => unwrap(api.POST('/api/v1/capability/evaluations'))
export const decide = (id: string, accept: boolean) =>
  unwrap(
    api.POST('/api/v1/capability/proposals/{id}/decision', {
      params: { path: { id } },
      body: { accept, note: null },
    }),
  )

/** While a training runs the page looks again every two seconds. */
export const isBusy = (job: { state: string } | null): boolean =>
  job?.state === 'queued' || job?.state === 'running'
export const modelsQuery = {
  queryKey: ['win_model'],
  queryFn: () => unwrap(api.GET('/api/v1/models')),
}
export const modelQuery = (id: string) => ({
  queryKey: ['win_model', id],
  queryFn: () => unwrap(api.GET('/api/v1/models/{id}', { params: { path: { id } } })),
})
export const comparisonQuery = (id: string, other: string) => ({
  queryKey: ['win_model', id, other],
  queryFn: () =>
    unwrap(
      api.GET('/api/v1/models/{id}/comparison', {
        params: { path: { id }, query: { with: other } },
      }),
    ),
})
export const trainNow = () => unwrap(api.POST('/api/v1/models'))
export const activate = (id: string, note: string) =>
  unwrap(api.POST('/api/v1/models/{id}/activate', { params: { path: { id } }, body: { note } }))
export const rollBack = (note: string) => unwrap(api.POST('/api/v1/models/roll-back', { body: { note } }))
export const switchOff = (note: string) => unwrap(api.POST('/api/v1/models/switch-off', { body: { note } }))
export const followNights = () => unwrap(api.POST('/api/v1/models/follow-nights'))
export const confirmColumn = (name: string, confirmed: boolean) =>
  unwrap(api.POST('/api/v1/models/columns', { body: { name, confirmed } }))
