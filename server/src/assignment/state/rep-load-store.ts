import type { GaugeName } from '@peineng/engine'
import type { TenantReader, TenantWriter } from '../../platform/database/index.ts'

/** The day, week (its Monday) and month counts belong to, as dates in the company's zone. */
export interface PeriodKeys {
  readonly day: string
  readonly week: string
  readonly month: string
}

/**
 * What a rep carries and has received; counts are of the periods asked for, 0 where the row is of an earlier one. A row
 * of the next one (another node's clock is ahead, or a transaction began before midnight) is read as it is and stays:
 * what was counted since midnight must not be forgotten.
 */
export interface RepLoadRow {
  readonly repId: string
  readonly load: number
  readonly openItems: number
  readonly opportunities: number
  readonly keyProjects: number
  readonly customers: number
  readonly highIntentToday: number
  readonly followedMonth: number
  readonly receivedToday: number
  readonly receivedWeek: number
  readonly receivedMonth: number
  readonly unfollowedPermille: number
  /** null = too little closed to tell. */
  readonly trendPermille: number | null
}

/** A change to one rep's row. Limits are what each value may be after it; null = unlimited. */
export interface RepClaim {
  readonly repId: string
  /** Negative when something is given back. */
  readonly effects: Readonly<Partial<Record<GaugeName, number>>>
  /** Items that count as received now; negative only where a decision of the periods named is undone. */
  readonly received: number
  /** Periods `received` and the counting gauges are meant for; absent = all three. */
  readonly periods?: { readonly day: boolean; readonly week: boolean; readonly month: boolean }
  readonly limits: Readonly<Partial<Record<GaugeName, number>>> & {
    readonly dailyMax?: number | null
    readonly weeklyMax?: number | null
    readonly monthlyMax?: number | null
  }
}

const COLUMNS = `rep_id as "repId", load_hundredths as load, open_items as "openItems", opportunities,
  key_projects as "keyProjects", customers,
  case when day between $2::date and $2::date + 1 then high_intent_today else 0 end as "highIntentToday",
  case when month between $4::date and $4::date + 31 then followed_month else 0 end as "followedMonth",
  case when day between $2::date and $2::date + 1 then received_today else 0 end as "receivedToday",
  case when week between $3::date and $3::date + 7 then received_week else 0 end as "receivedWeek",
  case when month between $4::date and $4::date + 31 then received_month else 0 end as "receivedMonth",
  unfollowed_permille as "unfollowedPermille", trend_permille as "trendPermille"`

export async function readRepLoads(db: TenantReader, keys: PeriodKeys): Promise<RepLoadRow[]> {
  return db.query<RepLoadRow & Record<string, unknown>>(
    `select ${COLUMNS} from rep_load where tenant_id = $1`,
    [db.tenantId, keys.day, keys.week, keys.month],
    'rep_load_read',
  )
}

/**
 * Locks the rows of these reps, or of all, always in id order, so that no two transactions wait for each other in a
 * circle. Reads what is true once the locks are held.
 */
export async function lockRepLoads(
  db: TenantWriter,
  keys: PeriodKeys,
  repIds: readonly string[] | null,
): Promise<RepLoadRow[]> {
  return db.query<RepLoadRow & Record<string, unknown>>(
    `select ${COLUMNS} from rep_load where tenant_id = $1 and ($5::uuid[] is null or rep_id = any($5))
     order by rep_id for update`,
    [db.tenantId, keys.day, keys.week, keys.month, repIds],
    'rep_load_lock',
  )
}

/** Makes the rows of reps that have none yet, and says whose they are: they are new here. */
export async function ensureRepLoads(
  db: TenantWriter,
  keys: PeriodKeys,
  repIds: readonly string[],
): Promise<string[]> {
  const rows = await db.query<{ repId: string }>(
    `insert into rep_load (tenant_id, rep_id, day, week, month)
     select $1, r, $2::date, $3::date, $4::date from unnest($5::uuid[]) r order by r
     on conflict do nothing returning rep_id as "repId"`,
    [db.tenantId, keys.day, keys.week, keys.month, repIds],
  )
  return rows.map((row) => row.repId)
}

/**
 * Applies claims to rows that are locked already, each only where every limit still holds. Returns the reps that were
 * refused: their rows are unchanged. This condition, not the lock alone, is what keeps caps true (X4).
 */
