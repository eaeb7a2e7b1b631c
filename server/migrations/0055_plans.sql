-- Joint plans: many items decided together, looked at by a person, committed in chunks.

create table plan (
  tenant_id uuid not null references tenant (id) on delete cascade,
  id uuid not null,
  kind text not null check (kind in ('waiting', 'territory', 'redistribute')),
  parameters jsonb not null,
  -- solving → draft → committing → done | stopped; stopped → committing; done | stopped → undoing → undone; → failed
  state text not null
    check (state in ('solving', 'draft', 'committing', 'stopped', 'done', 'undoing', 'undone', 'failed')),
  -- Reps whose load it may change: who may see a plan is who may see all of them.
  rep_ids uuid[] not null default '{}',
  -- Reps it may give work to: those within the reach of whoever asked; null = everybody.
  within_rep_ids uuid[],
  stop_requested boolean not null default false,
  -- Work done and to be done, in the unit of the phase: solver units while solving, moves afterwards.
  progress_done bigint not null default 0,
  progress_total bigint not null default 0,
  -- What a person looks at before committing; null until it is solved.
  summary jsonb,
  -- Coverage and status of people the commit changed, for the undo.
  people_before jsonb not null default '[]',
  -- Who works on it, until when; a node that died loses it.
  lease_until timestamptz,
  -- Nodes that took up the solving: a plan that kills its solver is given up.
  attempts int not null default 0,
  problem_code text,
  actor_kind text not null,
  created_by uuid not null,
  committed_by uuid,
  created_at timestamptz not null,
  solved_at timestamptz,
  committed_at timestamptz,
  finished_at timestamptz,
  primary key (tenant_id, id)
);
create index plan_by_time on plan (tenant_id, created_at desc, id desc);
create index plan_at_work on plan (state) where state in ('solving', 'committing', 'undoing');
call make_tenant_table('plan');

-- What the plan does with each item, and what became of it.
create table plan_move (
  tenant_id uuid not null references tenant (id) on delete cascade,
  plan_id uuid not null,
  -- Order of committing: customers before what belongs to them.
  n int not null,
  item_id uuid not null,
  item_kind text not null,
  from_state text not null,
  from_owner_id uuid,
  from_pool_id text,
  from_reason jsonb not null,
  from_pinned boolean not null,
  -- null = stays where it is, or goes to the queue where its owner leaves.
  to_rep_id uuid,
  -- What the decision takes over from the plan; null where the customer's owner goes first.
  place jsonb,
  -- Win probability × amount with the new owner.
  expected_minor bigint not null,
  load_hundredths int not null,
  reason_code text not null,
  reason_params jsonb not null,
  -- The best few who could have it: total, and the price of their time in it.
  options jsonb not null,
  -- planned → moved | queued | skipped; moved | queued → undone | kept; kept = the plan never meant to move it
  state text not null check (state in ('planned', 'moved', 'queued', 'skipped', 'undone', 'kept')),
  skip_code text,
  decision_id uuid,
  moved_at timestamptz,
  -- The turn its decision counted, which an undo gives back.
  turn jsonb,
  primary key (tenant_id, plan_id, n),
  foreign key (tenant_id, plan_id) references plan (tenant_id, id) on delete cascade
);
create index plan_move_todo on plan_move (tenant_id, plan_id, n) where state = 'planned';
create index plan_move_by_item on plan_move (tenant_id, item_id);
call make_tenant_table('plan_move');

-- Plans somebody has to work on: ids only.
create function plans_to_run(at timestamptz) returns table (tenant_id uuid, id uuid)
language sql stable security definer set search_path = public as $$
  select p.tenant_id, p.id from plan p
  where p.state in ('solving', 'committing', 'undoing') and (p.lease_until is null or p.lease_until < at)
  order by p.created_at
$$;
revoke all on function plans_to_run(timestamptz) from public;
grant execute on function plans_to_run(timestamptz) to peineng_dispatcher;
