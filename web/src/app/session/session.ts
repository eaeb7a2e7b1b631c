import { queryOptions, useQuery } from '@tanstack/react-query'
import { api, unwrap } from '../../api/client.ts'

/** Who is signed in, as the server says it. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: () => unwrap(api.GET('/api/v1/session')),
  retry: (failures, error) =>
    failures < 2 && 'facts' in error && (error as { facts: { status: number } }).facts.status >= 500,
  staleTime: 60_000,
})

export function useSession() {
  return useQuery(sessionQuery)
}

export async function signOut(): Promise<void> {
  await unwrap(api.DELETE('/api/v1/session'))
}
