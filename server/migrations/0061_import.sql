-- Files somebody handed in, what was made of them, and what stood in the way.

create table import (
  tenant_id uuid not null references tenant (id) on delete cascade,
  id uuid not null,
  kind text not null check (kind in ('leads', 'accounts', 'reps', 'products', 'opportunities')),
  file_name text not null,
  file_size bigint not null default 0,
  file_hash text not null default '',
  -- uploading → ready → working → ready (after a dry run) | done | failed; done → working → undone
  state text not null check (state in ('uploading', 'ready', 'working', 'done', 'failed', 'undone')),
  task text check (task in ('dry_run', 'import', 'undo')),
  format jsonb,
  -- What the file looks like and what was proposed for it.
  columns jsonb not null default '[]',
  preview jsonb not null default '[]',
  mapping jsonb not null default '{}',
  -- Counts, repairs and notes of the last dry run and of the import itself.
  dry_run jsonb,
  result jsonb,
  -- Last row dealt with: where a node that takes over goes on.
  row_reached int not null default 0,
  total_rows int,
  -- Who works on it, until when; a node that died loses it.
  lease_until timestamptz,
  problem jsonb,
  created_by uuid,
  created_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  version int not null default 1,
  primary key (tenant_id, id)
);
create index import_by_time on import (tenant_id, created_at desc, id desc);
create index import_working on import (state) where state = 'working';
call make_tenant_table('import');

-- The file itself, in the database because several nodes may share nothing else; dropped when it is no longer needed.
create table import_chunk (
  tenant_id uuid not null references tenant (id) on delete cascade,
  import_id uuid not null,
  n int not null,
  bytes bytea not null,
  primary key (tenant_id, import_id, n),
  foreign key (tenant_id, import_id) references import (tenant_id, id) on delete cascade
);
alter table import_chunk alter column bytes set storage external;
call make_tenant_table('import_chunk');

-- What was wrong with which row and what would be right; of the last dry run or import.
create table import_error (
  tenant_id uuid not null references tenant (id) on delete cascade,
  import_id uuid not null,
  row_number int not null,
  n int not null,
  severity text not null check (severity in ('error', 'warning')),
  header text not null,
  code text not null,
  given text not null,
  expected text not null,
  primary key (tenant_id, import_id, row_number, n),
  foreign key (tenant_id, import_id) references import (tenant_id, id) on delete cascade
);
call make_tenant_table('import_error');

-- What each row became: a second import of it finds it again, an undo finds what to take back.
create table import_key (
  tenant_id uuid not null references tenant (id) on delete cascade,
  kind text not null,
  key text not null,
  entity_id uuid not null,
  content_hash text not null,
  import_id uuid not null,
  -- false = it was there before, made by hand.
  made boolean not null,
  primary key (tenant_id, kind, key)
);
create index import_key_by_import on import_key (tenant_id, import_id);
call make_tenant_table('import_key');

-- Accounts whose parent had not been read yet; settled at the end of the import.
create table import_parent (
  tenant_id uuid not null references tenant (id) on delete cascade,
  import_id uuid not null,
  account_id uuid not null,
  row_number int not null,
  parent_name text not null,
  primary key (tenant_id, import_id, account_id)
);
call make_tenant_table('import_parent');

-- A mapping somebody settled on, for the next file with the same headers.
create table import_mapping (
  tenant_id uuid not null references tenant (id) on delete cascade,
  kind text not null,
  signature text not null,
  mapping jsonb not null,
  updated_at timestamptz not null,
  primary key (tenant_id, kind, signature)
);
call make_tenant_table('import_mapping');

-- Imports somebody has to work on: ids only.
create function imports_to_run(at timestamptz) returns table (tenant_id uuid, id uuid)
language sql stable security definer set search_path = public as $$
  select i.tenant_id, i.id from import i where i.state = 'working' and (i.lease_until is null or i.lease_until < at)
  order by i.created_at
$$;
revoke all on function imports_to_run(timestamptz) from public;
grant execute on function imports_to_run(timestamptz) to peineng_dispatcher;
