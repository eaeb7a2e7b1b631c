import type { PersonTraces } from '../assignment/index.ts'

/** Questions about who should have a person of a customer, and what somebody answered in words. */
export const promptTraces: PersonTraces = {
  name: 'triggers',
  exportPerson: (db, _kind, id) =>
    db.query(
      'select at, cause, state, answered_at, note from trigger_prompt where tenant_id = $1 and item_id = $2 order by at, id',
      [db.tenantId, id],
    ),
  async erasePerson(db, _kind, id) {
    await db.query(
      'update trigger_prompt set note = null where tenant_id = $1 and item_id = $2 and note is not null',
      [db.tenantId, id],
    )
  },
}
