-- What leaves the house: one row per message and receiver, made in the transaction that knows of it, sent afterwards,
-- kept with what became of it.

create table delivery (
  tenant_id uuid not null,
  id uuid not null,
  -- email | push | robot | webhook: who sends it.
  channel text not null,
  -- The member, push subscription, robot or webhook it goes to.
  target_id uuid not null,
  -- The same message to the same receiver is one row, however often it is asked for.
  dedupe_key text not null,
  event_id uuid,
  body jsonb not null,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'dead', 'skipped')),
  attempts int not null default 0,
  due_at timestamptz not null,
  created_at timestamptz not null,
  finished_at timestamptz,
  -- Why the last try failed: a code, and what the other side said.
  error text,
  detail text,
  primary key (tenant_id, id)
);
create unique index delivery_once on delivery (tenant_id, dedupe_key);
create index delivery_waiting on delivery (tenant_id, channel, target_id, due_at, id) where state = 'waiting';
create index delivery_log on delivery (tenant_id, id desc);
call make_tenant_table('delivery');

-- One row per receiver: whom a sweep has to visit costs by who is due, not by what is kept, and a receiver is written
-- to by one process at a time.
create table delivery_target (
  tenant_id uuid not null,
  channel text not null,
  target_id uuid not null,
  -- The earliest that waits; null = nothing does.
  due_at timestamptz,
  -- Taken by a process until then, or left alone after a failure.
  not_before timestamptz not null default '-infinity',
  minute_at timestamptz not null default '-infinity',
  minute_count int not null default 0,
  -- Failures in a row.
  failures int not null default 0,
  last_sent_at timestamptz,
  error text,
  error_at timestamptz,
  primary key (tenant_id, channel, target_id)
);
create index delivery_target_due on delivery_target (due_at) where due_at is not null;
call make_tenant_table('delivery_target');

create function due_delivery_targets(at timestamptz, up_to int)
returns table (tenant_id uuid, channel text, target_id uuid) language sql stable security definer
set search_path = public as $$
  select t.tenant_id, t.channel, t.target_id from delivery_target t
  where t.due_at <= at and t.not_before <= at order by t.due_at limit up_to
$$;
revoke all on function due_delivery_targets(timestamptz, int) from public;
grant execute on function due_delivery_targets(timestamptz, int) to peineng_dispatcher;
