import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, unwrap } from '../../api/client.ts'
import type { paths } from '../../api/generated/schema.d.ts'
import { m } from '../../i18n/messages.ts'
import { notify } from '../../ui/notify.ts'

export type Decision =
  paths['/api/v1/decisions/{id}']['get']['responses']['200']['content']['application/json']
export type Candidate = Decision['candidates'][number]
export type Placement =
  paths['/api/v1/leads/{id}/override']['post']['responses']['200']['content']['application/json']

const of = (id: string) => ({ params: { path: { id } } })

export const decisionQuery = (id: string) =>
  queryOptions({
    queryKey: ['decision', id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/decisions/{id}', { ...of(id), signal })),
  })

export const contrastQuery = (id: string, repId: string) =>
  queryOptions({
    queryKey: ['decision', id, 'contrast', repId],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/v1/decisions/{id}/contrast', {
          params: { path: { id }, query: { repId } },
          signal,
        }),
      ),
    // Both sides are history: asked once, it never changes.
    staleTime: Number.POSITIVE_INFINITY,
  })

/** Whatever moved a lead moved loads and reasons with it. */
export function useRefreshAfterMove() {
  const client = useQueryClient()
  return () =>
    Promise.all(
      ['lead', 'account', 'opportunity', 'decision', 'rep', 'workload'].map((noun) =>
        client.invalidateQueries({ queryKey: [noun] }),
      ),
    )
}

export function useUndoDecision() {
  const refresh = useRefreshAfterMove()
  return useMutation({
    mutationFn: (id: string) => unwrap(api.POST('/api/v1/decisions/{id}/undo', of(id))),
    onSuccess: async ({ owner }) => {
      void notify({
        text: owner ? m.why_undone({ name: owner.name }) : m.why_undone_waiting(),
        tone: 'good',
      })
      await refresh()
    },
  })
}

const overrides = {
  lead: '/api/v1/leads/{id}/override',
  account: '/api/v1/accounts/{id}/override',
  opportunity: '/api/v1/opportunities/{id}/override',
} as const

export function useOverride(noun: keyof typeof overrides, id: string) {
  const refresh = useRefreshAfterMove()
  return useMutation({
    meta: { shownInForm: true },
    mutationFn: (body: { repId: string; reason: string }) =>
      unwrap(api.POST(overrides[noun], { ...of(id), body })),
    onSuccess: refresh,
  })
}

export const verifyDecision = (id: string) => unwrap(api.POST('/api/v1/decisions/{id}/verify', of(id)))
export type Verdict = Awaited<ReturnType<typeof verifyDecision>>

export const repsQuery = (q: string) =>
  queryOptions({
    queryKey: ['rep', 'search', q],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/v1/reps', {
          params: { query: { limit: 50, status: 'active', ...(q ? { q } : {}) } },
          signal,
        }),
      ),
    placeholderData: (before) => before,
  })
