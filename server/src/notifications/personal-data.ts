import type { PersonalDataSource } from '../identity/index.ts'

/** What a person was told and how they wanted it. Names in notices are looked up when read, so they go by themselves. */
export const noticeData: PersonalDataSource = {
  name: 'notifications',
  exportPerson: async (db, { memberId }) => ({
    preference: await db.query(
      'select * from notification_preference where tenant_id = $1 and member_id = $2',
      [db.tenantId, memberId],
    ),
    browsers: await db.query(
      'select id, user_agent, created_at from push_subscription where tenant_id = $1 and member_id = $2',
      [db.tenantId, memberId],
    ),
    notices: await db.query(
      `select kind, entity_kind, entity_id, created_at, read_at from notice
       where tenant_id = $1 and member_id = $2 order by id`,
      [db.tenantId, memberId],
    ),
  }),
  async erasePerson(db, now, { memberId }) {
    await db.query(
      `update delivery set state = 'skipped', error = 'TARGET_GONE', finished_at = $3
       where tenant_id = $1 and state = 'waiting' and target_id in (
         select $2::uuid union all select id from push_subscription where tenant_id = $1 and member_id = $2)`,
      [db.tenantId, memberId, new Date(now)],
    )
    for (const table of ['notice', 'notification_preference', 'push_subscription'])
      await db.query(`delete from ${table} where tenant_id = $1 and member_id = $2`, [db.tenantId, memberId])
  },
}
