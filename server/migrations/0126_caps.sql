-- Caps over sliding windows (X6): what was given under each, and a row each to lock.

create table cap_lock (
  tenant_id uuid not null references tenant (id) on delete cascade,
  cap_id text not null,
  primary key (tenant_id, cap_id)
);
call make_tenant_table('cap_lock');

-- A row for everything a cap counts; gone when it has left the window, or went back as if it had never been given.
create table cap_use (
  tenant_id uuid not null,
  cap_id text not null,
  -- Rep id, team id, or rule id (`*` = the fallback).
  subject text not null,
  at timestamptz not null,
  item_id uuid not null,
  primary key (tenant_id, cap_id, subject, at, item_id)
);
create index cap_use_by_item on cap_use (tenant_id, item_id);
call make_tenant_table('cap_use');
