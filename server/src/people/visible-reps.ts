import type { TenantReader } from '../platform/database/index.ts'
import type { Principal, Reach } from '../platform/http/index.ts'

/** The teams a leader leads: their own and all below it. Empty where they lead none. */
export async function teamsUnder(db: TenantReader, teamId: string | null): Promise<readonly string[]> {
  if (teamId === null) return []
  const rows = await db.query<{ id: string }>(
    `with recursive under(id) as (
       select id from team where tenant_id = $1 and id = $2
       union
       select t.id from team t join under on t.parent_id = under.id where t.tenant_id = $1
     ) select id from under order by id`,
    [db.tenantId, teamId],
    'teams_under',
  )
  return rows.map((row) => row.id)
}

/** Reps whose work a caller may see under a reach; null = everybody's. Those who left are among them. */
export async function visibleRepIds(
  db: TenantReader,
  principal: Pick<Principal, 'repId' | 'teamId'>,
  reach: Reach,
): Promise<readonly string[] | null> {
  if (reach === 'tenant') return null
  const own = principal.repId === null ? [] : [principal.repId]
  if (reach === 'own') return own
  const teams = await teamsUnder(db, principal.teamId)
  const rows = await db.query<{ id: string }>(
    'select id from rep where tenant_id = $1 and (team_id = any($2::uuid[]) or id = any($3::uuid[])) order by id',
    [db.tenantId, teams, own],
    'reps_of_teams',
  )
  return rows.map((row) => row.id)
}

/** Names for screens and reasons; an unknown id is absent. */
export async function repNames(
  db: TenantReader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db.query<{ id: string; name: string }>(
    'select id, name from rep where tenant_id = $1 and id = any($2::uuid[])',
    [db.tenantId, ids],
    'rep_names',
  )
  return new Map(rows.map((row) => [row.id, row.name]))
}
