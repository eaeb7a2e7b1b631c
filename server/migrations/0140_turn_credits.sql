-- A lead that was none gives its owner's turn back (X7): once each, and it is kept who said so.
create table turn_credit (
  tenant_id uuid not null references tenant (id) on delete cascade,
  item_id uuid not null,
  rep_id uuid not null,
  decision_id uuid not null,
  queue text not null,
  thousandths int not null,
  at timestamptz not null,
  -- The rep closed it by their own word: counted against what a month allows.
  own_word boolean not null,
  actor_id uuid,
  primary key (tenant_id, item_id),
  foreign key (tenant_id, item_id) references work_item (tenant_id, id) on delete cascade
);
create index turn_credit_by_rep on turn_credit (tenant_id, rep_id, at) where own_word;
call make_tenant_table('turn_credit');
