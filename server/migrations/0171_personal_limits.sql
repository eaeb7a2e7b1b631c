-- What a rep's own days say of a gauge's threshold (E8, C10), where the policy lets it hold. One row per rep and gauge,
-- written by the night's report; no row = the start value holds. It is part of the roster, so a decision names it with
-- everything else it saw.
create table personal_limit (
  tenant_id uuid not null references tenant (id) on delete cascade,
  rep_id uuid not null,
  gauge text not null check (gauge = 'high_intent_today'),
  -- The threshold it started from. Where the inherited one is another by now, the row does not hold.
  start_value int not null,
  value int not null check (value between 4 and 16),
  -- When the value became what it is: the next step waits for a week.
  since timestamptz not null,
  primary key (tenant_id, rep_id, gauge),
  foreign key (tenant_id, rep_id) references rep (tenant_id, id) on delete cascade
);
call make_tenant_table('personal_limit');
