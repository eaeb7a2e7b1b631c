-- Subscribers of the outbox read in the order of transactions, as live updates do: a cursor is a transaction and a
-- place inside it.

-- The default is what a restored row gets: a backup leaves transaction ids out, events come back under the restoring
-- transaction, and so does the cursor, which keeps its place among them by `seq`.
alter table event_cursor add column xid xid8 not null default pg_current_xact_id();

-- Companies with events the subscriber has not seen and that no running transaction can still slip in front of.
-- Read through the index on (tenant_id, xid, seq), made in a later file: nothing is read while migrating.
create function tenants_with_news(wanted text) returns setof uuid language sql stable security definer
set search_path = public as $$
  select t.id from tenant t
  left join event_cursor c on c.tenant_id = t.id and c.subscriber = wanted
  where exists (
    select 1 from event e
    where e.tenant_id = t.id and (e.xid, e.seq) > (coalesce(c.xid, '0'::xid8), coalesce(c.seq, 0))
      and e.xid < pg_snapshot_xmin(pg_current_snapshot()))
  order by t.id
$$;
revoke all on function tenants_with_news(text) from public;
grant execute on function tenants_with_news(text) to peineng_dispatcher;
