-- Whoever left writes no handover any more: the sweep passes theirs to a manager without waiting for the time to run out.
create or replace function tenants_with_due_handovers(now timestamptz) returns setof uuid language sql stable security definer
set search_path = public as $$
  select distinct h.tenant_id from handover h join rep r on r.tenant_id = h.tenant_id and r.id = h.from_rep_id
  where h.state = 'requested' and h.writer = 'owner' and (h.due_at <= now or r.status = 'inactive')
  union select distinct tenant_id from work_item where shadow_until <= now $$;
