import type { People } from '../people/index.ts'
import type { TenantReader } from '../platform/database/index.ts'
import type { Principal, Reach } from '../platform/http/index.ts'
import type { Conditions } from './conditions.ts'

/**
 * What a caller may see of customers' records:
 * - reach `tenant`: everything;
 * - reach `team`: what the team's reps own, and everything nobody owns (leaders have to be able to give it away); of
 *   pooled records phone, mail and WeChat are masked unless they manage the pool (X22);
 * - reach `own`: what the caller's rep owns, and pooled records with phone, mail and WeChat masked until claimed.
 */
export interface Visibility {
  readonly reach: Reach
  /** null = everybody's. */
  readonly repIds: readonly string[] | null
  /** Pools whose records are shown with their contact data; null = all. */
  readonly openPools: readonly string[] | null
  /** Who looks: what they brought themselves they may see. */
  readonly principalId: string
}

export async function visibilityOf(
  db: TenantReader,
  people: Pick<People, 'visibleRepIds' | 'teamsUnder'>,
  principal: Principal,
  reach: Reach,
): Promise<Visibility> {
  const repIds = await people.visibleRepIds(db, principal, reach)
  const openPools =
    reach === 'tenant' ? null : reach === 'own' ? [] : await poolsLedBy(db, people, principal, repIds ?? [])
  return { reach, principalId: principal.id, repIds, openPools }
}

/** Pools that name this leader as a manager, and those that are for their teams and people alone. */
async function poolsLedBy(
  db: TenantReader,
  people: Pick<People, 'teamsUnder'>,
  principal: Principal,
  repIds: readonly string[],
): Promise<string[]> {
  const rows = await db.query<{ id: string }>(
    `select pool_id as id from pool_membership where tenant_id = $1 group by pool_id
     having bool_or(kind = 'manager' and subject_id = $2) or (
       bool_or(kind in ('rep', 'team')) and bool_and(case kind when 'rep' then subject_id = any($3::uuid[])
         when 'team' then subject_id = any($4::uuid[]) else true end))`,
    [db.tenantId, principal.id, repIds, await people.teamsUnder(db, principal.teamId)],
    'pools_led_by',
  )
  return rows.map((row) => row.id)
}

/** Where contact data of records nobody owns is shown, as a condition; `o` is the joined item_ownership. */
export function contactShown(where: Conditions, visibility: Visibility, o = 'o'): string {
  if (visibility.openPools === null) return 'true'
  if (visibility.reach === 'own')
    return `(${o}.owner_id = any(${where.value(visibility.repIds)}::uuid[]) and ${o}.state <> 'offered')`
  return `(${o}.state is distinct from 'pooled' or ${o}.pool_id = any(${where.value(visibility.openPools)}::text[]))`
}

/** Narrows a statement to what may be seen; `o` is the joined item_ownership. */
export function seeOnly(where: Conditions, visibility: Visibility): void {
  if (visibility.repIds === null) return
  const mine = (value: string): string => `o.owner_id = any(${value}::uuid[])`
  where.and(
    (value) =>
      visibility.reach === 'team'
        ? `(o.owner_id is null or ${mine(value)})`
        : `(o.state = 'pooled' or ${mine(value)})`,
    visibility.repIds,
  )
}

/** As above for writing: what nobody owns may be changed by leaders, never by a rep. */
export function changeOnly(where: Conditions, visibility: Visibility): void {
  if (visibility.reach === 'own' && visibility.repIds !== null)
    where.and(
      (value) => `o.owner_id = any(${value}::uuid[]) and o.state is distinct from 'offered'`,
      visibility.repIds,
    )
  else seeOnly(where, visibility)
}

export interface Held {
  readonly ownerId: string | null
  readonly state: string | null
  readonly poolId: string | null
}

export const heldOf = (row: { readonly [K in keyof Held]?: Held[K] | undefined }): Held => ({
  ownerId: row.ownerId ?? null,
  state: row.state ?? null,
  poolId: row.poolId ?? null,
})

/**
 * Contact data of a pooled record is nobody's to read before the claim but its pool's managers', and that of an offered
 * one not the rep's before their yes.
 */
export function contactHidden(visibility: Visibility, { ownerId, state, poolId }: Held): boolean {
  if (visibility.openPools === null) return false
  if (visibility.reach === 'own')
    return state === 'offered' || ownerId === null || visibility.repIds?.includes(ownerId) !== true
  return state === 'pooled' && (poolId === null || !visibility.openPools.includes(poolId))
}
