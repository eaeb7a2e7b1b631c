import type { Database } from '../platform/database/index.ts'
import { ProblemError } from '../platform/errors/catalogue.ts'
import type { Gatekeeper, Principal } from '../platform/http/index.ts'
import type { Log } from '../platform/log.ts'
import { reachOfRole } from './permissions.ts'
import { assertSameOrigin } from './same-origin.ts'
import { API_KEY_PREFIX, hashToken } from './tokens.ts'

export const SESSION_COOKIE = 'peineng_session'

/** How stale "last used" may be: writing it on every request would make each of them a write. */
const TOUCH_AFTER_MS = 5 * 60_000

interface SessionRow {
  tenant_id: string
  id: string
  role: string
  rep_id: string | null
  team_id: string | null
  session_id: string
  login_id: string
  last_seen_at: Date
}

interface KeyRow {
  tenant_id: string
  id: string
  role: string
  rep_id: string | null
  team_id: string | null
  scopes: string[] | null
  last_used_at: Date | null
}

/** A member's principal knows its session too; what signs out or revokes asks for it. */
export interface SessionPrincipal extends Principal {
  readonly sessionId: string
  readonly loginId: string
}

export interface GatekeeperOptions {
  readonly database: Database
  readonly clock: { now(): number }
  readonly log: Pick<Log, 'warn'>
  readonly publicUrl: string
}

/**
 * Who is asking: a prepared statement and no cache, so that revoking a session or key bites at once. Requests of one
 * turn of the event loop share it where they bring the same key: it is asked after the last of them has arrived.
 */
export function createGatekeeper({ database, clock, log, publicUrl }: GatekeeperOptions): Gatekeeper {
  const asked = new Map<string, Promise<Principal | null>>()
  const late = (error: unknown): void => log.warn({ err: error }, 'could not note when a credential was used')

  async function bySession(token: string): Promise<SessionPrincipal | null> {
    const now = clock.now()
    const { rows } = await database.dispatcher.query<SessionRow>({
      name: 'principal_of_session',
      text: 'select * from principal_of_session($1, $2)',
      values: [hashToken(token), new Date(now)],
    })
    const [row] = rows
    if (row === undefined) return null
    if (now - row.last_seen_at.getTime() > TOUCH_AFTER_MS)
      database.dispatcher
        .query('update login_session set last_seen_at = $2 where id = $1', [row.session_id, new Date(now)])
        .catch(late)
    return {
      kind: 'member',
      id: row.id,
      tenantId: row.tenant_id,
      role: row.role,
      repId: row.rep_id,
      teamId: row.team_id,
      sessionId: row.session_id,
      loginId: row.login_id,
    }
  }

  async function byApiKey(key: string): Promise<Principal | null> {
    const now = clock.now()
    const { rows } = await database.dispatcher.query<KeyRow>({
      name: 'principal_of_api_key',
      text: 'select * from principal_of_api_key($1, $2)',
      values: [hashToken(key), new Date(now)],
    })
    const [row] = rows
    if (row === undefined) return null
    if (row.last_used_at === null || now - row.last_used_at.getTime() > TOUCH_AFTER_MS)
      database.dispatcher
        .query('select touch_api_key($1, $2, $3)', [row.tenant_id, row.id, new Date(now)])
        .catch(late)
    return {
      kind: 'api_key',
      id: row.id,
      tenantId: row.tenant_id,
      role: row.role,
      repId: row.rep_id,
      teamId: row.team_id,
      ...(row.scopes === null ? {} : { scopes: row.scopes }),
    }
  }

  function together(key: string): Promise<Principal | null> {
    const running = asked.get(key)
    if (running !== undefined) return running
    const answer = new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
      asked.delete(key)
      return byApiKey(key)
    })
    asked.set(key, answer)
    return answer
  }

  return {
    async authenticate(request) {
      const authorization = request.headers['authorization']
      if (typeof authorization === 'string') {
        const [scheme, key = ''] = authorization.split(' ')
        const found =
          scheme?.toLowerCase() === 'bearer' && key.startsWith(API_KEY_PREFIX) ? await together(key) : null
        if (found === null) throw new ProblemError('UNAUTHENTICATED', { detail: 'key_not_valid' })
        return found
      }
      const token = request.cookies[SESSION_COOKIE]
      if (token === undefined || token === '') return null
      const found = await bySession(token)
      if (found !== null) assertSameOrigin(request, publicUrl)
      return found
    },
    reachOf(principal, permission) {
      if (principal.scopes !== undefined && !principal.scopes.includes(permission)) return null
      return reachOfRole(principal.role, permission)
    },
  }
}
