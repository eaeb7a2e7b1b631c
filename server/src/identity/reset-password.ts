import { record } from '../platform/audit/index.ts'
import type { Platform } from '../platform/context.ts'
import { ProblemError } from '../platform/errors/catalogue.ts'
import type { Language } from '../platform/http/index.ts'
import { letters } from './letters.ts'
import { type LoginDoor, loginByEmail, membershipsOf, setPassword } from './login-store.ts'
import type { Mailer } from './mail.ts'
import { hashPassword } from './passwords.ts'
import { endSessions } from './sessions.ts'
import { accountAllowance, addressAllowance, takeAttempt } from './throttle.ts'
import { hashToken, newToken } from './tokens.ts'

const VALID_MS = 60 * 60_000

/** A link that sets a new password once, within the hour. */
export async function makeResetLink(
  door: LoginDoor,
  now: number,
  loginId: string,
  publicUrl: string,
): Promise<string> {
  const token = newToken()
  await door.query(
    'insert into login_reset (token_hash, login_id, created_at, expires_at) values ($1, $2, $3, $4)',
    [hashToken(token), loginId, new Date(now), new Date(now + VALID_MS)],
  )
  return `${publicUrl}/reset/${token}`
}

/**
 * Mails a link to whoever has this address. The answer is the same, and as fast, where nobody has; without a mail
 * server the link cannot be shown to an unknown caller, so an administrator makes one.
 */
export async function requestReset(
  { database, clock, publicUrl, log }: Platform,
  mailer: Mailer,
  input: { readonly email: string; readonly language: Language },
  ip: string,
): Promise<'mail' | 'ask_admin'> {
  const now = clock.now()
  const door = database.dispatcher
  const { email, language } = input
  await takeAttempt(door, now, [accountAllowance('reset', email, 5), addressAllowance('reset', ip, 30)])
  if (!mailer.available) return 'ask_admin'
  const mail = async (): Promise<void> => {
    const login = await loginByEmail(door, email)
    if (login === null) return
    const link = await makeResetLink(door, now, login.id, publicUrl)
    await mailer.send({ to: login.email, ...letters.reset[language]({ company: '', link }) })
  }
  // Not awaited: how long it takes would tell whether the address is known.
  mail().catch((error: unknown) => log.error({ err: error }, 'a reset link could not be made'))
  return 'mail'
}

/** Sets the password and ends every session: whoever made this necessary is out. */
export async function confirmReset(
  { database, clock }: Platform,
  input: { readonly token: string; readonly password: string },
  ip: string,
): Promise<void> {
  const now = clock.now()
  const door = database.dispatcher
  await takeAttempt(door, now, [addressAllowance('reset', ip, 30)])
  const passwordHash = await hashPassword(input.password)
  const { rows } = await door.query<{ login_id: string }>(
    'delete from login_reset where token_hash = $1 and expires_at > $2 returning login_id',
    [hashToken(input.token), new Date(now)],
  )
  const [reset] = rows
  if (reset === undefined) throw new ProblemError('LINK_EXPIRED')
  await setPassword(door, reset.login_id, passwordHash)
  await door.query('delete from login_reset where login_id = $1', [reset.login_id])
  await endSessions(door, reset.login_id, null)
  for (const { tenant_id, member_id } of await membershipsOf(door, reset.login_id))
    await database.write(tenant_id, (db) =>
      record(db, now, {
        actorKind: 'member',
        actorId: member_id,
        action: 'password.reset',
        entityKind: 'member',
        entityId: member_id,
        ip,
      }),
    )
}
