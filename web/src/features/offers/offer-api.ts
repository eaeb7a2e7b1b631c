import { queryOptions } from '@tanstack/react-query'
import { api, unwrap } from '../../api/client.ts'
import type { paths } from '../../api/generated/schema.d.ts'

export type OfferPattern =
  paths['/api/v1/offers/patterns']['get']['responses']['200']['content']['application/json']['items'][number]

export const myOffersQuery = queryOptions({
  queryKey: ['lead', 'offered'],
  queryFn: ({ signal }) =>
    unwrap(
      api.GET('/api/v1/leads', {
        params: { query: { owner: ['me'], state: ['offered'], limit: 20, sort: 'createdAt' } },
        signal,
      }),
    ),
})

export const myDealOffersQuery = queryOptions({
  queryKey: ['opportunity', 'offered'],
  queryFn: ({ signal }) =>
    unwrap(
      api.GET('/api/v1/opportunities', {
        params: { query: { owner: ['me'], state: ['offered'], limit: 20, sort: 'createdAt' } },
        signal,
      }),
    ),
})

export const declineReasonsQuery = queryOptions({
  queryKey: ['policy', 'decline-reasons'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/offers/reasons', { signal })),
  staleTime: 600_000,
})

export const offerPatternQuery = (repId: string) =>
  queryOptions({
    queryKey: ['offer', 'pattern', repId],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/offers/patterns', { params: { query: { repId } }, signal })),
  })

const of = (id: string) => ({ params: { path: { id } } })

export const acceptOffer = (kind: 'lead' | 'opportunity', id: string) =>
  kind === 'lead'
    ? unwrap(api.POST('/api/v1/leads/{id}/accept', of(id)))
    : unwrap(api.POST('/api/v1/opportunities/{id}/accept', of(id)))

export const declineOffer = (kind: 'lead' | 'opportunity', id: string, reason: string) =>
  kind === 'lead'
    ? unwrap(api.POST('/api/v1/leads/{id}/decline', { ...of(id), body: { reason } }))
    : unwrap(api.POST('/api/v1/opportunities/{id}/decline', { ...of(id), body: { reason } }))
