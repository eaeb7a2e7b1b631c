import { endTask } from '../assignment/index.ts'
import { record } from '../platform/audit/index.ts'
import type { TenantWriter } from '../platform/database/index.ts'
import { ProblemError } from '../platform/errors/catalogue.ts'
import { says } from '../platform/errors/sentences/index.ts'
import { type Caller, versionMismatch } from '../platform/http/index.ts'
import { uuidv7 } from '../platform/ids.ts'
import { announceTask } from './announce-task.ts'
import { endCall } from './calls/open-state.ts'
import { isDispatcher, mustBeOpen, mustLock, mustRun } from './onlooker.ts'
import type { Tasks } from './services.ts'
import type { TaskRow } from './store.ts'
import type { TaskState } from './task-input.ts'

export interface Move {
  readonly to: TaskState
  readonly blocker: { readonly code: string; readonly note: string } | null
  readonly result: string | null
}

/**
 * Moves a card over the board. Standing still needs a coded reason (Q1); a card with an acceptance node that its owner
 * finishes goes to review, and whoever dispatched it says done (D26).
 */
export async function moveTask(
  db: TenantWriter,
  tasks: Tasks,
  caller: Caller,
  now: number,
  id: string,
  version: number,
  move: Move,
): Promise<void> {
  const task = await mustLock(db, tasks.people, caller, id)
  mustRun(caller, task)
  mustBeOpen(task)
  if (task.version !== version) throw await versionMismatch(db, id, task.version)
  const accepts = task.acceptance === '' || isDispatcher(caller, task)
  const to: TaskState = move.to === 'done' && !accepts ? 'review' : move.to
  if (to === task.state) throw new ProblemError('ALREADY_IN_STATE', { extra: { state: task.state } })
  if (to === 'cancelled' && !isDispatcher(caller, task))
    throw new ProblemError('FORBIDDEN', { detail: 'task_of_dispatcher' })
  if (to === 'blocked') await mustKnowBlocker(db, tasks, move)

  const over = to === 'done' || to === 'cancelled'
  await db.query(
    `update task set state = $3, version = version + 1, updated_at = $4::timestamptz, updated_by = $5,
       blocker_code = $6, blocker_note = $7, blocked_at = case when $6::text is null then null else $4::timestamptz end,
       finished_at = case when $8 then $4::timestamptz else null end, result = coalesce($9, result)
     where tenant_id = $1 and id = $2`,
    [
      db.tenantId,
      id,
      to,
      new Date(now),
      caller.principal.id,
      to === 'blocked' ? (move.blocker?.code ?? null) : null,
      to === 'blocked' ? (move.blocker?.note ?? '') : null,
      over,
      move.result,
    ],
  )
  await keepBlockers(db, now, task, to, move)
  await record(db, now, {
    actorKind: caller.principal.kind,
    actorId: caller.principal.id,
    action: 'task.moved',
    entityKind: 'task',
    entityId: id,
    detail: { from: task.state, to, ...(to === 'blocked' ? { code: move.blocker?.code } : {}) },
  })
  if (over) {
    await endCall(db, now, caller.principal, task, 'finished')
    await endTask(db, tasks.assignment.services, caller, now, { id, itemId: task.itemId })
  }
  const type =
    to === 'blocked' || to === 'done' || to === 'cancelled' || to === 'review'
      ? (`task.${to}` as const)
      : ('task.moved' as const)
  await announceTask(db, now, caller, type, task, {
    from: task.state,
    to,
    ...(to === 'blocked' ? { code: move.blocker?.code, note: move.blocker?.note } : {}),
  })
}

async function mustKnowBlocker(db: TenantWriter, tasks: Tasks, move: Move): Promise<void> {
  const { tasks: policy } = await tasks.policyOf(db)
  const codes = policy.blockers.map((one) => one.code)
  if (move.blocker === null || !codes.includes(move.blocker.code))
    throw new ProblemError('VALIDATION_FAILED', {
      errors: [
        {
          field: 'blocker.code',
          code: move.blocker === null ? 'required' : 'not_one_of',
          message: says('why_it_stands_still', { codes }),
        },
      ],
    })
}

/** Every standstill is a row of its own, from when to when. */
async function keepBlockers(
  db: TenantWriter,
  now: number,
  task: TaskRow,
  to: TaskState,
  move: Move,
): Promise<void> {
  if (task.state === 'blocked')
    await db.query(
      'update task_blocker set cleared_at = $3 where tenant_id = $1 and task_id = $2 and cleared_at is null',
      [db.tenantId, task.id, new Date(now)],
    )
  if (to === 'blocked')
    await db.query(
      `insert into task_blocker (tenant_id, id, task_id, owner_id, code, note, at) values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        db.tenantId,
        uuidv7(now),
        task.id,
        task.ownerId,
        move.blocker?.code,
        move.blocker?.note ?? '',
        new Date(now),
      ],
    )
}
