import { erasedName, type PersonalDataSource } from '../identity/index.ts'
import type { TenantReader, TenantWriter } from '../platform/database/index.ts'
import { repById } from './rep-store.ts'
import { bumpRoster } from './roster-store.ts'
import { tagsOf } from './tags.ts'
import { mustOwnNothing } from './write-rep.ts'

/** Everything this slice keeps about a rep. */
export async function exportRep(db: TenantReader, repId: string): Promise<unknown> {
  return {
    rep: await repById(db, repId),
    tags: await tagsOf(db, [repId]),
    personalLimits: await db.query(
      'select gauge, start_value, value, since from personal_limit where tenant_id = $1 and rep_id = $2',
      [db.tenantId, repId],
    ),
    leaves: await db.query(
      'select * from rep_leave where tenant_id = $1 and rep_id = $2 order by starts_at',
      [db.tenantId, repId],
    ),
    duty: await db.query('select * from duty_shift where tenant_id = $1 and rep_id = $2 order by starts_at', [
      db.tenantId,
      repId,
    ]),
  }
}

/**
 * Replaces name and contacts, and drops what is an assessment or a reason for absence; the id stays, so that
 * decisions still say that it was one and the same person. Refused while they own open work.
 */
export async function eraseRep(db: TenantWriter, now: number, repId: string): Promise<void> {
  await mustOwnNothing(db, repId)
  await db.query(
    `update rep set name = $3, pinyin = '', external_id = null, email = null, phone = null, hired_on = null,
       status = 'inactive', updated_at = $4, version = version + 1
     where tenant_id = $1 and id = $2`,
    [db.tenantId, repId, erasedName(repId), new Date(now)],
  )
  await db.query('delete from rep_tag where tenant_id = $1 and rep_id = $2', [db.tenantId, repId])
  await db.query('delete from personal_limit where tenant_id = $1 and rep_id = $2', [db.tenantId, repId])
  await db.query("update rep_leave set note = '', kind = 'other' where tenant_id = $1 and rep_id = $2", [
    db.tenantId,
    repId,
  ])
  await db.query("update duty_shift set note = '' where tenant_id = $1 and rep_id = $2", [db.tenantId, repId])
  await db.query('select erase_from_rosters($1, $2)', [repId, erasedName(repId)])
  await bumpRoster(db)
}

export const repData: PersonalDataSource = {
  name: 'people',
  exportPerson: async (db, { repId }) => (repId === null ? null : exportRep(db, repId)),
  erasePerson: async (db, now, { repId }) => {
    if (repId !== null) await eraseRep(db, now, repId)
  },
}
