import type { Actor } from '../identity/index.ts'
import type { TenantReader, TenantWriter } from '../platform/database/index.ts'
import { ProblemError } from '../platform/errors/catalogue.ts'
import { cutPage, decodeCursor, type Page } from '../platform/http/index.ts'
import { uuidv7 } from '../platform/ids.ts'
import { noteChange } from './note-change.ts'

export const leaveKinds = ['annual', 'sick', 'personal', 'training', 'other'] as const
export type LeaveKind = (typeof leaveKinds)[number]

export interface LeaveRow extends Record<string, unknown> {
  readonly id: string
  readonly rep_id: string
  readonly rep_name: string
  readonly kind: LeaveKind
  readonly starts_at: Date
  readonly ends_at: Date
  readonly note: string
  readonly cancelled_at: Date | null
}

export interface NewLeave {
  readonly repId: string
  readonly kind: LeaveKind
  /** Epoch ms, half-open. */
  readonly from: number
  readonly to: number
  readonly note?: string | undefined
}

const SELECT = `select l.id, l.rep_id, r.name as rep_name, l.kind, l.starts_at, l.ends_at, l.note, l.cancelled_at
  from rep_leave l join rep r on r.tenant_id = l.tenant_id and r.id = l.rep_id`

export async function leaveById(db: TenantReader, id: string): Promise<LeaveRow | null> {
  const [row] = await db.query<LeaveRow>(`${SELECT} where l.tenant_id = $1 and l.id = $2`, [db.tenantId, id])
  return row ?? null
}

export interface LeaveFilter {
  /** null = everybody's. */
  readonly repIds: readonly string[] | null
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly cancelled: boolean
  readonly cursor?: string | undefined
  readonly limit: number
}

/** The latest first. */
export async function listLeaves(db: TenantReader, filter: LeaveFilter): Promise<Page<LeaveRow>> {
  const [startsAt = null, id = null] = filter.cursor === undefined ? [] : decodeCursor(filter.cursor, 2)
  const rows = await db.query<LeaveRow>(
    `${SELECT}
     where l.tenant_id = $1
       and ($2::uuid[] is null or l.rep_id = any($2))
       and ($3::timestamptz is null or l.ends_at > $3)
       and ($4::timestamptz is null or l.starts_at < $4)
       and ($5 or l.cancelled_at is null)
       and ($6::timestamptz is null or (l.starts_at, l.id) < ($6, $7::uuid))
     order by l.starts_at desc, l.id desc limit $8`,
    [
      db.tenantId,
      filter.repIds,
      filter.from ?? null,
      filter.to ?? null,
      filter.cancelled,
      startsAt,
      id,
      filter.limit + 1,
    ],
  )
  return cutPage(rows, filter.limit, (last) => [last.starts_at.toISOString(), last.id])
}

/** Books leave; from its first minute the rep gets nothing new. Two bookings of one rep wait for each other. */
export async function bookLeave(
  db: TenantWriter,
  now: number,
  actor: Actor,
  input: NewLeave,
): Promise<LeaveRow> {
  if (input.to <= input.from)
    throw new ProblemError('VALIDATION_FAILED', {
      errors: [{ field: 'endsAt', code: 'order', message: 'after_start' }],
    })
  const locked = await db.query('select id from rep where tenant_id = $1 and id = $2 for update', [
    db.tenantId,
    input.repId,
  ])
  if (locked.length === 0) throw new ProblemError('NOT_FOUND')
  const [overlap] = await db.query<{ id: string }>(
    `select id from rep_leave
     where tenant_id = $1 and rep_id = $2 and cancelled_at is null and starts_at < $4 and ends_at > $3
     order by starts_at limit 1`,
    [db.tenantId, input.repId, new Date(input.from), new Date(input.to)],
  )
  if (overlap !== undefined) throw new ProblemError('LEAVE_OVERLAPS', { extra: { leaveId: overlap.id } })
  const id = uuidv7(now)
  await db.query(
    `insert into rep_leave (tenant_id, id, rep_id, kind, starts_at, ends_at, note, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      db.tenantId,
      id,
      input.repId,
      input.kind,
      new Date(input.from),
      new Date(input.to),
      input.note ?? '',
      new Date(now),
    ],
  )
  await noteChange(db, now, actor, {
    action: 'leave.created',
    id,
    // Why somebody is away stays out of the record and the event.
    detail: {
      repId: input.repId,
      startsAt: new Date(input.from).toISOString(),
      endsAt: new Date(input.to).toISOString(),
    },
  })
  return mustRead(db, id)
}

/** Cancelling twice is not an error: the rep is not on leave either way. */
export async function cancelLeave(
  db: TenantWriter,
  now: number,
  actor: Actor,
  id: string,
): Promise<LeaveRow> {
  const changed = await db.query<{ rep_id: string }>(
    `update rep_leave set cancelled_at = $3 where tenant_id = $1 and id = $2 and cancelled_at is null
     returning rep_id`,
    [db.tenantId, id, new Date(now)],
  )
  const [row] = changed
  if (row !== undefined)
    await noteChange(db, now, actor, { action: 'leave.cancelled', id, detail: { repId: row.rep_id } })
  return mustRead(db, id)
}

async function mustRead(db: TenantReader, id: string): Promise<LeaveRow> {
  const row = await leaveById(db, id)
  if (row === null) throw new ProblemError('NOT_FOUND')
  return row
}
