-- Assignment policies: published versions never change, one draft at a time.

create table policy_version (
  tenant_id uuid not null references tenant (id) on delete cascade,
  version int not null check (version > 0),
  document jsonb not null,
  hash text not null,
  note text not null default '',
  -- The version this one copies, where it is a roll-back.
  rolled_back_to int,
  published_by uuid,
  published_at timestamptz not null,
  primary key (tenant_id, version)
);
call make_tenant_table('policy_version', 'select, insert');

create table policy_draft (
  tenant_id uuid not null primary key references tenant (id) on delete cascade,
  document jsonb not null,
  -- Counts edits; If-Match names it.
  revision int not null,
  base_version int not null,
  updated_by uuid,
  updated_at timestamptz not null
);
call make_tenant_table('policy_draft');
