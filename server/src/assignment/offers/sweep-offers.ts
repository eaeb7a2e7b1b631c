import type { Sweep } from '../../platform/context.ts'
import { eachTenant } from '../../platform/jobs/each-tenant.ts'
import { keepBeat } from '../../platform/jobs/service-beat.ts'
import { repStates } from '../decide/tenant-context.ts'
import { retryOnConflict } from '../retry-on-conflict.ts'
import type { Services } from '../services.ts'
import { lockEverybody } from '../state/cap-store.ts'
import { lockWorkItems } from '../state/work-item-store.ts'
import { creditDowntime } from './credit-downtime.ts'
import { findOverdue } from './offer-store.ts'
import { returnOffers } from './return-offers.ts'

const CHUNK = 100

/**
 * Takes back offers whose time is over, and those of people who are away for longer than the night. Says that the service
 * is up before, so that the time it was down is given back first.
 */
export function sweepOffers(services: Services): Sweep {
  const { database, clock } = services.platform
  const { dispatcher } = database
  return {
    name: 'return-offers',
    everyMs: 2_000,
    async run(signal) {
      await keepBeat(database, clock.now())
      const { rows } = await dispatcher.query<{ id: string }>('select tenants_with_open_offers() as id')
      await eachTenant(
        rows.map((row) => row.id),
        signal,
        async (tenantId) => {
          await retryOnConflict(() =>
            database.write(tenantId, async (db) => {
              const now = clock.now()
              await creditDowntime(db, await services.contextOf(db, now), now)
            }),
          )
          while (!signal.aborted && (await returnOverdue(services, tenantId)) === CHUNK);
        },
      )
    },
  }
}

/** One chunk in one transaction: items locked in id order, then all reps; whoever answered meanwhile has answered. */
export async function returnOverdue(services: Services, tenantId: string): Promise<number> {
  const { database, clock } = services.platform
  return retryOnConflict(() =>
    database.write(tenantId, async (db) => {
      const now = clock.now()
      const context = await services.contextOf(db, now)
      const present = repStates(context, [], now)
        .filter(({ availability }) => availability === 'on_duty' || availability === 'off_duty')
        .map((state) => state.repId)
      const overdue = await findOverdue(db, now, present, CHUNK)
      if (overdue.length === 0) return 0
      const overdueOf = new Map(overdue.map((one) => [one.itemId, one]))
      const rows = (await lockWorkItems(db, [...overdueOf.keys()])).filter(
        (row) => row.state === 'offered' && row.ownerId === overdueOf.get(row.id)?.repId,
      )
      if (rows.length === 0) return overdue.length
      await lockEverybody(db, context, now)
      await returnOffers(
        db,
        services,
        context,
        now,
        rows.map((row) => {
          const away = !present.includes(row.ownerId ?? '')
          return {
            row,
            answer: away ? ('withdrawn' as const) : ('expired' as const),
            reason: away ? 'away' : null,
            actorId: null,
          }
        }),
      )
      return overdue.length
    }),
  )
}
