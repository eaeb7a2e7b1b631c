-- Where other systems hear of what happens here (Standard Webhooks).

create table webhook (
  tenant_id uuid not null references tenant (id) on delete cascade,
  id uuid not null,
  url text not null,
  description text not null default '',
  -- Empty = every type of the catalogue.
  event_types text[] not null default '{}',
  -- Sealed; the one before stays valid for a while, so that a receiver can change without losing a message.
  secret bytea not null,
  previous_secret bytea,
  previous_until timestamptz,
  enabled boolean not null default true,
  -- Why it was switched off, where nobody did it.
  disabled_reason text,
  created_at timestamptz not null,
  created_by uuid,
  version int not null default 1,
  primary key (tenant_id, id)
);
call make_tenant_table('webhook');

insert into event_cursor (tenant_id, subscriber, xid, seq, updated_at)
select id, 'webhooks', pg_current_xact_id(), 0, now() from tenant;
