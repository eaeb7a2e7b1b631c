-- Whose contact it is. Ownership and activities carry times of one millisecond, so a note the former owner wrote in the
-- very millisecond of a change of hands looked like the new owner's, and a server whose clock ran ahead made it seconds.
-- Each stretch of ownership is numbered under the item's lock, and an activity keeps the number that stood when it was
-- written: the order of writing decides, not the clock.
alter table work_item add column tenure int not null default 0;
-- null = written before this was kept, or by an earlier version: then its time decides.
alter table activity add column tenure int;

create or replace view item_ownership with (security_invoker = true) as
  select tenant_id, id as item_id, kind, state, owner_id, pool_id, waiting_since, release, release_at, reason_code,
         reason_params, decision_id, owned_since, accepted_at, reassignments, load_hundredths, pinned,
         case when handed_to = owner_id then handover_id end as handover_id,
         coalesce(handed_to = owner_id and handover_read_at is null, false) as handover_open,
         case when handed_to = owner_id and (handover_read_at is null or shadow_until is not null)
           then handed_from end as shadow_rep_id,
         case when handed_to = owner_id then shadow_until end as shadow_until,
         tenure
  from work_item;

-- The one law, for clocks, protection, conduct and response times: what counts for whoever has an item now is what was
-- written down since they have it and did not happen before. A call entered late counts for whose time it fell into.
create view owner_activity with (security_invoker = true) as
  select a.tenant_id, a.id, a.item_id, a.at, a.rep_id,
         coalesce(a.is_contact, a.reached and a.kind <> 'note') as is_contact,
         coalesce(a.is_progress, a.reached and a.kind <> 'note' and a.next_step_at is not null) as is_progress
  from work_item w join activity a on a.tenant_id = w.tenant_id and a.item_id = w.id
  where w.owned_since is not null and a.at >= w.owned_since and coalesce(a.tenure, w.tenure) = w.tenure;
grant select on owner_activity to peineng_app;
