import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, unwrap } from '../../api/client.ts'
import type { paths } from '../../api/generated/schema.d.ts'
import { addProblemSentences } from '../../app/problem-sentence.ts'
import { m } from '../../i18n/messages.ts'

addProblemSentences({
  PLAN_NOT_READY: () => m.problem_plan_not_ready(),
})

export type Plan = paths['/api/v1/plans/{id}']['get']['responses']['200']['content']['application/json']
export type Summary = NonNullable<Plan['summary']>
export type RepInPlan = Summary['reps'][number]
export type Move =
  paths['/api/v1/plans/{id}/moves']['get']['responses']['200']['content']['application/json']['items'][number]
export type PlanInput = NonNullable<
  paths['/api/v1/plans']['post']['requestBody']
>['content']['application/json']
/** What a person asks for; the other kind is made by itself. */
export type AskedKind = PlanInput['kind']
export type Reoptimisation =
  paths['/api/v1/plans/reoptimisation']['get']['responses']['200']['content']['application/json']
export type Verb = 'commit' | 'stop' | 'undo'

const of = (id: string) => ({ params: { path: { id } } })
const PAGE = 60

export const isRunning = (plan: Pick<Plan, 'state'>) =>
  plan.state === 'solving' || plan.state === 'committing' || plan.state === 'undoing'

export const plansQuery = queryOptions({
  queryKey: ['plan', 'list'],
  queryFn: () => unwrap(api.GET('/api/v1/plans', { params: { query: { limit: 30 } } })),
})

export const planQuery = (id: string) =>
  queryOptions({
    queryKey: ['plan', id],
    queryFn: () => unwrap(api.GET('/api/v1/plans/{id}', of(id))),
    // Live events say when a chunk is done; this is for where they do not come through.
    refetchInterval: ({ state }) => (state.data && isRunning(state.data) ? 1_500 : false),
  })

export type MoveFilter = { repId?: string; left?: boolean; skipped?: boolean }

export const movesQuery = (id: string, filter: MoveFilter) =>
  infiniteQueryOptions({
    queryKey: ['plan', id, 'moves', filter],
    queryFn: ({ pageParam }) =>
      unwrap(
        api.GET('/api/v1/plans/{id}/moves', {
          params: {
            path: { id },
            query: {
              limit: PAGE,
              ...(pageParam ? { cursor: pageParam } : {}),
              ...(filter.repId ? { repId: filter.repId } : {}),
              ...(filter.skipped ? { state: 'skipped' as const } : {}),
              ...(filter.left === undefined
                ? {}
                : { placed: filter.left ? ('false' as const) : ('true' as const) }),
            },
          },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })

export const startPlan = (body: PlanInput) => unwrap(api.POST('/api/v1/plans', { body }))

const verbs = {
  commit: (id: string) => unwrap(api.POST('/api/v1/plans/{id}/commit', of(id))),
  stop: (id: string) => unwrap(api.POST('/api/v1/plans/{id}/stop', of(id))),
  undo: (id: string) => unwrap(api.POST('/api/v1/plans/{id}/undo', of(id))),
}

export function useAdvance(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (verb: Verb) => verbs[verb](id),
    onSuccess: (plan) => client.setQueryData(['plan', id], plan),
    onSettled: () => client.invalidateQueries({ queryKey: ['plan'] }),
  })
}

export const repsQuery = queryOptions({
  queryKey: ['rep', 'for-plans'],
  queryFn: () => unwrap(api.GET('/api/v1/reps', { params: { query: { limit: 500 } } })),
})

export const reoptimisationQuery = queryOptions({
  queryKey: ['plan', 'reoptimisation'],
  queryFn: () => unwrap(api.GET('/api/v1/plans/reoptimisation')),
  refetchInterval: 60_000,
})

export function useSwitchReoptimisation() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (enabled: boolean) => unwrap(api.PUT('/api/v1/plans/reoptimisation', { body: { enabled } })),
    onSuccess: (now) => client.setQueryData(reoptimisationQuery.queryKey, now),
  })
}
