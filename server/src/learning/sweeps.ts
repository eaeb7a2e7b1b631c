import { periodStart } from '@peineng/engine'
import type { Sweep } from '../platform/context.ts'
import { eachTenant } from '../platform/jobs/each-tenant.ts'
import { subscriptionSweep } from '../platform/outbox/index.ts'
import { lookAfterBudgets } from './exploration.ts'
import { latestJob, queueJob } from './jobs.ts'
import { learnOutcomes } from './learn-outcomes.ts'
import { runJobs } from './run-jobs.ts'
import type { LearningServices } from './services.ts'

const HOUR = 3_600_000
/** Nightly work begins at two in the company's morning and is not repeated before the next night. */
const NIGHT_HOUR = 2

async function tenants(services: LearningServices, fn: string): Promise<string[]> {
  const { rows } = await services.platform.database.dispatcher.query<{ id: string }>(`select ${fn}() as id`)
  return rows.map((row) => row.id)
}

export function learningSweeps(services: LearningServices): Sweep[] {
  const { platform } = services
  const { database, clock } = platform
  return [
    {
      name: 'learning-jobs',
      everyMs: 3_000,
      async run(signal) {
        await eachTenant(await tenants(services, 'tenants_with_learning'), signal, (tenantId) =>
          runJobs(services, tenantId, signal),
        )
      },
    },
    {
      name: 'nightly-learning',
      everyMs: 10 * 60_000,
      async run(signal) {
        await eachTenant(await tenants(services, 'all_tenant_ids'), signal, (tenantId) =>
          database.write(tenantId, async (db) => {
            const now = clock.now()
            const { policy } = await services.policies.current(db)
            const night = periodStart('day', now, policy.timeZone) + NIGHT_HOUR * HOUR
            if (now < night) return
            for (const kind of ['model', 'capability'] as const) {
              const last = await latestJob(db, kind)
              if (last === null || last.askedAt.getTime() < night)
                await queueJob(db, now, { kind, cause: 'nightly', askedBy: null })
            }
          }),
        )
      },
    },
    {
      name: 'exploration-budgets',
      everyMs: 5 * 60_000,
      async run(signal) {
        await eachTenant(await tenants(services, 'all_tenant_ids'), signal, (tenantId) =>
          database.write(tenantId, (db) => lookAfterBudgets(services, db, clock.now())),
        )
      },
    },
    subscriptionSweep(platform, {
      name: 'learn-outcomes',
      everyMs: 5_000,
      handle: (db, now, events) => learnOutcomes(services, db, now, events),
    }),
  ]
}
