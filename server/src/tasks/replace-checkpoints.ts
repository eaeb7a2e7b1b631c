import type { TenantWriter } from '../platform/database/index.ts'
import { ProblemError } from '../platform/errors/catalogue.ts'
import { uuidv7 } from '../platform/ids.ts'
import type { TaskRow } from './store.ts'

export interface WantedCheckpoint {
  /** Absent = a new one. */
  readonly id?: string | undefined
  readonly title: string
  readonly dueAt: string
}

/** Changes the dated milestones of a card as a whole. One that was passed is evidence: it stays, whatever is wanted. */
export async function replaceCheckpoints(
  db: TenantWriter,
  task: TaskRow,
  now: number,
  wanted: readonly WantedCheckpoint[],
): Promise<void> {
  const known = new Map(task.checkpoints.map((one) => [one.id, one]))
  const strange = wanted.findIndex((one) => one.id !== undefined && !known.has(one.id))
  if (strange >= 0)
    throw new ProblemError('VALIDATION_FAILED', {
      errors: [{ field: `checkpoints.${strange}.id`, code: 'unknown', message: 'no_such_checkpoint' }],
    })
  const open = wanted.filter((one) => one.id === undefined || known.get(one.id)?.doneAt === null)
  const rows = open.map((one) => ({ ...one, id: one.id ?? uuidv7(now) }))
  await db.query(
    `delete from task_checkpoint where tenant_id = $1 and task_id = $2 and done_at is null and not (id = any($3::uuid[]))`,
    [db.tenantId, task.id, rows.map((one) => one.id)],
  )
  await db.query(
    `insert into task_checkpoint (tenant_id, id, task_id, title, due_at)
     select $1, c.id, $2, c.title, c.due from unnest($3::uuid[], $4::text[], $5::timestamptz[]) as c(id, title, due)
     on conflict (tenant_id, id) do update set title = excluded.title, due_at = excluded.due_at`,
    [
      db.tenantId,
      task.id,
      rows.map((one) => one.id),
      rows.map((one) => one.title),
      rows.map((one) => new Date(one.dueAt)),
    ],
  )
}
