-- What a card will have to say and when (G2, G3, G4): planned when the card is written or changed, swept by what is due.
create table task_notice (
  tenant_id uuid not null,
  id uuid not null,
  task_id uuid not null,
  kind text not null check (kind in ('deadline_near', 'checkpoint_due', 'behind_plan', 'overdue')),
  -- The checkpoint it is about; null = the deadline.
  about uuid,
  due_at timestamptz not null,
  fired_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, task_id) references task (tenant_id, id) on delete cascade
);
create index task_notice_due on task_notice (tenant_id, due_at, id) where fired_at is null;
create index task_notice_by_task on task_notice (tenant_id, task_id);
call make_tenant_table('task_notice');

create function tenants_with_due_task_notices(now timestamptz) returns setof uuid language sql stable security definer
set search_path = public as $$
  select id from tenant t where exists (
    select 1 from task_notice n where n.tenant_id = t.id and n.fired_at is null and n.due_at <= now)
$$;
revoke all on function tenants_with_due_task_notices(timestamptz) from public;
grant execute on function tenants_with_due_task_notices(timestamptz) to peineng_dispatcher;
