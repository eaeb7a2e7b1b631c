import { record } from '../platform/audit/index.ts'
import type { Platform } from '../platform/context.ts'
import type { TenantReader } from '../platform/database/index.ts'
import { ProblemError } from '../platform/errors/catalogue.ts'
import type { Language } from '../platform/http/index.ts'
import { addMember } from './add-member.ts'
import { companyOf } from './company.ts'
import { normalizeEmail } from './login-store.ts'
import type { RoleName } from './permissions.ts'
import { type Caller, enter, type OpenedSession } from './sign-in.ts'
import { forgetLogin, loginFor } from './sign-up.ts'
import { addressAllowance, takeAttempt } from './throttle.ts'
import { hashToken } from './tokens.ts'

interface InvitationRow extends Record<string, unknown> {
  readonly id: string
  readonly email: string | null
  readonly role: RoleName
  readonly team_id: string | null
  readonly rep_id: string | null
  readonly expires_at: Date
}

export interface Acceptance {
  readonly token: string
  readonly name: string
  readonly email?: string | undefined
  readonly password: string
  readonly totp?: string | undefined
  readonly recoveryCode?: string | undefined
  readonly language: Language
}

async function openInvitation(
  { database }: Pick<Platform, 'database'>,
  now: number,
  token: string,
): Promise<{ tenantId: string; id: string }> {
  const { rows } = await database.dispatcher.query<{ tenant_id: string; id: string }>(
    'select * from invitation_of_token($1)',
    [hashToken(token)],
  )
  const [found] = rows
  const open =
    found !== undefined &&
    (await database.read(found.tenant_id, async (db) => (await stillOpen(db, now, found.id)) !== null))
  if (!open) throw new ProblemError('LINK_EXPIRED')
  return { tenantId: found.tenant_id, id: found.id }
}

async function stillOpen(db: TenantReader, now: number, id: string): Promise<InvitationRow | null> {
  const [row] = await db.query<InvitationRow>(
    `select id, email, role, team_id, rep_id, expires_at from invitation
     where tenant_id = $1 and id = $2 and used_at is null and expires_at > $3`,
    [db.tenantId, id, new Date(now)],
  )
  return row ?? null
}

/** What the page behind a link shows before anything is typed. */
export async function lookUpInvitation(
  platform: Platform,
  token: string,
  ip: string,
): Promise<{ company: string; role: RoleName; email: string | null; expiresAt: string }> {
  const now = platform.clock.now()
  await takeAttempt(platform.database.dispatcher, now, [addressAllowance('invitation', ip)])
  const { tenantId, id } = await openInvitation(platform, now, token)
  return platform.database.read(tenantId, async (db) => {
    const row = await stillOpen(db, now, id)
    if (row === null) throw new ProblemError('LINK_EXPIRED')
    const { name } = await companyOf(db)
    return { company: name, role: row.role, email: row.email, expiresAt: row.expires_at.toISOString() }
  })
}

/** Comes in by a link: a new log-in, or one's own, proven. The link is used up in the same transaction. */
export async function acceptInvitation(
  platform: Platform,
  input: Acceptance,
  caller: Caller,
): Promise<OpenedSession> {
  const { database, clock } = platform
  const now = clock.now()
  await takeAttempt(database.dispatcher, now, [addressAllowance('invitation', caller.ip)])
  const { tenantId, id } = await openInvitation(platform, now, input.token)
  const invited = await database.read(tenantId, (db) => stillOpen(db, now, id))
  if (invited === null) throw new ProblemError('LINK_EXPIRED')
  const email = emailOf(invited, input)
  const { loginId, isNew } = await loginFor(platform, now, { ...input, email }, caller.ip)
  try {
    const memberId = await database.write(tenantId, async (db) => {
      const memberId = await addMember(db, now, null, {
        loginId,
        name: input.name,
        email,
        role: invited.role,
        teamId: invited.team_id,
        repId: invited.rep_id,
      })
      // The condition is what makes it once: a second acceptance waits for this row and then meets none.
      const used = await db.query(
        `update invitation set used_at = $3, used_by = $4
         where tenant_id = $1 and id = $2 and used_at is null returning id`,
        [db.tenantId, id, new Date(now), memberId],
      )
      if (used.length === 0) throw new ProblemError('LINK_EXPIRED')
      await record(db, now, {
        actorKind: 'member',
        actorId: memberId,
        action: 'invitation.accepted',
        entityKind: 'invitation',
        entityId: id,
      })
      return memberId
    })
    return await enter(platform, now, { loginId, tenant_id: tenantId, member_id: memberId }, caller)
  } catch (error) {
    if (isNew && error instanceof ProblemError) await forgetLogin(database.dispatcher, loginId)
    throw error
  }
}

function emailOf(invited: InvitationRow, input: Acceptance): string {
  const email = invited.email ?? input.email
  const other = input.email !== undefined && normalizeEmail(input.email) !== email?.toLowerCase()
  if (email === undefined || (invited.email !== null && other))
    throw new ProblemError('VALIDATION_FAILED', {
      errors: [
        email === undefined
          ? { field: 'email', code: 'required', message: 'link_names_nobody' }
          : { field: 'email', code: 'other', message: 'link_for_other_address' },
      ],
    })
  return email
}
