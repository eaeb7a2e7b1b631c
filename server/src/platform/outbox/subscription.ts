import type { Platform, Sweep } from '../context.ts'
import type { TenantWriter } from '../database/index.ts'
import { eachTenant } from '../jobs/each-tenant.ts'
import { eventsAfter, type Position, type StoredEvent } from './read-events.ts'

export interface Subscription {
  /** Names the cursor; never changed once it ran anywhere. */
  readonly name: string
  /** The effects of some events, in their order. What it throws undoes them and they come again. */
  handle(db: TenantWriter, now: number, events: readonly StoredEvent[]): Promise<void>
  readonly everyMs?: number
  /** Events per transaction: what is locked is not held for long. */
  readonly batch?: number
}

/** One company with a great backlog lets the others have their turn after this many batches. */
const BATCHES_A_TURN = 20

/**
 * Tells a subscriber everything that was announced, company by company: in the order of transactions, and each event
 * once, because the cursor moves in the transaction that holds the effects. A process that dies between leaves both
 * undone. Any number of nodes may run it: who holds the cursor's row works, the others pass by. A subscriber that is
 * new hears from the beginning; where it should not, its migration writes the cursors.
 */
export function subscriptionSweep({ database, clock }: Platform, subscription: Subscription): Sweep {
  const { name, handle, everyMs = 1_000, batch = 500 } = subscription
  return {
    name: `subscription:${name}`,
    everyMs,
    async run(signal) {
      const { rows } = await database.dispatcher.query<{ id: string }>('select tenants_with_news($1) as id', [
        name,
      ])
      await eachTenant(
        rows.map((row) => row.id),
        signal,
        async (tenantId) => {
          for (let turn = 0; turn < BATCHES_A_TURN && !signal.aborted; turn++) {
            const read = await database.write(tenantId, async (db) => {
              const position = await takeCursor(db, name, clock.now())
              if (position === null) return 0
              const events = await eventsAfter(db, position, batch)
              const last = events.at(-1)
              if (last === undefined) return 0
              await handle(db, clock.now(), events)
              await moveCursor(db, name, last, clock.now())
              return events.length
            })
            if (read < batch) break
          }
        },
      )
    },
  }
}

/** Locks the cursor to the end of the transaction; null = another node has it. */
async function takeCursor(db: TenantWriter, name: string, now: number): Promise<Position | null> {
  const select = `select xid::text as xid, seq from event_cursor where tenant_id = $1 and subscriber = $2
     for update skip locked`
  const take = async (): Promise<Position | null> => {
    const [row] = await db.query<Position & Record<string, unknown>>(
      select,
      [db.tenantId, name],
      'outbox_take',
    )
    return row ?? null
  }
  const taken = await take()
  if (taken !== null) return taken
  // Held by another, or not there yet; only one of two that try makes it, and the second finds it taken.
  const made = await db.query(
    `insert into event_cursor (tenant_id, subscriber, xid, seq, updated_at) values ($1, $2, '0', 0, $3)
     on conflict do nothing returning 1 as made`,
    [db.tenantId, name, new Date(now)],
  )
  return made.length === 0 ? null : take()
}

async function moveCursor(db: TenantWriter, name: string, to: Position, now: number): Promise<void> {
  await db.query(
    `update event_cursor set xid = $3::xid8, seq = $4, updated_at = $5 where tenant_id = $1 and subscriber = $2`,
    [db.tenantId, name, to.xid, to.seq, new Date(now)],
    'outbox_move',
  )
}
