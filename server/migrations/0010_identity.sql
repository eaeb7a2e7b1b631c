-- Who may come in: log-ins (global), members, invitations, API keys (a tenant's).

-- Below the application's own filter a request sees its own company only.
alter table tenant enable row level security;
alter table tenant force row level security;
create policy tenant_wall on tenant using (id = current_tenant()) with check (id = current_tenant());
create policy owner_door on tenant to peineng_owner using (true) with check (true);
revoke all on tenant from peineng_dispatcher;

-- One person's key to the house, whatever companies they belong to. Only the dispatcher's log-in code reads these:
-- the app role, which serves requests, cannot see a password hash at all.
create table login (
  id uuid primary key,
  email text not null unique check (email = lower(email)),
  password_hash text not null,
  language text not null default 'zh-CN' check (language in ('zh-CN', 'en')),
  -- Encrypted under SECRET; set but unconfirmed = enrolment was begun and not finished.
  totp_secret bytea,
  totp_confirmed_at timestamptz,
  -- The last 30-second step a code was taken for: a code works once.
  totp_last_step bigint not null default 0,
  created_at timestamptz not null
);
create table login_recovery_code (
  login_id uuid not null references login (id) on delete cascade,
  code_hash bytea not null,
  primary key (login_id, code_hash)
);
-- A row is a session; revoking deletes it, and every request reads it, so revocation bites at once.
create table login_session (
  token_hash bytea primary key,
  id uuid not null unique,
  login_id uuid not null references login (id) on delete cascade,
  tenant_id uuid not null references tenant (id) on delete cascade,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  ip text,
  user_agent text
);
create index login_session_by_login on login_session (login_id);
create table login_reset (
  token_hash bytea primary key,
  login_id uuid not null references login (id) on delete cascade,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
-- Attempts per account and per address, in the database so that several nodes count together.
create table login_throttle (
  key text primary key,
  attempts int not null,
  window_started_at timestamptz not null
);
grant select, insert, update, delete
  on login, login_recovery_code, login_session, login_reset, login_throttle to peineng_dispatcher;

create table member (
  tenant_id uuid not null references tenant (id) on delete cascade,
  id uuid not null,
  login_id uuid not null references login (id),
  name text not null,
  email text not null,
  role text not null,
  -- The team whose subtree is "my team".
  team_id uuid,
  -- The rep this person is, where they sell.
  rep_id uuid,
  status text not null default 'active' check (status in ('active', 'inactive')),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, login_id)
);
create index member_by_login on member (login_id);
create unique index member_by_rep on member (tenant_id, rep_id) where rep_id is not null;
call make_tenant_table('member');

create table invitation (
  tenant_id uuid not null references tenant (id) on delete cascade,
  id uuid not null,
  token_hash bytea not null,
  -- null = whoever has the link.
  email text,
  role text not null,
  team_id uuid,
  rep_id uuid,
  created_by uuid,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  used_by uuid,
  primary key (tenant_id, id)
);
create index invitation_by_token on invitation (token_hash);
call make_tenant_table('invitation');

create table api_key (
  tenant_id uuid not null references tenant (id) on delete cascade,
  id uuid not null,
  name text not null,
  -- SHA-256 of 256 random bits: nothing to guess, so no slow hash is needed on every request.
  key_hash bytea not null,
  -- The first characters, so that people can tell their keys apart.
  hint text not null,
  role text not null,
  -- null = everything the role may.
  scopes text[],
  team_id uuid,
  rep_id uuid,
  created_by uuid,
  created_at timestamptz not null,
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz,
  primary key (tenant_id, id)
);
create index api_key_by_hash on api_key (key_hash);
call make_tenant_table('api_key');

-- The one look per request. Everything that can end a right is in the where clause, so nothing is cached anywhere.
create function principal_of_session(hash bytea, at timestamptz)
returns table (tenant_id uuid, id uuid, role text, rep_id uuid, team_id uuid, session_id uuid, login_id uuid, last_seen_at timestamptz)
language sql stable security definer set search_path = public as $$
  select m.tenant_id, m.id, m.role, m.rep_id, m.team_id, s.id, s.login_id, s.last_seen_at
  from login_session s join member m on m.tenant_id = s.tenant_id and m.login_id = s.login_id
  where s.token_hash = hash and s.expires_at > at and m.status = 'active'
$$;
create function principal_of_api_key(hash bytea, at timestamptz)
returns table (tenant_id uuid, id uuid, role text, rep_id uuid, team_id uuid, scopes text[], last_used_at timestamptz)
language sql stable security definer set search_path = public as $$
  select k.tenant_id, k.id, k.role, k.rep_id, k.team_id, k.scopes, k.last_used_at
  from api_key k
  where k.key_hash = hash and k.revoked_at is null and (k.expires_at is null or k.expires_at > at)
$$;
create function touch_api_key(tenant uuid, key_id uuid, at timestamptz) returns void
language sql security definer set search_path = public as $$
  update api_key set last_used_at = at where tenant_id = tenant and id = key_id
$$;
create function tenant_of_slug(wanted text) returns uuid
language sql stable security definer set search_path = public as $$
  select id from tenant where slug = wanted
$$;
create function memberships_of_login(wanted uuid)
returns table (tenant_id uuid, member_id uuid, slug text, name text, role text)
language sql stable security definer set search_path = public as $$
  select m.tenant_id, m.id, t.slug, t.name, m.role
  from member m join tenant t on t.id = m.tenant_id
  where m.login_id = wanted and m.status = 'active'
  order by m.created_at, m.tenant_id
$$;
create function invitation_of_token(hash bytea) returns table (tenant_id uuid, id uuid)
language sql stable security definer set search_path = public as $$
  select i.tenant_id, i.id from invitation i where i.token_hash = hash
$$;
-- Audit is append-only for requests; an erased person's addresses are the one thing that may go.
create function erase_audit_addresses(tenant uuid, person uuid) returns void
language sql security definer set search_path = public as $$
  update audit set ip = null where tenant_id = tenant and actor_id = person and ip is not null
$$;
revoke all on function principal_of_session(bytea, timestamptz), principal_of_api_key(bytea, timestamptz),
  touch_api_key(uuid, uuid, timestamptz), tenant_of_slug(text), memberships_of_login(uuid),
  invitation_of_token(bytea), erase_audit_addresses(uuid, uuid) from public;
grant execute on function principal_of_session(bytea, timestamptz), principal_of_api_key(bytea, timestamptz),
  touch_api_key(uuid, uuid, timestamptz), tenant_of_slug(text), memberships_of_login(uuid),
  invitation_of_token(bytea), erase_audit_addresses(uuid, uuid) to peineng_dispatcher;
