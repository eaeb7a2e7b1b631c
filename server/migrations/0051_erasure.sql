-- What was written about a person of a customer, taken out of tables the app role may only append to. Which decision,
-- which hands, when and by whom stays; the words go.
create function erase_words_about(item uuid) returns void
language sql security definer set search_path = public as $$
  update activity set summary = '', next_step = null, text_key = ''
    where tenant_id = current_tenant() and item_id = item;
  update ownership_change set note = null
    where tenant_id = current_tenant() and item_id = item and note is not null;
  update audit set detail = detail - 'reason'
    where tenant_id = current_tenant() and entity_id = item and detail ? 'reason';
$$;
revoke all on function erase_words_about(uuid) from public;
grant execute on function erase_words_about(uuid) to peineng_app;
