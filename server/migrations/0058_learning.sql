-- What outcomes taught: win models with their versions, jobs, drift; capability with its proposals.

-- Every model that was ever trained, with its report. Kept, compared, put into use, rolled back.
create table win_model (
  tenant_id uuid not null references tenant (id) on delete cascade,
  id uuid not null,
  -- 1, 2, 3 … per company: what people call it.
  number int not null,
  -- The engine's ModelDocument, validation and left-out columns included.
  document jsonb not null,
  hash text not null,
  verdict text not null,
  passed boolean not null,
  outcomes int not null,
  trained_at timestamptz not null,
  cause text not null check (cause in ('nightly', 'asked', 'drift')),
  asked_by uuid,
  primary key (tenant_id, id)
);
create unique index win_model_number on win_model (tenant_id, number);
call make_tenant_table('win_model', 'select, insert');

-- The model in use. One row per company; its lock is the lock on everything below.
create table win_model_in_use (
  tenant_id uuid not null primary key references tenant (id) on delete cascade,
  model_id uuid,
  -- The model as outcomes since its training moved it: one step each.
  online jsonb,
  learned int not null default 0,
  -- Drift rang: everybody has the base rate until a newer model is put into use.
  suspended text check (suspended in ('drift')),
  -- A person chose: the night does not change it.
  pinned boolean not null default false,
  since timestamptz not null,
  -- Newcomers with budget left.
  explorers uuid[] not null default '{}',
  -- Moves with every change a decision could see.
  revision bigint not null default 1,
  -- When the training data were last looked at, whatever came of it.
  trained_at timestamptz,
  foreign key (tenant_id, model_id) references win_model (tenant_id, id)
);
call make_tenant_table('win_model_in_use');

-- Who put which model into use, when and why.
create table win_model_change (
  tenant_id uuid not null references tenant (id) on delete cascade,
  id uuid not null,
  at timestamptz not null,
  from_model_id uuid,
  to_model_id uuid,
  cause text not null check (cause in ('nightly', 'not_better', 'activated', 'rolled_back', 'switched_off', 'drift')),
  actor_id uuid,
  note text,
  primary key (tenant_id, id)
);
call make_tenant_table('win_model_change', 'select, insert');

-- Columns the detector accused and a person confirmed to be known at arrival.
create table win_model_column (
  tenant_id uuid not null references tenant (id) on delete cascade,
  name text not null,
  confirmed_by uuid,
  confirmed_at timestamptz not null,
  primary key (tenant_id, name)
);
call make_tenant_table('win_model_column');

-- What was predicted for an outcome before it was known: the only honest measure of a model in use.
create table win_model_check (
  tenant_id uuid not null references tenant (id) on delete cascade,
  item_id uuid not null,
  model_id uuid not null,
  at timestamptz not null,
  predicted_millionths int not null,
  won boolean not null,
  primary key (tenant_id, item_id)
);
create index win_model_check_by_time on win_model_check (tenant_id, model_id, at desc);
call make_tenant_table('win_model_check');

-- Items a newcomer got because of a draw: what the budget was spent on (2.B-8).
create table exploration_use (
  tenant_id uuid not null references tenant (id) on delete cascade,
  item_id uuid not null,
  rep_id uuid not null,
  at timestamptz not null,
  primary key (tenant_id, item_id, rep_id)
);
create index exploration_use_by_time on exploration_use (tenant_id, at);
call make_tenant_table('exploration_use', 'select, insert');

-- Work for the learning thread: a night's or somebody's.
create table learning_job (
  tenant_id uuid not null references tenant (id) on delete cascade,
  id uuid not null,
  kind text not null check (kind in ('model', 'capability')),
  cause text not null check (cause in ('nightly', 'asked', 'drift')),
  asked_by uuid,
  asked_at timestamptz not null,
  state text not null default 'queued' check (state in ('queued', 'running', 'done', 'failed')),
  started_at timestamptz,
  finished_at timestamptz,
  model_id uuid,
  error text,
  primary key (tenant_id, id)
);
-- One waiting or running job of a kind: whoever asks meanwhile is answered by it.
create unique index learning_job_open on learning_job (tenant_id, kind) where state in ('queued', 'running');
call make_tenant_table('learning_job');

create function tenants_with_learning() returns setof uuid language sql stable security definer
set search_path = public as $$ select distinct tenant_id from learning_job where state in ('queued', 'running') $$;
revoke all on function tenants_with_learning() from public;
grant execute on function tenants_with_learning() to peineng_dispatcher;

-- The whole team's capability as computed from its history; the latest is shown, each reader their part.
create table capability_report (
  tenant_id uuid not null references tenant (id) on delete cascade,
  id uuid not null,
  made_at timestamptz not null,
  outcomes int not null,
  document jsonb not null,
  -- The month's proposals were made of it.
  proposed boolean not null default false,
  primary key (tenant_id, id)
);
create index capability_report_latest on capability_report (tenant_id, made_at desc);
call make_tenant_table('capability_report');

-- Monthly proposals: a tag from history, a tag that has gone stale, a weight. A person decides.
create table capability_proposal (
  tenant_id uuid not null references tenant (id) on delete cascade,
  id uuid not null,
  rep_id uuid not null,
  kind text not null check (kind in ('tag', 'stale_tag', 'weight')),
  -- The tag, or `weight`.
  subject text not null,
  family text,
  -- Level 1–5 of a tag, or the weight.
  was int,
  proposed int,
  -- What it rests on, as figures.
  evidence jsonb not null default '{}',
  made_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'accepted', 'declined', 'outdated')),
  decided_at timestamptz,
  decided_by uuid,
  note text,
  primary key (tenant_id, id),
  foreign key (tenant_id, rep_id) references rep (tenant_id, id)
);
create unique index capability_proposal_open on capability_proposal (tenant_id, rep_id, kind, subject) where state = 'open';
create index capability_proposal_by_rep on capability_proposal (tenant_id, rep_id, made_at desc);
call make_tenant_table('capability_proposal');
