-- Published for clocks: since when each owned item's handover can be read; null = nobody has written it yet, and its new
-- owner cannot contact the customer whatever they do.
create view handover_standing with (security_invoker = true) as
  select w.tenant_id, w.id as item_id, h.submitted_at as written_at, w.handover_read_at as read_at
  from work_item w join handover h on h.tenant_id = w.tenant_id and h.id = w.handover_id
  where w.handed_to = w.owner_id and h.state in ('requested', 'submitted', 'confirmed');
grant select on handover_standing to peineng_app;
