import type { Platform, Sweep } from '../context.ts'
import type { TenantWriter } from '../database/index.ts'
import { eachTenant } from './each-tenant.ts'

const HOUR = 3_600_000
/** A client that repeats a call does so within minutes; two days outlast a weekend's outage of theirs. */
const KEYS_KEPT_MS = 48 * HOUR
/** Longer than anybody's live updates or subscriber may be behind. */
const EVENTS_KEPT_MS = 30 * 24 * HOUR
/** Short transactions, so that nobody waits for this. */
const BATCH = 5_000

/** Deletes what was written for every call and is of use only for a while. */
export function housekeepingSweep({ database, clock }: Platform): Sweep {
  return {
    name: 'housekeeping',
    everyMs: HOUR,
    async run(signal) {
      const { rows } = await database.dispatcher.query<{ id: string }>('select all_tenant_ids() as id')
      await eachTenant(
        rows.map((row) => row.id),
        signal,
        async (tenantId) => {
          for (const forget of [forgetKeys, forgetEvents]) {
            let gone = BATCH
            while (gone === BATCH && !signal.aborted)
              gone = await database.write(tenantId, (db) => forget(db, clock.now()))
          }
        },
      )
    },
  }
}

async function forgetKeys(db: TenantWriter, now: number): Promise<number> {
  const rows = await db.query(
    `delete from idempotency_key where tenant_id = $1 and (principal_id, key) in (
       select principal_id, key from idempotency_key where tenant_id = $1 and created_at < $2
       order by created_at limit $3)
     returning 1 as one`,
    [db.tenantId, new Date(now - KEYS_KEPT_MS), BATCH],
  )
  return rows.length
}

async function forgetEvents(db: TenantWriter, now: number): Promise<number> {
  // Ids begin with their time, and the primary key with the id: the oldest are found without reading the others.
  const rows = await db.query(
    `delete from event where tenant_id = $1 and id in (
       select id from event where tenant_id = $1 and id < $2 order by id limit $3)
     returning 1 as one`,
    [db.tenantId, firstIdAt(now - EVENTS_KEPT_MS), BATCH],
  )
  return rows.length
}

/** The lowest UUIDv7 of an instant. */
function firstIdAt(at: number): string {
  const ms = Math.max(0, at).toString(16).padStart(12, '0')
  return `${ms.slice(0, 8)}-${ms.slice(8)}-7000-8000-000000000000`
}
