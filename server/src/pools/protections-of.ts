import { type HolidayCalendar, type Protection, type ProtectionTerms, protectionOf } from '@peineng/engine'
import type { TenantReader } from '../platform/database/index.ts'
import { type PoolRow, readPools } from './pool-store.ts'
import type { PoolServices } from './services.ts'

/** The protection of one owned item that came out of a pool. */
export interface ItemProtection extends Protection {
  readonly itemId: string
  readonly ownerId: string
  readonly poolId: string
  readonly takenAt: number
}

interface Row extends Record<string, unknown> {
  itemId: string
  ownerId: string
  poolId: string
  ownedSince: Date
  lastActivityAt: Date | null
  tier: string | null
  openOpportunity: boolean
  won: boolean
}

/** The terms of a pool for a customer class. */
export function termsOf(pool: PoolRow, tier: string | null): ProtectionTerms {
  const { protectDays, extendDays, maxDays } = pool
  return { protectDays, extendDays, maxDays, ...(tier === null ? {} : pool.classTerms[tier]) }
}

/**
 * Deadlines of owned items that were taken from a pool, in their owners' time zones with the company's holidays. The
 * clock starts anew for a new owner (Decision 12). Open opportunities and won customers are exempt.
 */
export async function protectionsOf(
  db: TenantReader,
  { people }: Pick<PoolServices, 'people'>,
  itemIds: readonly string[],
): Promise<Map<string, ItemProtection>> {
  const found = new Map<string, ItemProtection>()
  const taken = await db.query<{ id: string }>(
    `select item_id as id from pool_stay
     where tenant_id = $1 and item_id = any($2::uuid[]) and left_at is not null and taken_by is not null`,
    [db.tenantId, itemIds],
    'pool_taken',
  )
  // Most work never lay in a pool, and this is asked for every lead there is.
  if (taken.length === 0) return found
  const ids = taken.map((row) => row.id)
  const rows = await db.query<Row>(STATEMENT, [db.tenantId, ids], 'pool_protections')
  if (rows.length === 0) return found
  const pools = new Map((await readPools(db)).map((pool) => [pool.id, pool]))
  const roster = await people.loadRoster(db)
  const schedules = new Map(roster.working.map((working) => [working.repId, working.schedule]))
  // Holidays hang on people who keep hours; whoever keeps none has the company's all the same.
  const holidays: HolidayCalendar | undefined = roster.working.find(
    ({ schedule }) => schedule.holidays !== undefined,
  )?.schedule.holidays
  for (const row of rows) {
    const pool = pools.get(row.poolId)
    if (pool === undefined) continue
    const protection = protectionOf({
      takenAt: row.ownedSince.getTime(),
      lastActivityAt: row.lastActivityAt?.getTime() ?? null,
      terms: termsOf(pool, row.tier),
      timeZone: schedules.get(row.ownerId)?.timeZone ?? roster.timeZone,
      ...(holidays === undefined ? {} : { holidays }),
      exempt: row.won ? 'won_customer' : row.openOpportunity ? 'open_opportunity' : null,
    })
    found.set(row.itemId, {
      ...protection,
      itemId: row.itemId,
      ownerId: row.ownerId,
      poolId: row.poolId,
      takenAt: row.ownedSince.getTime(),
    })
  }
  return found
}

/** Leads by their account's deals, opportunities are open or over, accounts by their opportunities. */
const STATEMENT = `
  select o.item_id as "itemId", o.owner_id as "ownerId", s.pool_id as "poolId", o.owned_since as "ownedSince",
    (select max(c.at) from owner_activity c where c.tenant_id = $1 and c.item_id = o.item_id) as "lastActivityAt",
    coalesce(l.tier, p.tier) as tier,
    o.kind = 'opportunity' or exists (
      select 1 from opportunity x where x.tenant_id = $1 and x.outcome = 'open'
        and (x.lead_id = o.item_id or x.account_id = coalesce(l.account_id, a.id))) as "openOpportunity",
    exists (
      select 1 from opportunity x where x.tenant_id = $1 and x.outcome = 'won'
        and (x.lead_id = o.item_id or x.account_id = coalesce(l.account_id, a.id))) as won
  from item_ownership o
  join pool_stay s on s.tenant_id = $1 and s.item_id = o.item_id and s.left_at is not null and s.taken_by is not null
  left join lead l on o.kind = 'lead' and l.tenant_id = $1 and l.id = o.item_id
  left join account a on o.kind = 'account' and a.tenant_id = $1 and a.id = o.item_id
  left join opportunity p on o.kind = 'opportunity' and p.tenant_id = $1 and p.id = o.item_id
  where o.tenant_id = $1 and o.item_id = any($2::uuid[]) and o.state = 'owned' and o.owned_since is not null`
