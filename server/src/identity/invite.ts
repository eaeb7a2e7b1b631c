import { record } from '../platform/audit/index.ts'
import type { Platform } from '../platform/context.ts'
import { type FieldError, ProblemError } from '../platform/errors/catalogue.ts'
import type { Language, Principal } from '../platform/http/index.ts'
import { uuidv7 } from '../platform/ids.ts'
import { announce } from '../platform/outbox/index.ts'
import { actorOf } from './actor.ts'
import { companyOf } from './company.ts'
import { letters } from './letters.ts'
import { normalizeEmail } from './login-store.ts'
import type { Delivery, Mailer } from './mail.ts'
import { mayGiveRole, type RoleName } from './permissions.ts'
import { hashToken, newToken } from './tokens.ts'

export interface NewInvitation {
  /** Absent: whoever has the link may come in. */
  readonly email?: string | undefined
  readonly role: RoleName
  readonly teamId?: string | null | undefined
  readonly repId?: string | null | undefined
  readonly validDays: number
  readonly language: Language
}

export interface MadeInvitation {
  readonly id: string
  readonly link: string
  readonly delivery: Delivery
  readonly expiresAt: string
}

/** Makes a link that lets one person in, once. It is shown to the inviter and mailed where there is a mail server. */
export async function invite(
  { database, clock, publicUrl }: Platform,
  mailer: Mailer,
  by: Principal,
  input: NewInvitation,
): Promise<MadeInvitation> {
  if (!mayGiveRole(by.role, input.role)) throw new ProblemError('FORBIDDEN', { detail: 'role_above_yours' })
  const now = clock.now()
  const id = uuidv7(now)
  const token = newToken()
  const expiresAt = new Date(now + input.validDays * 86_400_000)
  const email = input.email === undefined ? null : normalizeEmail(input.email)
  const company = await database.write(by.tenantId, async (db) => {
    await checkPlace(db, input)
    await db.query(
      `insert into invitation (tenant_id, id, token_hash, email, role, team_id, rep_id, created_by, created_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        db.tenantId,
        id,
        hashToken(token),
        email,
        input.role,
        input.teamId ?? null,
        input.repId ?? null,
        by.id,
        new Date(now),
        expiresAt,
      ],
    )
    const detail = { role: input.role, teamId: input.teamId ?? null, repId: input.repId ?? null }
    await record(db, now, {
      ...actorOf(by),
      action: 'invitation.created',
      entityKind: 'invitation',
      entityId: id,
      detail,
    })
    await announce(db, now, [
      { type: 'invitation.created', entityKind: 'invitation', entityId: id, actorId: by.id },
    ])
    return companyOf(db)
  })
  const link = `${publicUrl}/invite/${token}`
  const delivery =
    email === null
      ? 'shown'
      : await mailer.send({
          to: email,
          ...letters.invitation[input.language]({ company: company.name, link }),
        })
  return { id, link, delivery, expiresAt: expiresAt.toISOString() }
}

async function checkPlace(
  db: {
    tenantId: string
    query<R extends Record<string, unknown>>(t: string, v: readonly unknown[]): Promise<R[]>
  },
  place: Pick<NewInvitation, 'teamId' | 'repId'>,
): Promise<void> {
  const [found] = await db.query<{ team: boolean; rep: boolean; taken: boolean }>(
    `select $2::uuid is null or exists (select from team_ancestry where tenant_id = $1 and id = $2) as team,
            $3::uuid is null or exists (select from rep_place where tenant_id = $1 and id = $3) as rep,
            exists (select from member where tenant_id = $1 and rep_id = $3) as taken`,
    [db.tenantId, place.teamId ?? null, place.repId ?? null],
  )
  const errors: FieldError[] = []
  if (!found?.team) errors.push({ field: 'teamId', code: 'unknown', message: 'no_such_team' })
  if (!found?.rep) errors.push({ field: 'repId', code: 'unknown', message: 'no_such_rep' })
  if (found?.taken) errors.push({ field: 'repId', code: 'taken', message: 'rep_is_member' })
  if (errors.length > 0) throw new ProblemError('VALIDATION_FAILED', { errors })
}
