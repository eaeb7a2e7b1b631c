import type { Actor } from '../identity/index.ts'
import type { TenantReader, TenantWriter } from '../platform/database/index.ts'
import { ProblemError } from '../platform/errors/catalogue.ts'
import { uuidv7 } from '../platform/ids.ts'
import { noteChange } from './note-change.ts'

export interface DutyRow extends Record<string, unknown> {
  readonly id: string
  readonly rep_id: string
  readonly rep_name: string
  readonly starts_at: Date
  readonly ends_at: Date
  readonly note: string
}

export interface NewDuty {
  readonly repId: string
  /** Epoch ms, half-open. */
  readonly from: number
  readonly to: number
  readonly note?: string | undefined
}

const SELECT = `select d.id, d.rep_id, r.name as rep_name, d.starts_at, d.ends_at, d.note
  from duty_shift d join rep r on r.tenant_id = d.tenant_id and r.id = d.rep_id`

/** A roster is looked at by the week: everything between two moments, earliest first. */
export async function listDuty(
  db: TenantReader,
  filter: { readonly repIds: readonly string[] | null; readonly from: string; readonly to: string },
): Promise<readonly DutyRow[]> {
  return db.query<DutyRow>(
    `${SELECT} where d.tenant_id = $1 and ($2::uuid[] is null or d.rep_id = any($2))
       and d.ends_at > $3 and d.starts_at < $4 order by d.starts_at, d.id limit 5000`,
    [db.tenantId, filter.repIds, filter.from, filter.to],
  )
}

export async function dutyById(db: TenantReader, id: string): Promise<DutyRow> {
  const [row] = await db.query<DutyRow>(`${SELECT} where d.tenant_id = $1 and d.id = $2`, [db.tenantId, id])
  if (row === undefined) throw new ProblemError('NOT_FOUND')
  return row
}

/** Puts a rep on duty besides their week: an evening on call, a weekend. Overlaps are harmless and merge. */
export async function planDuty(
  db: TenantWriter,
  now: number,
  actor: Actor,
  input: NewDuty,
): Promise<DutyRow> {
  if (input.to <= input.from)
    throw new ProblemError('VALIDATION_FAILED', {
      errors: [{ field: 'endsAt', code: 'order', message: 'after_start' }],
    })
  const id = uuidv7(now)
  await db.query(
    `insert into duty_shift (tenant_id, id, rep_id, starts_at, ends_at, note, created_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [db.tenantId, id, input.repId, new Date(input.from), new Date(input.to), input.note ?? '', new Date(now)],
  )
  await noteChange(db, now, actor, { action: 'duty_shift.created', id, detail: { repId: input.repId } })
  return dutyById(db, id)
}

export async function removeDuty(db: TenantWriter, now: number, actor: Actor, id: string): Promise<void> {
  const { rep_id: repId } = await dutyById(db, id)
  await db.query('delete from duty_shift where tenant_id = $1 and id = $2', [db.tenantId, id])
  await noteChange(db, now, actor, { action: 'duty_shift.removed', id, detail: { repId } })
}
