import type { Platform, Sweep } from '../context.ts'
import { eachTenant } from './each-tenant.ts'

const HOUR = 3_600_000
/** Short transactions, so that nobody waits for this. */
const BATCH = 5_000

/** Rows of a log that are of no use any more. Names come from code, never from a request. */
export interface Forgetting {
  readonly table: string
  /** When a row was written or came to its end. */
  readonly since: string
  readonly keptMs: number
  /** `since` is a UUIDv7, which begins with its time. */
  readonly byId?: true
  /** Of those only these. */
  readonly and?: string
}

/** Deletes old rows of logs every hour, in short transactions. */
export function forgettingSweep(
  { database, clock }: Platform,
  name: string,
  logs: readonly Forgetting[],
): Sweep {
  return {
    name,
    everyMs: HOUR,
    async run(signal) {
      const { rows } = await database.dispatcher.query<{ id: string }>('select all_tenant_ids() as id')
      await eachTenant(
        rows.map((row) => row.id),
        signal,
        async (tenantId) => {
          for (const { table, since, keptMs, and, byId } of logs) {
            const old = `tenant_id = $1 and ${since} < $2${and === undefined ? '' : ` and ${and}`}`
            let gone = BATCH
            while (gone === BATCH && !signal.aborted)
              gone = await database.write(tenantId, async (db) => {
                const deleted = await db.query(
                  `delete from ${table} where tenant_id = $1 and ctid = any(array(
                     select ctid from ${table} where ${old} order by ${since} limit ${BATCH}))
                   returning 1 as one`,
                  [tenantId, byId ? firstIdAt(clock.now() - keptMs) : new Date(clock.now() - keptMs)],
                )
                return deleted.length
              })
          }
        },
      )
    },
  }
}

/** The lowest UUIDv7 of an instant. */
function firstIdAt(at: number): string {
  const ms = Math.max(0, at).toString(16).padStart(12, '0')
  return `${ms.slice(0, 8)}-${ms.slice(8)}-7000-8000-000000000000`
}
