import type { TenantWriter } from '../platform/database/index.ts'
import { ProblemError } from '../platform/errors/catalogue.ts'
import type { Caller } from '../platform/http/index.ts'
import { announceTask } from './announce-task.ts'
import { isDispatcher, isOwner, mustBeOpen, mustLock } from './onlooker.ts'
import type { Tasks } from './services.ts'

/** A milestone is passed, or was not after all. Owner, helpers and the dispatcher may say so. */
export async function passCheckpoint(
  db: TenantWriter,
  tasks: Tasks,
  caller: Caller,
  now: number,
  id: string,
  checkpointId: string,
  passed: boolean,
): Promise<void> {
  const task = await mustLock(db, tasks.people, caller, id)
  mustBeOpen(task)
  const { repId } = caller.principal
  const helps = repId !== null && task.collaboratorIds.includes(repId)
  if (!isOwner(caller, task) && !helps && !isDispatcher(caller, task))
    throw new ProblemError('NOT_OWNER', { extra: { ownerId: task.ownerId } })
  const rows = await db.query<{ title: string }>(
    `update task_checkpoint set done_at = case when $4 then coalesce(done_at, $5) end, done_by = case when $4 then $6::uuid end
     where tenant_id = $1 and task_id = $2 and id = $3 returning title`,
    [db.tenantId, id, checkpointId, passed, new Date(now), caller.principal.id],
  )
  if (rows[0] === undefined) throw new ProblemError('NOT_FOUND')
  await db.query(
    'update task set version = version + 1, updated_at = $3, updated_by = $4 where tenant_id = $1 and id = $2',
    [db.tenantId, id, new Date(now), caller.principal.id],
  )
  await announceTask(db, now, caller, 'task.checkpoint_passed', task, {
    checkpointId,
    checkpoint: rows[0].title,
    passed,
  })
}
