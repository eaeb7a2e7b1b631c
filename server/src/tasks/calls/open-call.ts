import { maskContacts } from '../../customers/index.ts'
import { record } from '../../platform/audit/index.ts'
import type { TenantWriter } from '../../platform/database/index.ts'
import { ProblemError } from '../../platform/errors/catalogue.ts'
import type { Caller } from '../../platform/http/index.ts'
import { mustBeOpen, mustLock, mustRun } from '../onlooker.ts'
import type { Tasks } from '../services.ts'
import type { TaskRow } from '../store.ts'
import { addCall, readCall } from './call-store.ts'
import { announceCall, endCall, isLive } from './open-state.ts'

export interface NewCall {
  readonly until: string
  readonly reach: 'team' | 'company'
  readonly note: string
}

/**
 * Asks who would like to do a card: the team of its owner, or the whole company where the caller may give to all of it.
 * The owner stays accountable until somebody is chosen.
 */
export async function openCall(
  db: TenantWriter,
  tasks: Tasks,
  caller: Caller,
  now: number,
  id: string,
  input: NewCall,
): Promise<void> {
  const task = await mustLock(db, tasks.people, caller, id)
  mustRun(caller, task)
  mustBeOpen(task)
  if (input.reach === 'company' && caller.reach !== 'tenant')
    throw new ProblemError('FORBIDDEN', { detail: 'call_of_company' })
  const until = Date.parse(input.until)
  if (until <= now || until > task.dueAt.getTime())
    throw new ProblemError('VALIDATION_FAILED', {
      errors: [{ field: 'until', code: 'outside', message: 'between_now_and_due' }],
    })
  const before = await readCall(db, id)
  if (before !== null) {
    if (isLive(before, task, now)) throw new ProblemError('ALREADY_IN_STATE', { extra: { state: 'open' } })
    await endCall(db, now, null, task, before.ownerId === task.ownerId ? 'over' : 'reassigned')
  }
  const invited = await asked(db, tasks, caller, now, task, input.reach)
  if (invited.length === 0)
    throw new ProblemError('VALIDATION_FAILED', {
      errors: [{ field: 'reach', code: 'nobody', message: 'nobody_to_ask' }],
    })
  await addCall(db, now, {
    taskId: id,
    openedBy: caller.principal.id,
    ownerId: task.ownerId,
    until: new Date(until),
    note: input.note,
    wholeCompany: input.reach === 'company',
    invited,
  })
  await record(db, now, {
    actorKind: caller.principal.kind,
    actorId: caller.principal.id,
    action: 'task.call_opened',
    entityKind: 'task',
    entityId: id,
    detail: { until: new Date(until).toISOString(), reach: input.reach, invited: invited.length },
  })
  await announceCall(db, now, caller.principal.id, 'task.call_opened', task, {
    recipientRepIds: invited.filter((repId) => repId !== caller.principal.repId),
    dueAt: new Date(until).toISOString(),
    ...(input.note === '' ? {} : { note: maskContacts(input.note) }),
  })
}

/** Everybody who sells there now, but the owner: of the owner's team and those below it, else of the caller's. */
async function asked(
  db: TenantWriter,
  tasks: Tasks,
  { principal }: Caller,
  now: number,
  task: TaskRow,
  reach: NewCall['reach'],
): Promise<string[]> {
  const { repById, roster } = await tasks.assignment.contextOf(db, now)
  const owner = task.ownerId === null ? undefined : repById.get(task.ownerId)
  const team = owner === undefined ? principal.teamId : (owner.teamPath[0] ?? null)
  return roster.reps
    .filter((rep) => rep.id !== task.ownerId)
    .filter((rep) => reach === 'company' || (team !== null && rep.teamPath.includes(team)))
    .map((rep) => rep.id)
}
