import type { TenantReader, TenantWriter } from '../platform/database/index.ts'
import type { TaskState } from './task-input.ts'

export interface TaskRow {
  readonly id: string
  readonly version: number
  readonly createdAt: Date
  readonly updatedAt: Date
  readonly createdBy: string | null
  readonly updatedBy: string | null
  readonly title: string
  readonly standard: string
  readonly acceptance: string
  readonly startsAt: Date
  readonly dueAt: Date
  readonly value: 'high' | 'mid' | 'low' | null
  readonly difficulty: 'easy' | 'medium' | 'hard' | null
  readonly pointsHundredths: number
  readonly itemKind: 'lead' | 'account' | 'contact' | 'opportunity' | null
  readonly itemId: string | null
  readonly state: TaskState
  readonly dispatchedAt: Date
  readonly acknowledgedAt: Date | null
  readonly understood: boolean | null
  readonly question: string | null
  readonly reportedPercent: number | null
  readonly blockerCode: string | null
  readonly blockerNote: string | null
  readonly blockedAt: Date | null
  readonly finishedAt: Date | null
  readonly result: string | null
  readonly stepId: string | null
  /** From assignment: who has it, or why nobody does. */
  readonly ownerId: string | null
  readonly workState: 'owned' | 'pooled' | 'waiting' | 'closed' | 'offered'
  readonly reasonCode: string
  readonly reasonParams: Readonly<Record<string, unknown>>
  readonly decisionId: string | null
  readonly collaboratorIds: readonly string[]
  readonly checkpoints: readonly CheckpointRow[]
  readonly comments: number
  /** Until when somebody is looked for; null = no call stands. */
  readonly callUntil: Date | null
  /** Seen only because its open call asks the onlooker. */
  readonly invitedOnly: boolean
}

export interface CheckpointRow {
  readonly id: string
  readonly title: string
  readonly dueAt: string
  readonly doneAt: string | null
}

/** Who looks: reps whose tasks they see (null = all), and themselves, for what they dispatched. */
export interface Onlooker {
  readonly repIds: readonly string[] | null
  readonly principalId: string
  /** Leaders see what nobody has yet. */
  readonly seesUnowned: boolean
}

const COLUMNS = `t.id, t.version, t.created_at as "createdAt", t.updated_at as "updatedAt", t.created_by as "createdBy",
  t.updated_by as "updatedBy", t.title, t.standard, t.acceptance, t.starts_at as "startsAt", t.due_at as "dueAt", t.value,
  t.difficulty, t.points_hundredths as "pointsHundredths", t.item_kind as "itemKind", t.item_id as "itemId", t.state,
  t.dispatched_at as "dispatchedAt", t.acknowledged_at as "acknowledgedAt", t.understood, t.question,
  t.reported_percent as "reportedPercent", t.blocker_code as "blockerCode", t.blocker_note as "blockerNote",
  t.blocked_at as "blockedAt", t.finished_at as "finishedAt", t.result, t.step_id as "stepId",
  w.owner_id as "ownerId", w.state as "workState", w.reason_code as "reasonCode", w.reason_params as "reasonParams",
  w.decision_id as "decisionId",
  (select coalesce(json_agg(c.rep_id order by c.rep_id), '[]') from task_collaborator c
    where c.tenant_id = t.tenant_id and c.task_id = t.id) as "collaboratorIds",
  (select coalesce(json_agg(json_build_object('id', c.id, 'title', c.title, 'dueAt', c.due_at, 'doneAt', c.done_at)
     order by c.due_at, c.id), '[]')
    from task_checkpoint c where c.tenant_id = t.tenant_id and c.task_id = t.id) as checkpoints,
  (select count(*) from task_comment c where c.tenant_id = t.tenant_id and c.task_id = t.id)::int as comments,
  case when t.state not in ('done', 'cancelled') then
    (select k.until from task_call k where k.tenant_id = t.tenant_id and k.task_id = t.id and k.ended_at is null
       and k.owner_id is not distinct from w.owner_id) end as "callUntil"`

const FROM = `task t join item_ownership w on w.tenant_id = t.tenant_id and w.item_id = t.id`

/** What an onlooker sees, as SQL over `t` and `w`; values are pushed. */
function seen(looker: Onlooker, values: unknown[]): string {
  if (looker.repIds === null) return 'true'
  const reps = `$${values.push(looker.repIds)}::uuid[]`
  const self = `$${values.push(looker.principalId)}::uuid`
  return `(w.owner_id = any(${reps}) or t.created_by = ${self}${looker.seesUnowned ? ' or w.owner_id is null' : ''}
    or exists (select 1 from task_collaborator c
               where c.tenant_id = t.tenant_id and c.task_id = t.id and c.rep_id = any(${reps})))`
}

/** Cards whose open call asks a rep, as SQL over `t` and `w`; values are pushed. */
function asks(repId: string | null, values: unknown[]): string {
  return `exists (select 1 from task_call k where k.tenant_id = t.tenant_id and k.task_id = t.id and k.ended_at is null
    and k.owner_id is not distinct from w.owner_id and t.state not in ('done', 'cancelled')
    and $${values.push(repId)}::uuid = any(k.invited))`
}

type Row = TaskRow & Record<string, unknown>

