import { record } from '../platform/audit/index.ts'
import type { Platform } from '../platform/context.ts'
import { ProblemError } from '../platform/errors/catalogue.ts'
import type { Principal } from '../platform/http/index.ts'
import { actorOf } from './actor.ts'
import { membershipsOf } from './login-store.ts'
import { memberById } from './member-store.ts'
import { mayGiveRole } from './permissions.ts'
import { makeResetLink } from './reset-password.ts'
import { dropSecondFactor } from './second-factor.ts'

/**
 * The log-in of a colleague this administrator may help. Refused for people above the caller, and for people of another
 * company as well: their log-in opens that one too, and this administrator has no say there.
 */
async function loginToHelp(
  { database }: Pick<Platform, 'database'>,
  by: Principal,
  memberId: string,
): Promise<string> {
  const member = await database.read(by.tenantId, (db) => memberById(db, memberId))
  if (member === null) throw new ProblemError('NOT_FOUND')
  if (!mayGiveRole(by.role, member.role)) throw new ProblemError('FORBIDDEN', { detail: 'role_above_yours' })
  const memberships = await membershipsOf(database.dispatcher, member.login_id)
  if (memberships.some((membership) => membership.tenant_id !== by.tenantId))
    throw new ProblemError('FORBIDDEN', { detail: 'person_of_other_company' })
  return member.login_id
}

/** A reset link for a colleague who cannot be mailed. */
export async function makeMemberResetLink(
  { database, clock, publicUrl }: Platform,
  by: Principal,
  memberId: string,
): Promise<string> {
  const now = clock.now()
  const loginId = await loginToHelp({ database }, by, memberId)
  const link = await makeResetLink(database.dispatcher, now, loginId, publicUrl)
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

/** For a colleague whose phone and recovery codes are gone; their password is still asked for. */
export async function removeMemberSecondFactor(
  { database, clock }: Platform,
  by: Principal,
  memberId: string,
): Promise<void> {
  const loginId = await loginToHelp({ database }, by, memberId)
  await dropSecondFactor(database.dispatcher, loginId)
  await database.write(by.tenantId, (db) =>
    record(db, clock.now(), {
      ...actorOf(by),
      action: 'totp.removed_for',
      entityKind: 'member',
      entityId: memberId,
    }),
  )
}
