import type { TenantReader } from '../platform/database/index.ts'

/**
 * The members who lead each rep: of the rep's own team, else of the nearest one above that has a leader, else the
 * directors, else the owners. Never the rep themselves. A rep nobody leads is absent only where a company has no owner.
 */
export async function managersOf(
  db: TenantReader,
  repIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (repIds.length === 0) return new Map()
  const rows = await db.query<{ repId: string; memberId: string; rank: number }>(
    `with recursive up as (
       select r.id as rep_id, t.id as team_id, t.parent_id, 0 as height
       from rep r join team t on t.tenant_id = $1 and t.id = r.team_id
       where r.tenant_id = $1 and r.id = any($2::uuid[])
       union all
       select up.rep_id, t.id, t.parent_id, up.height + 1
       from up join team t on t.tenant_id = $1 and t.id = up.parent_id
     ), leaders as (
       select up.rep_id, m.id, up.height as rank from up join member_place m
         on m.tenant_id = $1 and m.team_id = up.team_id and m.role in ('team_lead', 'region_manager')
         and m.status = 'active' and m.rep_id is distinct from up.rep_id
       union all
       select r.id, m.id, case m.role when 'director' then 1000 else 1001 end
       from rep r join member_place m on m.tenant_id = $1 and m.role in ('director', 'owner')
         and m.status = 'active' and m.rep_id is distinct from r.id
       where r.tenant_id = $1 and r.id = any($2::uuid[])
     )
     select rep_id as "repId", id as "memberId", rank from leaders l
     where rank = (select min(rank) from leaders o where o.rep_id = l.rep_id) order by rep_id, id`,
    [db.tenantId, repIds],
    'managers_of',
  )
  const managers = new Map<string, string[]>()
  for (const { repId, memberId } of rows) managers.set(repId, [...(managers.get(repId) ?? []), memberId])
  return managers
}
