import type { TenantReader } from '../platform/database/index.ts'
import { ProblemError } from '../platform/errors/catalogue.ts'
import type { Principal, Reach } from '../platform/http/index.ts'
import { teamsUnder, visibleRepIds } from './visible-reps.ts'

/** Throws NOT_FOUND unless the caller's reach covers the team; "no team" is the whole company's to manage. */
export async function mustReachTeam(
  db: TenantReader,
  principal: Principal,
  reach: Reach,
  teamId: string | null,
): Promise<void> {
  if (reach === 'tenant') return
  if (reach === 'team' && teamId !== null && (await teamsUnder(db, principal.teamId)).includes(teamId)) return
  throw new ProblemError('NOT_FOUND')
}

/** Throws NOT_FOUND unless the caller's reach covers the rep; ids from bodies come through here as well. */
export async function mustReachRep(
  db: TenantReader,
  principal: Principal,
  reach: Reach,
  repId: string,
): Promise<void> {
  const visible = await visibleRepIds(db, principal, reach)
  if (visible !== null && !visible.includes(repId)) throw new ProblemError('NOT_FOUND')
  const [row] = await db.query('select id from rep where tenant_id = $1 and id = $2', [db.tenantId, repId])
  if (row === undefined) throw new ProblemError('NOT_FOUND')
}
