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
create unique index team_name on team (tenant_id, coalesce(parent_id, '00000000-0000-0000-0000-000000000000'), name) where archived_at is null;
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
  hired_on date,
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
  constraint rep_team foreign key (tenant_id, team_id) references team (tenant_id, id)
);
create unique index rep_external on rep (tenant_id, external_id) where external_id is not null;
create index rep_by_team on rep (tenant_id, team_id);
call make_tenant_table('rep');

-- Identity came first and could not name these yet.
alter table member add constraint member_team foreign key (tenant_id, team_id) references team (tenant_id, id);
alter table member add constraint member_rep foreign key (tenant_id, rep_id) references rep (tenant_id, id);
alter table api_key add constraint api_key_team foreign key (tenant_id, team_id) references team (tenant_id, id);
alter table api_key add constraint api_key_rep foreign key (tenant_id, rep_id) references rep (tenant_id, id);

-- Where we sell. A rep's `territories` name nodes of this tree (by name, alias or id) and cover everything below.
create table territory (
  tenant_id uuid not null references tenant (id) on delete cascade,
  id uuid not null,
  parent_id uuid,
  kind text not null check (kind in ('country', 'region', 'province', 'city')),
  name text not null,
  -- Other spellings leads come with: 江苏省, Jiangsu.
  aliases text[] not null default '{}',
  created_at timestamptz not null,
  version int not null default 1,
  primary key (tenant_id, id),
  constraint territory_parent foreign key (tenant_id, parent_id) references territory (tenant_id, id)
);
create unique index territory_name on territory (tenant_id, coalesce(parent_id, '00000000-0000-0000-0000-000000000000'), name);
create index territory_by_parent on territory (tenant_id, parent_id);
call make_tenant_table('territory');

create table product_line (
  tenant_id uuid not null references tenant (id) on delete cascade,
  id uuid not null,
  name text not null,
  archived_at timestamptz,
  created_at timestamptz not null,
  version int not null default 1,
  primary key (tenant_id, id)
);
create unique index product_line_name on product_line (tenant_id, name) where archived_at is null;
call make_tenant_table('product_line');

-- What a rep is known to be good at: one row per source, never without evidence.
create table rep_tag (
  tenant_id uuid not null references tenant (id) on delete cascade,
  id uuid not null,
  rep_id uuid not null,
  family text not null check (family in
    ('industry', 'communication', 'rhythm', 'tools', 'sales_skill', 'self_management', 'customer_feedback')),
  tag text not null,
  level int not null check (level between 1 and 5),
  source text not null check (source in ('history', 'callback', 'manager')),
  evidence text not null check (length(trim(evidence)) >= 4),
  assessed_at timestamptz not null,
  assessed_by uuid,
  primary key (tenant_id, id),
  unique (tenant_id, rep_id, tag, source),
  foreign key (tenant_id, rep_id) references rep (tenant_id, id)
);
call make_tenant_table('rep_tag');

-- Duty besides the week: an evening on call, a weekend shift.
create table duty_shift (
  tenant_id uuid not null references tenant (id) on delete cascade,
  id uuid not null,
  rep_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  note text not null default '',
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, rep_id) references rep (tenant_id, id)
);
create index duty_shift_by_rep on duty_shift (tenant_id, rep_id, starts_at);
call make_tenant_table('duty_shift');

create table rep_leave (
  tenant_id uuid not null references tenant (id) on delete cascade,
  id uuid not null,
  rep_id uuid not null,
  kind text not null check (kind in ('annual', 'sick', 'personal', 'training', 'other')),
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  note text not null default '',
  created_at timestamptz not null,
  cancelled_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, rep_id) references rep (tenant_id, id)
);
create index rep_leave_by_rep on rep_leave (tenant_id, rep_id, starts_at);
create index rep_leave_by_time on rep_leave (tenant_id, starts_at desc, id);
call make_tenant_table('rep_leave');

-- Days that differ from the week: public holidays (off) and make-up days (work).
create table calendar_day (
  tenant_id uuid not null references tenant (id) on delete cascade,
  day date not null,
  kind text not null check (kind in ('off', 'work')),
  name text not null default '',
  primary key (tenant_id, day)
);
call make_tenant_table('calendar_day');

-- A year without a confirmed row is shown as "calendar not confirmed".
create table calendar_year (
  tenant_id uuid not null references tenant (id) on delete cascade,
  year int not null check (year between 2000 and 2200),
  confirmed boolean not null,
  version int not null default 1,
  primary key (tenant_id, year)
);
call make_tenant_table('calendar_year');

-- Bumped by every write that changes whom the engine may choose; the assigner reloads its roster then.
create table roster_revision (
  tenant_id uuid not null primary key references tenant (id) on delete cascade,
  revision bigint not null
);
call make_tenant_table('roster_revision');

-- Published for slices below and above: which team stands under which (itself included), and where a rep stands.
create view team_ancestry with (security_invoker = true) as
  with recursive up as (
    select tenant_id, id, id as ancestor_id, parent_id as next_id from team
    union
    select up.tenant_id, up.id, t.id, t.parent_id from up join team t on t.tenant_id = up.tenant_id and t.id = up.next_id
  )
  select tenant_id, id, ancestor_id from up;
grant select on team_ancestry to peineng_app;

create view rep_place with (security_invoker = true) as
  select tenant_id, id, name, team_id, status from rep;
grant select on rep_place to peineng_app;

-- Decisions name the roster they saw, and rosters carry names. The one change the app may make to a stored roster is to
-- take an erased rep's name out of its own company's; ids and everything a replay computes with stay.
create function erase_from_rosters(rep uuid, replacement text) returns void
language plpgsql security definer set search_path = public as $$
begin
  update roster_version v set document = (
    select jsonb_agg(
      case when e.one ->> 'id' = rep::text then jsonb_set(e.one, '{name}', to_jsonb(replacement)) else e.one end
      order by e.place)
    from jsonb_array_elements(v.document) with ordinality as e(one, place))
  where v.tenant_id = current_tenant()
    and v.document @> jsonb_build_array(jsonb_build_object('id', rep::text));
end $$;
revoke all on function erase_from_rosters(uuid, text) from public;
grant execute on function erase_from_rosters(uuid, text) to peineng_app;
