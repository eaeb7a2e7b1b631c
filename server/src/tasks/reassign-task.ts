import { overrideOwner } from '../assignment/index.ts'
import type { TenantWriter } from '../platform/database/index.ts'
import type { Caller } from '../platform/http/index.ts'
import { announceTask } from './announce-task.ts'
import { endCall } from './calls/open-state.ts'
import { mustBeOpen, mustLock } from './onlooker.ts'
import type { Tasks } from './services.ts'

/** A leader gives the card to somebody else, with a reason; the new owner has to confirm it like any other. */
export async function reassignTask(
  db: TenantWriter,
  tasks: Tasks,
  caller: Caller,
  now: number,
  id: string,
  to: { readonly repId: string; readonly reason: string },
): Promise<void> {
  const before = await mustLock(db, tasks.people, caller, id)
  mustBeOpen(before)
  await endCall(db, now, caller.principal, before, 'reassigned')
  await overrideOwner(db, tasks.assignment.services, caller, now, id, to.repId, to.reason)
  await db.query('delete from task_collaborator where tenant_id = $1 and task_id = $2 and rep_id = $3', [
    db.tenantId,
    id,
    to.repId,
  ])
  await db.query(
    `update task set acknowledged_at = null, understood = null, question = null, dispatched_at = $3, version = version + 1,
       updated_at = $3, updated_by = $4 where tenant_id = $1 and id = $2`,
    [db.tenantId, id, new Date(now), caller.principal.id],
  )
  const after = await mustLock(db, tasks.people, { ...caller, reach: 'tenant' }, id)
  await announceTask(db, now, caller, 'task.assigned', after, {
    previousOwnerId: before.ownerId,
    reason: to.reason,
  })
}
