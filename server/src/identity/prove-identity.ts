import { ProblemError } from '../platform/errors/catalogue.ts'
import { type LoginDoor, type LoginRow, loginByEmail } from './login-store.ts'
import { verifyNobody, verifyPassword } from './passwords.ts'
import { accountAllowance, addressAllowance, forgiveAttempt, takeAttempt } from './throttle.ts'
import { hashToken } from './tokens.ts'
import { matchTotp, openSecret } from './totp.ts'

export interface Credentials {
  readonly email: string
  readonly password: string
  readonly totp?: string | undefined
  readonly recoveryCode?: string | undefined
}

export interface Prover {
  readonly door: LoginDoor
  readonly secret: string
}

/** Password, then the second factor where there is one. Throttled; every refusal costs an attempt. */
export async function proveIdentity(
  { door, secret }: Prover,
  now: number,
  credentials: Credentials,
  ip: string,
): Promise<LoginRow> {
  const account = accountAllowance('sign-in', credentials.email)
  const address = addressAllowance('sign-in', ip)
  await takeAttempt(door, now, [account, address])
  const login = await loginByEmail(door, credentials.email)
  const right = await (login === null
    ? verifyNobody(credentials.password)
    : verifyPassword(credentials.password, login.password_hash))
  if (login === null || !right) throw new ProblemError('WRONG_CREDENTIALS')
  if (login.totp_confirmed_at !== null) await proveSecondFactor({ door, secret }, now, login, credentials)
  await forgiveAttempt(door, account, address)
  return login
}

async function proveSecondFactor(
  { door, secret }: Prover,
  now: number,
  login: LoginRow,
  { totp, recoveryCode }: Credentials,
): Promise<void> {
  if (totp !== undefined) return takeTotp({ door, secret }, now, login, totp)
  if (recoveryCode === undefined) throw new ProblemError('TOTP_REQUIRED')
  const { rowCount } = await door.query(
    'delete from login_recovery_code where login_id = $1 and code_hash = $2',
    [login.id, hashToken(normalizeRecoveryCode(recoveryCode))],
  )
  if (rowCount !== 1) throw new ProblemError('TOTP_WRONG')
}

/** Takes a code once: the step is moved by a conditional update, so of two requests with one code one is refused. */
export async function takeTotp(
  { door, secret }: Prover,
  now: number,
  login: Pick<LoginRow, 'id' | 'totp_secret' | 'totp_last_step'>,
  code: string,
): Promise<void> {
  const step =
    login.totp_secret === null
      ? null
      : matchTotp(openSecret(login.totp_secret, secret), code, now, login.totp_last_step)
  if (step === null) throw new ProblemError('TOTP_WRONG')
  const { rowCount } = await door.query(
    'update login set totp_last_step = $2 where id = $1 and totp_last_step < $2',
    [login.id, step],
  )
  if (rowCount !== 1) throw new ProblemError('TOTP_WRONG')
}

/** Typed from paper: blanks, dashes and case do not count. */
export const normalizeRecoveryCode = (code: string): string => code.replaceAll(/[\s-]/g, '').toUpperCase()
