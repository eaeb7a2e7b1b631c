import { randomBytes } from 'node:crypto'
import { record } from '../platform/audit/index.ts'
import type { Platform } from '../platform/context.ts'
import { ProblemError } from '../platform/errors/catalogue.ts'
import { provePassword } from './change-password.ts'
import type { SessionPrincipal } from './gatekeeper.ts'
import { type LoginDoor, loginById } from './login-store.ts'
import { takeTotp } from './prove-identity.ts'
import { accountAllowance, takeAttempt } from './throttle.ts'
import { hashToken } from './tokens.ts'
import { base32, newTotpSecret, otpauthUri, sealSecret } from './totp.ts'

const RECOVERY_CODES = 10

/** Begins enrolment: the secret is stored unconfirmed and asks nobody for a code yet. */
export async function beginEnrolment(
  platform: Platform,
  who: SessionPrincipal,
  password: string,
): Promise<{ secret: string; uri: string }> {
  await provePassword(platform, who, password)
  const door = platform.database.dispatcher
  const login = await loginById(door, who.loginId)
  if (login === null) throw new ProblemError('UNAUTHENTICATED')
  const plain = newTotpSecret()
  const { rowCount } = await door.query(
    'update login set totp_secret = $2, totp_last_step = 0 where id = $1 and totp_confirmed_at is null',
    [login.id, sealSecret(plain, platform.secret)],
  )
  if (rowCount !== 1) throw new ProblemError('ALREADY_IN_STATE')
  return { secret: base32(plain), uri: otpauthUri(plain, login.email) }
}

/** The first right code switches it on; the recovery codes are shown this once and stored hashed. */
export async function confirmEnrolment(
  platform: Platform,
  who: SessionPrincipal,
  code: string,
): Promise<{ recoveryCodes: readonly string[] }> {
  const { database, clock, secret } = platform
  const door = database.dispatcher
  const now = clock.now()
  const login = await loginById(door, who.loginId)
  if (login === null) throw new ProblemError('UNAUTHENTICATED')
  if (login.totp_confirmed_at !== null || login.totp_secret === null)
    throw new ProblemError('ALREADY_IN_STATE')
  await takeAttempt(door, now, [accountAllowance('totp', login.email)])
  await takeTotp({ door, secret }, now, login, code)
  const codes = Array.from({ length: RECOVERY_CODES }, () => base32(randomBytes(10)))
  await door.query('delete from login_recovery_code where login_id = $1', [login.id])
  await door.query('insert into login_recovery_code (login_id, code_hash) select $1, unnest($2::bytea[])', [
    login.id,
    codes.map(hashToken),
  ])
  await door.query('update login set totp_confirmed_at = $2 where id = $1', [login.id, new Date(now)])
  await onRecord(platform, who, 'totp.enabled')
  return { recoveryCodes: codes.map((text) => text.replaceAll(/(.{4})(?=.)/g, '$1-')) }
}

export async function removeSecondFactor(
  platform: Platform,
  who: SessionPrincipal,
  password: string,
): Promise<void> {
  await provePassword(platform, who, password)
  await dropSecondFactor(platform.database.dispatcher, who.loginId)
  await onRecord(platform, who, 'totp.disabled')
}

async function onRecord({ database, clock }: Platform, who: SessionPrincipal, action: string): Promise<void> {
  await database.write(who.tenantId, (db) =>
    record(db, clock.now(), {
      actorKind: 'member',
      actorId: who.id,
      action,
      entityKind: 'member',
      entityId: who.id,
    }),
  )
}

export async function dropSecondFactor(door: LoginDoor, loginId: string): Promise<void> {
  await door.query('update login set totp_secret = null, totp_confirmed_at = null where id = $1', [loginId])
  await door.query('delete from login_recovery_code where login_id = $1', [loginId])
}
