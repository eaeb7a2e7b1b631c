import type { Platform, Sweep } from '../platform/context.ts'
import type { TenantWriter } from '../platform/database/index.ts'
import { eachTenant } from '../platform/jobs/each-tenant.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const NOTICES_KEPT_MS = 90 * DAY
/** As long as events are: a message can be replayed as long as its log can be read. */
const DELIVERIES_KEPT_MS = 30 * DAY
/** Short transactions, so that nobody waits for this. */
const BATCH = 5_000

/** Old notices and finished messages go; what still waits stays. */
export function forgetSweep({ database, clock }: Platform): Sweep {
  return {
    name: 'notifications.forget',
    everyMs: HOUR,
    async run(signal) {
      const { rows } = await database.dispatcher.query<{ id: string }>('select all_tenant_ids() as id')
      await eachTenant(
        rows.map((row) => row.id),
        signal,
        async (tenantId) => {
          for (const forget of [forgetNotices, forgetDeliveries]) {
            let gone = BATCH
            while (gone === BATCH && !signal.aborted)
              gone = await database.write(tenantId, (db) => forget(db, clock.now()))
          }
        },
      )
    },
  }
}

async function forgetNotices(db: TenantWriter, now: number): Promise<number> {
  const rows = await db.query(
    `delete from notice where tenant_id = $1 and id in (
       select id from notice where tenant_id = $1 and created_at < $2 order by id limit $3) returning 1 as one`,
    [db.tenantId, new Date(now - NOTICES_KEPT_MS), BATCH],
  )
  return rows.length
}

async function forgetDeliveries(db: TenantWriter, now: number): Promise<number> {
  const rows = await db.query(
    `delete from delivery where tenant_id = $1 and id in (
       select id from delivery where tenant_id = $1 and state <> 'waiting' and finished_at < $2 order by id limit $3)
     returning 1 as one`,
    [db.tenantId, new Date(now - DELIVERIES_KEPT_MS), BATCH],
  )
  return rows.length
}
