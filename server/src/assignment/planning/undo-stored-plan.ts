import { dropPrices } from '../decide/time-price-store.ts'
import { retryOnConflict } from '../retry-on-conflict.ts'
import type { Services } from '../services.ts'
import { announcePlan } from './announce-plan.ts'
import { changePeopleBack } from './change-people.ts'
import { CHUNK } from './commit-stored-plan.ts'
import { lockPlan, nextMoves, type PlanRow, updatePlan } from './plan-store.ts'
import { LEASE_MS } from './solve-stored-plan.ts'
import { undoChunk } from './undo-chunk.ts'

/** Takes back what a plan moved, chunk by chunk, each whole or not at all. */
export async function undoStoredPlan(
  services: Services,
  tenantId: string,
  plan: PlanRow,
  signal: AbortSignal,
): Promise<void> {
  const { database, clock } = services.platform
  // Whoever left has to be back before anything can be theirs again.
  await database.write(tenantId, async (db) => {
    await dropPrices(db, plan.id)
    await changePeopleBack(db, services, clock.now(), plan)
  })
  let after = -1
  while (!signal.aborted) {
    const over = await retryOnConflict(() =>
      database.write(tenantId, async (db) => {
        const now = clock.now()
        const row = await lockPlan(db, plan.id)
        if (row?.state !== 'undoing') return true
        const chunk = await nextMoves(db, plan.id, ['moved', 'queued'], after, CHUNK)
        const last = chunk.at(-1)
        if (last === undefined) {
          await updatePlan(db, plan.id, {
            state: 'undone',
            leaseUntil: null,
            finishedAt: new Date(now),
            progressDone: row.progressTotal,
          })
          await announcePlan(db, now, row)
          return true
        }
        await undoChunk(db, services, now, row, chunk)
        await updatePlan(db, plan.id, {
          progressDone: Math.min(row.progressTotal, row.progressDone + chunk.length),
          leaseUntil: new Date(now + LEASE_MS),
        })
        await announcePlan(db, now, row)
        db.afterCommit(() => {
          after = last.n
        })
        return false
      }),
    )
    if (over) return
  }
  await database.write(tenantId, (db) => updatePlan(db, plan.id, { leaseUntil: null }))
}
