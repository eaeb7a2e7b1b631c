import { retryOnConflict } from '../assignment/index.ts'
import type { Sweep } from '../platform/context.ts'
import { eachTenant } from '../platform/jobs/each-tenant.ts'
import { keepBeat } from '../platform/jobs/service-beat.ts'
import { subscriptionSweep } from '../platform/outbox/index.ts'
import { dueTenants } from './due-tenants.ts'
import { fireTimers, TIMER_BATCH } from './fire-timers.ts'
import { followEvents } from './follow-events.ts'
import { healthOfReps } from './health-of-reps.ts'
import { markLoads } from './mark-loads.ts'
import { resyncClocks } from './resync-clocks.ts'
import { tenantsToResync } from './resync-store.ts'
import type { FollowupServices } from './services.ts'

/** One company with ten thousand due clocks lets the others have their turn after this many batches. */
const BATCHES_A_TURN = 25

/** Clocks of one company, batch by batch, each in a transaction of its own. Returns how many rows were looked at. */
export async function workOffTimers(
  services: FollowupServices,
  tenantId: string,
  signal?: AbortSignal,
): Promise<number> {
  const { database, clock } = services.platform
  let seen = 0
  for (let batch = 0; batch < BATCHES_A_TURN && signal?.aborted !== true; batch++) {
    const rows = await retryOnConflict(() =>
      database.write(tenantId, (db) => fireTimers(db, services, clock.now())),
    )
    seen += rows
    if (rows < TIMER_BATCH) break
    await keepBeat(database, clock.now())
  }
  return seen
}

/** Looks at what is due every two seconds; says that the service is up before, so that downtime is credited first. */
export function sweepTimers(services: FollowupServices): Sweep {
  const { database, clock } = services.platform
  return {
    name: 'fire-timers',
    everyMs: 2_000,
    async run(signal) {
      await keepBeat(database, clock.now())
      await eachTenant(await dueTenants(database, clock.now()), signal, (tenantId) =>
        workOffTimers(services, tenantId, signal),
      )
    },
  }
}

/** Keeps clocks in step with what happens. */
export function sweepEvents(services: FollowupServices): Sweep {
  return subscriptionSweep(services.platform, {
    name: 'followup',
    batch: 200,
    handle: (db, now, events) => followEvents(db, services, now, events),
  })
}

/** Computes all clocks of a company again where something asked for it. */
export function sweepResyncs(services: FollowupServices): Sweep {
  const { database, clock } = services.platform
  return {
    name: 'resync-clocks',
    everyMs: 5_000,
    async run(signal) {
      await eachTenant(await tenantsToResync(database), signal, async (tenantId) => {
        for (let more = true; more && !signal.aborted; )
          more = await retryOnConflict(() =>
            database.write(tenantId, (db) => resyncClocks(db, services, clock.now())),
          )
      })
    },
  }
}

/** Tells assignment who leaves too much unfollowed: their floors and bonuses are suspended then (E14). */
export function sweepUnfollowed(services: FollowupServices): Sweep {
  const { database, clock } = services.platform
  return {
    name: 'note-unfollowed',
    everyMs: 600_000,
    async run(signal) {
      const { rows } = await database.dispatcher.query<{ id: string }>('select all_tenant_ids() as id')
      await eachTenant(
        rows.map((row) => row.id),
        signal,
        (tenantId) =>
          retryOnConflict(() =>
            database.write(tenantId, async (db) => {
              const now = clock.now()
              const { working } = await services.assignment.contextOf(db, now)
              const reports = await healthOfReps(
                db,
                services,
                now,
                working.map((one) => one.repId),
              )
              await services.assignment.noteUnfollowed(
                db,
                [...reports].map(([repId, report]) => ({ repId, permille: report.unfollowedPermille })),
              )
            }),
          ),
      )
    },
  }
}

/** Notices who is over their load, near it or back. */
export function sweepLoads(services: FollowupServices): Sweep {
  const { database, clock } = services.platform
  return {
    name: 'mark-loads',
    everyMs: 30_000,
    async run(signal) {
      const { rows } = await database.dispatcher.query<{ id: string }>('select all_tenant_ids() as id')
      await eachTenant(
        rows.map((row) => row.id),
        signal,
        (tenantId) =>
          retryOnConflict(() => database.write(tenantId, (db) => markLoads(db, services, clock.now()))),
      )
    },
  }
}
