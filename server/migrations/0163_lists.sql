-- Lists of a hundred thousand records: an index for each order the screens offer, ending in the id that makes it total,
-- so that a page is its hundred rows and not a sort of all of them; a small one for each value lists are narrowed by.

drop index lead_by_creation;
-- The short columns come along, so that the usual counts and filters are answered from the index: a tenth of the table.
create index lead_by_creation on lead (tenant_id, created_at desc, id desc)
  include (outcome, tier, value, difficulty, quadrant, score, amount_minor);
create index lead_by_change on lead (tenant_id, updated_at, id);
create index lead_by_activity on lead (tenant_id, coalesce(last_activity_at, '-infinity'::timestamptz), id);
create index lead_by_next on lead (tenant_id, coalesce(next_step_at, 'infinity'::timestamptz), id);
create index lead_by_score on lead (tenant_id, (coalesce(score, -1)::bigint), id);
create index lead_by_amount on lead (tenant_id, coalesce(amount_minor, -1), id);
create index lead_by_name on lead (tenant_id, lower(name), id);
create index lead_by_company_name on lead (tenant_id, lower(company), id);
create index lead_by_region on lead (tenant_id, region);
create index lead_by_industry on lead (tenant_id, industry);
create index lead_by_product on lead (tenant_id, product);
create index lead_by_source on lead (tenant_id, source);
create index lead_by_tier on lead (tenant_id, tier);
create index lead_by_outcome on lead (tenant_id, outcome);
-- The last digits of a phone, or of a number of another system.
create index lead_numbers on lead using gin (phone gin_trgm_ops, external_id gin_trgm_ops);
create index work_item_state on work_item (tenant_id, state);
-- Who owns what, without the item itself: a list narrowed by owner or state reads this instead of the whole table.
create index work_item_stands on work_item (tenant_id, kind, id)
  include (state, owner_id, handed_to, handed_from, handover_read_at, shadow_until);

drop index account_by_creation;
create index account_by_creation on account (tenant_id, created_at desc, id desc) include (archived_at);
create index account_by_name on account (tenant_id, lower(name), id);
create index account_by_revenue on account (tenant_id, coalesce(revenue_minor, -1), id);
create index account_by_region on account (tenant_id, region);
create index account_by_industry on account (tenant_id, industry);
create index account_by_level on account (tenant_id, customer_level);
create index opportunity_by_name on opportunity (tenant_id, lower(name), id);
create index opportunity_by_amount on opportunity (tenant_id, coalesce(amount_minor, -1), id);
create index opportunity_by_next on opportunity (tenant_id, coalesce(next_step_at, 'infinity'::timestamptz), id);
create index opportunity_by_next_step on opportunity (tenant_id, next_step_at) where next_step_at is not null;
create index opportunity_by_stage on opportunity (tenant_id, stage);
create index opportunity_by_outcome on opportunity (tenant_id, outcome);

-- Under row security `like` may not use an index, for it is not known to be silent about rows of others. The owner of
-- the tables is under no wall, so this looks by index and gives back ids of the caller's own company only.
create function ids_by_text(of_tenant uuid, of_table text, patterns text[], numbers boolean, most int)
returns setof uuid language plpgsql stable security definer set search_path = public as $$
declare
  fits text;
  newest int;
begin
  if of_tenant is distinct from current_tenant() then
    raise exception 'not the tenant of this transaction' using errcode = 'insufficient_privilege';
  end if;
  if of_table not in ('lead', 'account', 'contact', 'opportunity') then
    raise exception 'no search in %', of_table;
  end if;
  -- Written into the statement, not handed in: the planner has to see how rare they are.
  select string_agg(format('search like %L', pattern), ' and ') into fits from unnest(patterns) as pattern;
  if numbers then
    select format('(%s or phone like %L or external_id like %2$L)', fits, patterns[1]) into fits;
  end if;
  -- What one in twenty of the newest has is found soonest by walking the list; an index would bring thousands of rows.
  execute format('select count(*) from (select * from %I where tenant_id = $1 order by created_at desc, id desc
    limit 400) as newest where %s', of_table, fits) into newest using of_tenant;
  if newest > 20 then
    return query select null::uuid;
    return;
  end if;
  return query execute format('select id from %I where tenant_id = $1 and %s limit $2', of_table, fits)
    using of_tenant, most;
end $$;
revoke all on function ids_by_text(uuid, text, text[], boolean, int) from public;
grant execute on function ids_by_text(uuid, text, text[], boolean, int) to peineng_app;
