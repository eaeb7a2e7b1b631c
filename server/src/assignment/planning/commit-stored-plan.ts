import { retryOnConflict } from '../retry-on-conflict.ts'
import type { Services } from '../services.ts'
import { announcePlan } from './announce-plan.ts'
import { changePeople, sendOff } from './change-people.ts'
import { commitChunk } from './commit-chunk.ts'
import { keepPrices } from './keep-prices.ts'
import {
  countMoves,
  lockPlan,
  type MoveOutcome,
  type MoveRow,
  nextMoves,
  type PlanRow,
  settleMoves,
  updatePlan,
} from './plan-store.ts'
import { queueRest } from './queue-rest.ts'
import { LEASE_MS } from './solve-stored-plan.ts'

/** Moves per transaction: all reps are locked while one runs, so it has to be over soon. */
export const CHUNK = 100

/** Where a run stands between two chunks; a node that takes over starts a round anew. */
interface Round {
  after: number
  movedInRound: number
}

type Next = 'go on' | 'over'

/**
 * Commits a plan this node has leased, chunk by chunk: each whole or not at all, stop heeded between two. What finds
 * no room is tried again once everything else has moved, for as long as that helps.
 */
export async function commitStoredPlan(
  services: Services,
  tenantId: string,
  plan: PlanRow,
  signal: AbortSignal,
): Promise<void> {
  const { database } = services.platform
  await database.write(tenantId, async (db) => {
    const now = services.platform.clock.now()
    // Once: a plan that is taken up again has moved some of what its prices were found for.
    if (plan.progressDone === 0) await keepPrices(db, services, now, plan)
    await changePeople(db, services, now, plan)
  })
  const round: Round = { after: -1, movedInRound: 0 }
  while (!signal.aborted) {
    const next = await retryOnConflict(() => step(services, tenantId, plan.id, round))
    if (next === 'over') return
  }
  // Told to stop with the node: another one goes on at once.
  await database.write(tenantId, (db) => updatePlan(db, plan.id, { leaseUntil: null }))
}

/** One transaction: a chunk, or the end. */
async function step(services: Services, tenantId: string, planId: string, round: Round): Promise<Next> {
  const { database, clock } = services.platform
  return database.write(tenantId, async (db) => {
    const now = clock.now()
    const plan = await lockPlan(db, planId)
    if (plan?.state !== 'committing') return 'over'
    if (plan.stopRequested) {
      await updatePlan(db, planId, {
        state: 'stopped',
        stopRequested: false,
        leaseUntil: null,
        finishedAt: new Date(now),
      })
      await announcePlan(db, now, plan)
      return 'over'
    }
    const chunk = await nextMoves(db, planId, ['planned'], round.after, CHUNK)
    const placed = chunk.filter(({ toRepId }) => toRepId !== null)
    let moved = 0
    if (placed.length > 0) {
      const result = await commitChunk(db, services, now, plan, placed)
      moved = result.moved
    }
    const last = chunk.at(-1)
    if (last !== undefined) {
      db.afterCommit(() => {
        round.after = last.n
        round.movedInRound += moved
      })
      await progress()
      return 'go on'
    }
    // A round is over. Room that came free in it is worth another look.
    const open = await nextMoves(db, planId, ['planned'], -1, CHUNK)
    if (open.some(({ toRepId }) => toRepId !== null) && round.movedInRound > 0) {
      db.afterCommit(() => {
        round.after = -1
        round.movedInRound = 0
      })
      return 'go on'
    }
    if (open.length > 0) {
      if (plan.kind === 'redistribute') await queueRest(db, services, now, plan, open)
      else await settleMoves(db, planId, now, open.map(noRoom))
      await progress()
      return 'go on'
    }
    const gone = await sendOff(db, services, now, plan)
    await updatePlan(db, planId, {
      state: 'done',
      problemCode: gone ? null : 'REP_HAS_OPEN_WORK',
      leaseUntil: null,
      finishedAt: new Date(now),
    })
    await announcePlan(db, now, plan)
    return 'over'

    async function progress(): Promise<void> {
      const counts = await countMoves(db, planId)
      await updatePlan(db, planId, {
        progressDone: counts.moved + counts.queued + counts.skipped,
        leaseUntil: new Date(now + LEASE_MS),
      })
      await announcePlan(db, now, { id: planId })
    }
  })
}

const noRoom = ({ n }: MoveRow): MoveOutcome => ({
  n,
  state: 'skipped',
  skipCode: 'NO_LONGER_ADMISSIBLE',
  decisionId: null,
})
