import type { PersonTraces } from '../assignment/index.ts'

/** Titles of cards are the only words of a person that notices and messages keep; names are looked up when read. */
export const noticeTraces: PersonTraces = {
  name: 'notices',
  exportPerson: (db, _kind, id) =>
    db.query(
      `select kind, created_at, params ->> 'title' as title from notice
       where tenant_id = $1 and params ->> 'itemId' = $2::text order by id`,
      [db.tenantId, id],
    ),
  async erasePerson(db, _kind, id) {
    await db.query(
      `update notice set params = params - array['title', 'checkpoint']
       where tenant_id = $1 and params ->> 'itemId' = $2::text`,
      [db.tenantId, id],
    )
    await db.query(
      `update delivery set body = body #- '{params,title}' #- '{params,checkpoint}' #- '{data,title}' #- '{data,checkpoint}'
       where tenant_id = $1 and coalesce(body -> 'params', body -> 'data') ->> 'itemId' = $2::text`,
      [db.tenantId, id],
    )
  },
}
