import type { TenantReader, TenantWriter } from '../../platform/database/index.ts'
import type { ChangeCause } from './history-store.ts'

/** How an item came into a pool. */
export interface NewStay {
  readonly itemId: string
  readonly poolId: string
  readonly cause: ChangeCause
  /** Coded reason of whoever gave it back or called it back. */
  readonly reason: string | null
  readonly fromRepId: string | null
}

/** An item's last stay in a pool; `leftAt` null = it lies there. */
export interface StayRow extends NewStay {
  readonly enteredAt: Date
  readonly leftAt: Date | null
  readonly takenBy: string | null
}

/** Items that entered a pool now; an earlier stay of theirs is over. One statement. */
export async function enterPool(db: TenantWriter, now: number, stays: readonly NewStay[]): Promise<void> {
  if (stays.length === 0) return
  await db.query(
    `insert into pool_stay (tenant_id, item_id, pool_id, entered_at, cause, reason, from_rep_id)
     select $1, i, p, $2, c, r, f from unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::uuid[]) as u(i, p, c, r, f)
     on conflict (tenant_id, item_id) do update set pool_id = excluded.pool_id, entered_at = excluded.entered_at,
       cause = excluded.cause, reason = excluded.reason, from_rep_id = excluded.from_rep_id, left_at = null,
       taken_by = null, told_at = null`,
    [
      db.tenantId,
      new Date(now),
      stays.map((s) => s.itemId),
      stays.map((s) => s.poolId),
      stays.map((s) => s.cause),
      stays.map((s) => s.reason),
      stays.map((s) => s.fromRepId),
    ],
    'pool_enter',
  )
}

/** Items that left their pool now, for somebody's hands or for the queue. One statement. */
export async function leavePool(
  db: TenantWriter,
  now: number,
  items: readonly { readonly itemId: string; readonly takenBy: string | null }[],
): Promise<void> {
  if (items.length === 0) return
  await db.query(
    `update pool_stay s set left_at = $2, taken_by = u.t from unnest($3::uuid[], $4::uuid[]) as u(i, t)
     where s.tenant_id = $1 and s.item_id = u.i and s.left_at is null`,
    [db.tenantId, new Date(now), items.map((i) => i.itemId), items.map((i) => i.takenBy)],
    'pool_leave',
  )
}

export async function readStays(db: TenantReader, itemIds: readonly string[]): Promise<StayRow[]> {
  return db.query<StayRow & Record<string, unknown>>(
    `select item_id as "itemId", pool_id as "poolId", entered_at as "enteredAt", cause, reason, from_rep_id as "fromRepId",
       left_at as "leftAt", taken_by as "takenBy"
     from pool_stay where tenant_id = $1 and item_id = any($2::uuid[])`,
    [db.tenantId, itemIds],
    'pool_stays',
  )
}
