import createClient, { type Middleware } from 'openapi-fetch'
import { getLocale } from '../i18n/locale.ts'
import type { paths } from './generated/schema.d.ts'
import { networkProblem, type Problem, readProblem } from './problem.ts'

const sessionEnded = new Set<() => void>()

/** Told whenever the server says 401 to somebody who was signed in. */
export function onSessionEnded(listener: () => void): () => void {
  sessionEnded.add(listener)
  return () => sessionEnded.delete(listener)
}

let keptFor: string | null = null
let isKept: (method: string, pathname: string) => boolean = () => false
let onAnswer: () => void = () => {}

/** Whose answers the service worker may keep for a look without a network, and which; null = nobody's. */
export function keepAnswers(
  person: string | null,
  worthKeeping: typeof isKept = isKept,
  heard: () => void = onAnswer,
): void {
  keptFor = person
  isKept = worthKeeping
  onAnswer = heard
}

const SIGN_IN_PATH = '/api/v1/session'

const ours: Middleware = {
  onRequest({ request }) {
    request.headers.set('accept-language', getLocale())
    if (keptFor !== null && isKept(request.method, new URL(request.url).pathname))
      request.headers.set('x-kept-for', keptFor)
  },
  onResponse({ request, response }) {
    if (!response.headers.has('x-kept-at')) onAnswer()
    // Asking "who am I" and a wrong password also answer 401; neither ends a session.
    if (response.status === 401 && !request.url.endsWith(SIGN_IN_PATH))
      for (const listener of sessionEnded) listener()
  },
  onError({ error }) {
    return networkProblem(error)
  },
}

export const api = createClient<paths>({ baseUrl: '/', credentials: 'same-origin' })
api.use(ours)

type Answer<T> = { data?: T; error?: unknown; response: Response }

/** The answer's data, or a thrown `Problem`: queries and mutations then share one way to fail. */
export async function unwrap<T>(answer: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await answer
  if (!response.ok) throw readProblem(response.status, error)
  return data as T
}

export type { Problem }
