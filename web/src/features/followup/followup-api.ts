import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api, unwrap } from '../../api/client.ts'
import type { paths } from '../../api/generated/schema.d.ts'

type Json<P extends keyof paths, M extends 'get'> = paths[P][M] extends {
  responses: { 200: { content: { 'application/json': infer B } } }
}
  ? B
  : never

export type ItemClocks = Json<'/api/v1/clocks', 'get'>['items'][number]
export type Clock = ItemClocks['clocks'][number]
export type Rhythm = Json<'/api/v1/leads/{id}/clocks', 'get'>
export type Prompt = Json<'/api/v1/triggers', 'get'>['items'][number]
export type Health = Json<'/api/v1/health-report', 'get'>
export type Risk = Health['risks'][number]
export type Relief = Json<'/api/v1/relief', 'get'>['items'][number]
export type AllIndicators = Json<'/api/v1/workload/indicators', 'get'>
export type Indicators = AllIndicators['items'][number]
export type Firing = Json<'/api/v1/timers/firings', 'get'>['items'][number]

/** A minute is what a clock shows; it is asked for again as often. */
const MINUTE = 60_000

export const rhythmQuery = (kind: 'lead' | 'opportunity', id: string) =>
  queryOptions({
    queryKey: [kind, 'clocks-of', id],
    queryFn: ({ signal }): Promise<Rhythm> =>
      kind === 'lead'
        ? unwrap(api.GET('/api/v1/leads/{id}/clocks', { params: { path: { id } }, signal }))
        : unwrap(api.GET('/api/v1/opportunities/{id}/clocks', { params: { path: { id } }, signal })),
    refetchInterval: MINUTE,
  })
export const promptsQuery = (state: 'open' | 'answered') =>
  queryOptions({
    queryKey: ['lead', 'triggers', state],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/triggers', { params: { query: { state, limit: 100 } }, signal })),
  })
export const healthQuery = (repId: string) =>
  queryOptions({
    queryKey: ['lead', 'health', repId],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/health-report', { params: { query: { repId } }, signal })),
  })
export const reliefQuery = queryOptions({
  queryKey: ['workload', 'relief'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/relief', { signal })),
})
export const indicatorsQuery = queryOptions({
  queryKey: ['workload', 'indicators'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/workload/indicators', { signal })),
})
export const heatQuery = (days: number) =>
  queryOptions({
    queryKey: ['workload', 'heat', days],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/workload/heat-map', { params: { query: { days } }, signal })),
  })
export const firingsQuery = infiniteQueryOptions({
  queryKey: ['timer', 'firings'],
  queryFn: ({ pageParam, signal }) =>
    unwrap(
      api.GET('/api/v1/timers/firings', {
        params: { query: { limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } },
        signal,
      }),
    ),
  initialPageParam: '',
  getNextPageParam: (last) => last.nextCursor,
})

export const answerPrompt = (id: string, verb: 'accept' | 'decline') =>
  verb === 'accept'
    ? unwrap(api.POST('/api/v1/triggers/{id}/accept', { params: { path: { id } }, body: {} }))
    : unwrap(api.POST('/api/v1/triggers/{id}/decline', { params: { path: { id } }, body: {} }))
export const takeRelief = (repId: string, kind: Relief['actions'][number]['kind']) =>
  unwrap(api.POST('/api/v1/relief', { body: { repId, kind } }))
