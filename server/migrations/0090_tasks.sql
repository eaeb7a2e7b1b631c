-- Tasks as 3W1H cards (K4, D26): who, what, by when, how. Who owns one stands in work_item, like all work.

create table task (
  tenant_id uuid not null,
  id uuid not null,
  version int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  -- Who dispatched it: member or key.
  created_by uuid,
  updated_by uuid,
  title text not null check (title <> ''),
  -- How: what has to be true for it to be done, and who or what says so.
  standard text not null,
  acceptance text not null default '',
  starts_at timestamptz not null,
  -- A task without a date is a wish (G1).
  due_at timestamptz not null,
  value text check (value in ('high', 'mid', 'low')),
  difficulty text check (difficulty in ('easy', 'medium', 'hard')),
  points_hundredths int not null,
  -- What it is for; null = free-standing.
  item_kind text check (item_kind in ('lead', 'account', 'contact', 'opportunity')),
  item_id uuid,
  state text not null default 'todo' check (state in ('todo', 'doing', 'blocked', 'review', 'done', 'cancelled')),
  -- Two-way confirmation: the owner read it and understood, or asks.
  dispatched_at timestamptz not null,
  acknowledged_at timestamptz,
  understood boolean,
  question text,
  -- As the owner says; shown, and never used to decide whether the plan is kept (G4).
  reported_percent smallint check (reported_percent between 0 and 100),
  blocker_code text,
  blocker_note text,
  blocked_at timestamptz,
  finished_at timestamptz,
  result text,
  -- The policy's next step it was made from.
  step_id text,
  primary key (tenant_id, id),
  check (due_at > starts_at),
  check ((item_kind is null) = (item_id is null)),
  check ((state = 'blocked') = (blocker_code is not null))
);
create index task_by_due on task (tenant_id, due_at, id) where state not in ('done', 'cancelled');
create index task_by_item on task (tenant_id, item_id, created_at desc) where item_id is not null;
create index task_by_creation on task (tenant_id, created_at desc, id desc);
create index task_by_creator on task (tenant_id, created_by, created_at desc);
call make_tenant_table('task');

create table task_collaborator (
  tenant_id uuid not null,
  task_id uuid not null,
  rep_id uuid not null,
  primary key (tenant_id, task_id, rep_id),
  foreign key (tenant_id, task_id) references task (tenant_id, id) on delete cascade,
  foreign key (tenant_id, rep_id) references rep (tenant_id, id)
);
create index task_collaborator_by_rep on task_collaborator (tenant_id, rep_id);
call make_tenant_table('task_collaborator');

-- Dated milestones: planned progress is how many should be passed by now, real progress how many are (G4).
create table task_checkpoint (
  tenant_id uuid not null,
  id uuid not null,
  task_id uuid not null,
  title text not null,
  due_at timestamptz not null,
  done_at timestamptz,
  done_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, task_id) references task (tenant_id, id) on delete cascade
);
create index task_checkpoint_by_task on task_checkpoint (tenant_id, task_id, due_at);
call make_tenant_table('task_checkpoint');

-- What was said under the card stays said.
create table task_comment (
  tenant_id uuid not null,
  id uuid not null,
  task_id uuid not null,
  at timestamptz not null,
  author_kind text not null,
  author_id uuid not null,
  author_rep_id uuid,
  body text not null check (body <> ''),
  primary key (tenant_id, id),
  foreign key (tenant_id, task_id) references task (tenant_id, id) on delete cascade
);
create index task_comment_by_task on task_comment (tenant_id, task_id, at, id);
call make_tenant_table('task_comment', 'select, insert');

-- Every time a task stood still, with the coded reason (Q1): the rows of the heat map.
create table task_blocker (
  tenant_id uuid not null,
  id uuid not null,
  task_id uuid not null,
  owner_id uuid,
  code text not null,
  note text not null default '',
  at timestamptz not null,
  cleared_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, task_id) references task (tenant_id, id) on delete cascade
);
create index task_blocker_by_task on task_blocker (tenant_id, task_id, at desc);
create index task_blocker_by_time on task_blocker (tenant_id, at desc);
call make_tenant_table('task_blocker', 'select, insert, update');

-- Published for clocks and boards: what is planned, and how much of it has happened.
create view task_plan with (security_invoker = true) as
  select t.tenant_id, t.id as task_id, t.title, t.item_kind, t.item_id, w.owner_id, t.created_by, t.state,
    t.starts_at, t.due_at, t.dispatched_at, t.acknowledged_at, t.blocked_at, t.finished_at,
    (select count(*) from task_checkpoint c where c.tenant_id = t.tenant_id and c.task_id = t.id)::int as checkpoints,
    (select count(*) from task_checkpoint c
      where c.tenant_id = t.tenant_id and c.task_id = t.id and c.done_at is not null)::int as checkpoints_done,
    (select min(c.due_at) from task_checkpoint c
      where c.tenant_id = t.tenant_id and c.task_id = t.id and c.done_at is null) as next_checkpoint_at
  from task t join item_ownership w on w.tenant_id = t.tenant_id and w.item_id = t.id;
grant select on task_plan to peineng_app;

create view task_milestone with (security_invoker = true) as
  select tenant_id, task_id, id as checkpoint_id, title, due_at, done_at from task_checkpoint;
grant select on task_milestone to peineng_app;
