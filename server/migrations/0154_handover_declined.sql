-- Whoever is to take something over may say no before they have read it, with a coded reason.
alter table handover drop constraint handover_state_check;
alter table handover add constraint handover_state_check
  check (state in ('requested', 'submitted', 'confirmed', 'declined', 'cancelled'));
alter table handover
  add column declined_at timestamptz,
  add column decline_reason text,
  add column decline_note text;
