-- What people are told, how they want to hear it, and the group robots of a company.

create table notice (
  tenant_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  event_id uuid not null,
  kind text not null,
  -- Notices of one group are shown as one line.
  group_key text not null,
  entity_kind text,
  entity_id uuid,
  -- Coded facts of the event: sentences are made when they are read, in the reader's language.
  params jsonb not null default '{}',
  created_at timestamptz not null,
  read_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, member_id) references member (tenant_id, id) on delete cascade
);
-- Once per event and person, whatever happens to the process that writes it.
create unique index notice_once on notice (tenant_id, event_id, member_id, kind);
create index notice_of_member on notice (tenant_id, member_id, id desc);
create index notice_unread on notice (tenant_id, member_id) where read_at is null;
call make_tenant_table('notice');

create table notification_preference (
  tenant_id uuid not null,
  member_id uuid not null,
  -- Kind → channels; only what differs from the defaults.
  kinds jsonb not null default '{}',
  -- Local times `22:00`; null = never quiet.
  quiet_from text,
  quiet_until text,
  digest_at text,
  updated_at timestamptz not null,
  primary key (tenant_id, member_id),
  foreign key (tenant_id, member_id) references member (tenant_id, id) on delete cascade
);
call make_tenant_table('notification_preference');

-- A browser that was allowed to show messages.
create table push_subscription (
  tenant_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  endpoint text not null,
  p256dh text not null,
  auth text not null,
  user_agent text not null default '',
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, endpoint),
  foreign key (tenant_id, member_id) references member (tenant_id, id) on delete cascade
);
create index push_subscription_of_member on push_subscription (tenant_id, member_id);
call make_tenant_table('push_subscription');

-- A robot of a group chat: the address holds its token, so it is sealed, as is the signing secret.
create table robot (
  tenant_id uuid not null references tenant (id) on delete cascade,
  id uuid not null,
  vendor text not null check (vendor in ('wecom', 'dingtalk', 'feishu')),
  name text not null,
  address bytea not null,
  signing_secret bytea,
  -- The end of the address, so that people can tell theirs apart.
  hint text not null,
  language text not null default 'zh-CN' check (language in ('zh-CN', 'en')),
  kinds text[] not null,
  -- null = the whole company; else what concerns reps of this team and those below it.
  team_id uuid,
  shows_contacts boolean not null default false,
  enabled boolean not null default true,
  created_at timestamptz not null,
  created_by uuid,
  version int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, team_id) references team (tenant_id, id)
);
call make_tenant_table('robot');

-- Languages lie with log-ins, which requests cannot read; this gives the language and nothing else.
create function languages_of_members(members uuid[]) returns table (member_id uuid, language text)
language sql stable security definer set search_path = public as $$
  select m.id, l.language from member m join login l on l.id = m.login_id
  where m.tenant_id = current_tenant() and m.id = any(members)
$$;
revoke all on function languages_of_members(uuid[]) from public;
grant execute on function languages_of_members(uuid[]) to peineng_app;

-- Companies at work hear of what happens from now on, not of the last thirty days.
insert into event_cursor (tenant_id, subscriber, xid, seq, updated_at)
select id, 'notifications', pg_current_xact_id(), 0, now() from tenant;