/** `askedRepId`: whom an open call may show it to as well. */
export async function readTask(
  db: TenantReader,
  looker: Onlooker,
  id: string,
  askedRepId: string | null = null,
): Promise<TaskRow | null> {
  const values: unknown[] = [db.tenantId, id]
  const visible = seen(looker, values)
  const also = askedRepId === null ? '' : ` or ${asks(askedRepId, values)}`
  const rows = await db.query<Row>(
    `select ${COLUMNS}, not coalesce(${visible}, false) as "invitedOnly"
     from ${FROM} where t.tenant_id = $1 and t.id = $2 and (${visible}${also})`,
    values,
  )
  return rows[0] ?? null
}

/** Cards by id, whoever asks. */
export async function readTasks(db: TenantReader, ids: readonly string[]): Promise<TaskRow[]> {
  return db.query<Row>(
    `select ${COLUMNS}, false as "invitedOnly" from ${FROM} where t.tenant_id = $1 and t.id = any($2::uuid[])`,
    [db.tenantId, ids],
  )
}

/** As readTask, with the card locked until the transaction ends. */
export async function lockTask(
  db: TenantWriter,
  looker: Onlooker,
  id: string,
  askedRepId: string | null = null,
): Promise<TaskRow | null> {
  await db.query('select 1 from task where tenant_id = $1 and id = $2 for update', [db.tenantId, id])
  return readTask(db, looker, id, askedRepId)
}

export interface TaskFilter {
  readonly state?: readonly string[] | undefined
  readonly owner?: readonly string[] | undefined
  readonly itemId?: string | undefined
  readonly dueFrom?: Date | undefined
  readonly dueBefore?: Date | undefined
  readonly unacknowledged?: boolean | undefined
  readonly q?: string | undefined
  /** Only cards with an open call: one's own people's, and those that ask this rep. */
  readonly callsFor?: string | null | undefined
}

function narrowed(
  db: TenantReader,
  looker: Onlooker,
  filter: TaskFilter,
): { sql: string; visible: string; values: unknown[] } {
  const values: unknown[] = [db.tenantId]
  const visible = seen(looker, values)
  const parts = ['t.tenant_id = $1']
  if (filter.callsFor === undefined) parts.push(visible)
  else
    parts.push(
      `exists (select 1 from task_call k where k.tenant_id = t.tenant_id and k.task_id = t.id and k.ended_at is null
         and k.owner_id is not distinct from w.owner_id)`,
      `t.state not in ('done', 'cancelled')`,
      `(${visible} or ${asks(filter.callsFor, values)})`,
    )
  const and = (sql: (value: string) => string, value: unknown): void => {
    if (value !== undefined) parts.push(sql(`$${values.push(value)}`))
  }
  and((value) => `t.state = any(${value}::text[])`, filter.state)
  and((value) => `w.owner_id = any(${value}::uuid[])`, filter.owner)
  and((value) => `t.item_id = ${value}::uuid`, filter.itemId)
  and((value) => `t.due_at >= ${value}`, filter.dueFrom)
  and((value) => `t.due_at < ${value}`, filter.dueBefore)
  if (filter.unacknowledged === true) parts.push('t.acknowledged_at is null')
  and((value) => `position(lower(${value}) in lower(t.title || ' ' || t.standard)) > 0`, filter.q)
  return { sql: parts.join(' and '), visible, values }
}

export interface TaskPage {
  /** Order by deadline or by age, newest first. */
  readonly sort: 'dueAt' | '-createdAt'
  readonly after: { readonly key: string; readonly id: string } | null
  readonly limit: number
}

export async function listTasks(
  db: TenantReader,
  looker: Onlooker,
  filter: TaskFilter,
  page: TaskPage,
): Promise<(TaskRow & { sortKey: string })[]> {
  const { sql, visible, values } = narrowed(db, looker, filter)
  const [column, sign, direction] =
    page.sort === 'dueAt' ? (['t.due_at', '>', 'asc'] as const) : (['t.created_at', '<', 'desc'] as const)
  const after =
    page.after === null
      ? ''
      : `and (${column}, t.id) ${sign} ($${values.push(page.after.key)}::timestamptz, $${values.push(page.after.id)}::uuid)`
  return db.query<TaskRow & { sortKey: string } & Record<string, unknown>>(
    `select ${COLUMNS}, not coalesce(${visible}, false) as "invitedOnly", ${column}::text as "sortKey" from ${FROM} where ${sql} ${after}
     order by ${column} ${direction}, t.id ${direction} limit $${values.push(page.limit)}`,
    values,
  )
}

export interface TaskCounts {
  readonly byState: Readonly<Partial<Record<TaskState, number>>>
  readonly overdue: number
}

export async function countTasks(
  db: TenantReader,
  looker: Onlooker,
  filter: TaskFilter,
  now: number,
): Promise<TaskCounts> {
  const { sql, values } = narrowed(db, looker, filter)
  const rows = await db.query<{ state: TaskState; n: number; overdue: number }>(
    `select t.state, count(*)::int as n,
       count(*) filter (where t.due_at < $${values.push(new Date(now))} and t.state not in ('done', 'cancelled'))::int as overdue
     from ${FROM} where ${sql} group by t.state`,
    values,
  )
  return {
    byState: Object.fromEntries(rows.map((row) => [row.state, row.n])),
    overdue: rows.reduce((sum, row) => sum + row.overdue, 0),
  }
}
