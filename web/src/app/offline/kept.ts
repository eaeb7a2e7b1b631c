import type { paths } from '../../api/generated/schema.d.ts'

type Session = paths['/api/v1/session']['get']['responses']['200']['content']['application/json']

/** Answers kept for a look without a network, one cache per person; the service worker only fills one that is there. */
const PREFIX = 'peineng-kept.'
const SESSION_KEY = 'peineng.kept-session'
/** Longer than a trip to the provinces, shorter than a lost phone is missed. */
const KEPT_MS = 3 * 86_400_000

/** What a day in the field looks at again. Nothing about signing in, keys or members is ever kept. */
const WORTH_KEEPING =
  /^\/api\/v1\/(leads|offers|handovers|workload|clocks|tasks|notifications\/unread|pools)(\/|$)/

export const isWorthKeeping = (method: string, pathname: string): boolean =>
  method === 'GET' && WORTH_KEEPING.test(pathname)

type Kept = { session: Session; heardAt: number }

function keptSession(now: number): Kept | null {
  try {
    const kept = JSON.parse(localStorage.getItem(SESSION_KEY) ?? 'null') as Kept | null
    return kept !== null && now - kept.heardAt < KEPT_MS ? kept : null
  } catch {
    return null
  }
}

/** Whoever was signed in here when the server was last heard, for as long as that is recent. */
export const rememberedSession = (now = Date.now()): Session | null => keptSession(now)?.session ?? null
export const lastHeardAt = (now = Date.now()): number | null => keptSession(now)?.heardAt ?? null

const OFTEN_MS = 15_000

/** The server answered: what is on the page is of now. */
export function heard(now = Date.now()): void {
  const kept = keptSession(now)
  if (kept !== null && now - kept.heardAt > OFTEN_MS)
    localStorage.setItem(SESSION_KEY, JSON.stringify({ ...kept, heardAt: now } satisfies Kept))
}

/** The server said who is here: their answers may be kept, anybody else's go. */
export async function keepFor(session: Session, now = Date.now()): Promise<void> {
  localStorage.setItem(SESSION_KEY, JSON.stringify({ session, heardAt: now } satisfies Kept))
  if (!('caches' in globalThis)) return
  const mine = PREFIX + session.id
  await forgetCaches((name) => name !== mine)
  await caches.open(mine)
}

/** Nobody is here any more. */
export async function forgetKept(): Promise<void> {
  localStorage.removeItem(SESSION_KEY)
  if ('caches' in globalThis) await forgetCaches(() => true)
}

async function forgetCaches(which: (name: string) => boolean): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && which(name))
  await Promise.all(names.map((name) => caches.delete(name)))
}
