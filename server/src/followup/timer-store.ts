import { rowset, type TenantReader, type TenantWriter, uuidArray } from '../platform/database/index.ts'

export const timerKinds = [
  'first_response',
  'reminder',
  'recall',
  'progress',
  'protection',
  'checkpoint',
  'relief_return',
  'task_deadline',
  'task_progress',
] as const
export type TimerKind = (typeof timerKinds)[number]
export type SubjectKind = 'lead' | 'opportunity' | 'account' | 'task' | 'rep'

/** One running clock. Times are epoch ms. */
export interface Timer {
  readonly subjectId: string
  readonly subjectKind: SubjectKind
  readonly kind: TimerKind
  readonly repId: string | null
  readonly slaClass: string
  readonly tier: string | null
  readonly startedAt: number
  readonly floorAt: number | null
  readonly deadlineAt: number | null
  readonly dueAt: number | null
  readonly stage: number
  readonly fired: number
  readonly lastFiredAt: number | null
}

const COLUMNS = `subject_id as "subjectId", subject_kind as "subjectKind", kind, rep_id as "repId",
  sla_class as "slaClass", tier, started_at as "startedAt", floor_at as "floorAt", deadline_at as "deadlineAt",
  due_at as "dueAt", stage, fired, last_fired_at as "lastFiredAt"`

interface Row extends Record<string, unknown> {
  readonly subjectId: string
  readonly subjectKind: SubjectKind
  readonly kind: TimerKind
  readonly repId: string | null
  readonly slaClass: string
  readonly tier: string | null
  readonly startedAt: Date
  readonly floorAt: Date | null
  readonly deadlineAt: Date | null
  readonly dueAt: Date | null
  readonly stage: number
  readonly fired: number
  readonly lastFiredAt: Date | null
}

const timerOf = (row: Row): Timer => ({
  ...row,
  startedAt: row.startedAt.getTime(),
  floorAt: row.floorAt?.getTime() ?? null,
  deadlineAt: row.deadlineAt?.getTime() ?? null,
  dueAt: row.dueAt?.getTime() ?? null,
  lastFiredAt: row.lastFiredAt?.getTime() ?? null,
})

/** Takes the first so many that are due, in the order they fell due, past those another sweep has. */
export async function takeDueTimers(db: TenantWriter, now: number, limit: number): Promise<Timer[]> {
  const rows = await db.query<Row>(
    `select ${COLUMNS} from timer where tenant_id = $1 and due_at <= $2
     order by due_at, subject_id, kind limit $3 for update skip locked`,
    [db.tenantId, new Date(now), limit],
    'timer_take_due',
  )
  return rows.map(timerOf)
}

/** Each subject's by its key (`offset 0`): left to choose, the planner read all the clocks of the company. */
export async function readTimers(db: TenantReader, subjectIds: readonly string[]): Promise<Timer[]> {
  const rows = await db.query<Row>(
    `select ${COLUMNS} from unnest($2::uuid[]) as s(id) cross join lateral (
       select * from timer where tenant_id = $1 and subject_id = s.id offset 0) t
     order by subject_id, kind`,
    [db.tenantId, uuidArray(subjectIds)],
    'timer_read',
  )
  return rows.map(timerOf)
}

export interface TimerFilter {
  /** null = everybody's. */
  readonly repIds: readonly string[] | null
  readonly kind?: TimerKind | undefined
  readonly after: { readonly dueAt: string; readonly subjectId: string; readonly kind: string } | null
  readonly limit: number
}

/** What runs, the next to act first. */
export async function listTimers(db: TenantReader, filter: TimerFilter): Promise<Timer[]> {
  const rows = await db.query<Row>(
    `select ${COLUMNS} from timer
     where tenant_id = $1 and due_at is not null
       and ($2::uuid[] is null or rep_id = any($2)) and ($3::text is null or kind = $3)
       and ($4::timestamptz is null or (due_at, subject_id, kind) > ($4, $5::uuid, $6))
     order by due_at, subject_id, kind limit $7`,
    [
      db.tenantId,
      filter.repIds,
      filter.kind ?? null,
      filter.after?.dueAt ?? null,
      filter.after?.subjectId ?? null,
      filter.after?.kind ?? null,
      filter.limit,
    ],
  )
  return rows.map(timerOf)
}

/** What PostgreSQL says where somebody else was faster. */
const UNIQUE_VIOLATION = '23505'

const rowsOfTimers = rowset<Timer>('j', {
  s: ['uuid', (t) => t.subjectId],
  sk: ['text', (t) => t.subjectKind],
  k: ['text', (t) => t.kind],
  r: ['uuid', (t) => t.repId],
  c: ['text', (t) => t.slaClass],
  t: ['text', (t) => t.tier],
  st: ['timestamptz', (t) => t.startedAt],
  fl: ['timestamptz', (t) => t.floorAt],
  dl: ['timestamptz', (t) => t.deadlineAt],
  du: ['timestamptz', (t) => t.dueAt],
  sg: ['int', (t) => t.stage],
  fi: ['int', (t) => t.fired],
  lf: ['timestamptz', (t) => t.lastFiredAt],
})

/** In the order of their keys, so that two writers never wait for each other in a circle. */
const INSERT = `insert into timer (tenant_id, subject_id, subject_kind, kind, rep_id, sla_class, tier, started_at, floor_at,
    deadline_at, due_at, stage, fired, last_fired_at)
  select $1, s, sk, k, r, c, t, st, fl, dl, du, sg, fi, lf from ${rowsOfTimers.sql(2)} order by s, k`

/** Makes clocks of subjects that have none. A third cheaper than being ready to meet one, which is rare. */
export async function addTimers(db: TenantWriter, timers: readonly Timer[]): Promise<void> {
  if (timers.length === 0) return
  await db.query('savepoint clocks')
  try {
    await db.query(INSERT, [db.tenantId, ...rowsOfTimers.values(timers)], 'timer_add')
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === UNIQUE_VIOLATION)) throw error
    await db.query('rollback to savepoint clocks')
    await putTimers(db, timers)
  }
}

/** Makes or replaces clocks. */
export async function putTimers(db: TenantWriter, timers: readonly Timer[]): Promise<void> {
  if (timers.length === 0) return
  await db.query(
    `${INSERT}
     on conflict (tenant_id, subject_id, kind) do update set subject_kind = excluded.subject_kind,
       rep_id = excluded.rep_id, sla_class = excluded.sla_class, tier = excluded.tier,
       started_at = excluded.started_at, floor_at = excluded.floor_at, deadline_at = excluded.deadline_at,
       due_at = excluded.due_at, stage = excluded.stage, fired = excluded.fired,
       last_fired_at = excluded.last_fired_at`,
    [db.tenantId, ...rowsOfTimers.values(timers)],
    'timer_put',
  )
}

export async function dropTimers(
  db: TenantWriter,
  keys: readonly { readonly subjectId: string; readonly kind: TimerKind }[],
): Promise<void> {
  if (keys.length === 0) return
  await db.query(
    `delete from timer t using unnest($2::uuid[], $3::text[]) as k(s, k)
     where t.tenant_id = $1 and t.subject_id = k.s and t.kind = k.k`,
    [db.tenantId, keys.map((key) => key.subjectId), keys.map((key) => key.kind)],
    'timer_drop',
  )
}
