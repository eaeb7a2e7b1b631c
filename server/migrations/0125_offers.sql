-- Offers (X3): an item is kept for the chosen rep until they accept, decline, or the time runs out.

-- `offered`: the owner column names whom it is kept for; the room it takes is held on their row.
alter table work_item drop constraint work_item_state_check;
alter table work_item add constraint work_item_state_check
  check (state in ('owned', 'pooled', 'waiting', 'closed', 'offered'));
alter table work_item drop constraint work_item_check;
alter table work_item add constraint work_item_check
  check ((state in ('owned', 'offered')) = (owner_id is not null) or state = 'closed');
-- Offers of this item that came back: {"rounds": 1, "declined": [rep], "expired": [rep]}; null = nobody was asked, or
-- somebody has it by now.
alter table work_item add column offers jsonb;

-- Every offer ever made. At most one of an item is open.
create table offer (
  tenant_id uuid not null,
  id uuid not null,
  item_id uuid not null,
  rep_id uuid not null,
  decision_id uuid not null,
  round int not null,
  made_at timestamptz not null,
  until timestamptz not null,
  -- The turn it booked: given back where the offer costs nothing.
  queue text not null,
  turn_thousandths int not null,
  answer text check (answer in ('accepted', 'declined', 'expired', 'withdrawn')),
  answered_at timestamptz,
  reason text,
  -- The turn stays booked: more came back this week than are free.
  costs_turn boolean not null default false,
  primary key (tenant_id, id),
  foreign key (tenant_id, item_id) references work_item (tenant_id, id) on delete cascade,
  foreign key (tenant_id, rep_id) references rep (tenant_id, id),
  check ((answer is null) = (answered_at is null))
);
create unique index offer_open on offer (tenant_id, item_id) where answer is null;
create index offer_due on offer (tenant_id, until) where answer is null;
create index offer_by_rep on offer (tenant_id, rep_id, made_at desc);
call make_tenant_table('offer');

-- Published for other slices: what is offered to whom now, and until when.
create view open_offer with (security_invoker = true) as
  select tenant_id, item_id, id as offer_id, rep_id, round, made_at, until from offer where answer is null;
grant select on open_offer to peineng_app;

create function tenants_with_open_offers() returns setof uuid language sql stable security definer
set search_path = public as $$ select distinct tenant_id from offer where answer is null $$;
revoke all on function tenants_with_open_offers() from public;
grant execute on function tenants_with_open_offers() to peineng_dispatcher;
