import type { TaskPolicy } from '@peineng/engine'
import type { TenantWriter } from '../platform/database/index.ts'
import { uuidv7 } from '../platform/ids.ts'
import type { TaskRow } from './store.ts'

const HOUR = 3_600_000
/** Whoever syncs on Friday at 16:00 ticks the checkpoint off the same evening; after that it is behind. */
const BEHIND_AFTER_MS = 4 * HOUR

export type NoticeKind = 'deadline_near' | 'checkpoint_due' | 'behind_plan' | 'overdue'
/** The day an open call ends is planned and taken off by the call. */
export type DueKind = NoticeKind | 'call_over'

/**
 * What the card as it stands will have to say, and when: what was planned and not yet said is planned anew, what lies
 * in the past is not planned any more, and what was said stays said.
 */
export async function planNotices(
  db: TenantWriter,
  task: TaskRow,
  policy: TaskPolicy,
  now: number,
): Promise<void> {
  await db.query(
    `delete from task_notice where tenant_id = $1 and task_id = $2 and fired_at is null and kind <> 'call_over'`,
    [db.tenantId, task.id],
  )
  if (task.state === 'done' || task.state === 'cancelled') return
  const due = task.dueAt.getTime()
  const wanted: { kind: NoticeKind; about: string | null; at: number }[] = [
    { kind: 'deadline_near', about: null, at: due - policy.deadlineNearHours * HOUR },
    { kind: 'overdue', about: null, at: due },
    ...task.checkpoints
      .filter((one) => one.doneAt === null)
      .flatMap((one) => [
        { kind: 'checkpoint_due' as const, about: one.id, at: Date.parse(one.dueAt) },
        { kind: 'behind_plan' as const, about: one.id, at: Date.parse(one.dueAt) + BEHIND_AFTER_MS },
      ]),
  ]
  const ahead = wanted.filter((one) => one.at > now)
  await db.query(
    `insert into task_notice (tenant_id, id, task_id, kind, about, due_at)
     select $1, n.id, $2, n.kind, n.about, n.due
     from unnest($3::uuid[], $4::text[], $5::uuid[], $6::timestamptz[]) as n(id, kind, about, due)`,
    [
      db.tenantId,
      task.id,
      ahead.map(() => uuidv7(now)),
      ahead.map((one) => one.kind),
      ahead.map((one) => one.about),
      ahead.map((one) => new Date(one.at)),
    ],
  )
}
