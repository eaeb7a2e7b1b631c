import { uuidv7 } from '../platform/ids.ts'
import type { LoginDoor } from './login-store.ts'
import { hashToken, newToken } from './tokens.ts'

export const SESSION_DAYS = 30

export interface NewSession {
  readonly loginId: string
  readonly tenantId: string
  readonly ip?: string | null
  readonly userAgent?: string | null
}

export interface SessionRow {
  readonly id: string
  readonly tenant_id: string
  readonly created_at: Date
  readonly last_seen_at: Date
  readonly expires_at: Date
  readonly ip: string | null
  readonly user_agent: string | null
}

/** Opens a session; the token is in the answer and, hashed, in the database. */
export async function openSession(
  door: LoginDoor,
  now: number,
  input: NewSession,
): Promise<{ id: string; token: string }> {
  const id = uuidv7(now)
  const token = newToken()
  await door.query(
    `insert into login_session (token_hash, id, login_id, tenant_id, created_at, last_seen_at, expires_at, ip, user_agent)
     values ($1, $2, $3, $4, $5, $5, $6, $7, $8)`,
    [
      hashToken(token),
      id,
      input.loginId,
      input.tenantId,
      new Date(now),
      new Date(now + SESSION_DAYS * 86_400_000),
      input.ip ?? null,
      input.userAgent?.slice(0, 300) ?? null,
    ],
  )
  return { id, token }
}

export async function sessionsOf(door: LoginDoor, loginId: string, now: number): Promise<SessionRow[]> {
  const { rows } = await door.query<SessionRow>(
    `select id, tenant_id, created_at, last_seen_at, expires_at, ip, user_agent
     from login_session where login_id = $1 and expires_at > $2 order by last_seen_at desc, id`,
    [loginId, new Date(now)],
  )
  return rows
}

/** Ends one session of this log-in; false where it is not theirs or over already. */
export async function endSession(door: LoginDoor, loginId: string, sessionId: string): Promise<boolean> {
  const { rowCount } = await door.query('delete from login_session where login_id = $1 and id = $2', [
    loginId,
    sessionId,
  ])
  return (rowCount ?? 0) > 0
}

/** Ends every session of a log-in but one (none spared where `except` is null); the number ended. */
export async function endSessions(door: LoginDoor, loginId: string, except: string | null): Promise<number> {
  const { rowCount } = await door.query(
    'delete from login_session where login_id = $1 and id is distinct from $2',
    [loginId, except],
  )
  return rowCount ?? 0
}

/** Ends a member's sessions in one company only; the log-in may belong to others. */
export async function endSessionsIn(door: LoginDoor, loginId: string, tenantId: string): Promise<void> {
  await door.query('delete from login_session where login_id = $1 and tenant_id = $2', [loginId, tenantId])
}
