import { record } from '../platform/audit/index.ts'
import type { Platform } from '../platform/context.ts'
import { ProblemError } from '../platform/errors/catalogue.ts'
import type { Principal, Reach } from '../platform/http/index.ts'
import { actorOf } from './actor.ts'
import { loginById } from './login-store.ts'
import { memberById } from './member-store.ts'
import type { PersonalDataSource } from './personal-data.ts'
import { sessionsOf } from './sessions.ts'

/** Everything kept about one colleague, from every slice, as one JSON document. Exporting is itself on the record. */
export async function exportPerson(
  { database, clock }: Platform,
  sources: readonly PersonalDataSource[],
  by: Principal,
  reach: Reach,
  memberId: string,
): Promise<Record<string, unknown>> {
  if (reach !== 'tenant' && memberId !== by.id) throw new ProblemError('NOT_FOUND')
  const now = clock.now()
  const { member, parts } = await database.write(by.tenantId, async (db) => {
    const member = await memberById(db, memberId)
    if (member === null) throw new ProblemError('NOT_FOUND')
    const person = { memberId, repId: member.rep_id }
    const parts: Record<string, unknown> = {}
    for (const source of sources) parts[source.name] = await source.exportPerson(db, person)
    parts['audit'] = await db.query(
      `select at, action, entity_kind, entity_id, detail, ip from audit
       where tenant_id = $1 and (actor_id = $2 or entity_id = $2) order by at, id`,
      [db.tenantId, memberId],
    )
    await record(db, now, {
      ...actorOf(by),
      action: 'person.exported',
      entityKind: 'member',
      entityId: memberId,
    })
    return { member, parts }
  })
  const login = await loginById(database.dispatcher, member.login_id)
  const sessions = (await sessionsOf(database.dispatcher, member.login_id, now)).filter(
    (session) => session.tenant_id === by.tenantId,
  )
  return {
    exportedAt: new Date(now).toISOString(),
    member,
    login: login && {
      email: login.email,
      language: login.language,
      secondFactorSince: login.totp_confirmed_at,
    },
    sessions,
    ...parts,
  }
}
