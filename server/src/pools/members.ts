import type { Rep } from '@peineng/engine'
import type { People } from '../people/index.ts'
import type { TenantReader } from '../platform/database/index.ts'
import type { Principal, Reach } from '../platform/http/index.ts'

/** Who may claim from a pool, and who manages it. Nobody named = everybody may claim. */
export interface PoolMembers {
  readonly repIds: readonly string[]
  readonly teamIds: readonly string[]
  /** Members of the company. */
  readonly managerIds: readonly string[]
}

export const nobodyNamed: PoolMembers = { repIds: [], teamIds: [], managerIds: [] }

export async function readMembers(
  db: TenantReader,
  poolIds: readonly string[],
): Promise<Map<string, PoolMembers>> {
  const rows = await db.query<{ poolId: string; kind: 'rep' | 'team' | 'manager'; id: string }>(
    `select pool_id as "poolId", kind, subject_id as id from pool_member
     where tenant_id = $1 and pool_id = any($2::text[]) order by subject_id`,
    [db.tenantId, poolIds],
    'pool_members',
  )
  const of = (poolId: string, kind: string): string[] =>
    rows.filter((row) => row.poolId === poolId && row.kind === kind).map((row) => row.id)
  return new Map(
    poolIds.map((id) => [
      id,
      { repIds: of(id, 'rep'), teamIds: of(id, 'team'), managerIds: of(id, 'manager') },
    ]),
  )
}

export function isMember(members: PoolMembers, rep: Rep | undefined): boolean {
  if (rep === undefined) return false
  if (members.repIds.length === 0 && members.teamIds.length === 0) return true
  return members.repIds.includes(rep.id) || members.teamIds.some((team) => rep.teamPath.includes(team))
}

/**
 * Whether somebody with the permission to manage pools manages this one: the company's staff every pool; a leader
 * those that name them, and those that are for their teams and people alone.
 */
export async function manages(
  db: TenantReader,
  people: Pick<People, 'teamsUnder' | 'visibleRepIds'>,
  { principal, reach }: { readonly principal: Principal; readonly reach: Reach },
  members: PoolMembers,
): Promise<boolean> {
  if (reach === 'tenant') return true
  if (reach !== 'team') return false
  if (members.managerIds.includes(principal.id)) return true
  if (members.repIds.length === 0 && members.teamIds.length === 0) return false
  const teams = await people.teamsUnder(db, principal.teamId)
  const reps = (await people.visibleRepIds(db, principal, reach)) ?? []
  return (
    members.teamIds.every((team) => teams.includes(team)) && members.repIds.every((rep) => reps.includes(rep))
  )
}
