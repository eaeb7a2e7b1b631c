import { queryOptions } from '@tanstack/react-query'
import { api, unwrap } from '../../api/client.ts'
import type { paths } from '../../api/generated/schema.d.ts'

export type LogSummary =
  paths['/api/v1/activities/summary']['get']['responses']['200']['content']['application/json']
export type Rhythms =
  paths['/api/v1/activities/rhythm']['get']['responses']['200']['content']['application/json']
export type Activity =
  paths['/api/v1/activities']['get']['responses']['200']['content']['application/json']['items'][number]

export const logSummaryQuery = (from: string, to: string) =>
  queryOptions({
    queryKey: ['activity', 'summary', from, to],
    queryFn: () => unwrap(api.GET('/api/v1/activities/summary', { params: { query: { from, to } } })),
    placeholderData: (before) => before,
  })

export const rhythmQuery = queryOptions({
  queryKey: ['activity', 'rhythm'],
  queryFn: () => unwrap(api.GET('/api/v1/activities/rhythm', { params: { query: { limit: 20 } } })),
})

export const rhythmOfQuery = (itemId: string) =>
  queryOptions({
    queryKey: ['activity', 'rhythm', itemId],
    queryFn: () => unwrap(api.GET('/api/v1/activities/rhythm', { params: { query: { itemId } } })),
  })

export const entriesQuery = (query: { repId: string; from: string; to: string; flagged: boolean }) =>
  queryOptions({
    queryKey: ['activity', 'list', query],
    queryFn: () =>
      unwrap(
        api.GET('/api/v1/activities', {
          params: {
            query: {
              repId: [query.repId],
              from: query.from,
              to: query.to,
              limit: 100,
              ...(query.flagged ? { flag: 'any' as const } : {}),
            },
          },
        }),
      ),
  })
