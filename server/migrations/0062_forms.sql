-- Public web forms: each with a key of its own that lets leads in and nothing out.

create table lead_form (
  tenant_id uuid not null references tenant (id) on delete cascade,
  id uuid not null,
  name text not null,
  -- Part of an address people see, so not a secret: it opens this one form and can be changed at once.
  key text not null check (length(key) >= 20),
  -- Which fields the form shows and asks for; the rest of a body is refused.
  fields jsonb not null,
  -- Written into every lead that comes through it.
  source text not null,
  thanks text not null default '',
  closed_at timestamptz,
  created_at timestamptz not null,
  created_by uuid,
  version int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, key)
);
-- 144 random bits make it unique in the world; this is how a visitor's key finds its company.
create index lead_form_by_key on lead_form (key);
call make_tenant_table('lead_form');

-- The key is all a visitor has: it says whose form it is.
create function form_by_key(wanted text) returns table (tenant_id uuid, form_id uuid)
language sql stable security definer set search_path = public as
$$ select f.tenant_id, f.id from lead_form f where f.key = wanted $$;
revoke all on function form_by_key(text) from public;
grant execute on function form_by_key(text) to peineng_dispatcher;
