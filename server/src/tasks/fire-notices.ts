import type { Sweep } from '../platform/context.ts'
import type { TenantWriter } from '../platform/database/index.ts'
import { eachTenant } from '../platform/jobs/each-tenant.ts'
import { announce } from '../platform/outbox/index.ts'
import { endCall } from './calls/open-state.ts'
import type { DueKind, NoticeKind } from './plan-notices.ts'
import { progressOf } from './progress.ts'
import type { Tasks } from './services.ts'
import { readTasks, type TaskRow } from './store.ts'

const BATCH = 200

interface Notice<Kind = NoticeKind> {
  readonly id: string
  readonly taskId: string
  readonly kind: Kind
  readonly about: string | null
  readonly dueAt: Date
}

/** Says what is due, in order and each once; a server that was down for days says the newest of a kind, not all. */
export function noticeSweep(tasks: Omit<Tasks, 'sweeps'>): Sweep {
  const { database, clock } = tasks.platform
  return {
    name: 'task-notices',
    everyMs: 15_000,
    async run(signal) {
      const { rows } = await database.dispatcher.query<{ id: string }>(
        'select tenants_with_due_task_notices($1) as id',
        [new Date(clock.now())],
      )
      await eachTenant(
        rows.map((row) => row.id),
        signal,
        async (tenantId) => {
          let fired = BATCH
          while (fired === BATCH && !signal.aborted)
            fired = await database.write(tenantId, (db) => fireNotices(db, tasks, clock.now()))
        },
      )
    },
  }
}

/** Returns how many were taken off the list. */
export async function fireNotices(
  db: TenantWriter,
  tasks: Pick<Tasks, 'policyOf'>,
  now: number,
): Promise<number> {
  const all = await db.query<Notice<DueKind> & Record<string, unknown>>(
    `select id, task_id as "taskId", kind, about, due_at as "dueAt" from task_notice
     where tenant_id = $1 and fired_at is null and due_at <= $2 order by due_at, id limit ${BATCH} for update skip locked`,
    [db.tenantId, new Date(now)],
  )
  if (all.length === 0) return 0
  const rows = new Map(
    (await readTasks(db, [...new Set(all.map((one) => one.taskId))])).map((row) => [row.id, row]),
  )
  const due = all.flatMap(({ kind, ...one }) => (kind === 'call_over' ? [] : [{ ...one, kind }]))
  const { tasks: policy } = await tasks.policyOf(db)
  const newest = new Map(due.map((one) => [`${one.taskId} ${one.kind}`, one.id]))
  const said = due.filter((one) => {
    const task = rows.get(one.taskId)
    return (
      task !== undefined &&
      newest.get(`${one.taskId} ${one.kind}`) === one.id &&
      stillTrue(one, task, policy.behindPercent, now)
    )
  })
  await announce(
    db,
    now,
    said.map((one) => {
      const task = rows.get(one.taskId) as TaskRow
      return {
        type: `task.${one.kind}`,
        entityKind: 'task',
        entityId: task.id,
        payload: {
          taskId: task.id,
          title: task.title,
          ownerId: task.ownerId,
          createdBy: task.createdBy,
          itemKind: task.itemKind,
          itemId: task.itemId,
          dueAt: task.dueAt.toISOString(),
          since: one.dueAt.toISOString(),
          ...(one.about === null
            ? {}
            : { checkpoint: task.checkpoints.find((point) => point.id === one.about)?.title ?? '' }),
          behindPercent: progressAt(task, now).behind,
          recipientRepIds: [task.ownerId, ...task.collaboratorIds].filter((id) => id !== null),
        },
      }
    }),
  )
  await db.query('update task_notice set fired_at = $3 where tenant_id = $1 and id = any($2)', [
    db.tenantId,
    all.map((one) => one.id),
    new Date(now),
  ])
  for (const { taskId, kind } of all) {
    const task = rows.get(taskId)
    if (kind === 'call_over' && task !== undefined)
      await endCall(db, now, null, task, task.callUntil === null ? 'reassigned' : 'over')
  }
  return all.length
}

/** A card finished, a checkpoint passed, or a deadline that is over already: then there is nothing to say. */
function stillTrue(notice: Notice, task: TaskRow, behindPercent: number, now: number): boolean {
  if (task.state === 'done' || task.state === 'cancelled') return false
  switch (notice.kind) {
    case 'deadline_near':
      return task.dueAt.getTime() > now
    case 'overdue':
      return task.dueAt.getTime() <= now
    case 'checkpoint_due':
      return task.checkpoints.some((one) => one.id === notice.about && one.doneAt === null)
    case 'behind_plan':
      return progressAt(task, now).behind >= behindPercent
  }
}

const progressAt = (task: TaskRow, now: number) =>
  progressOf(
    {
      startsAt: task.startsAt.getTime(),
      dueAt: task.dueAt.getTime(),
      finished: false,
      checkpoints: task.checkpoints.map((one) => ({
        dueAt: Date.parse(one.dueAt),
        doneAt: one.doneAt === null ? null : Date.parse(one.doneAt),
      })),
    },
    now,
  )
