import type { TenantWriter } from '../../platform/database/index.ts'
import { runInWorker } from '../../platform/jobs/worker-task.ts'
import type { Services } from '../services.ts'
import { announcePlan } from './announce-plan.ts'
import { type Gathered, gatherPlan } from './gather-plan.ts'
import { gatherReoptimisation } from './gather-reoptimisation.ts'
import { insertMoves, lockPlan, type NewMove, type PlanRow, readPlan, updatePlan } from './plan-store.ts'
import { forgetEmptyPlan } from './reoptimisation-store.ts'
import type { SolveInput, SolveOutput } from './solve-input.ts'

export const LEASE_MS = 30_000
const LOOK_EVERY_MS = 1_000
/** Nodes that may go down over one plan before it is given up. */
const MOST_ATTEMPTS = 3

/**
 * Solves a plan this node has leased: one look at the company, then a thread of its own, so that requests are answered
 * meanwhile. Renews the lease, writes progress, and asks the solver to end with what it has when somebody pressed stop.
 */
export async function solveStoredPlan(
  services: Services,
  tenantId: string,
  plan: PlanRow,
  signal: AbortSignal,
): Promise<void> {
  const { database, clock } = services.platform
  if (plan.attempts > MOST_ATTEMPTS) {
    await database.write(tenantId, async (db) => {
      await updatePlan(db, plan.id, {
        state: 'failed',
        problemCode: 'PLAN_GAVE_UP',
        finishedAt: new Date(clock.now()),
        leaseUntil: null,
      })
      await announcePlan(db, clock.now(), plan)
    })
    return
  }
  const gathered = await database.write(tenantId, (db) =>
    plan.kind === 'reoptimise'
      ? gatherReoptimisation(db, services, clock.now())
      : gatherPlan(db, services, clock.now(), plan),
  )
  const stopping = new AbortController()
  let done = 0
  let total = 0
  const look = async (): Promise<void> => {
    const row = await database.write(tenantId, async (db) => {
      await updatePlan(db, plan.id, {
        progressDone: done,
        progressTotal: total,
        leaseUntil: new Date(clock.now() + LEASE_MS),
      })
      return readPlan(db, plan.id)
    })
    if (row?.stopRequested !== false) stopping.abort()
  }
  let looking: Promise<void> = Promise.resolve()
  const timer = setInterval(() => {
    // A look that fails is made up for by the next one.
    looking = look().catch(() => undefined)
  }, LOOK_EVERY_MS)
  try {
    const output = await runInWorker<SolveInput, SolveOutput>('solve-plan', gathered.input, {
      stop: stopping.signal,
      kill: signal,
      onProgress: (used, of) => {
        done = used
        total = of
      },
    })
    clearInterval(timer)
    await looking
    await database.write(tenantId, (db) => keepSolution(db, clock.now(), plan, gathered, output))
  } finally {
    clearInterval(timer)
    await looking
  }
}

async function keepSolution(
  db: TenantWriter,
  now: number,
  plan: PlanRow,
  { rowOf }: Gathered,
  { moves, summary }: SolveOutput,
): Promise<void> {
  const row = await lockPlan(db, plan.id)
  if (row?.state !== 'solving') return
  const written = moves.flatMap((move): NewMove[] => {
    const from = rowOf.get(move.itemId)
    if (from === undefined) return []
    // Somebody who leaves keeps nothing: what nobody takes goes to the queue.
    const stays = move.toRepId === null && plan.kind !== 'redistribute'
    return [
      {
        ...move,
        itemKind: from.kind,
        fromState: from.state,
        fromOwnerId: from.ownerId,
        fromPoolId: from.poolId,
        fromReason: { code: from.reasonCode, params: from.reasonParams },
        fromPinned: from.pinned,
        state: stays ? 'kept' : 'planned',
      },
    ]
  })
  if (plan.kind === 'reoptimise' && written.length === 0) return forgetEmptyPlan(db, plan.id)
  await insertMoves(db, plan.id, written)
  await updatePlan(db, plan.id, {
    // What nobody asked for nobody looks at first: it goes on at once.
    ...(plan.kind === 'reoptimise'
      ? { state: 'committing' as const, committedAt: new Date(now) }
      : { state: 'draft' as const }),
    summary,
    stopRequested: false,
    repIds: concerned(plan, written),
    progressDone: 0,
    progressTotal: written.filter(({ state }) => state === 'planned').length,
    solvedAt: new Date(now),
    leaseUntil: null,
  })
  await announcePlan(db, now, plan)
}

/** Everybody whose load it may change. Ids, so that who may see a plan can be asked of the row. */
function concerned(plan: PlanRow, moves: readonly NewMove[]): string[] {
  const ids = new Set([...plan.repIds, ...(plan.withinRepIds ?? [])])
  for (const { fromOwnerId, toRepId } of moves)
    for (const id of [fromOwnerId, toRepId]) if (id !== null) ids.add(id)
  return [...ids].sort()
}
