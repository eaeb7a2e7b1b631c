import { record } from '../platform/audit/index.ts'
import type { Platform } from '../platform/context.ts'
import { ProblemError } from '../platform/errors/catalogue.ts'
import type { Principal } from '../platform/http/index.ts'
import { announce } from '../platform/outbox/index.ts'
import { actorOf } from './actor.ts'
import { keepAnOwner } from './change-member.ts'
import { membershipsOf } from './login-store.ts'
import { memberById } from './member-store.ts'
import { mayGiveRole } from './permissions.ts'
import { erasedName, type PersonalDataSource } from './personal-data.ts'
import { endSessionsIn } from './sessions.ts'

/**
 * Erases a colleague: names, mails and phones are replaced in every slice, the log-in too where no other company
 * needs it. Decisions stay, because what they commit to is a salted hash and an id, not a name.
 */
export async function erasePerson(
  { database, clock }: Platform,
  sources: readonly PersonalDataSource[],
  by: Principal,
  memberId: string,
): Promise<void> {
  const now = clock.now()
  const loginId = await database.write(by.tenantId, async (db) => {
    const member = await memberById(db, memberId)
    if (member === null) throw new ProblemError('NOT_FOUND')
    if (!mayGiveRole(by.role, member.role))
      throw new ProblemError('FORBIDDEN', { detail: 'role_above_yours' })
    if (member.role === 'owner') await keepAnOwner(db, memberId)
    for (const source of sources) await source.erasePerson(db, now, { memberId, repId: member.rep_id })
    await db.query(
      `update member set name = $3, email = $4, status = 'inactive', updated_at = $5, version = version + 1
       where tenant_id = $1 and id = $2`,
      [db.tenantId, memberId, erasedName(memberId), `${memberId}@erased.invalid`, new Date(now)],
    )
    await db.query('update invitation set email = null where tenant_id = $1 and used_by = $2', [
      db.tenantId,
      memberId,
    ])
    await record(db, now, {
      ...actorOf(by),
      action: 'person.erased',
      entityKind: 'member',
      entityId: memberId,
    })
    await announce(db, now, [
      { type: 'member.erased', entityKind: 'member', entityId: memberId, actorId: by.id },
    ])
    return member.login_id
  })
  const door = database.dispatcher
  await door.query('select erase_audit_addresses($1, $2)', [by.tenantId, memberId])
  await endSessionsIn(door, loginId, by.tenantId)
  if ((await membershipsOf(door, loginId)).length > 0) return
  await door.query('delete from login_recovery_code where login_id = $1', [loginId])
  await door.query(
    `update login set email = $2, password_hash = 'erased', totp_secret = null, totp_confirmed_at = null
     where id = $1`,
    [loginId, `${loginId}@erased.invalid`],
  )
}
