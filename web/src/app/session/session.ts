import { queryOptions, useQuery } from '@tanstack/react-query'
import { api, unwrap } from '../../api/client.ts'
import type { paths } from '../../api/generated/schema.d.ts'
import { Problem } from '../../api/problem.ts'

export type Session = paths['/api/v1/session']['get']['responses']['200']['content']['application/json']

/** Who is signed in, as the server says it. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: () => unwrap(api.GET('/api/v1/session')),
  // 401 is an answer, not a failure: asking again would only delay the sign-in page.
  retry: (failures, error) => failures < 2 && !(error instanceof Problem && error.facts.status === 401),
  staleTime: 60_000,
})

export function useSession() {
  return useQuery(sessionQuery)
}

export async function signOut(): Promise<void> {
  await unwrap(api.DELETE('/api/v1/session'))
}
