-- A contact in full (A9, A10): through which channel, from whom to whom, what came of it, what it is worth as a note.
-- What counts as contact and as progress is the policy's at the time it was written down, so a clock that read it once
-- is never contradicted by a later edition of the policy.
alter table activity
  add column channel text check (channel in ('phone', 'email', 'wechat', 'sms', 'in_person', 'video', 'social', 'other')),
  add column direction text check (direction in ('outbound', 'inbound', 'internal')),
  add column result text check (result in ('connected', 'interested', 'quote_requested', 'meeting_set', 'agreed',
    'objection', 'postponed', 'declined', 'left_message', 'no_answer', 'wrong_number')),
  add column is_contact boolean,
  add column is_progress boolean,
  -- 0–100, how much the note says; null where it was written before notes were rated.
  add column quality smallint check (quality between 0 and 100),
  -- empty, copied, repeated, no_contact: why it may be there only to reset a clock (M8).
  add column flags text[] not null default '{}',
  -- Names the words without being them, so that erasing a text leaves nothing of it.
  add column text_key text not null default '',
  -- The client's own name for it: what an offline queue sends twice is one.
  add column client_ref uuid;
create unique index activity_client_ref on activity (tenant_id, client_ref) where client_ref is not null;
create index activity_rep_text on activity (tenant_id, rep_id, text_key, at desc) where text_key <> '';

-- Published for clocks, reports and learning. Rows older than the columns are read as the default policy reads them.
create view item_activity with (security_invoker = true) as
  select tenant_id, id, item_id, item_kind, at, created_at, kind,
    coalesce(channel, case kind when 'call' then 'phone' when 'email' then 'email' when 'wechat' then 'wechat'
      when 'message' then 'sms' when 'visit' then 'in_person' when 'meeting' then 'in_person' else 'other' end) as channel,
    coalesce(direction, case kind when 'note' then 'internal' else 'outbound' end) as direction,
    result, rep_id, reached,
    coalesce(is_contact, reached and kind <> 'note') as is_contact,
    coalesce(is_progress, reached and kind <> 'note' and next_step_at is not null) as is_progress,
    quality, flags, next_step_at, duration_minutes
  from activity;
grant select on item_activity to peineng_app;
