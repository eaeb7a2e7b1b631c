-- What cards say about a person of a customer goes with the person: titles, standards, talk. Who had to do what by when
-- stays. Comments and events may only be appended to by the app role.
create function erase_words_of_tasks(item uuid) returns void
language sql security definer set search_path = public as $$
  update task set title = '—', standard = '—', acceptance = '', question = null, blocker_note = null, result = null
    where tenant_id = current_tenant() and item_id = item;
  update task_checkpoint set title = '—' where tenant_id = current_tenant()
    and task_id in (select id from task where tenant_id = current_tenant() and item_id = item);
  update task_comment set body = '—' where tenant_id = current_tenant()
    and task_id in (select id from task where tenant_id = current_tenant() and item_id = item);
  update task_blocker set note = '' where tenant_id = current_tenant()
    and task_id in (select id from task where tenant_id = current_tenant() and item_id = item);
  update event set payload = payload - array['title', 'checkpoint', 'note', 'question', 'body', 'result']
    where tenant_id = current_tenant() and entity_kind = 'task'
    and entity_id in (select id from task where tenant_id = current_tenant() and item_id = item);
$$;
revoke all on function erase_words_of_tasks(uuid) from public;
grant execute on function erase_words_of_tasks(uuid) to peineng_app;
