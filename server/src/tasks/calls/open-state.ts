import { maskContacts } from '../../customers/index.ts'
import type { TenantReader, TenantWriter } from '../../platform/database/index.ts'
import { ProblemError } from '../../platform/errors/catalogue.ts'
import type { Caller } from '../../platform/http/index.ts'
import { announce } from '../../platform/outbox/index.ts'
import { onlookerOf } from '../onlooker.ts'
import type { Tasks } from '../services.ts'
import { lockTask, readTask, type TaskRow } from '../store.ts'
import { type CallEnd, type CallRow, markEnded, readCall, readCandidates } from './call-store.ts'

export type CallEvent =
  | 'task.call_opened'
  | 'task.call_recommended'
  | 'task.call_candidate'
  | 'task.call_ended'

/** A call stands while the card is open, with whom it was, and its day has not passed. */
export const isLive = (call: CallRow, task: TaskRow, now: number): boolean =>
  call.until.getTime() > now &&
  call.ownerId === task.ownerId &&
  task.state !== 'done' &&
  task.state !== 'cancelled'

/** The card for whoever sees it or was asked by its open call. */
export async function mustReadCard(
  db: TenantReader,
  tasks: Pick<Tasks, 'people'>,
  caller: Caller,
  id: string,
): Promise<TaskRow> {
  const row = await readTask(db, await onlookerOf(db, tasks.people, caller), id, caller.principal.repId)
  if (row === null) throw new ProblemError('NOT_FOUND')
  return row
}

/** As mustReadCard with the card locked, and the call that stands on it. */
export async function mustLockCall(
  db: TenantWriter,
  tasks: Pick<Tasks, 'people'>,
  caller: Caller,
  now: number,
  id: string,
): Promise<{ readonly task: TaskRow; readonly call: CallRow }> {
  const looker = await onlookerOf(db, tasks.people, caller)
  const task = await lockTask(db, looker, id, caller.principal.repId)
  if (task === null) throw new ProblemError('NOT_FOUND')
  const call = await readCall(db, id)
  if (call === null || !isLive(call, task, now))
    throw new ProblemError('ALREADY_IN_STATE', { detail: 'no_open_call', extra: { state: 'ended' } })
  return { task, call }
}

/** Ends the call on a card, if there is one, and tells everybody who stood in it; whoever ended it knows. */
export async function endCall(
  db: TenantWriter,
  now: number,
  actor: Pick<Caller['principal'], 'id' | 'repId'> | null,
  task: TaskRow,
  as: CallEnd,
  chosenRepId: string | null = null,
): Promise<void> {
  const call = await readCall(db, task.id)
  if (call === null || !(await markEnded(db, now, call, as, chosenRepId))) return
  const candidates = await readCandidates(db, call.id)
  const reps = [
    call.ownerId,
    ...candidates.filter((one) => one.state !== 'withdrawn').map((one) => one.repId),
  ].filter((id): id is string => id !== null && id !== chosenRepId && id !== actor?.repId)
  await announceCall(db, now, actor?.id ?? null, 'task.call_ended', task, {
    recipientRepIds: [...new Set(reps)],
    recipientMemberIds: call.openedBy === actor?.id || call.openedByName === null ? [] : [call.openedBy],
    because: `call_${as}`,
    ...(chosenRepId === null ? {} : { repId: chosenRepId }),
  })
}

/** What is said of a call reaches people who may not see the customer: contact data is left out. */
export async function announceCall(
  db: TenantWriter,
  now: number,
  actorId: string | null,
  type: CallEvent,
  task: TaskRow,
  more: Readonly<Record<string, unknown>>,
): Promise<void> {
  await announce(db, now, [
    {
      type,
      entityKind: 'task',
      entityId: task.id,
      ...(actorId === null ? {} : { actorId }),
      payload: { taskId: task.id, title: maskContacts(task.title), ...more },
    },
  ])
}
