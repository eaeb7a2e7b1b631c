import type { PersonTraces } from '../assignment/index.ts'

/** Cards about a person of a customer, and what was said under them. */
export const taskTraces: PersonTraces = {
  name: 'tasks',
  exportPerson: (db, _kind, id) =>
    db.query(
      `select t.id, t.created_at, t.title, t.standard, t.acceptance, t.question, t.blocker_note, t.result,
         (select coalesce(json_agg(c.title order by c.due_at), '[]') from task_checkpoint c
          where c.tenant_id = $1 and c.task_id = t.id) as checkpoints,
         (select coalesce(json_agg(c.body order by c.at, c.id), '[]') from task_comment c
          where c.tenant_id = $1 and c.task_id = t.id) as comments,
         (select coalesce(json_agg(c.note order by c.opened_at) filter (where c.note <> ''), '[]') from task_call c
          where c.tenant_id = $1 and c.task_id = t.id) as calls,
         (select coalesce(json_agg(d.why order by d.at), '[]') from task_call c
          join task_call_candidate d on d.tenant_id = c.tenant_id and d.call_id = c.id
          where c.tenant_id = $1 and c.task_id = t.id) as candidacies
       from task t where t.tenant_id = $1 and t.item_id = $2 order by t.created_at, t.id`,
      [db.tenantId, id],
    ),
  async erasePerson(db, _kind, id) {
    await db.query('select erase_words_of_tasks($1)', [id])
  },
}
