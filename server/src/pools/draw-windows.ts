import { drawGrab, periodStart } from '@peineng/engine'
import { periodKeys, retryOnConflict } from '../assignment/index.ts'
import type { Sweep } from '../platform/context.ts'
import type { TenantWriter } from '../platform/database/index.ts'
import { ProblemError } from '../platform/errors/catalogue.ts'
import { eachTenant } from '../platform/jobs/each-tenant.ts'
import { announce } from '../platform/outbox/index.ts'
import { claimFromPool } from './claim-from-pool.ts'
import { claimsSince } from './pool-day-store.ts'
import type { PoolServices } from './services.ts'
import { closeWindow, readBids, takeDueWindow, type WindowRow } from './window-store.ts'

/**
 * Draws one window that is over: match × ledger by the seed that was sealed when it opened. Whoever is drawn first
 * and may take it gets it, through the same claim as everybody; who may not is passed over, on the record.
 */
export async function drawDueWindow(db: TenantWriter, services: PoolServices, now: number): Promise<boolean> {
  const window = await takeDueWindow(db, now)
  if (window === null) return false
  const bids = await readBids(db, window.id)
  const context = await services.assignment.contextOf(db, now)
  const month = periodKeys(periodStart('month', now, context.timeZone), context.timeZone).day
  const won = await claimsSince(db, window.poolId, month)
  const offers = []
  for (const { repId } of bids) {
    const match = (await services.assignment.match(db, now, repId, [window.itemId])).get(window.itemId)
    offers.push({ repId, match: match?.total ?? 0, won: won.get(repId) ?? 0 })
  }
  const tickets = drawGrab(window.itemId, offers, window.seed)
  const actorOf = new Map(bids.map((bid) => [bid.repId, bid.actorId]))
  const passed: { repId: string; code: string }[] = []
  let winner: string | null = null
  for (const { repId } of tickets) {
    const code = await take(db, services, now, window, repId, actorOf.get(repId) ?? null)
    if (code === null) {
      winner = repId
      break
    }
    passed.push({ repId, code })
    if (code === 'LEAD_ALREADY_CLAIMED' || code === 'NOT_IN_POOL' || code === 'LEAD_CLOSED') break
  }
  await closeWindow(db, window.id, now, winner, { tickets, passed })
  await announce(db, now, [
    {
      type: 'pool.window_drawn',
      entityKind: 'pool',
      entityId: window.id,
      payload: {
        poolId: window.poolId,
        itemId: window.itemId,
        winnerRepId: winner,
        bids: bids.length,
        recipientRepIds: bids.map((bid) => bid.repId),
      },
    },
  ])
  return true
}

/** null = it is theirs; else why not. What a refused claim wrote is taken back. */
async function take(
  db: TenantWriter,
  services: PoolServices,
  now: number,
  window: WindowRow,
  repId: string,
  actorId: string | null,
): Promise<string | null> {
  await db.query('savepoint drawn')
  try {
    await claimFromPool(db, services, now, { itemId: window.itemId, repId, actorId, inWindow: true })
    return null
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    await db.query('rollback to savepoint drawn')
    return String(error.details.extra?.['refusal'] ?? error.code)
  }
}

/** Windows are short, so this looks every second; it costs one statement while none is open. */
export function drawSweep(services: PoolServices): Sweep {
  const { database, clock } = services.platform
  return {
    name: 'draw-windows',
    everyMs: 1_000,
    async run(signal) {
      const { rows } = await database.dispatcher.query<{ id: string }>(
        'select tenants_with_due_windows($1) as id',
        [new Date(clock.now())],
      )
      await eachTenant(
        rows.map((row) => row.id),
        signal,
        async (tenantId) => {
          let more = true
          while (more && !signal.aborted)
            more = await retryOnConflict(() =>
              database.write(tenantId, (db) => drawDueWindow(db, services, clock.now())),
            )
        },
      )
    },
  }
}
