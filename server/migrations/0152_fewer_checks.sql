-- Writing a work item looked its owner up once more and locked the rep's row, for every lead, which was half of what the
-- insert cost. An owner is only ever somebody whose row of `rep_load` the same transaction holds and changes, and that
-- row is what refers to `rep`; people are never deleted, they leave.
alter table work_item drop constraint work_item_tenant_id_owner_id_fkey;
-- Decisions are found by their item, their id and their age; nobody asks for them by rep.
drop index decision_by_rep;
