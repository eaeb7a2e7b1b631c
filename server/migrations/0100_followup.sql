-- Clocks, what they did, prompts to change hands, and relief.

-- One row per running clock. Moving one is an update; a clock that was met is deleted, so what lies here is what runs.
create table timer (
  tenant_id uuid not null,
  -- The item; for a person's own clocks (checkpoint) the rep.
  subject_id uuid not null,
  subject_kind text not null check (subject_kind in ('lead', 'opportunity', 'task', 'rep')),
  kind text not null check (kind in ('first_response', 'reminder', 'recall', 'progress', 'protection', 'checkpoint',
    'relief_return', 'task_deadline', 'task_progress')),
  rep_id uuid,
  -- Class whose figures hold, and the tier the item had when it was last looked at.
  sla_class text not null default '',
  tier text,
  started_at timestamptz not null,
  -- Clocks that were not running when the owner got the item count from here.
  floor_at timestamptz,
  deadline_at timestamptz,
  -- When the sweep has to look at it next: a warning, the deadline, a repetition. null = nothing is to be done.
  due_at timestamptz,
  -- 0 = nobody was warned yet.
  stage int not null default 0,
  fired int not null default 0,
  last_fired_at timestamptz,
  primary key (tenant_id, subject_id, kind)
);
-- A sweep reads what is due from here and nothing else, however many clocks run.
create index timer_due on timer (tenant_id, due_at, subject_id, kind) where due_at is not null;
create index timer_by_rep on timer (tenant_id, rep_id, kind);
call make_tenant_table('timer');

-- Every time a clock did something, with its reason: append-only.
create table timer_firing (
  tenant_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  subject_id uuid not null,
  subject_kind text not null,
  kind text not null,
  rep_id uuid,
  due_at timestamptz not null,
  effect text not null,
  detail jsonb not null default '{}',
  primary key (tenant_id, id)
);
create index timer_firing_by_time on timer_firing (tenant_id, at desc, id desc);
create index timer_firing_by_subject on timer_firing (tenant_id, subject_id, at desc, id desc);
call make_tenant_table('timer_firing', 'select, insert');

-- The service's own pulse, of no tenant: where it was missing, time is credited to whoever could not be warned.
create table service_beat (
  id int primary key check (id = 1),
  beat_at timestamptz not null
);
create table service_outage (
  from_at timestamptz primary key,
  to_at timestamptz not null check (to_at > from_at)
);
grant select, insert, update on service_beat, service_outage to peineng_dispatcher;
grant select on service_outage to peineng_app;

-- "Would somebody else be better?": asked, answered, remembered. Codes only; sentences are the client's.
create table trigger_prompt (
  tenant_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  item_id uuid not null,
  item_kind text not null,
  cause text not null,
  from_rep_id uuid not null,
  to_rep_id uuid,
  audience text not null check (audience in ('owner', 'manager')),
  gain_thousandths int,
  detail jsonb not null default '{}',
  expires_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'accepted', 'declined', 'obsolete')),
  answered_at timestamptz,
  answered_by uuid,
  note text,
  primary key (tenant_id, id),
  foreign key (tenant_id, from_rep_id) references rep (tenant_id, id),
  foreign key (tenant_id, to_rep_id) references rep (tenant_id, id)
);
-- One open question per item and kind of answer; also what keeps two sweeps from asking twice.
create unique index trigger_prompt_open on trigger_prompt (tenant_id, item_id, (to_rep_id is null)) where state = 'open';
create index trigger_prompt_by_item on trigger_prompt (tenant_id, item_id, at desc);
create index trigger_prompt_by_rep on trigger_prompt (tenant_id, from_rep_id, state, at desc);
call make_tenant_table('trigger_prompt');

-- Work that changed hands to relieve somebody (E9); with an end, it is offered back then.
create table relief_transfer (
  tenant_id uuid not null,
  item_id uuid not null,
  at timestamptz not null,
  kind text not null check (kind in ('peers', 'reserve', 'telesales')),
  from_rep_id uuid not null,
  to_rep_id uuid not null,
  until timestamptz,
  actor_id uuid,
  primary key (tenant_id, item_id, at),
  foreign key (tenant_id, from_rep_id) references rep (tenant_id, id),
  foreign key (tenant_id, to_rep_id) references rep (tenant_id, id)
);
call make_tenant_table('relief_transfer');

-- Where each person's load stood when it was last looked at, so that crossing a gauge is announced once.
create table load_mark (
  tenant_id uuid not null,
  rep_id uuid not null,
  level text not null,
  on_leave boolean not null default false,
  marked_at timestamptz not null,
  primary key (tenant_id, rep_id),
  foreign key (tenant_id, rep_id) references rep (tenant_id, id)
);
call make_tenant_table('load_mark');

-- A company whose clocks are computed again one page after the other, because its policy or calendar changed.
create table clock_resync (
  tenant_id uuid not null primary key references tenant (id) on delete cascade,
  asked_at timestamptz not null,
  -- Items up to here are done.
  after_id uuid
);
call make_tenant_table('clock_resync');

create function tenants_to_resync() returns setof uuid language sql stable security definer
set search_path = public as $$ select tenant_id from clock_resync order by tenant_id $$;
revoke all on function tenants_to_resync() from public;
grant execute on function tenants_to_resync() to peineng_dispatcher;

create function tenants_with_due_timers(moment timestamptz) returns setof uuid language sql stable security definer
set search_path = public as $$
  select t.id from tenant t
  where exists (select from timer i where i.tenant_id = t.id and i.due_at <= moment) order by t.id
$$;
revoke all on function tenants_with_due_timers(timestamptz) from public;
grant execute on function tenants_with_due_timers(timestamptz) to peineng_dispatcher;

-- Published by identity for whoever has to find the leader of somebody.
create view member_place with (security_invoker = true) as
  select tenant_id, id, role, team_id, rep_id, status from member;
grant select on member_place to peineng_app;

-- Published by customers for lists of mixed items: what a lead or an opportunity is called and when it is to happen.
create view item_name with (security_invoker = true) as
  select tenant_id, id as item_id, 'lead' as kind, name, company, created_at, next_step_at,
    null::timestamptz as expected_close_at, facts ->> 'lifecycleStage' as lifecycle_stage, tier, points_hundredths,
    account_id
  from lead
  union all
  select o.tenant_id, o.id, 'opportunity', o.name, coalesce(a.name, ''), o.created_at, o.next_step_at,
    o.expected_close_on::timestamptz, coalesce(o.facts ->> 'lifecycleStage', a.lifecycle_stage), o.tier,
    o.points_hundredths, o.account_id
  from opportunity o left join account a on a.tenant_id = o.tenant_id and a.id = o.account_id;
grant select on item_name to peineng_app;

-- Companies that were here before the clocks get theirs.
insert into clock_resync (tenant_id, asked_at) select id, now() from tenant;
