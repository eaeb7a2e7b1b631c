-- Who has what, and why. This slice is the only writer of ownership.

-- Where an item stands now: owned, pooled, waiting or closed.
create table work_item (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('lead', 'account', 'opportunity', 'task')),
  state text not null check (state in ('owned', 'pooled', 'waiting', 'closed')),
  owner_id uuid,
  pool_id text,
  priority int not null default 0,
  created_at timestamptz not null,
  waiting_since timestamptz,
  -- When time alone may release it (shift starts, cap period starts, rule relaxes).
  release_at timestamptz,
  release jsonb,
  reason_code text not null,
  reason_params jsonb not null default '{}',
  decision_id uuid,
  points_hundredths int not null,
  -- What it puts on its owner's load index now; 0 after a next step beyond this week.
  load_hundredths int not null default 0,
  load_returns_at timestamptz,
  -- What taking it added to each gauge of its owner, so that giving it back takes off exactly that.
  effects jsonb not null default '{}',
  owned_since timestamptz,
  accepted_at timestamptz,
  reassignments int not null default 0,
  -- A person chose this owner: automation asks before it changes it (X23).
  pinned boolean not null default false,
  -- Who had the customer before (A6, X9), and who must not get it (gave it back, declined).
  continuity_owner_id uuid,
  excluded_rep_ids uuid[] not null default '{}',
  version int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, owner_id) references rep (tenant_id, id),
  check ((state = 'owned') = (owner_id is not null) or state = 'closed')
);
create index work_item_owner on work_item (tenant_id, owner_id, state);
create index work_item_waiting on work_item (tenant_id, priority desc, created_at, id) where state = 'waiting';
create index work_item_release on work_item (tenant_id, release_at) where state = 'waiting' and release_at is not null;
create index work_item_load_returns on work_item (tenant_id, load_returns_at) where load_returns_at is not null;
call make_tenant_table('work_item');

-- The row a decision locks: what a rep carries and has received. Locked in id order, changed conditionally.
create table rep_load (
  tenant_id uuid not null references tenant (id) on delete cascade,
  rep_id uuid not null,
  load_hundredths int not null default 0,
  open_items int not null default 0,
  opportunities int not null default 0,
  key_projects int not null default 0,
  customers int not null default 0,
  -- Counts belong to the day, week (Monday) and month named beside them, in the company's zone; another period = 0.
  day date not null,
  received_today int not null default 0,
  high_intent_today int not null default 0,
  week date not null,
  received_week int not null default 0,
  month date not null,
  received_month int not null default 0,
  followed_month int not null default 0,
  unfollowed_permille int not null default 0,
  -- Seen on leave or paused: back again, their turns are calibrated before they receive (X1).
  away boolean not null default false,
  version bigint not null default 0,
  primary key (tenant_id, rep_id),
  foreign key (tenant_id, rep_id) references rep (tenant_id, id)
);
call make_tenant_table('rep_load');

create table fairness_ledger (
  tenant_id uuid not null,
  queue text not null,
  period text not null,
  rep_id uuid not null,
  received_thousandths bigint not null default 0,
  calibration_thousandths bigint not null default 0,
  primary key (tenant_id, queue, period, rep_id)
);
call make_tenant_table('fairness_ledger');

-- What a decision saw of the slow-moving world; named by hash, stored once.
create table roster_version (
  tenant_id uuid not null references tenant (id) on delete cascade,
  hash text not null,
  document jsonb not null,
  created_at timestamptz not null,
  primary key (tenant_id, hash)
);
call make_tenant_table('roster_version', 'select, insert');

-- A policy is compiled against the custom fields there are; decisions name the result by its hash.
create table policy_compilation (
  tenant_id uuid not null references tenant (id) on delete cascade,
  hash text not null,
  policy_version int not null,
  fields jsonb not null,
  created_at timestamptz not null,
  primary key (tenant_id, hash)
);
call make_tenant_table('policy_compilation', 'select, insert');

create table win_model_version (
  tenant_id uuid not null references tenant (id) on delete cascade,
  hash text not null,
  document jsonb not null,
  created_at timestamptz not null,
  primary key (tenant_id, hash)
);
call make_tenant_table('win_model_version', 'select, insert');

