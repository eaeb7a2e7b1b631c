import { record } from '../platform/audit/index.ts'
import type { TenantWriter } from '../platform/database/index.ts'
import { ProblemError } from '../platform/errors/catalogue.ts'
import { uuidv7 } from '../platform/ids.ts'
import { announce } from '../platform/outbox/index.ts'
import type { Actor } from './actor.ts'
import { refusing } from './database-problems.ts'
import { normalizeEmail } from './login-store.ts'
import type { RoleName } from './permissions.ts'

export interface NewMember {
  readonly loginId: string
  readonly name: string
  readonly email: string
  readonly role: RoleName
  readonly teamId: string | null
  readonly repId: string | null
}

const unknown = (field: string) => () =>
  new ProblemError('VALIDATION_FAILED', {
    errors: [{ field, code: 'unknown', message: 'no_such_record' }],
  })

/** What the constraints on a member's team and rep mean, wherever one is written. */
export const memberRefusals = {
  member_tenant_id_login_id_key: 'EMAIL_TAKEN',
  member_by_rep: 'NAME_TAKEN',
  member_team: unknown('teamId'),
  member_rep: unknown('repId'),
} as const

/** Lets a log-in into a company. `actor` null = the person themselves (sign-up, accepted invitation). */
export async function addMember(
  db: TenantWriter,
  now: number,
  actor: Actor | null,
  input: NewMember,
): Promise<string> {
  const id = uuidv7(now)
  await refusing(memberRefusals, () =>
    db.query(
      `insert into member (tenant_id, id, login_id, name, email, role, team_id, rep_id, created_at, updated_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)`,
      [
        db.tenantId,
        id,
        input.loginId,
        input.name,
        normalizeEmail(input.email),
        input.role,
        input.teamId,
        input.repId,
        new Date(now),
      ],
    ),
  )
  const by = actor ?? { actorKind: 'member' as const, actorId: id }
  await record(db, now, {
    ...by,
    action: 'member.added',
    entityKind: 'member',
    entityId: id,
    detail: { role: input.role, teamId: input.teamId, repId: input.repId },
  })
  await announce(db, now, [{ type: 'member.added', entityKind: 'member', entityId: id, actorId: by.actorId }])
  return id
}
