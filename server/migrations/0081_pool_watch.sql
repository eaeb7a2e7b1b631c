-- Tenants whose pools are watched: those that have any, described or only named by a rule. Ids only.
create function tenants_with_pools() returns setof uuid language sql stable security definer
set search_path = public as $$
  select tenant_id from pool union select tenant_id from work_item where state = 'pooled' $$;
revoke all on function tenants_with_pools() from public;
grant execute on function tenants_with_pools() to peineng_dispatcher;
