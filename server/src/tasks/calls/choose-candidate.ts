import { record } from '../../platform/audit/index.ts'
import type { TenantWriter } from '../../platform/database/index.ts'
import { ProblemError } from '../../platform/errors/catalogue.ts'
import type { Caller } from '../../platform/http/index.ts'
import { mustLock, mustRun } from '../onlooker.ts'
import { reassignTask } from '../reassign-task.ts'
import type { Tasks } from '../services.ts'
import { readCandidates } from './call-store.ts'
import { endCall, mustLockCall } from './open-state.ts'

/** The card goes to one of those who stand, as any re-assignment does: on the record, to be confirmed anew. */
export async function chooseCandidate(
  db: TenantWriter,
  tasks: Tasks,
  caller: Caller,
  now: number,
  id: string,
  choice: { readonly repId: string; readonly reason: string },
): Promise<void> {
  await mustLock(db, tasks.people, caller, id)
  const { task, call } = await mustLockCall(db, tasks, caller, now, id)
  const candidates = await readCandidates(db, call.id)
  if (!candidates.some((one) => one.repId === choice.repId && one.state === 'standing'))
    throw new ProblemError('VALIDATION_FAILED', {
      errors: [{ field: 'repId', code: 'not_one_of', message: 'no_candidate' }],
    })
  await endCall(db, now, caller.principal, task, 'chosen', choice.repId)
  await reassignTask(db, tasks, caller, now, id, choice)
}

/** Nobody is chosen: the card stays with whom it is. */
export async function closeCall(
  db: TenantWriter,
  tasks: Tasks,
  caller: Caller,
  now: number,
  id: string,
): Promise<void> {
  mustRun(caller, await mustLock(db, tasks.people, caller, id))
  const { task } = await mustLockCall(db, tasks, caller, now, id)
  await endCall(db, now, caller.principal, task, 'closed')
  await record(db, now, {
    actorKind: caller.principal.kind,
    actorId: caller.principal.id,
    action: 'task.call_closed',
    entityKind: 'task',
    entityId: id,
    detail: {},
  })
}
