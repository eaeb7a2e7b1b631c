import { queryOptions } from '@tanstack/react-query'
import { api, unwrap } from '../../api/client.ts'
import type { paths } from '../../api/generated/schema.d.ts'

export type Pool =
  paths['/api/v1/pools']['get']['responses']['200']['content']['application/json']['items'][number]
export type PoolChange = paths['/api/v1/pools/{id}']['patch']['requestBody']['content']['application/json']
export type PoolPage =
  paths['/api/v1/pools/{id}/items']['get']['responses']['200']['content']['application/json']
export type PoolItem = PoolPage['items'][number]
export type PoolLimits = NonNullable<PoolPage['limits']>
export type Standing =
  paths['/api/v1/leads/{id}/pool']['get']['responses']['200']['content']['application/json']
export type ReleaseReason =
  paths['/api/v1/pools/{id}/items']['post']['requestBody']['content']['application/json']['reason']
export type GrabWindow =
  paths['/api/v1/pools/{id}/windows']['get']['responses']['200']['content']['application/json']['items'][number]

export interface ItemFilter {
  readonly tier?: string
  readonly q?: string
}

// Keys begin with `lead`: every change of hands in a pool is an event about a lead, and refetches these.
export const poolsQuery = queryOptions({
  queryKey: ['lead', 'pools'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/pools', { signal })),
})

export const poolItemsQuery = (id: string, filter: ItemFilter) =>
  queryOptions({
    queryKey: ['lead', 'pool-items', id, filter],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/v1/pools/{id}/items', {
          params: { path: { id }, query: { limit: 200, ...filter } },
          signal,
        }),
      ),
    placeholderData: (before) => before,
  })

export const windowsQuery = (id: string) =>
  queryOptions({
    queryKey: ['lead', 'pool-windows', id],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/pools/{id}/windows', { params: { path: { id } }, signal })),
  })

export const conductQuery = (id: string) =>
  queryOptions({
    queryKey: ['lead', 'pool-conduct', id],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/pools/{id}/conduct', { params: { path: { id } }, signal })),
  })

export const standingQuery = (id: string) =>
  queryOptions({
    queryKey: ['lead', 'pool-standing', id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/leads/{id}/pool', { params: { path: { id } }, signal })),
  })

export const claimItem = (poolId: string, itemId: string) =>
  unwrap(api.POST('/api/v1/pools/{id}/items/{itemId}/claim', { params: { path: { id: poolId, itemId } } }))

export const claimNext = (id: string) =>
  unwrap(api.POST('/api/v1/pools/{id}/claim-next', { params: { path: { id } } }))

export const placeBid = (id: string, itemId: string) =>
  unwrap(api.POST('/api/v1/pools/{id}/bids', { params: { path: { id } }, body: { itemId } }))

export const releaseInto = (id: string, itemIds: string[], reason: ReleaseReason, note: string) =>
  unwrap(
    api.POST('/api/v1/pools/{id}/items', {
      params: { path: { id } },
      body: { itemIds, reason, ...(note ? { note } : {}) },
    }),
  )

export const assignFrom = (id: string, itemIds: string[], repIds: string[]) =>
  unwrap(api.POST('/api/v1/pools/{id}/assign', { params: { path: { id } }, body: { itemIds, repIds } }))

export const createPool = (name: string) => unwrap(api.POST('/api/v1/pools', { body: { name } }))

export const changePool = (id: string, version: number, body: PoolChange) =>
  unwrap(
    api.PATCH('/api/v1/pools/{id}', {
      params: { path: { id } },
      headers: { 'if-match': `"${version}"` },
      body,
    }),
  )

export const deletePool = (id: string) =>
  unwrap(api.DELETE('/api/v1/pools/{id}', { params: { path: { id } } }))
