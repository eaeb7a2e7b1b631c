import type { TenantWriter } from '../platform/database/index.ts'
import type { Caller } from '../platform/http/index.ts'
import { announce } from '../platform/outbox/index.ts'
import type { TaskRow } from './store.ts'

export type TaskEvent =
  | 'task.assigned'
  | 'task.acknowledged'
  | 'task.changed'
  | 'task.moved'
  | 'task.checkpoint_passed'
  | 'task.commented'
  | 'task.blocked'
  | 'task.review'
  | 'task.done'
  | 'task.cancelled'

/** Says what happened to a card to everybody concerned but the one who did it. */
export async function announceTask(
  db: TenantWriter,
  now: number,
  caller: Caller,
  type: TaskEvent,
  task: TaskRow,
  more: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const { principal } = caller
  const reps = [task.ownerId, ...task.collaboratorIds].filter(
    (id): id is string => id !== null && id !== principal.repId,
  )
  const [dispatcher] =
    task.createdBy === null || task.createdBy === principal.id
      ? []
      : await db.query<{ id: string }>(
          'select member_id as id from member_name where tenant_id = $1 and member_id = $2',
          [db.tenantId, task.createdBy],
        )
  await announce(db, now, [
    {
      type,
      entityKind: 'task',
      entityId: task.id,
      actorId: principal.id,
      payload: {
        taskId: task.id,
        title: task.title,
        ownerId: task.ownerId,
        createdBy: task.createdBy,
        itemKind: task.itemKind,
        itemId: task.itemId,
        startsAt: task.startsAt.toISOString(),
        dueAt: task.dueAt.toISOString(),
        recipientRepIds: [...new Set(reps)],
        recipientMemberIds: dispatcher === undefined ? [] : [dispatcher.id],
        ...more,
      },
    },
  ])
}
