import type { Sweep } from '../../platform/context.ts'
import { eachTenant } from '../../platform/jobs/each-tenant.ts'
import { retryOnConflict } from '../retry-on-conflict.ts'
import type { Services } from '../services.ts'
import { startReoptimisation } from './start-reoptimisation.ts'

/** Asks for a plan where a company is due; the sweep of plans solves and commits it, as any other. */
export function reoptimiseSweep(services: Services): Sweep {
  const { database, clock } = services.platform
  return {
    name: 'reoptimise',
    everyMs: 15_000,
    async run(signal) {
      const { rows } = await database.dispatcher.query<{ id: string }>('select tenants_reoptimising() as id')
      await eachTenant(
        rows.map(({ id }) => id),
        signal,
        (tenantId) =>
          retryOnConflict(() =>
            database.write(tenantId, (db) => startReoptimisation(db, services, clock.now())),
          ),
      )
    },
  }
}
