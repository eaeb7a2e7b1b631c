import type { TenantReader } from '../platform/database/index.ts'

/** How one person uses a pool over the last 30 days: what makes hoarding and claim-and-drop visible (2.B-14). */
export interface Conduct {
  readonly repId: string
  readonly claimed: number
  /** Given back or called back within three days of the claim. */
  readonly dropped: number
  /** Of those, without a single contact. */
  readonly untouched: number
  /** Held now, out of this pool. */
  readonly holding: number
  /** Held now for more than two days without any activity since it was taken. */
  readonly idle: number
  readonly views: number
}

/** One statement; the claim and the end of it are changes of hands, so nothing is kept twice. */
export function readConduct(db: TenantReader, poolId: string, now: number): Promise<Conduct[]> {
  return db.query<Conduct & Record<string, unknown>>(
    `with taken as (
       select c.item_id, c.to_owner_id as rep_id, c.at,
         (select min(n.at) from ownership_history n
          where n.tenant_id = $1 and n.item_id = c.item_id and n.at > c.at and n.from_owner_id = c.to_owner_id) as ended
       from ownership_history c
       where c.tenant_id = $1 and c.cause = 'claimed' and c.at > $3::timestamptz - interval '30 days'
         and exists (select 1 from ownership_history p where p.tenant_id = $1 and p.item_id = c.item_id
                     and p.at <= c.at and p.to_pool_id = $2)),
     claims as (
       select t.rep_id, count(*)::int as claimed,
         count(*) filter (where t.ended < t.at + interval '3 days')::int as dropped,
         count(*) filter (where t.ended < t.at + interval '3 days' and not exists (
           select 1 from activity a where a.tenant_id = $1 and a.item_id = t.item_id and a.rep_id = t.rep_id
             and a.at between date_trunc('milliseconds', t.at) and t.ended))::int as untouched
       from taken t group by t.rep_id),
     held as (
       select o.owner_id as rep_id, count(*)::int as holding,
         count(*) filter (where o.owned_since < $3::timestamptz - interval '2 days' and not exists (
           select 1 from owner_activity a where a.tenant_id = $1 and a.item_id = o.item_id))::int as idle
       from item_ownership o join pool_stay s on s.tenant_id = $1 and s.item_id = o.item_id and s.pool_id = $2
       where o.tenant_id = $1 and o.state = 'owned' and s.taken_by is not null group by o.owner_id),
     seen as (
       select rep_id, sum(views)::int as views from pool_day
       where tenant_id = $1 and pool_id = $2 and day > ($3::timestamptz - interval '30 days')::date group by rep_id)
     select rep_id as "repId", coalesce(claimed, 0) as claimed, coalesce(dropped, 0) as dropped,
       coalesce(untouched, 0) as untouched, coalesce(holding, 0) as holding, coalesce(idle, 0) as idle,
       coalesce(views, 0) as views
     from claims full join held using (rep_id) full join seen using (rep_id)
     order by coalesce(dropped, 0) desc, coalesce(claimed, 0) desc, rep_id`,
    [db.tenantId, poolId, new Date(now)],
  )
}
