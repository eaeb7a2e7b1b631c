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
 * Whatever the reach, who got a record from a colleague has its contact data once they confirmed reading the handover
 * (H4); the former owner sees it as before until the shadow period is over.
 */
export interface Visibility {
  readonly reach: Reach
  /** null = everybody's. */
  readonly repIds: readonly string[] | null
  /** Pools whose records are shown with their contact data; null = all. */
  readonly openPools: readonly string[] | null
  /** Who looks: what they brought themselves they may see. */
  readonly principalId: string
  /** The rep they are; null = none. */
  readonly ownRepId: string | null
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
  return { reach, principalId: principal.id, ownRepId: principal.repId, repIds, openPools }
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

/** The same as contactHidden, the other way round, as a condition; `o` is the joined item_ownership. */
export function contactShown(
  where: Pick<Conditions, 'value'>,
  { reach, repIds, openPools, ownRepId }: Visibility,
  o = 'o',
): string {
  const read =
    ownRepId === null
      ? 'true'
      : `not coalesce(${o}.handover_open and ${o}.owner_id = ${where.value(ownRepId)}::uuid, false)`
  if (openPools === null) return read
  if (reach !== 'own')
    return `(${read} and (${o}.state is distinct from 'pooled' or ${o}.pool_id = any(${where.value(openPools)}::text[])))`
  const mine = where.value(repIds)
  return `coalesce(${o}.owner_id = any(${mine}::uuid[]) and ${o}.state <> 'offered' and ${read}
    or ${o}.shadow_rep_id = any(${mine}::uuid[]), false)`
}

/** Narrows a statement to what may be seen; `o` is the joined item_ownership. */
export function seeOnly(where: Conditions, visibility: Visibility): void {
  if (visibility.repIds === null) return
  const mine = (value: string): string =>
    `o.owner_id = any(${value}::uuid[]) or o.shadow_rep_id = any(${value}::uuid[])`
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
  /** Its owner has not read the handover they got it by. */
  readonly handoverOpen: boolean
  /** The former owner, while both look after it. */
  readonly shadowRepId: string | null
}

export const heldOf = (row: { readonly [K in keyof Held]?: Held[K] | undefined }): Held => ({
  ownerId: row.ownerId ?? null,
  state: row.state ?? null,
  poolId: row.poolId ?? null,
  handoverOpen: row.handoverOpen ?? false,
  shadowRepId: row.shadowRepId ?? null,
})

/**
 * Contact data of a pooled record is nobody's to read before the claim but its pool's managers', that of an offered one
 * not the rep's before their yes, and that of one a colleague worked on not the new owner's before they read the handover.
 */
export function contactHidden(visibility: Visibility, held: Held): boolean {
  const { ownerId, state, poolId, handoverOpen, shadowRepId } = held
  const { reach, repIds, openPools, ownRepId } = visibility
  if (handoverOpen && ownerId !== null && ownerId === ownRepId) return true
  if (openPools === null) return false
  if (reach !== 'own') return state === 'pooled' && (poolId === null || !openPools.includes(poolId))
  if (state === 'offered') return true
  return ![ownerId, shadowRepId].some((repId) => repId !== null && repIds?.includes(repId) === true)
}

/**
 * SQL: true where the caller got this customer, or anything of it, from a colleague and has not confirmed reading. Work
 * of their own with the same customer opens nothing, or making some would be the way around; owning the customer does.
 */
export function customerUnread(
  value: (one: unknown) => string,
  { ownRepId }: Pick<Visibility, 'ownRepId'>,
  account: string,
): string {
  if (ownRepId === null) return 'false'
  const rep = `${value(ownRepId)}::uuid`
  const held = (of: string, test: string): string =>
    `exists (select 1 from ${of} h where h.tenant_id = ${account}.tenant_id and ${test})`
  const itself = `h.item_id = ${account}.id`
  const unread = `h.owner_id = ${rep} and h.handover_open`
  const works = (table: string): string =>
    `exists (select 1 from ${table} hw join item_ownership h on h.tenant_id = hw.tenant_id and h.item_id = hw.id
      where hw.tenant_id = ${account}.tenant_id and hw.account_id = ${account}.id and ${unread})`
  const theirs = `${itself} and (h.owner_id = ${rep} and not h.handover_open or h.shadow_rep_id = ${rep})`
  return `((${held('item_ownership', `${itself} and ${unread}`)} or ${works('lead')} or ${works('opportunity')})
    and not ${held('item_ownership', theirs)})`
}

/** SQL: the same for any record named by `item_kind` and `item_id` of an alias; a person is read with their company. */
export function itemUnread(
  value: (one: unknown) => string,
  visibility: Pick<Visibility, 'ownRepId'>,
  of: string,
): string {
  if (visibility.ownRepId === null) return 'false'
  const rep = `${value(visibility.ownRepId)}::uuid`
  return `(case when ${of}.item_kind in ('lead', 'opportunity')
    then exists (select 1 from item_ownership g where g.tenant_id = ${of}.tenant_id and g.item_id = ${of}.item_id
      and g.owner_id = ${rep} and g.handover_open)
    else exists (select 1 from account ga where ga.tenant_id = ${of}.tenant_id
      and ga.id = coalesce((select c.account_id from contact c where c.tenant_id = ${of}.tenant_id and c.id = ${of}.item_id), ${of}.item_id)
      and ${customerUnread(value, visibility, 'ga')}) end)`
}
