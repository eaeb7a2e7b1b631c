import type { TenantWriter } from '../../platform/database/index.ts'
import { ProblemError } from '../../platform/errors/catalogue.ts'
import type { Caller } from '../../platform/http/index.ts'
import { assignRows } from '../decide/serve-waiting.ts'
import { requireRepInReach } from '../reach.ts'
import type { Services } from '../services.ts'
import { lockEverybody } from '../state/cap-store.ts'
import { insertWorkItems, lockWorkItems, readWorkItems, type WorkItemRow } from '../state/work-item-store.ts'
import { carryByTasks } from './carry-by-tasks.ts'
import { giveTo } from './override-owner.ts'

/** A task as work: what it weighs, and whose customer it is for. */
export interface TaskWork {
  readonly id: string
  readonly createdAt: number
  readonly pointsHundredths: number
  /** The lead, opportunity or account it belongs to. */
  readonly itemId: string | null
}

/**
 * Gives a new task to a person: to the one named, on the record like every choice of a person's, or to whom the engine
 * chooses, the customer's owner first. Its facts come from `customers.readItems`, as those of all work.
 */
export async function placeTask(
  db: TenantWriter,
  services: Services,
  caller: Caller,
  now: number,
  task: TaskWork,
  repId: string | null,
): Promise<WorkItemRow> {
  const context = await services.contextOf(db, now)
  const [item] = task.itemId === null ? [] : await lockWorkItems(db, [task.itemId])
  await insertWorkItems(db, [
    {
      id: task.id,
      kind: 'task',
      state: 'waiting',
      ownerId: null,
      poolId: null,
      priority: 0,
      createdAt: task.createdAt,
      waitingSince: now,
      releaseAt: null,
      release: null,
      reasonCode: 'WAITING_FOR_MANAGER',
      reasonParams: {},
      decisionId: null,
      pointsHundredths: task.pointsHundredths,
      loadHundredths: 0,
      effects: {},
      ownedSince: null,
      pinned: false,
      continuityOwnerId: item?.ownerId ?? null,
      excludedRepIds: [],
      offers: null,
      reassigned: false,
    },
  ])
  await lockEverybody(db, context, now)
  if (item !== undefined) await carryByTasks(db, context, now, item, 1)
  const row = await readOne(db, task.id)
  if (repId === null) {
    await assignRows(db, services.customers, context, now, [row], {
      allLocked: true,
      actorId: caller.principal.id,
    })
  } else {
    await requireRepInReach(db, services.people, caller, repId)
    if (!context.repById.has(repId)) throw new ProblemError('NOT_FOUND', { detail: 'no_such_rep_of_yours' })
    await giveTo(db, services, context, now, row, repId, {
      cause: 'created',
      actorId: caller.principal.id,
      note: null,
      pinned: true,
    })
  }
  return readOne(db, task.id)
}

async function readOne(db: TenantWriter, id: string): Promise<WorkItemRow> {
  const [row] = await readWorkItems(db, [id])
  if (row === undefined) throw new Error(`task ${id} was just written and is not there`)
  return row
}
