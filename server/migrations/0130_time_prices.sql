-- What reps' time costs, from the last plan of the whole company: arriving items are compared net of it.

create table time_price (
  tenant_id uuid not null primary key references tenant (id) on delete cascade,
  plan_id uuid not null,
  plan_hash text not null,
  priced_at timestamptz not null,
  -- One item or one load point.
  per text not null check (per in ('item', 'point')),
  -- Per rep whose time has a price: the price, and the room they had when it was found.
  reps jsonb not null,
  -- How many of the latest items came in which hour of the company's day; paces what a day's ceiling leaves.
  arrivals int[] not null
);
call make_tenant_table('time_price');
