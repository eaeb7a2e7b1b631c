import { betaBinomialModel } from '@peineng/engine'
import type { Sweep } from '../platform/context.ts'
import { eachTenant } from '../platform/jobs/each-tenant.ts'
import { sweepQueue } from './decide/serve-waiting.ts'
import { putModel, readModelHash } from './decide/win-model-store.ts'
import { measureReps } from './reps/measure-reps.ts'
import { noteAbsences } from './reps/note-absences.ts'
import { readOutcomeCounts } from './reps/outcome-counts.ts'
import { retryOnConflict } from './retry-on-conflict.ts'
import type { Services } from './services.ts'
import { returnLoads } from './verbs/log-activity.ts'

async function tenants(services: Services, fn: string): Promise<string[]> {
  const { rows } = await services.platform.database.dispatcher.query<{ id: string }>(`select ${fn}() as id`)
  return rows.map((row) => row.id)
}

/** Looks again at what waits: shifts began, caps started over, the roster or the policy changed. */
export function sweepWaiting(services: Services): Sweep {
  return {
    name: 'serve-waiting',
    everyMs: 5_000,
    async run(signal) {
      await eachTenant(await tenants(services, 'tenants_with_waiting'), signal, (tenantId) =>
        sweepQueue(services, tenantId, signal),
      )
    },
  }
}

/** Puts work back on its owners' load when the week of its next step begins. */
export function sweepLoads(services: Services): Sweep {
  const { database, clock } = services.platform
  return {
    name: 'return-loads',
    everyMs: 30_000,
    async run(signal) {
      await eachTenant(await tenants(services, 'tenants_with_returning_load'), signal, (tenantId) =>
        retryOnConflict(() =>
          database.write(tenantId, async (db) => {
            const now = clock.now()
            await returnLoads(db, await services.contextOf(db, now), now)
          }),
        ),
      )
    },
  }
}

/** Notices who went on leave and who is back, so that nobody who returns is flooded. */
export function sweepAbsences(services: Services): Sweep {
  const { database, clock } = services.platform
  return {
    name: 'note-absences',
    everyMs: 60_000,
    async run(signal) {
      await eachTenant(await tenants(services, 'all_tenant_ids'), signal, (tenantId) =>
        retryOnConflict(() =>
          database.write(tenantId, async (db) => {
            const now = clock.now()
            await noteAbsences(db, await services.contextOf(db, now), now)
          }),
        ),
      )
    },
  }
}

/** Measures who lets work lie and whose conversion moves. A share over days does not turn in five minutes. */
export function sweepMeasures(services: Services): Sweep {
  const { database, clock } = services.platform
  return {
    name: 'measure-reps',
    everyMs: 300_000,
    async run(signal) {
      await eachTenant(await tenants(services, 'all_tenant_ids'), signal, (tenantId) =>
        retryOnConflict(() =>
          database.write(tenantId, async (db) => {
            const now = clock.now()
            await measureReps(db, await services.contextOf(db, now), now)
          }),
        ),
      )
    },
  }
}

/** Refits the win model from closed work. Hourly: a rate over history does not turn on one deal. */
export function sweepWinModel(services: Services): Sweep {
  const { database, clock } = services.platform
  return {
    name: 'refit-win-model',
    everyMs: 3_600_000,
    async run(signal) {
      await eachTenant(await tenants(services, 'all_tenant_ids'), signal, (tenantId) =>
        database.write(tenantId, async (db) => {
          const counts = await readOutcomeCounts(db)
          const { version } = betaBinomialModel(counts)
          if (version !== (await readModelHash(db))) await putModel(db, version, counts, clock.now())
        }),
      )
    },
  }
}
