import type { Actor } from '../identity/index.ts'
import type { TenantReader, TenantWriter } from '../platform/database/index.ts'
import { ProblemError } from '../platform/errors/catalogue.ts'
import { noteChange } from './note-change.ts'

export type DayKind = 'off' | 'work'

export interface CalendarDay extends Record<string, unknown> {
  readonly day: string
  readonly kind: DayKind
  readonly name: string
}

export interface CalendarYear {
  readonly year: number
  /** False: nobody has said yet which days of this year differ, so working time in it is an estimate. */
  readonly confirmed: boolean
  readonly days: readonly CalendarDay[]
}

export async function readYear(db: TenantReader, year: number): Promise<CalendarYear> {
  const days = await db.query<CalendarDay>(
    `select day, kind, name from calendar_day
     where tenant_id = $1 and day >= make_date($2, 1, 1) and day < make_date($2 + 1, 1, 1) order by day`,
    [db.tenantId, year],
  )
  const [row] = await db.query<{ confirmed: boolean }>(
    'select confirmed from calendar_year where tenant_id = $1 and year = $2',
    [db.tenantId, year],
  )
  return { year, confirmed: row?.confirmed ?? false, days }
}

/** Makes a day a holiday or a make-up day, or (null) an ordinary day of its week again. */
export async function setDay(
  db: TenantWriter,
  now: number,
  actor: Actor,
  day: string,
  as: { readonly kind: DayKind; readonly name: string } | null,
): Promise<void> {
  if (as === null) {
    const gone = await db.query('delete from calendar_day where tenant_id = $1 and day = $2 returning day', [
      db.tenantId,
      day,
    ])
    if (gone.length === 0) throw new ProblemError('NOT_FOUND')
  } else {
    await db.query(
      `insert into calendar_day (tenant_id, day, kind, name) values ($1, $2, $3, $4)
       on conflict (tenant_id, day) do update set kind = excluded.kind, name = excluded.name`,
      [db.tenantId, day, as.kind, as.name],
    )
  }
  await noteChange(db, now, actor, { action: 'calendar.updated', id: db.tenantId, detail: { day, as } })
}

export async function confirmYear(
  db: TenantWriter,
  now: number,
  actor: Actor,
  year: number,
  confirmed: boolean,
): Promise<void> {
  await db.query(
    `insert into calendar_year (tenant_id, year, confirmed) values ($1, $2, $3)
     on conflict (tenant_id, year) do update set confirmed = excluded.confirmed, version = calendar_year.version + 1`,
    [db.tenantId, year, confirmed],
  )
  await noteChange(db, now, actor, {
    action: 'calendar.confirmed',
    id: db.tenantId,
    detail: { year, confirmed },
  })
}
