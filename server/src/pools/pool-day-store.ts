import type { TenantReader, TenantWriter } from '../platform/database/index.ts'

/** What one person did in one pool today. */
export interface PoolDay {
  readonly claims: number
  readonly views: number
  readonly backlog: number
}

export async function readDay(
  db: TenantReader,
  poolId: string,
  repId: string,
  day: string,
): Promise<PoolDay> {
  const [row] = await db.query<PoolDay & Record<string, unknown>>(
    `select claims, views, backlog from pool_day
     where tenant_id = $1 and pool_id = $2 and rep_id = $3 and day = $4::date`,
    [db.tenantId, poolId, repId, day],
    'pool_day_read',
  )
  return row ?? { claims: 0, views: 0, backlog: 0 }
}

/** Counts one claim, only where the day's limit still holds. False = the limit is used up; nothing was written. */
export async function bookClaim(
  db: TenantWriter,
  claim: {
    readonly poolId: string
    readonly repId: string
    readonly day: string
    readonly limit: number | null
    readonly ofBacklog: boolean
  },
): Promise<boolean> {
  const rows = await db.query(
    `insert into pool_day as d (tenant_id, pool_id, rep_id, day, claims, backlog)
     select $1, $2, $3, $4::date, 1, $6 where $5::int is null or $5 > 0
     on conflict (tenant_id, pool_id, rep_id, day) do update set claims = d.claims + 1, backlog = d.backlog + $6
       where $5::int is null or d.claims < $5
     returning 1 as one`,
    [db.tenantId, claim.poolId, claim.repId, claim.day, claim.limit, claim.ofBacklog ? 1 : 0],
    'pool_book_claim',
  )
  return rows.length === 1
}

/** Counts one look, only where the day's limit still holds; a second look at the same record is free. */
export async function bookView(
  db: TenantWriter,
  view: {
    readonly poolId: string
    readonly repId: string
    readonly day: string
    readonly itemId: string
    readonly limit: number | null
  },
): Promise<boolean> {
  const first = await db.query(
    `insert into pool_view (tenant_id, rep_id, day, item_id) values ($1, $2, $3::date, $4)
     on conflict do nothing returning 1 as one`,
    [db.tenantId, view.repId, view.day, view.itemId],
    'pool_view_first',
  )
  if (first.length === 0) return true
  const rows = await db.query(
    `insert into pool_day as d (tenant_id, pool_id, rep_id, day, views)
     select $1, $2, $3, $4::date, 1 where $5::int is null or $5 > 0
     on conflict (tenant_id, pool_id, rep_id, day) do update set views = d.views + 1
       where $5::int is null or d.views < $5
     returning 1 as one`,
    [db.tenantId, view.poolId, view.repId, view.day, view.limit],
    'pool_book_view',
  )
  return rows.length === 1
}

/** Claims since a day, by rep: the ledger a sealed draw divides by. */
export async function claimsSince(
  db: TenantReader,
  poolId: string,
  day: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await db.query<{ repId: string; n: number }>(
    `select rep_id as "repId", sum(claims)::int as n from pool_day
     where tenant_id = $1 and pool_id = $2 and day >= $3::date group by rep_id`,
    [db.tenantId, poolId, day],
    'pool_claims_since',
  )
  return new Map(rows.map((row) => [row.repId, row.n]))
}
