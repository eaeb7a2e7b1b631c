import { api, unwrap } from '../../api/client.ts'
import type { paths } from '../../api/generated/schema.d.ts'

export type WaitingPage = paths['/api/v1/leads']['get']['responses']['200']['content']['application/json']
export type Lead = WaitingPage['items'][number]
export type Preview =
  paths['/api/v1/assignments/preview']['post']['responses']['200']['content']['application/json']
export type PreviewItem = Preview['items'][number]
export type Recommendation = PreviewItem['recommendations'][number]

/** Which leads: these, or whatever waits. */
export type Scope = { leadIds: string[] } | { waiting: true }

const PAGE = 100
/** The most one assignment takes (the server's limit). */
export const MOST_AT_ONCE = 1000

export const readWaiting = (cursor: string | null, tier: string | undefined) =>
  unwrap(
    api.GET('/api/v1/leads', {
      params: {
        query: { state: 'waiting', limit: PAGE, ...(tier ? { tier } : {}), ...(cursor ? { cursor } : {}) },
      },
    }),
  )

export const countWaiting = (tier: string | undefined) =>
  unwrap(
    api.GET('/api/v1/leads/count', { params: { query: { state: 'waiting', ...(tier ? { tier } : {}) } } }),
  )

export const previewAssignment = (scope: Scope) =>
  unwrap(api.POST('/api/v1/assignments/preview', { body: { ...scope, limit: MOST_AT_ONCE } }))

export const assignNow = (scope: Scope) =>
  unwrap(api.POST('/api/v1/assignments', { body: { ...scope, limit: MOST_AT_ONCE } }))

export const overrideOwner = (leadId: string, repId: string, reason: string) =>
  unwrap(
    api.POST('/api/v1/leads/{id}/override', { params: { path: { id: leadId } }, body: { repId, reason } }),
  )

const undoDecision = (decisionId: string) =>
  unwrap(api.POST('/api/v1/decisions/{id}/undo', { params: { path: { id: decisionId } } }))

/** How many came back, how many had moved on since and stay. One after the other: each is a transaction of its own. */
export async function undoDecisions(ids: readonly string[]): Promise<{ undone: number; kept: number }> {
  let undone = 0
  for (const id of ids) {
    try {
      await undoDecision(id)
      undone += 1
    } catch (error) {
      if (ids.length === 1) throw error
    }
  }
  return { undone, kept: ids.length - undone }
}