export async function applyClaims(
  db: TenantWriter,
  keys: PeriodKeys,
  claims: readonly RepClaim[],
): Promise<string[]> {
  if (claims.length === 0) return []
  const rows = await db.query<{ repId: string }>(
    `with c as (
       select * from json_to_recordset($5::json) as c(
         rep uuid, load int, items int, opps int, keys int, cust int, intent int, followed int, n_day int, n_week int, n_month int,
         max_load int, max_items int, max_opps int, max_keys int, max_cust int, max_intent int, max_followed int,
         max_day int, max_week int, max_month int)
     ), updated as (
       update rep_load l set
         load_hundredths = greatest(0, l.load_hundredths + c.load),
         open_items = greatest(0, l.open_items + c.items),
         opportunities = greatest(0, l.opportunities + c.opps),
         key_projects = greatest(0, l.key_projects + c.keys),
         customers = greatest(0, l.customers + c.cust),
         high_intent_today = greatest(0, case when l.day between $2::date and $2::date + 1 then l.high_intent_today else 0 end + c.intent),
         received_today = greatest(0, case when l.day between $2::date and $2::date + 1 then l.received_today else 0 end + c.n_day),
         day = case when l.day between $2::date and $2::date + 1 then l.day else $2::date end,
         received_week = greatest(0, case when l.week between $3::date and $3::date + 7 then l.received_week else 0 end + c.n_week),
         week = case when l.week between $3::date and $3::date + 7 then l.week else $3::date end,
         received_month = greatest(0, case when l.month between $4::date and $4::date + 31 then l.received_month else 0 end + c.n_month),
         followed_month = greatest(0, case when l.month between $4::date and $4::date + 31 then l.followed_month else 0 end + c.followed),
         month = case when l.month between $4::date and $4::date + 31 then l.month else $4::date end,
         version = l.version + 1
       from c
       where l.tenant_id = $1 and l.rep_id = c.rep
         and (c.max_load is null or c.load <= 0 or l.load_hundredths + c.load <= c.max_load)
         and (c.max_items is null or c.items <= 0 or l.open_items + c.items <= c.max_items)
         and (c.max_opps is null or c.opps <= 0 or l.opportunities + c.opps <= c.max_opps)
         and (c.max_keys is null or c.keys <= 0 or l.key_projects + c.keys <= c.max_keys)
         and (c.max_cust is null or c.cust <= 0 or l.customers + c.cust <= c.max_cust)
         and (c.max_intent is null or c.intent <= 0
              or case when l.day between $2::date and $2::date + 1 then l.high_intent_today else 0 end + c.intent <= c.max_intent)
         and (c.max_followed is null or c.followed <= 0
              or case when l.month between $4::date and $4::date + 31 then l.followed_month else 0 end + c.followed <= c.max_followed)
         and (c.max_day is null or c.n_day <= 0
              or case when l.day between $2::date and $2::date + 1 then l.received_today else 0 end + c.n_day <= c.max_day)
         and (c.max_week is null or c.n_week <= 0
              or case when l.week between $3::date and $3::date + 7 then l.received_week else 0 end + c.n_week <= c.max_week)
         and (c.max_month is null or c.n_month <= 0
              or case when l.month between $4::date and $4::date + 31 then l.received_month else 0 end + c.n_month <= c.max_month)
       returning l.rep_id
     )
     select c.rep as "repId" from c where not exists (select 1 from updated u where u.rep_id = c.rep)`,
    [
      db.tenantId,
      keys.day,
      keys.week,
      keys.month,
      JSON.stringify(
        claims.map((claim) => ({
          rep: claim.repId,
          load: claim.effects.load_index ?? 0,
          items: claim.effects.open_items ?? 0,
          opps: claim.effects.concurrent_opportunities ?? 0,
          keys: claim.effects.key_projects ?? 0,
          cust: claim.effects.current_customers ?? 0,
          intent: claim.periods?.day === false ? 0 : (claim.effects.high_intent_today ?? 0),
          followed: claim.periods?.month === false ? 0 : (claim.effects.followed_this_month ?? 0),
          n_day: claim.periods?.day === false ? 0 : claim.received,
          n_week: claim.periods?.week === false ? 0 : claim.received,
          n_month: claim.periods?.month === false ? 0 : claim.received,
          max_load: claim.limits.load_index ?? null,
          max_items: claim.limits.open_items ?? null,
          max_opps: claim.limits.concurrent_opportunities ?? null,
          max_keys: claim.limits.key_projects ?? null,
          max_cust: claim.limits.current_customers ?? null,
          max_intent: claim.limits.high_intent_today ?? null,
          max_followed: claim.limits.followed_this_month ?? null,
          max_day: claim.limits.dailyMax ?? null,
          max_week: claim.limits.weeklyMax ?? null,
          max_month: claim.limits.monthlyMax ?? null,
        })),
      ),
    ],
    'rep_load_claim',
  )
  return rows.map((row) => row.repId)
}
