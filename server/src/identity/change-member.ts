import { record } from '../platform/audit/index.ts'
import type { Platform } from '../platform/context.ts'
import type { TenantWriter } from '../platform/database/index.ts'
import { ProblemError } from '../platform/errors/catalogue.ts'
import { type Principal, versionMismatch } from '../platform/http/index.ts'
import { announce } from '../platform/outbox/index.ts'
import { actorOf } from './actor.ts'
import { memberRefusals } from './add-member.ts'
import { refusing } from './database-problems.ts'
import { type MemberRow, memberById } from './member-store.ts'
import { mayGiveRole, type RoleName } from './permissions.ts'
import { endSessionsIn } from './sessions.ts'

export interface MemberChange {
  readonly name?: string | undefined
  readonly role?: RoleName | undefined
  readonly teamId?: string | null | undefined
  readonly repId?: string | null | undefined
  readonly status?: 'active' | 'inactive' | undefined
}

/** Changes a colleague's place. Nobody touches or makes a role above their own, and a company keeps an owner. */
export async function changeMember(
  { database, clock }: Platform,
  by: Principal,
  id: string,
  version: number,
  change: MemberChange,
): Promise<MemberRow> {
  const now = clock.now()
  const changed = await refusing(memberRefusals, () =>
    database.write(by.tenantId, async (db) => {
      const before = await memberById(db, id)
      if (before === null) throw new ProblemError('NOT_FOUND')
      const role = change.role ?? before.role
      if (!mayGiveRole(by.role, before.role) || !mayGiveRole(by.role, role))
        throw new ProblemError('FORBIDDEN', { detail: 'role_above_yours' })
      const status = change.status ?? before.status
      if (before.role === 'owner' && (role !== 'owner' || status !== 'active')) await keepAnOwner(db, id)
      const [row] = await db.query<{ id: string }>(
        `update member set name = $4, role = $5, team_id = $6, rep_id = $7, status = $8, updated_at = $9,
                version = version + 1
         where tenant_id = $1 and id = $2 and version = $3 returning id`,
        [
          db.tenantId,
          id,
          version,
          change.name ?? before.name,
          role,
          change.teamId === undefined ? before.team_id : change.teamId,
          change.repId === undefined ? before.rep_id : change.repId,
          status,
          new Date(now),
        ],
      )
      if (row === undefined) throw await versionMismatch(db, id, before.version)
      const actor = actorOf(by)
      const detail = {
        before: { role: before.role, status: before.status, teamId: before.team_id, repId: before.rep_id },
        after: { role, status, teamId: change.teamId, repId: change.repId },
      }
      await record(db, now, {
        ...actor,
        action: 'member.updated',
        entityKind: 'member',
        entityId: id,
        detail,
      })
      await announce(db, now, [
        {
          type: 'member.updated',
          entityKind: 'member',
          entityId: id,
          actorId: by.id,
          payload: { role, status },
        },
      ])
      const after = await memberById(db, id)
      if (after === null) throw new Error('a member vanished inside the transaction that changed it')
      return after
    }),
  )
  // Not what keeps them out (every request asks for an active member), only tidiness: the row would lie until it expires.
  if (changed.status === 'inactive') await endSessionsIn(database.dispatcher, changed.login_id, by.tenantId)
  return changed
}

/** Locks every owner, so that two owners cannot step down past each other. */
export async function keepAnOwner(db: TenantWriter, leavingId: string): Promise<void> {
  const owners = await db.query<{ id: string }>(
    `select id from member where tenant_id = $1 and role = 'owner' and status = 'active' order by id for update`,
    [db.tenantId],
  )
  if (!owners.some((owner) => owner.id !== leavingId)) throw new ProblemError('LAST_OWNER')
}
