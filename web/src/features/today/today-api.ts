import { queryOptions } from '@tanstack/react-query'
import { api, unwrap } from '../../api/client.ts'
import type { paths } from '../../api/generated/schema.d.ts'

export type Workload = paths['/api/v1/workload']['get']['responses']['200']['content']['application/json']
export type RepLoad = Workload['items'][number]

export const workloadQuery = queryOptions({
  queryKey: ['workload', 'board'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/workload', { signal })),
})

const MINE = 100

export const myLeadsQuery = queryOptions({
  queryKey: ['lead', 'mine'],
  queryFn: ({ signal }) =>
    unwrap(
      api.GET('/api/v1/leads', {
        params: { query: { owner: ['me'], state: ['owned'], limit: MINE, sort: '-score' } },
        signal,
      }),
    ),
})

const LATEST = 6

export const latestQuery = queryOptions({
  queryKey: ['lead', 'latest'],
  queryFn: ({ signal }) =>
    unwrap(
      api.GET('/api/v1/leads', {
        params: { query: { state: ['owned'], limit: LATEST, sort: '-updatedAt' } },
        signal,
      }),
    ),
})

/** The gauge of load points; the other gauges are the people page's. */
export const loadOf = (rep: RepLoad) => {
  const gauge = rep.gauges.find((entry) => entry.name === 'load_index')
  return gauge ? { load: gauge.value / 100, limit: gauge.threshold / 100 } : undefined
}
