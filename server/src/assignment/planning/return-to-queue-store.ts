import type { Reason } from '@peineng/engine'
import type { TenantWriter } from '../../platform/database/index.ts'

/** Where an item goes that nobody had before. */
export interface Returned {
  readonly id: string
  /** null = it waits. */
  readonly poolId: string | null
  /** Why it lay in the pool. What waits, waits for a manager now: the queue would only give it away again. */
  readonly reason: Reason
}

/** Puts items whose rows the caller holds back into the queue or their pool; one statement. */
export async function returnToQueue(
  db: TenantWriter,
  now: number,
  returned: readonly Returned[],
): Promise<void> {
  if (returned.length === 0) return
  await db.query(
    `update work_item w set state = case when r.pool is null then 'waiting' else 'pooled' end, owner_id = null,
       pool_id = r.pool, waiting_since = case when r.pool is null then $3::timestamptz end, release_at = null,
       release = case when r.pool is null then '{"kind":"manager_decides"}'::jsonb end,
       reason_code = case when r.pool is null then 'WAITING_FOR_MANAGER' else r.code end,
       reason_params = case when r.pool is null then '{}'::jsonb else r.params end,
       load_hundredths = 0, load_returns_at = null, effects = '{}', owned_since = null, accepted_at = null, pinned = false,
       version = w.version + 1
     from json_to_recordset($2::json) as r(id uuid, pool text, code text, params jsonb)
     where w.tenant_id = $1 and w.id = r.id`,
    [
      db.tenantId,
      JSON.stringify(
        returned.map(({ id, poolId, reason }) => ({
          id,
          pool: poolId,
          code: reason.code,
          params: reason.params,
        })),
      ),
      new Date(now),
    ],
  )
}
