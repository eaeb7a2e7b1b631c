import { record } from '../platform/audit/index.ts'
import type { TenantReader, TenantWriter } from '../platform/database/index.ts'
import { ProblemError } from '../platform/errors/catalogue.ts'
import type { Principal } from '../platform/http/index.ts'
import { announce } from '../platform/outbox/index.ts'
import { actorOf } from './actor.ts'
import type { RoleName } from './permissions.ts'

export interface InvitationListRow extends Record<string, unknown> {
  readonly id: string
  readonly email: string | null
  readonly role: RoleName
  readonly team_id: string | null
  readonly rep_id: string | null
  readonly created_at: Date
  readonly expires_at: Date
  readonly used_at: Date | null
}

export async function listInvitations(db: TenantReader): Promise<readonly InvitationListRow[]> {
  return db.query<InvitationListRow>(
    `select id, email, role, team_id, rep_id, created_at, expires_at, used_at from invitation
     where tenant_id = $1 order by created_at desc, id desc limit 500`,
    [db.tenantId],
  )
}

/** Takes an unused link back; a used one stays as what let somebody in. */
export async function revokeInvitation(
  db: TenantWriter,
  now: number,
  by: Principal,
  id: string,
): Promise<void> {
  const gone = await db.query(
    'delete from invitation where tenant_id = $1 and id = $2 and used_at is null returning id',
    [db.tenantId, id],
  )
  if (gone.length === 0) throw new ProblemError('NOT_FOUND')
  await record(db, now, {
    ...actorOf(by),
    action: 'invitation.revoked',
    entityKind: 'invitation',
    entityId: id,
  })
  await announce(db, now, [
    { type: 'invitation.revoked', entityKind: 'invitation', entityId: id, actorId: by.id },
  ])
}
