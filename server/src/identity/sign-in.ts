import { record } from '../platform/audit/index.ts'
import type { Platform } from '../platform/context.ts'
import { ProblemError } from '../platform/errors/catalogue.ts'
import { membershipsOf } from './login-store.ts'
import { type Credentials, proveIdentity } from './prove-identity.ts'
import { openSession } from './sessions.ts'

export interface Caller {
  readonly ip: string
  readonly userAgent: string | null
}

export interface OpenedSession {
  readonly token: string
  readonly tenantId: string
  readonly memberId: string
}

/** Signs in to the company named, else to the one joined first. */
export async function signIn(
  { database, clock, secret }: Platform,
  credentials: Credentials & { readonly company?: string | undefined },
  caller: Caller,
): Promise<OpenedSession> {
  const now = clock.now()
  const door = database.dispatcher
  const login = await proveIdentity({ door, secret }, now, credentials, caller.ip)
  const memberships = await membershipsOf(door, login.id)
  const chosen =
    credentials.company === undefined
      ? memberships[0]
      : memberships.find((membership) => membership.slug === credentials.company)
  // Switched off everywhere, or not of that company: nothing more is said to whoever asks.
  if (chosen === undefined) throw new ProblemError('WRONG_CREDENTIALS')
  return enter({ database }, now, { loginId: login.id, ...chosen }, caller)
}

/** Opens the session of somebody whose identity is proven, on the record. */
export async function enter(
  { database }: Pick<Platform, 'database'>,
  now: number,
  who: { readonly loginId: string; readonly tenant_id: string; readonly member_id: string },
  caller: Caller,
): Promise<OpenedSession> {
  const tenantId = who.tenant_id
  const { id, token } = await openSession(database.dispatcher, now, {
    loginId: who.loginId,
    tenantId,
    ...caller,
  })
  await database.write(tenantId, (db) =>
    record(db, now, {
      actorKind: 'member',
      actorId: who.member_id,
      action: 'session.opened',
      entityKind: 'session',
      entityId: id,
      ip: caller.ip,
    }),
  )
  return { token, tenantId, memberId: who.member_id }
}
