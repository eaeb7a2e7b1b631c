import type { People } from '../people/index.ts'
import type { TenantReader } from '../platform/database/index.ts'
import type { Principal, Reach } from '../platform/http/index.ts'
import type { Conditions } from './conditions.ts'

/**
 * What a caller may see of customers' records:
 * - reach `tenant`: everything;
 * - reach `team`: what the team's reps own, and everything nobody owns (leaders have to be able to give it away);
 * - reach `own`: what the caller's rep owns, and pooled records with phone, mail and WeChat masked until claimed.
 */
export interface Visibility {
  readonly reach: Reach
  /** null = everybody's. */
  readonly repIds: readonly string[] | null
  /** Who looks: what they brought themselves they may see. */
  readonly principalId: string
}

export async function visibilityOf(
  db: TenantReader,
  people: Pick<People, 'visibleRepIds'>,
  principal: Principal,
  reach: Reach,
): Promise<Visibility> {
  return { reach, principalId: principal.id, repIds: await people.visibleRepIds(db, principal, reach) }
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

/** Contact data of a pooled or offered record is not a rep's to read before the claim or their yes. */
export function contactHidden(
  visibility: Visibility,
  { state, ownerId }: { readonly state: string | null; readonly ownerId: string | null },
): boolean {
  if (visibility.reach !== 'own') return false
  return state === 'offered' || ownerId === null || visibility.repIds?.includes(ownerId) !== true
}
