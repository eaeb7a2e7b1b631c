import type { TenantReader, TenantWriter } from '../../platform/database/index.ts'

/** Prices of the last plan, as they were found. */
export interface StoredPrices {
  readonly planId: string
  readonly planHash: string
  readonly pricedAt: Date
  readonly per: 'item' | 'point'
  readonly reps: readonly PricedRep[]
  /** Items by hour of the company's day. */
  readonly arrivals: readonly number[]
}

export interface PricedRep {
  readonly repId: string
  /** Thousandths of a point per item or load point. */
  readonly price: number
  /** Room then, in units of the price; −1 = no limit. */
  readonly standing: number
  readonly today: number
}

/** Names the prices in force; '' where there are none. */
export async function readPricesRevision(db: TenantReader): Promise<string> {
  const [row] = await db.query<{ planId: string; pricedAt: Date }>(
    'select plan_id as "planId", priced_at as "pricedAt" from time_price where tenant_id = $1',
    [db.tenantId],
    'time_price_revision',
  )
  return row === undefined ? '' : `${row.planId} ${row.pricedAt.getTime()}`
}

export async function readPrices(db: TenantReader): Promise<StoredPrices | null> {
  const [row] = await db.query<StoredPrices & Record<string, unknown>>(
    `select plan_id as "planId", plan_hash as "planHash", priced_at as "pricedAt", per, reps, arrivals
     from time_price where tenant_id = $1`,
    [db.tenantId],
  )
  return row ?? null
}

export async function putPrices(db: TenantWriter, prices: StoredPrices): Promise<void> {
  await db.query(
    `insert into time_price (tenant_id, plan_id, plan_hash, priced_at, per, reps, arrivals)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (tenant_id) do update set plan_id = excluded.plan_id, plan_hash = excluded.plan_hash,
       priced_at = excluded.priced_at, per = excluded.per, reps = excluded.reps, arrivals = excluded.arrivals`,
    [
      db.tenantId,
      prices.planId,
      prices.planHash,
      prices.pricedAt,
      prices.per,
      JSON.stringify(prices.reps),
      prices.arrivals,
    ],
  )
}

/** A plan that was taken back prices nothing. */
export async function dropPrices(db: TenantWriter, planId: string): Promise<void> {
  await db.query('delete from time_price where tenant_id = $1 and plan_id = $2', [db.tenantId, planId])
}

const LATEST_ITEMS = 2000

/** In which hour of the day the latest items came: ids are in the order of time, so this reads nothing else. */
export async function countArrivals(db: TenantReader, timeZone: string): Promise<number[]> {
  const rows = await db.query<{ hour: number; n: number }>(
    `select extract(hour from created_at at time zone $2)::int as hour, count(*)::int as n
     from (select created_at from work_item where tenant_id = $1 order by id desc limit $3) latest group by 1`,
    [db.tenantId, timeZone, LATEST_ITEMS],
  )
  const arrivals = new Array<number>(24).fill(0)
  for (const { hour, n } of rows) arrivals[hour] = n
  return arrivals
}
