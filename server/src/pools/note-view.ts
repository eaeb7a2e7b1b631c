import { periodKeys } from '../assignment/index.ts'
import type { TenantReader, TenantWriter } from '../platform/database/index.ts'
import { ProblemError } from '../platform/errors/catalogue.ts'
import { bookView } from './pool-day-store.ts'
import { poolOrDefault } from './pool-defaults.ts'
import type { PoolServices } from './services.ts'

/** The pool a record lies in now; null = it lies in none. */
export async function poolLyingIn(db: TenantReader, itemId: string): Promise<string | null> {
  const [row] = await db.query<{ poolId: string }>(
    `select pool_id as "poolId" from item_ownership where tenant_id = $1 and item_id = $2 and state = 'pooled'`,
    [db.tenantId, itemId],
    'pool_lying_in',
  )
  return row?.poolId ?? null
}

/**
 * A rep opens a record that lies in a pool: counted once a day and record, refused beyond the pool's daily limit, so
 * that nobody copies a pool by paging through it (X22).
 */
export async function noteView(
  db: TenantWriter,
  { assignment }: Pick<PoolServices, 'assignment'>,
  now: number,
  view: { readonly itemId: string; readonly repId: string },
): Promise<void> {
  const poolId = await poolLyingIn(db, view.itemId)
  if (poolId === null) return
  const pool = await poolOrDefault(db, poolId)
  if (pool.dailyViews === null) return
  const { timeZone } = await assignment.contextOf(db, now)
  const counted = await bookView(db, {
    ...view,
    poolId,
    day: periodKeys(now, timeZone).day,
    limit: pool.dailyViews,
  })
  if (!counted) throw new ProblemError('POOL_VIEW_LIMIT', { extra: { limit: pool.dailyViews } })
}
