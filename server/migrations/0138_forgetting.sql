-- Logs that grow with every clock have an end: what a clock did is read for a year and a little more, then goes.
grant delete on timer_firing to peineng_app;
-- Cards that said everything are found by when they said it.
create index task_notice_fired on task_notice (tenant_id, fired_at) where fired_at is not null;
create index pool_view_by_day on pool_view (tenant_id, day);
create index trigger_prompt_answered on trigger_prompt (tenant_id, at) where state <> 'open';
