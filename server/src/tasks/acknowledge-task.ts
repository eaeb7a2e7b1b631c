import type { TenantWriter } from '../platform/database/index.ts'
import { ProblemError } from '../platform/errors/catalogue.ts'
import type { Caller } from '../platform/http/index.ts'
import { announceTask } from './announce-task.ts'
import { addComment } from './comment-task.ts'
import { isOwner, mustBeOpen, mustLock } from './onlooker.ts'
import type { Tasks } from './services.ts'

/**
 * The second half of the dispatch: the owner says "understood", or asks. A question is an answer too, but no
 * understanding (K5); it stands under the card, and "understood" may follow.
 */
export async function acknowledgeTask(
  db: TenantWriter,
  tasks: Tasks,
  caller: Caller,
  now: number,
  id: string,
  answer: { readonly understood: boolean; readonly question: string | null },
): Promise<void> {
  const task = await mustLock(db, tasks.people, caller, id)
  if (!isOwner(caller, task)) throw new ProblemError('NOT_OWNER', { extra: { ownerId: task.ownerId } })
  mustBeOpen(task)
  if (!answer.understood && answer.question === null)
    throw new ProblemError('VALIDATION_FAILED', {
      errors: [{ field: 'question', code: 'required', message: 'say_what_is_unclear' }],
    })
  if (task.understood === true && answer.understood) return
  await db.query(
    `update task set acknowledged_at = coalesce(acknowledged_at, $3), understood = $4,
       question = coalesce($5, question), version = version + 1, updated_at = $3, updated_by = $6
     where tenant_id = $1 and id = $2`,
    [db.tenantId, id, new Date(now), answer.understood, answer.question, caller.principal.id],
  )
  if (answer.question !== null) await addComment(db, caller, now, id, answer.question)
  await announceTask(db, now, caller, 'task.acknowledged', task, {
    understood: answer.understood,
    question: answer.question,
  })
}
