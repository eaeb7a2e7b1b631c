import { record } from '../platform/audit/index.ts'
import type { Platform } from '../platform/context.ts'
import { ProblemError } from '../platform/errors/catalogue.ts'
import type { SessionPrincipal } from './gatekeeper.ts'
import { loginById, setPassword } from './login-store.ts'
import { hashPassword, verifyPassword } from './passwords.ts'
import { endSessions } from './sessions.ts'
import { accountAllowance, takeAttempt } from './throttle.ts'

/** Proves the password of whoever is signed in: a session left open is not enough to change what guards it. */
export async function provePassword(
  { database, clock }: Platform,
  who: SessionPrincipal,
  password: string,
): Promise<void> {
  const door = database.dispatcher
  const login = await loginById(door, who.loginId)
  if (login === null) throw new ProblemError('UNAUTHENTICATED')
  const account = accountAllowance('password', login.email)
  await takeAttempt(door, clock.now(), [account])
  if (!(await verifyPassword(password, login.password_hash))) throw new ProblemError('WRONG_CREDENTIALS')
  await door.query('delete from login_throttle where key = $1', [account.key])
}

/** Changes one's own password and ends the other sessions. */
export async function changePassword(
  platform: Platform,
  who: SessionPrincipal,
  input: { readonly current: string; readonly next: string },
): Promise<{ endedSessions: number }> {
  const { database, clock } = platform
  await provePassword(platform, who, input.current)
  await setPassword(database.dispatcher, who.loginId, await hashPassword(input.next))
  const endedSessions = await endSessions(database.dispatcher, who.loginId, who.sessionId)
  await database.write(who.tenantId, (db) =>
    record(db, clock.now(), {
      actorKind: 'member',
      actorId: who.id,
      action: 'password.changed',
      entityKind: 'member',
      entityId: who.id,
    }),
  )
  return { endedSessions }
}
