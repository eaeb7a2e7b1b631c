import type { TenantReader } from '../platform/database/index.ts'

export interface PoolItemFilter {
  readonly tier?: readonly string[]
  readonly region?: readonly string[]
  readonly source?: readonly string[]
  readonly kind?: readonly string[]
  readonly q?: string
  /** Only what lies there at least so long. */
  readonly enteredBefore?: Date
}

/** A record lying in a pool, as little as one needs to choose; contact data is masked by whoever shows it. */
export interface PoolItemRow {
  readonly id: string
  readonly kind: 'lead' | 'account' | 'opportunity'
  readonly name: string
  readonly company: string
  readonly phone: string | null
  readonly email: string | null
  readonly region: string | null
  readonly industry: string | null
  readonly source: string | null
  readonly product: string | null
  readonly tier: string | null
  readonly value: string | null
  readonly difficulty: string | null
  readonly score: number | null
  readonly amountMinor: number | null
  readonly tags: readonly string[]
  readonly enteredAt: Date
  readonly cause: string
  readonly reason: string | null
  readonly fromRepId: string | null
  readonly createdAt: Date
}

const FROM = `item_ownership o
  left join pool_stay s on s.tenant_id = $1 and s.item_id = o.item_id
  left join lead l on o.kind = 'lead' and l.tenant_id = $1 and l.id = o.item_id
  left join account a on o.kind = 'account' and a.tenant_id = $1 and a.id = o.item_id
  left join opportunity p on o.kind = 'opportunity' and p.tenant_id = $1 and p.id = o.item_id
  left join account pa on pa.tenant_id = $1 and pa.id = p.account_id
  where o.tenant_id = $1 and o.state = 'pooled' and o.pool_id = $2
    and ($3::text[] is null or coalesce(l.tier, p.tier) = any($3))
    and ($4::text[] is null or coalesce(l.region, a.region, p.region) = any($4))
    and ($5::text[] is null or coalesce(l.source, p.source) = any($5))
    and ($6::text[] is null or o.kind = any($6))
    and ($7::text is null or coalesce(l.search, a.search, p.search) like $7)
    and ($8::timestamptz is null or s.entered_at < $8)`

const values = (tenantId: string, poolId: string, filter: PoolItemFilter): unknown[] => [
  tenantId,
  poolId,
  filter.tier ?? null,
  filter.region ?? null,
  filter.source ?? null,
  filter.kind ?? null,
  filter.q === undefined ? null : `%${filter.q.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%`,
  filter.enteredBefore ?? null,
]

/** What lies in a pool, best scored first, then longest there. */
export function readPoolItems(
  db: TenantReader,
  poolId: string,
  filter: PoolItemFilter,
  limit: number,
): Promise<PoolItemRow[]> {
  return db.query<PoolItemRow & Record<string, unknown>>(
    `select o.item_id as id, o.kind, coalesce(l.name, a.name, p.name, '') as name,
       coalesce(l.company, case when a.id is not null then a.name end, pa.name, '') as company,
       coalesce(l.phone, a.phone) as phone, coalesce(l.email, a.email) as email,
       coalesce(l.region, a.region, p.region) as region, coalesce(l.industry, a.industry, p.industry) as industry,
       coalesce(l.source, p.source) as source, coalesce(l.product, p.product) as product,
       coalesce(l.tier, p.tier) as tier, coalesce(l.value, p.value) as value,
       coalesce(l.difficulty, p.difficulty) as difficulty, coalesce(l.score, p.score) as score,
       coalesce(l.amount_minor, p.amount_minor) as "amountMinor", coalesce(l.tags, a.tags, p.tags, '{}') as tags,
       coalesce(s.entered_at, l.created_at, a.created_at, p.created_at) as "enteredAt",
       coalesce(s.cause, 'assigned') as cause, s.reason, s.from_rep_id as "fromRepId",
       coalesce(l.created_at, a.created_at, p.created_at) as "createdAt"
     from ${FROM}
     order by coalesce(l.score, p.score, 0) desc, s.entered_at, o.item_id limit $9`,
    [...values(db.tenantId, poolId, filter), limit],
  )
}

export async function countPoolItems(
  db: TenantReader,
  poolId: string,
  filter: PoolItemFilter,
): Promise<number> {
  const [row] = await db.query<{ n: number }>(
    `select count(*)::int as n from ${FROM}`,
    values(db.tenantId, poolId, filter),
  )
  return row?.n ?? 0
}

export interface PoolTotals {
  readonly poolId: string
  readonly lying: number
  readonly oldestAt: Date | null
  /** Longer there than the pool's managers want to leave unnoticed. */
  readonly unnoticed: number
}

/** How much lies in each pool, and since when (F6). */
export function readTotals(db: TenantReader, now: number): Promise<PoolTotals[]> {
  return db.query<PoolTotals & Record<string, unknown>>(
    `select o.pool_id as "poolId", count(*)::int as lying, min(s.entered_at) as "oldestAt",
       count(*) filter (where s.entered_at < $2::timestamptz - make_interval(hours => coalesce(p.unnoticed_hours, 24)))::int
         as unnoticed
     from item_ownership o
     left join pool_stay s on s.tenant_id = $1 and s.item_id = o.item_id
     left join pool p on p.tenant_id = $1 and p.id = o.pool_id
     where o.tenant_id = $1 and o.state = 'pooled' group by o.pool_id`,
    [db.tenantId, new Date(now)],
    'pool_totals',
  )
}
