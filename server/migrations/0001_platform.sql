-- What every slice stands on: tenants, the rule that makes a table a tenant's, events, idempotency, audit.

create extension if not exists pg_trgm;

create table tenant (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{1,62}$'),
  name text not null,
  time_zone text not null default 'Asia/Shanghai',
  -- Set by the demo generator, so that nobody mistakes invented people for real ones.
  is_demo boolean not null default false,
  created_at timestamptz not null
);
grant select, insert, update on tenant to peineng_app, peineng_dispatcher;

-- The tenant of the running transaction; null outside one, and then row security shows nothing.
create function current_tenant() returns uuid language sql stable parallel safe as
$$ select nullif(current_setting('app.tenant', true), '')::uuid $$;

-- Every table of a tenant goes through here: forced row security below the application's own filter.
create procedure make_tenant_table(target regclass, privileges text default 'select, insert, update, delete')
language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format(
    'create policy tenant_wall on %s using (tenant_id = current_tenant()) with check (tenant_id = current_tenant())',
    target);
  -- The owner runs backups and migrations, never requests.
  execute format('create policy owner_door on %s to peineng_owner using (true) with check (true)', target);
  execute format('grant %s on %s to peineng_app', privileges, target);
end $$;

-- Tables written for every lead carry no foreign key to tenant: each row would look up and share-lock the one tenant
-- row, ten times a lead. Row security's `with check` is what keeps a foreign tenant's id out of them.

-- The outbox: written in the business transaction, read by subscribers and by live updates.
create table event (
  tenant_id uuid not null,
  id uuid not null,
  created_at timestamptz not null,
  -- Order of visibility: a reader advances only below pg_snapshot_xmin, so no late commit is skipped.
  xid xid8 not null default pg_current_xact_id(),
  seq bigint generated always as identity,
  type text not null,
  entity_kind text not null,
  entity_id uuid,
  actor_id uuid,
  payload jsonb not null default '{}',
  primary key (tenant_id, id, created_at)
);
create index event_by_seq on event (tenant_id, seq);
call make_tenant_table('event', 'select, insert');

-- How far each subscriber has come, per tenant.
create table event_cursor (
  tenant_id uuid not null references tenant (id) on delete cascade,
  subscriber text not null,
  seq bigint not null,
  updated_at timestamptz not null,
  primary key (tenant_id, subscriber)
);
call make_tenant_table('event_cursor');

-- One row per write that carried an Idempotency-Key; made in the same transaction as the write itself.
create table idempotency_key (
  tenant_id uuid not null,
  principal_id uuid not null,
  key text not null check (length(key) between 1 and 255),
  request_hash text not null,
  status int,
  -- json, not jsonb: the same answer means the same bytes, key order included.
  response json,
  created_at timestamptz not null,
  primary key (tenant_id, principal_id, key)
);
create index idempotency_key_age on idempotency_key (tenant_id, created_at);
call make_tenant_table('idempotency_key');

create table audit (
  tenant_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  actor_kind text not null,
  actor_id uuid,
  action text not null,
  entity_kind text not null,
  entity_id uuid,
  detail jsonb not null default '{}',
  ip text,
  primary key (tenant_id, id, at)
);
create index audit_by_time on audit (tenant_id, at desc);
call make_tenant_table('audit', 'select, insert');

-- Tenants a sweep has to visit: ids only, so the dispatcher never reads a tenant's rows.
create function all_tenant_ids() returns setof uuid language sql stable security definer
set search_path = public as $$ select id from tenant order by id $$;
revoke all on function all_tenant_ids() from public;
grant execute on function all_tenant_ids() to peineng_dispatcher;
