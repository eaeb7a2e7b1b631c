import { api, unwrap } from '../../api/client.ts'
import type { paths } from '../../api/generated/schema.d.ts'

export type Account =
  paths['/api/v1/accounts']['get']['responses']['200']['content']['application/json']['items'][number]
export type Opportunity =
  paths['/api/v1/opportunities']['get']['responses']['200']['content']['application/json']['items'][number]

export type ListQuery = {
  q?: string
  owner?: ('me' | 'none')[]
  state?: ('owned' | 'pooled' | 'waiting' | 'closed' | 'offered')[]
  /** Opportunities only. */
  outcome?: string[]
  dueBefore?: string
  /** Groups of conditions, as JSON. */
  where?: string
}
const PAGE = 100
/** Two screenfuls first: they are there in half the time a whole page takes. */
const FIRST_PAGE = 60
const page = (cursor: string | null) => (cursor ? { limit: PAGE, cursor } : { limit: FIRST_PAGE })

export const readAccounts = (query: ListQuery, cursor: string | null) =>
  unwrap(api.GET('/api/v1/accounts', { params: { query: { ...query, ...page(cursor) } } }))
export const countAccounts = (query: ListQuery) =>
  unwrap(api.GET('/api/v1/accounts/count', { params: { query } }))
export const readOpportunities = (query: ListQuery & { accountId?: string }, cursor: string | null) =>
  unwrap(api.GET('/api/v1/opportunities', { params: { query: { ...query, ...page(cursor) } } }))
export const countOpportunities = (query: ListQuery) =>
  unwrap(api.GET('/api/v1/opportunities/count', { params: { query } }))
export const readContacts = (accountId: string) =>
  unwrap(api.GET('/api/v1/contacts', { params: { query: { accountId, limit: 20 } } }))