-- The model decisions are made with now; versions stay, so any of them can be named again.
create table win_model_current (
  tenant_id uuid not null primary key references tenant (id) on delete cascade,
  hash text not null,
  set_at timestamptz not null
);
call make_tenant_table('win_model_current');

-- Append-only: the app role may neither update nor delete.
create table decision (
  tenant_id uuid not null,
  id uuid not null,
  created_at timestamptz not null,
  item_kind text not null,
  item_id uuid not null,
  mode text not null,
  state text not null,
  rep_id uuid,
  rule_id text,
  reason_code text not null,
  reason_params jsonb not null,
  actor_id uuid,
  engine_version text not null,
  policy_version int not null,
  roster_hash text not null,
  model_hash text not null,
  -- Codes and integers, no sentences; see the engine's codec.
  body bytea not null,
  salt bytea not null,
  content_hash bytea not null,
  primary key (tenant_id, id, created_at)
);
create index decision_by_item on decision (tenant_id, item_id, created_at desc);
create index decision_by_rep on decision (tenant_id, rep_id, created_at desc);
call make_tenant_table('decision', 'select, insert');

-- The item as the decision saw it. Apart, because it may hold personal data: erasing it leaves the salted commitment
-- in the decision's content hash and the chain whole, and verify says that the input was erased.
create table decision_input (
  tenant_id uuid not null,
  decision_id uuid not null,
  item bytea not null,
  primary key (tenant_id, decision_id)
);
call make_tenant_table('decision_input', 'select, insert, delete');

-- Committed but not yet chained; the sealer moves rows from here into the chain.
create table decision_unsealed (
  tenant_id uuid not null,
  decision_id uuid not null,
  content_hash bytea not null,
  primary key (tenant_id, decision_id)
);
call make_tenant_table('decision_unsealed', 'select, insert, delete');

create table decision_chain (
  tenant_id uuid not null,
  seq bigint not null,
  decision_id uuid not null,
  content_hash bytea not null,
  chain_hash bytea not null,
  sealed_at timestamptz not null,
  primary key (tenant_id, seq)
);
create unique index decision_chain_by_decision on decision_chain (tenant_id, decision_id);
call make_tenant_table('decision_chain', 'select, insert');

-- Every time an item changed hands: append-only.
create table ownership_change (
  tenant_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  item_id uuid not null,
  from_state text,
  from_owner_id uuid,
  to_state text not null,
  to_owner_id uuid,
  to_pool_id text,
  decision_id uuid,
  cause text not null,
  actor_id uuid,
  note text,
  primary key (tenant_id, id, at)
);
create index ownership_change_by_item on ownership_change (tenant_id, item_id, at desc);
call make_tenant_table('ownership_change', 'select, insert');

-- Published for other slices: who has an item and why. They read this, never the table.
create view item_ownership with (security_invoker = true) as
  select tenant_id, id as item_id, kind, state, owner_id, pool_id, waiting_since, release, release_at, reason_code,
         reason_params, decision_id, owned_since, accepted_at, reassignments, load_hundredths, pinned
  from work_item;
grant select on item_ownership to peineng_app;

-- Published for timelines: every time an item changed hands.
create view ownership_history with (security_invoker = true) as
  select tenant_id, id, at, item_id, from_state, from_owner_id, to_state, to_owner_id, to_pool_id, decision_id, cause,
         actor_id, note
  from ownership_change;
grant select on ownership_history to peineng_app;

create view rep_workload with (security_invoker = true) as select * from rep_load;
grant select on rep_workload to peineng_app;

-- Tenants with something to seal or to release: ids only.
create function tenants_to_seal() returns setof uuid language sql stable security definer
set search_path = public as $$ select distinct tenant_id from decision_unsealed $$;
create function tenants_with_waiting() returns setof uuid language sql stable security definer
set search_path = public as $$ select distinct tenant_id from work_item where state = 'waiting' $$;
create function tenants_with_returning_load() returns setof uuid language sql stable security definer
set search_path = public as $$ select distinct tenant_id from work_item where load_returns_at is not null $$;
revoke all on function tenants_to_seal(), tenants_with_waiting(), tenants_with_returning_load() from public;
grant execute on function tenants_to_seal(), tenants_with_waiting(), tenants_with_returning_load() to peineng_dispatcher;
