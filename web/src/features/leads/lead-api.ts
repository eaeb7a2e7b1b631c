import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api, unwrap } from '../../api/client.ts'
import type { paths } from '../../api/generated/schema.d.ts'

type ListParams = NonNullable<paths['/api/v1/leads']['get']['parameters']['query']>
export type LeadFilter = Omit<ListParams, 'cursor' | 'limit' | 'sort'>
export type LeadSort = NonNullable<ListParams['sort']>
export type Lead =
  paths['/api/v1/leads']['get']['responses']['200']['content']['application/json']['items'][number]
export type LeadDetail = paths['/api/v1/leads/{id}']['get']['responses']['200']['content']['application/json']
export type NewLead = paths['/api/v1/leads']['post']['requestBody']['content']['application/json']
export type LeadEdit = paths['/api/v1/leads/{id}']['patch']['requestBody']['content']['application/json']
export type Placed = paths['/api/v1/leads']['post']['responses']['201']['content']['application/json']
export type LogBody =
  paths['/api/v1/leads/{id}/activities']['post']['requestBody']['content']['application/json']
export type CloseBody =
  paths['/api/v1/leads/{id}/close']['post']['requestBody']['content']['application/json']
export type TimelineItem =
  paths['/api/v1/leads/{id}/timeline']['get']['responses']['200']['content']['application/json']['items'][number]

const PAGE = 100
/** Two screenfuls: the first rows are there in half the time a whole page takes. */
const FIRST_PAGE = 60

// Keys begin with the noun that live events name: whatever changes a lead refetches all of these.
export const leadsQuery = (filter: LeadFilter, sort: LeadSort) =>
  infiniteQueryOptions({
    queryKey: ['lead', 'list', filter, sort],
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET('/api/v1/leads', {
          params: {
            query: {
              ...filter,
              sort,
              ...(pageParam ? { cursor: pageParam, limit: PAGE } : { limit: FIRST_PAGE }),
            },
          },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
    // The rows of before stay while the next answer is on its way: the list never blinks.
    placeholderData: (before) => before,
  })

export const leadCountQuery = (filter: LeadFilter) =>
  queryOptions({
    queryKey: ['lead', 'count', filter],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/leads/count', { params: { query: { ...filter, states: 'false' } }, signal })),
    placeholderData: (before) => before,
  })

export const leadQuery = (id: string) =>
  queryOptions({
    queryKey: ['lead', 'one', id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/leads/{id}', { params: { path: { id } }, signal })),
  })

export const leadTimelineQuery = (id: string) =>
  queryOptions({
    queryKey: ['lead', 'timeline', id],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/v1/leads/{id}/timeline', {
          params: { path: { id }, query: { limit: 50 } },
          signal,
        }),
      ),
  })

export const createLead = (body: NewLead) => unwrap(api.POST('/api/v1/leads', { body }))

export const editLead = (id: string, version: number, body: LeadEdit) =>
  unwrap(
    api.PATCH('/api/v1/leads/{id}', {
      params: { path: { id } },
      headers: { 'if-match': `"${version}"` },
      body,
    }),
  )

const of = (id: string) => ({ params: { path: { id } } })

export const acceptLead = (id: string) => unwrap(api.POST('/api/v1/leads/{id}/accept', of(id)))

export const releaseLead = (id: string, reason: string) =>
  unwrap(api.POST('/api/v1/leads/{id}/release', { ...of(id), body: reason ? { reason } : null }))

export const closeLead = (id: string, body: CloseBody) =>
  unwrap(api.POST('/api/v1/leads/{id}/close', { ...of(id), body }))

export const exportLeadPerson = (id: string) => unwrap(api.GET('/api/v1/leads/{id}/personal-data', of(id)))

export const eraseLeadPerson = (id: string) => unwrap(api.POST('/api/v1/leads/{id}/erasure', of(id)))

/** The most one assignment takes (the server's limit), and how many one page of a list may hold. */
const MOST_AT_ONCE = 1000
const BIGGEST_PAGE = 200

/** "All N matching", except some: their ids, read page by page. */
export async function matchingIds(filter: LeadFilter, sort: LeadSort, except: ReadonlySet<string>) {
  const ids: string[] = []
  let cursor: string | null = ''
  while (cursor !== null && ids.length < MOST_AT_ONCE) {
    const query = { ...filter, sort, limit: BIGGEST_PAGE, ...(cursor ? { cursor } : {}) }
    const page: { items: Lead[]; nextCursor: string | null } = await unwrap(
      api.GET('/api/v1/leads', { params: { query } }),
    )
    ids.push(...page.items.map((lead) => lead.id).filter((id) => !except.has(id)))
    cursor = page.nextCursor
  }
  return ids.slice(0, MOST_AT_ONCE)
}
