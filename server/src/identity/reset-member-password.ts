import { record } from '../platform/audit/index.ts'
import type { Platform } from '../platform/context.ts'
import { ProblemError } from '../platform/errors/catalogue.ts'
import type { Principal } from '../platform/http/index.ts'
import { actorOf } from './actor.ts'
import { membershipsOf } from './login-store.ts'
import { memberById } from './member-store.ts'
import { mayGiveRole } from './permissions.ts'
import { makeResetLink } from './reset-password.ts'

/**
 * A reset link for a colleague who cannot be mailed. Refused for people above the caller, and for people of another
 * company as well: their log-in opens that one too, and this administrator has no say there.
 */
export async function makeMemberResetLink(
  { database, clock, publicUrl }: Platform,
  by: Principal,
  memberId: string,
): Promise<string> {
  const now = clock.now()
  const door = database.dispatcher
  const member = await database.read(by.tenantId, (db) => memberById(db, memberId))
  if (member === null) throw new ProblemError('NOT_FOUND')
  if (!mayGiveRole(by.role, member.role))
    throw new ProblemError('FORBIDDEN', { detail: 'this role is above yours' })
  const elsewhere = (await membershipsOf(door, member.login_id)).some((m) => m.tenant_id !== by.tenantId)
  if (elsewhere)
    throw new ProblemError('FORBIDDEN', { detail: 'this person belongs to another company as well' })
  const link = await makeResetLink(door, now, member.login_id, publicUrl)
  await database.write(by.tenantId, (db) =>
    record(db, now, {
      ...actorOf(by),
      action: 'password.reset_link_made',
      entityKind: 'member',
      entityId: memberId,
    }),
  )
  return link
}
