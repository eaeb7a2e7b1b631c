-- How somebody likes to see a list: kept for them on every device, or shared with the company.
create table saved_view (
  tenant_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  screen text not null,
  name text not null,
  -- The list's search parameters, as the web application writes them into its address.
  search jsonb not null,
  shared boolean not null default false,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, member_id) references member (tenant_id, id) on delete cascade
);
create index saved_view_by_screen on saved_view (tenant_id, screen, name);
call make_tenant_table('saved_view');
