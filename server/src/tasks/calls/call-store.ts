import type { TenantReader, TenantWriter } from '../../platform/database/index.ts'
import { uuidv7 } from '../../platform/ids.ts'

export type CallEnd = 'chosen' | 'closed' | 'reassigned' | 'finished' | 'over'
export type CandidateState = 'asked' | 'standing' | 'withdrawn'

export interface CallRow {
  readonly id: string
  readonly taskId: string
  readonly openedAt: Date
  readonly openedBy: string
  readonly openedByName: string | null
  readonly ownerId: string | null
  readonly until: Date
  readonly note: string
  readonly wholeCompany: boolean
  readonly invited: readonly string[]
}

export interface CandidateRow {
  readonly repId: string
  readonly state: CandidateState
  readonly recommendedBy: string | null
  readonly recommendedByName: string | null
  readonly why: string
  readonly at: Date
}

/** The one that is not ended yet; whether it still stands is `isLive`'s to say. */
export async function readCall(db: TenantReader, taskId: string): Promise<CallRow | null> {
  const rows = await db.query<CallRow & Record<string, unknown>>(
    `select k.id, k.task_id as "taskId", k.opened_at as "openedAt", k.opened_by as "openedBy", m.name as "openedByName",
       k.owner_id as "ownerId", k.until, k.note, k.whole_company as "wholeCompany", k.invited
     from task_call k left join member_name m on m.tenant_id = k.tenant_id and m.member_id = k.opened_by
     where k.tenant_id = $1 and k.task_id = $2 and k.ended_at is null`,
    [db.tenantId, taskId],
  )
  return rows[0] ?? null
}

/** In the order they came. */
export async function readCandidates(db: TenantReader, callId: string): Promise<CandidateRow[]> {
  return db.query<CandidateRow & Record<string, unknown>>(
    `select c.rep_id as "repId", c.state, c.recommended_by as "recommendedBy", m.name as "recommendedByName", c.why, c.at
     from task_call_candidate c left join member_name m on m.tenant_id = c.tenant_id and m.member_id = c.recommended_by
     where c.tenant_id = $1 and c.call_id = $2 order by c.at, c.rep_id`,
    [db.tenantId, callId],
  )
}

export async function addCall(
  db: TenantWriter,
  now: number,
  call: Omit<CallRow, 'id' | 'openedAt' | 'openedByName'>,
): Promise<void> {
  await db.query(
    `insert into task_call (tenant_id, id, task_id, opened_at, opened_by, owner_id, until, note, whole_company, invited)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      db.tenantId,
      uuidv7(now),
      call.taskId,
      new Date(now),
      call.openedBy,
      call.ownerId,
      call.until,
      call.note,
      call.wholeCompany,
      call.invited,
    ],
  )
  await db.query(
    `insert into task_notice (tenant_id, id, task_id, kind, due_at) values ($1, $2, $3, 'call_over', $4)`,
    [db.tenantId, uuidv7(now), call.taskId, call.until],
  )
}

/** False where somebody else ended it first. */
export async function markEnded(
  db: TenantWriter,
  now: number,
  call: Pick<CallRow, 'id' | 'taskId'>,
  as: CallEnd,
  chosenRepId: string | null,
): Promise<boolean> {
  const ended = await db.query(
    `update task_call set ended_at = $3, ended_as = $4, chosen_rep_id = $5
     where tenant_id = $1 and id = $2 and ended_at is null returning id`,
    [db.tenantId, call.id, new Date(now), as, chosenRepId],
  )
  await db.query(
    `delete from task_notice where tenant_id = $1 and task_id = $2 and kind = 'call_over' and fired_at is null`,
    [db.tenantId, call.taskId],
  )
  return ended.length > 0
}
