import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api, unwrap } from '../../api/client.ts'
import type { paths } from '../../api/generated/schema.d.ts'

type Json<P extends keyof paths> = paths[P]['get'] extends {
  responses: { 200: { content: { 'application/json': infer B } } }
}
  ? B
  : never

export type Handover = Json<'/api/v1/handovers'>['items'][number]
export type HandoverDetail = Json<'/api/v1/handovers/{id}'>
export type HandoverField = HandoverDetail['fields'][number]
export type HandoverView = 'write' | 'read' | 'all'
export type Answers = Readonly<Record<string, string>>

const PAGE = 50

// Keys begin with the noun live events name.
export const handoversQuery = (view: HandoverView, state?: 'open') =>
  infiniteQueryOptions({
    queryKey: ['handover', 'list', view, state],
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET('/api/v1/handovers', {
          params: {
            query: {
              view,
              limit: PAGE,
              ...(state ? { state } : {}),
              ...(pageParam ? { cursor: pageParam } : {}),
            },
          },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
  })
export const handoverQuery = (id: string) =>
  queryOptions({
    queryKey: ['handover', 'one', id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/handovers/{id}', { params: { path: { id } }, signal })),
    retry: false,
  })
export const handoverCountsQuery = queryOptions({
  queryKey: ['handover', 'counts'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/handovers/counts', { signal })),
})
export const qualityQuery = queryOptions({
  queryKey: ['handover', 'quality'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/handovers/quality', { signal })),
})

export const progressQuery = (repId: string, since: string) =>
  queryOptions({
    queryKey: ['handover', 'progress', repId, since],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/handovers/progress', { params: { query: { repId, since } }, signal })),
  })

type Edited = { id: string; version: number }
const at = ({ id, version }: Edited) => ({
  params: { path: { id } },
  headers: { 'if-match': `"${version}"` },
})
export const saveDraft = (one: Edited, answers: Answers) =>
  unwrap(api.PUT('/api/v1/handovers/{id}/draft', { ...at(one), body: { answers } }))
export const submitHandover = (one: Edited, answers: Answers) =>
  unwrap(api.POST('/api/v1/handovers/{id}/submit', { ...at(one), body: { answers } }))
export const confirmHandover = (one: Edited) => unwrap(api.POST('/api/v1/handovers/{id}/confirm', at(one)))
export type DeclineReason = NonNullable<Handover['declined']>['reason']
export const declineHandover = (one: Edited, reason: DeclineReason, note: string) =>
  unwrap(
    api.POST('/api/v1/handovers/{id}/decline', {
      ...at(one),
      body: { reason, ...(note === '' ? {} : { note }) },
    }),
  )
export const scoreHandover = (id: string, score: number, note: string) =>
  unwrap(
    api.POST('/api/v1/handovers/{id}/score', {
      params: { path: { id } },
      body: { score, ...(note === '' ? {} : { note }) },
    }),
  )
