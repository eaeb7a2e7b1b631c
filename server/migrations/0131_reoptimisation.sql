-- What waits and what may move, planned anew every few minutes (2.B-9): plans nobody asked for, committed like the others.

alter table plan drop constraint plan_kind_check;
alter table plan add constraint plan_kind_check
  check (kind in ('waiting', 'territory', 'redistribute', 'reoptimise'));
-- Nobody asked.
alter table plan alter column created_by drop not null;
create index plan_reoptimised on plan (tenant_id, created_at desc, id desc) where kind = 'reoptimise';

-- When a company was last looked at, and what it looked like then; its row is the lock between nodes.
create table reoptimisation (
  tenant_id uuid not null primary key references tenant (id) on delete cascade,
  last_at timestamptz,
  last_trigger text check (last_trigger in ('schedule', 'capacity_freed', 'policy_published', 'people_changed')),
  -- The plan it made; null where nothing could move.
  plan_id uuid,
  looked_at int not null default 0,
  policy_version int not null default 0,
  -- Who was away.
  away text not null default ''
);
call make_tenant_table('reoptimisation');

create index work_item_unaccepted on work_item (tenant_id, id)
  where state = 'owned' and accepted_at is null and not pinned and open_tasks = 0;
create index ownership_change_left on ownership_change (tenant_id, at)
  where from_state = 'owned' and to_state <> 'owned';

-- Companies whose policy in force says so: ids only.
create function tenants_reoptimising() returns setof uuid
language sql stable security definer set search_path = public as $$
  select t.id from tenant t
  cross join lateral (
    select document from policy_version v where v.tenant_id = t.id order by v.version desc limit 1
  ) p
  where p.document->'planning'->'reoptimise'->>'enabled' = 'true'
$$;
revoke all on function tenants_reoptimising() from public;
grant execute on function tenants_reoptimising() to peineng_dispatcher;
