-- Who sells: teams, territories, reps, capability, calendars.

create table team (
  tenant_id uuid not null references tenant (id) on delete cascade,
  id uuid not null,
  parent_id uuid,
  name text not null,
  -- Gauges and limits a team sets for its members; a rep's own win, the tenant's come last.
  gauges jsonb not null default '[]',
  limits jsonb not null default '{}',
  archived_at timestamptz,
  created_at timestamptz not null,
  version int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, parent_id) references team (tenant_id, id)
);
create unique index team_name on team (tenant_id, coalesce(parent_id, id), name) where archived_at is null;
call make_tenant_table('team');

create table rep (
  tenant_id uuid not null references tenant (id) on delete cascade,
  id uuid not null,
  team_id uuid,
  -- Key of the rep in the system it came from; a second import finds it again.
  external_id text,
  name text not null,
  pinyin text not null default '',
  email text,
  phone text,
  roles text[] not null default '{rep}',
  level text not null default 'growing' check (level in ('newcomer', 'growing', 'senior')),
  status text not null default 'active' check (status in ('active', 'paused', 'inactive')),
  weight int not null default 100 check (weight >= 0),
  territories text[] not null default '{}',
  industries text[] not null default '{}',
  product_lines text[] not null default '{}',
  -- null = the company's.
  time_zone text,
  -- e.g. `Mon-Fri 09:00-18:00`; null = always on duty.
  working_hours text,
  -- Only what differs from team and tenant.
  gauges jsonb not null default '[]',
  limits jsonb not null default '{}',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, team_id) references team (tenant_id, id)
);
create unique index rep_external on rep (tenant_id, external_id) where external_id is not null;
call make_tenant_table('rep');

-- Bumped by every write that changes whom the engine may choose; the assigner reloads its roster then.
create table roster_revision (
  tenant_id uuid not null primary key references tenant (id) on delete cascade,
  revision bigint not null
);
call make_tenant_table('roster_revision');
