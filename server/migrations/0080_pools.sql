-- Pools (公海): where records lie that nobody owns and people may take themselves. Settings are rows edited by managers,
-- not the policy: a pool manager changes a limit in the morning without publishing a policy for the company.

create table pool (
  tenant_id uuid not null references tenant (id) on delete cascade,
  -- Rules of the policy name pools, so the id is a text a person can write.
  id text not null check (id ~ '^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$'),
  name text not null check (name <> ''),
  note text not null default '',
  position int not null default 0,
  version int not null default 1,
  is_open boolean not null default true,
  -- What it takes in on recall: an empty list takes all.
  takes_recalled boolean not null default true,
  regions text[] not null default '{}',
  sources text[] not null default '{}',
  tiers text[] not null default '{}',
  -- Claiming.
  mode text not null default 'first_come' check (mode in ('first_come', 'sealed')),
  window_seconds int not null default 30 check (window_seconds between 5 and 3600),
  daily_claims int default 10 check (daily_claims >= 0),
  daily_views int default 50 check (daily_views >= 0),
  holding_limit int default 50 check (holding_limit >= 0),
  -- Records with one of these tags do not count against the holding limit; won customers never do.
  holding_excluded_tags text[] not null default '{战略客户,strategic}',
  shield_minutes int not null default 0 check (shield_minutes between 0 and 43200),
  cool_down_days int not null default 7 check (cool_down_days between 0 and 3650),
  must_match boolean not null default true,
  respects_gauges boolean not null default true,
  -- A customer a colleague already follows (A6): refuse the claim, or refuse it and hand the record to them.
  when_followed text not null default 'block' check (when_followed in ('block', 'route')),
  backlog_minutes int not null default 120 check (backlog_minutes between 0 and 1440),
  -- Hours unclaimed after which its managers are told (F6).
  unnoticed_hours int not null default 24 check (unnoticed_hours between 1 and 8760),
  -- Protection (Decision 4), and other terms per customer class: {"A": {"protectDays": 30, …}}.
  protect_days int not null default 10 check (protect_days between 1 and 3650),
  extend_days int not null default 3 check (extend_days between 0 and 3650),
  max_days int not null default 20 check (max_days between 1 and 3650),
  class_terms jsonb not null default '{}',
  -- Custom attribute of an account that says when its contract ends; null = contracts are not watched.
  contract_end_key text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id)
);
call make_tenant_table('pool');

-- Who may claim (reps and teams; nobody named = everybody) and who manages (members of the company).
create table pool_member (
  tenant_id uuid not null,
  pool_id text not null,
  kind text not null check (kind in ('rep', 'team', 'manager')),
  subject_id uuid not null,
  primary key (tenant_id, pool_id, kind, subject_id),
  foreign key (tenant_id, pool_id) references pool (tenant_id, id) on delete cascade
);
call make_tenant_table('pool_member');

-- The last stay of an item in a pool, written by assignment with the change of hands itself. Of an item somebody took
-- it says which pool it came from and when it was taken: its protection counts from there.
create table pool_stay (
  tenant_id uuid not null,
  item_id uuid not null,
  pool_id text not null,
  entered_at timestamptz not null,
  -- Cause of the change of hands: released, recalled, imported, created, assigned.
  cause text not null,
  reason text,
  from_rep_id uuid,
  left_at timestamptz,
  taken_by uuid,
  -- When its managers were told that nobody takes it.
  told_at timestamptz,
  primary key (tenant_id, item_id)
);
create index pool_stay_lying on pool_stay (tenant_id, pool_id, entered_at) where left_at is null;
create index pool_stay_taken on pool_stay (tenant_id, taken_by, left_at) where left_at is not null;
call make_tenant_table('pool_stay');
create index work_item_pool on work_item (tenant_id, pool_id) where state = 'pooled';

-- What one person did in one pool on one day of the company: a row per day, so limits start over by themselves.
create table pool_day (
  tenant_id uuid not null,
  pool_id text not null,
  rep_id uuid not null,
  day date not null,
  claims int not null default 0,
  views int not null default 0,
  -- Of the claims those that came in before the day began.
  backlog int not null default 0,
  primary key (tenant_id, pool_id, rep_id, day)
);
call make_tenant_table('pool_day');

-- Records a person opened that day: looking twice counts once.
create table pool_view (
  tenant_id uuid not null,
  rep_id uuid not null,
  day date not null,
  item_id uuid not null,
  primary key (tenant_id, rep_id, day, item_id)
);
call make_tenant_table('pool_view');

-- A sealed window: bids are collected, then drawn. The seal is published at once, seed and nonce with the result.
create table pool_window (
  tenant_id uuid not null,
  id uuid not null,
  pool_id text not null,
  item_id uuid not null,
  opened_at timestamptz not null,
  closes_at timestamptz not null,
  seed bigint not null,
  nonce text not null,
  seal text not null,
  closed_at timestamptz,
  winner_rep_id uuid,
  -- The draw as it was: bids with tickets and places, and who was passed over, why.
  result jsonb,
  primary key (tenant_id, id)
);
create unique index pool_window_open on pool_window (tenant_id, item_id) where closed_at is null;
create index pool_window_due on pool_window (tenant_id, closes_at) where closed_at is null;
create index pool_window_by_pool on pool_window (tenant_id, pool_id, opened_at desc);
call make_tenant_table('pool_window');

create table pool_bid (
  tenant_id uuid not null,
  window_id uuid not null,
  rep_id uuid not null,
  actor_id uuid,
  at timestamptz not null,
  primary key (tenant_id, window_id, rep_id),
  foreign key (tenant_id, window_id) references pool_window (tenant_id, id) on delete cascade
);
call make_tenant_table('pool_bid');

-- Tenants a pool sweep has to visit: ids only.
create function tenants_with_due_windows(now timestamptz) returns setof uuid language sql stable security definer
set search_path = public as $$
  select distinct tenant_id from pool_window where closed_at is null and closes_at <= now $$;
create function tenants_with_pooled() returns setof uuid language sql stable security definer
set search_path = public as $$ select distinct tenant_id from work_item where state = 'pooled' $$;
revoke all on function tenants_with_due_windows(timestamptz), tenants_with_pooled() from public;
grant execute on function tenants_with_due_windows(timestamptz), tenants_with_pooled() to peineng_dispatcher;
