import { queryOptions, useQuery } from '@tanstack/react-query'
import { api, keepAnswers, unwrap } from '../../api/client.ts'
import type { paths } from '../../api/generated/schema.d.ts'
import { Problem } from '../../api/problem.ts'
import { forgetDraftsBut } from '../forget-drafts.ts'
import { forgetKept, heard, isWorthKeeping, keepFor, rememberedSession } from '../offline/kept.ts'

export type Session = paths['/api/v1/session']['get']['responses']['200']['content']['application/json']

/** Somebody came in or is still here: what the server tells them may be kept, what it told others goes. */
export async function keepAsSession(session: Session): Promise<void> {
  forgetDraftsBut(session.id)
  keepAnswers(session.id, isWorthKeeping, heard)
  await keepFor(session)
}

/** Nobody is here any more: nothing of theirs stays. */
export async function forgetSession(): Promise<void> {
  keepAnswers(null)
  await forgetKept()
}

async function askWhoIsHere(): Promise<Session> {
  try {
    const session = await unwrap(api.GET('/api/v1/session'))
    await keepAsSession(session)
    return session
  } catch (error) {
    const status = error instanceof Problem ? error.facts.status : null
    if (status === 401) await forgetSession()
    // Without a network whoever was here a little while ago is taken to be here still.
    const known = status === 0 ? rememberedSession() : null
    if (known === null) throw error
    keepAnswers(known.id, isWorthKeeping, heard)
    return known
  }
}

/** Who is signed in, as the server says it. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: askWhoIsHere,
  // 401 is an answer, not a failure: asking again would only delay the sign-in page.
  retry: (failures, error) => failures < 2 && !(error instanceof Problem && error.facts.status === 401),
  staleTime: 60_000,
})

export function useSession() {
  return useQuery(sessionQuery)
}

export async function signOut(): Promise<void> {
  await unwrap(api.DELETE('/api/v1/session'))
  await forgetSession()
}
