import { queryOptions } from '@tanstack/react-query'
import { api, unwrap } from '../../api/client.ts'
import type { paths } from '../../api/generated/schema.d.ts'

type Of<Path extends keyof paths, Method extends keyof paths[Path]> = paths[Path][Method]
export type TaskCallView = Of<
  '/api/v1/tasks/{id}/call',
  'get'
>['responses']['200']['content']['application/json']
export type Candidate = TaskCallView['candidates'][number]
type NewCall = Of<'/api/v1/tasks/{id}/call', 'post'>['requestBody']['content']['application/json']

const of = (id: string) => ({ params: { path: { id } } })

export const callQuery = (id: string) =>
  queryOptions({
    queryKey: ['task', 'call', id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/tasks/{id}/call', { ...of(id), signal })),
  })
export const openCall = (id: string, body: NewCall) =>
  unwrap(api.POST('/api/v1/tasks/{id}/call', { ...of(id), body }))
export const nominate = (id: string, body: { why: string; repId?: string }) =>
  unwrap(api.POST('/api/v1/tasks/{id}/call/candidates', { ...of(id), body }))
export const answerCall = (id: string, agree: boolean) =>
  unwrap(api.POST('/api/v1/tasks/{id}/call/answer', { ...of(id), body: { agree } }))
export const chooseCandidate = (id: string, body: { repId: string; reason: string }) =>
  unwrap(api.POST('/api/v1/tasks/{id}/call/choose', { ...of(id), body }))
export const closeCall = (id: string) => unwrap(api.POST('/api/v1/tasks/{id}/call/close', of(id)))
