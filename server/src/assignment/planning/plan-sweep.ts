import type { Sweep } from '../../platform/context.ts'
import { WorkerKilled } from '../../platform/jobs/worker-task.ts'
import type { Services } from '../services.ts'
import { announcePlan } from './announce-plan.ts'
import { commitStoredPlan } from './commit-stored-plan.ts'
import { leasePlan, type PlanRow, updatePlan } from './plan-store.ts'
import { LEASE_MS, solveStoredPlan } from './solve-stored-plan.ts'
import { undoStoredPlan } from './undo-stored-plan.ts'

/** Does the work plans wait for: on one node each, taken over by another where that one died. */
export function planSweep(services: Services): Sweep {
  const { database, clock, log } = services.platform
  return {
    name: 'plans',
    everyMs: 1000,
    async run(signal) {
      const { rows } = await database.dispatcher.query<{ tenant_id: string; id: string }>(
        'select tenant_id, id from plans_to_run($1)',
        [new Date(clock.now())],
      )
      for (const { tenant_id, id } of rows) {
        if (signal.aborted) return
        try {
          await workOnPlan(services, tenant_id, id, signal)
        } catch (error) {
          log.error({ err: error, planId: id }, 'a plan failed')
        }
      }
    },
  }
}

async function workOnPlan(
  services: Services,
  tenantId: string,
  id: string,
  signal: AbortSignal,
): Promise<void> {
  const { database, clock } = services.platform
  const now = clock.now()
  const plan = await database.write(tenantId, (db) => leasePlan(db, id, now, now + LEASE_MS))
  if (plan === null) return
  try {
    if (plan.state === 'solving') await solveStoredPlan(services, tenantId, plan, signal)
    else if (plan.state === 'committing') await commitStoredPlan(services, tenantId, plan, signal)
    else await undoStoredPlan(services, tenantId, plan, signal)
  } catch (error) {
    // The node is going down: the next one starts over.
    if (error instanceof WorkerKilled && signal.aborted) {
      await database.write(tenantId, (db) => updatePlan(db, id, { leaseUntil: null }))
      return
    }
    await giveUp(services, tenantId, plan)
    throw error
  }
}

/** What was committed stays committed and is told; what was not is not tried again by itself. */
async function giveUp({ platform }: Services, tenantId: string, plan: PlanRow): Promise<void> {
  const now = platform.clock.now()
  await platform.database.write(tenantId, async (db) => {
    await updatePlan(db, plan.id, {
      state: plan.state === 'solving' ? 'failed' : plan.state === 'committing' ? 'stopped' : 'done',
      problemCode: 'INTERNAL',
      stopRequested: false,
      leaseUntil: null,
      finishedAt: new Date(now),
    })
    await announcePlan(db, now, plan)
  })
}
