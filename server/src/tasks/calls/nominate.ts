import type { TenantWriter } from '../../platform/database/index.ts'
import { ProblemError } from '../../platform/errors/catalogue.ts'
import type { Caller } from '../../platform/http/index.ts'
import type { Tasks } from '../services.ts'
import type { CandidateState } from './call-store.ts'
import { announceCall, mustLockCall } from './open-state.ts'

/**
 * Puts oneself forward (自荐) or recommends a colleague (互荐), with a sentence why. Who is recommended counts when they
 * agree; who declined is not asked twice. Said again it changes nothing.
 */
export async function nominate(
  db: TenantWriter,
  tasks: Tasks,
  caller: Caller,
  now: number,
  id: string,
  input: { readonly repId: string | null; readonly why: string },
): Promise<void> {
  const { principal } = caller
  const { task, call } = await mustLockCall(db, tasks, caller, now, id)
  const repId = input.repId ?? principal.repId
  if (repId === null) throw invalid('repId', 'required', 'say_whose')
  if (repId === task.ownerId)
    throw new ProblemError('ALREADY_OWNED', { detail: 'owner_already', extra: { ownerId: repId } })
  const { repById } = await tasks.assignment.contextOf(db, now)
  if (!call.invited.includes(repId) || !repById.has(repId)) throw invalid('repId', 'unknown', 'not_in_call')
  const self = repId === principal.repId
  const [before] = await db.query<{ state: CandidateState }>(
    'select state from task_call_candidate where tenant_id = $1 and call_id = $2 and rep_id = $3',
    [db.tenantId, call.id, repId],
  )
  if (before?.state === 'standing' || (before?.state === 'asked' && !self)) return
  if (before !== undefined && !self)
    throw new ProblemError('ALREADY_IN_STATE', { detail: 'declined_already', extra: { state: 'withdrawn' } })
  await db.query(
    `insert into task_call_candidate (tenant_id, call_id, rep_id, state, recommended_by, why, at)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (tenant_id, call_id, rep_id) do update
       set state = excluded.state, recommended_by = excluded.recommended_by, why = excluded.why, at = excluded.at`,
    [
      db.tenantId,
      call.id,
      repId,
      self ? 'standing' : 'asked',
      self ? null : principal.id,
      input.why,
      new Date(now),
    ],
  )
  if (self) await sayStanding(db, now, caller, task, call.openedBy)
  else
    await announceCall(db, now, principal.id, 'task.call_recommended', task, {
      recipientRepIds: [repId],
      dueAt: call.until.toISOString(),
    })
}

/** Whoever was recommended agrees; any candidate withdraws, at no cost. Said again it changes nothing. */
export async function answerNomination(
  db: TenantWriter,
  tasks: Tasks,
  caller: Caller,
  now: number,
  id: string,
  agree: boolean,
): Promise<void> {
  const { task, call } = await mustLockCall(db, tasks, caller, now, id)
  const rows = await db.query<{ state: CandidateState }>(
    'select state from task_call_candidate where tenant_id = $1 and call_id = $2 and rep_id = $3',
    [db.tenantId, call.id, caller.principal.repId],
  )
  const state = rows[0]?.state
  if (state === undefined || (agree && state === 'withdrawn'))
    throw new ProblemError('ALREADY_IN_STATE', {
      detail: 'no_candidate',
      extra: { state: state ?? null },
    })
  const to: CandidateState = agree ? 'standing' : 'withdrawn'
  if (state === to) return
  await db.query(
    'update task_call_candidate set state = $4 where tenant_id = $1 and call_id = $2 and rep_id = $3',
    [db.tenantId, call.id, caller.principal.repId, to],
  )
  if (agree) await sayStanding(db, now, caller, task, call.openedBy)
}

type Card = Parameters<typeof announceCall>[4]

/** Whoever opened the call hears of it, and whoever dispatched the card; a key hears nothing. */
async function sayStanding(
  db: TenantWriter,
  now: number,
  { principal }: Caller,
  task: Card,
  openedBy: string,
): Promise<void> {
  const members = await db.query<{ id: string }>(
    'select member_id as id from member_name where tenant_id = $1 and member_id = any($2::uuid[])',
    [db.tenantId, [openedBy, ...(task.createdBy === null ? [] : [task.createdBy])]],
  )
  await announceCall(db, now, principal.id, 'task.call_candidate', task, {
    repId: principal.repId,
    ownerId: task.ownerId,
    recipientMemberIds: members.map((one) => one.id).filter((one) => one !== principal.id),
  })
}

const invalid = (field: string, code: string, message: 'say_whose' | 'not_in_call') =>
  new ProblemError('VALIDATION_FAILED', { errors: [{ field, code, message }] })
