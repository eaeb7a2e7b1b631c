-- Handover with a gate (H4): who gets something a colleague worked on may contact the customer once they have confirmed
-- reading what that colleague wrote down.

-- The gate lies in the row of ownership itself and names whom it is for, so it opens and closes with the change of hands
-- in one statement, and lapses wherever somebody else becomes the owner.
alter table work_item
  add column handover_id uuid,
  add column handed_from uuid,
  add column handed_to uuid,
  -- When the new owner confirmed reading; until then contact data stay hidden from them.
  add column handover_read_at timestamptz,
  -- After reading: until when the former owner may still read and log; null = no longer.
  add column shadow_until timestamptz;
create index work_item_shadow on work_item (tenant_id, shadow_until) where shadow_until is not null;
create index work_item_handed_from on work_item (tenant_id, handed_from) where handed_from is not null;

create or replace view item_ownership with (security_invoker = true) as
  select tenant_id, id as item_id, kind, state, owner_id, pool_id, waiting_since, release, release_at, reason_code,
         reason_params, decision_id, owned_since, accepted_at, reassignments, load_hundredths, pinned,
         case when handed_to = owner_id then handover_id end as handover_id,
         coalesce(handed_to = owner_id and handover_read_at is null, false) as handover_open,
         case when handed_to = owner_id and (handover_read_at is null or shadow_until is not null)
           then handed_from end as shadow_rep_id,
         case when handed_to = owner_id then shadow_until end as shadow_until
  from work_item;

-- One checklist for everything of one customer that went from one rep to another at one time.
create table handover (
  tenant_id uuid not null references tenant (id) on delete cascade,
  id uuid not null,
  -- The customer, or the item itself where it belongs to none.
  subject_id uuid not null,
  from_rep_id uuid not null,
  to_rep_id uuid not null,
  cause text not null,
  customer_class text,
  state text not null check (state in ('requested', 'submitted', 'confirmed', 'cancelled')),
  -- Who is to write: the former owner, or a manager because they left, are away, or let the time pass.
  writer text not null check (writer in ('owner', 'manager')),
  version int not null default 1,
  -- The checklist as policy had it when it was opened: [{id, zh, en, required}].
  template jsonb not null,
  -- {field id: text}
  answers jsonb not null default '{}',
  -- What was found in the timeline per field, each with its source; never invented.
  findings jsonb not null default '{}',
  requested_at timestamptz not null,
  due_at timestamptz not null,
  submitted_at timestamptz,
  submitted_by uuid,
  confirmed_at timestamptz,
  confirmed_by uuid,
  shadow_until timestamptz,
  shadow_ended_at timestamptz,
  cancelled_at timestamptz,
  score smallint check (score between 1 and 5),
  score_note text,
  scored_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, from_rep_id) references rep (tenant_id, id),
  foreign key (tenant_id, to_rep_id) references rep (tenant_id, id)
);
create index handover_from on handover (tenant_id, from_rep_id, state, requested_at desc);
create index handover_to on handover (tenant_id, to_rep_id, state, requested_at desc);
create index handover_due on handover (tenant_id, due_at) where state = 'requested' and writer = 'owner';
-- Of one customer at most one is being written between the same two people.
create unique index handover_subject on handover (tenant_id, subject_id, from_rep_id, to_rep_id)
  where state = 'requested';
call make_tenant_table('handover');

create table handover_item (
  tenant_id uuid not null,
  handover_id uuid not null,
  item_id uuid not null,
  item_kind text not null,
  -- It changed hands again before it was read.
  withdrawn_at timestamptz,
  primary key (tenant_id, handover_id, item_id),
  foreign key (tenant_id, handover_id) references handover (tenant_id, id) on delete cascade
);
create index handover_item_by_item on handover_item (tenant_id, item_id);
call make_tenant_table('handover_item');

-- Tenants a sweep has to visit: ids only.
create function tenants_with_due_handovers(now timestamptz) returns setof uuid language sql stable security definer
set search_path = public as $$
  select distinct tenant_id from handover where state = 'requested' and writer = 'owner' and due_at <= now
  union select distinct tenant_id from work_item where shadow_until <= now $$;
revoke all on function tenants_with_due_handovers(timestamptz) from public;
grant execute on function tenants_with_due_handovers(timestamptz) to peineng_dispatcher;
