import type { Database } from '../platform/database/index.ts'
import { ProblemError } from '../platform/errors/catalogue.ts'
import type { Language } from '../platform/http/index.ts'
import { uuidv7 } from '../platform/ids.ts'

/** The dispatcher's door: log-ins belong to people, not to a company. */
export type LoginDoor = Database['dispatcher']

export interface LoginRow {
  readonly id: string
  readonly email: string
  readonly password_hash: string
  readonly language: Language
  readonly totp_secret: Buffer | null
  readonly totp_confirmed_at: Date | null
  readonly totp_last_step: number
}

export interface MembershipRow {
  readonly tenant_id: string
  readonly member_id: string
  readonly slug: string
  readonly name: string
  readonly role: string
}

const COLUMNS = 'id, email, password_hash, language, totp_secret, totp_confirmed_at, totp_last_step'

/** Mail addresses are compared without regard to case and blanks around them. */
export const normalizeEmail = (email: string): string => email.trim().toLowerCase()

export async function loginByEmail(door: LoginDoor, email: string): Promise<LoginRow | null> {
  const { rows } = await door.query<LoginRow>({
    name: 'login_by_email',
    text: `select ${COLUMNS} from login where email = $1`,
    values: [normalizeEmail(email)],
  })
  return rows[0] ?? null
}

export async function loginById(door: LoginDoor, id: string): Promise<LoginRow | null> {
  const { rows } = await door.query<LoginRow>(`select ${COLUMNS} from login where id = $1`, [id])
  return rows[0] ?? null
}

export async function insertLogin(
  door: LoginDoor,
  now: number,
  input: { readonly email: string; readonly passwordHash: string; readonly language: Language },
): Promise<string> {
  const { rows } = await door.query<{ id: string }>(
    `insert into login (id, email, password_hash, language, created_at) values ($1, $2, $3, $4, $5)
     on conflict (email) do nothing returning id`,
    [uuidv7(now), normalizeEmail(input.email), input.passwordHash, input.language, new Date(now)],
  )
  const [row] = rows
  if (row === undefined) throw new ProblemError('EMAIL_TAKEN')
  return row.id
}

/** Companies a log-in may enter, oldest membership first. */
export async function membershipsOf(door: LoginDoor, loginId: string): Promise<readonly MembershipRow[]> {
  const { rows } = await door.query<MembershipRow>('select * from memberships_of_login($1)', [loginId])
  return rows
}

export async function setPassword(door: LoginDoor, loginId: string, passwordHash: string): Promise<void> {
  await door.query('update login set password_hash = $2 where id = $1', [loginId, passwordHash])
}
