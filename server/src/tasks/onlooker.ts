import type { People } from '../people/index.ts'
import type { TenantReader, TenantWriter } from '../platform/database/index.ts'
import { ProblemError } from '../platform/errors/catalogue.ts'
import type { Caller } from '../platform/http/index.ts'
import { lockTask, type Onlooker, readTask, type TaskRow } from './store.ts'

/** One sees what one's people own or help with, and what one dispatched; leaders also what nobody has. */
export async function onlookerOf(
  db: TenantReader,
  people: Pick<People, 'visibleRepIds'>,
  { principal, reach }: Caller,
): Promise<Onlooker> {
  return {
    repIds: await people.visibleRepIds(db, principal, reach),
    principalId: principal.id,
    seesUnowned: reach !== 'own',
  }
}

export async function mustRead(
  db: TenantReader,
  people: Pick<People, 'visibleRepIds'>,
  caller: Caller,
  id: string,
): Promise<TaskRow> {
  const row = await readTask(db, await onlookerOf(db, people, caller), id)
  if (row === null) throw new ProblemError('NOT_FOUND')
  return row
}

export async function mustLock(
  db: TenantWriter,
  people: Pick<People, 'visibleRepIds'>,
  caller: Caller,
  id: string,
): Promise<TaskRow> {
  const row = await lockTask(db, await onlookerOf(db, people, caller), id)
  if (row === null) throw new ProblemError('NOT_FOUND')
  return row
}

/** Whoever dispatched it, and the owner's leaders: they change the card and accept the result. */
export const isDispatcher = ({ principal, reach }: Caller, task: TaskRow): boolean =>
  reach !== 'own' || task.createdBy === principal.id

export const isOwner = ({ principal }: Caller, task: TaskRow): boolean =>
  principal.repId !== null && principal.repId === task.ownerId

/** Helping is doing: collaborators pass checkpoints and write comments, the rest is the owner's and the dispatcher's. */
export function mustRun(caller: Caller, task: TaskRow): void {
  if (!isOwner(caller, task) && !isDispatcher(caller, task))
    throw new ProblemError('NOT_OWNER', { extra: { ownerId: task.ownerId } })
}

export function mustBeOpen(task: TaskRow): void {
  if (task.state === 'done' || task.state === 'cancelled')
    throw new ProblemError('ALREADY_IN_STATE', { extra: { state: task.state } })
}
