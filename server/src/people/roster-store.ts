import type { CapabilityTag, ExperienceLevel, HolidayCalendar, TimeSpan } from '@peineng/engine'
import type { TenantReader, TenantWriter } from '../platform/database/index.ts'
import type { TerritoryNode } from './expand-territories.ts'
import type { OwnCapacity, RepStatus } from './model.ts'
import type { TreeNode } from './tree.ts'

export interface RosterRepRow extends OwnCapacity {
  readonly id: string
  readonly name: string
  readonly team_id: string | null
  readonly roles: readonly string[]
  readonly level: ExperienceLevel
  readonly status: RepStatus
  readonly weight: number
  readonly territories: readonly string[]
  readonly industries: readonly string[]
  readonly product_lines: readonly string[]
  readonly time_zone: string | null
  readonly working_hours: string | null
}

export type TeamNode = TreeNode & OwnCapacity

/** Every rep who has not left, by id. */
export async function readRosterReps(db: TenantReader): Promise<readonly RosterRepRow[]> {
  return db.query<RosterRepRow & Record<string, unknown>>(
    `select id, name, team_id, roles, level, status, weight, territories, industries, product_lines, time_zone,
            working_hours, gauges, limits
     from rep where tenant_id = $1 and status <> 'inactive' order by id`,
    [db.tenantId],
    'roster_reps',
  )
}

export async function readTeams(db: TenantReader): Promise<ReadonlyMap<string, TeamNode>> {
  const rows = await db.query<TeamNode & Record<string, unknown>>(
    'select id, parent_id, gauges, limits from team where tenant_id = $1',
    [db.tenantId],
    'roster_teams',
  )
  return new Map(rows.map((row) => [row.id, row]))
}

export async function readTerritories(db: TenantReader): Promise<readonly TerritoryNode[]> {
  return db.query<TerritoryNode & Record<string, unknown>>(
    'select id, parent_id, name, aliases from territory where tenant_id = $1 order by id',
    [db.tenantId],
    'roster_territories',
  )
}

/**
 * One level per tag. What happened outweighs what customers say, and that what a manager thinks, so the hardest
 * evidence speaks where a tag has several.
 */
export async function readTags(db: TenantReader): Promise<ReadonlyMap<string, readonly CapabilityTag[]>> {
  const rows = await db.query<{ rep_id: string } & CapabilityTag & Record<string, unknown>>(
    `select distinct on (rep_id, tag) rep_id, tag, level, source from rep_tag where tenant_id = $1
     order by rep_id, tag, case source when 'history' then 1 when 'callback' then 2 else 3 end`,
    [db.tenantId],
    'roster_tags',
  )
  const tags = new Map<string, CapabilityTag[]>()
  for (const { rep_id, tag, level, source } of rows) {
    const known = tags.get(rep_id)
    if (known === undefined) tags.set(rep_id, [{ tag, level, source }])
    else known.push({ tag, level, source })
  }
  return tags
}

async function readSpans(db: TenantReader, sql: string, name: string): Promise<Map<string, TimeSpan[]>> {
  const rows = await db.query<{ rep_id: string; starts_at: Date; ends_at: Date }>(sql, [db.tenantId], name)
  const spans = new Map<string, TimeSpan[]>()
  for (const row of rows) {
    const span = { from: row.starts_at.getTime(), to: row.ends_at.getTime() }
    const known = spans.get(row.rep_id)
    if (known === undefined) spans.set(row.rep_id, [span])
    else known.push(span)
  }
  return spans
}

export const readLeaveSpans = (db: TenantReader): Promise<Map<string, TimeSpan[]>> =>
  readSpans(
    db,
    `select rep_id, starts_at, ends_at from rep_leave where tenant_id = $1 and cancelled_at is null
     order by rep_id, starts_at`,
    'roster_leaves',
  )

export const readDutySpans = (db: TenantReader): Promise<Map<string, TimeSpan[]>> =>
  readSpans(
    db,
    'select rep_id, starts_at, ends_at from duty_shift where tenant_id = $1 order by rep_id, starts_at',
    'roster_duty',
  )

export async function readHolidays(db: TenantReader): Promise<HolidayCalendar> {
  const days = await db.query<{ day: string; kind: 'off' | 'work' }>(
    'select day, kind from calendar_day where tenant_id = $1 order by day',
    [db.tenantId],
    'roster_calendar_days',
  )
  const years = await db.query<{ year: number }>(
    'select year from calendar_year where tenant_id = $1 and confirmed order by year',
    [db.tenantId],
    'roster_calendar_years',
  )
  return {
    days: Object.fromEntries(days.map(({ day, kind }) => [day, kind])),
    confirmedYears: years.map(({ year }) => year),
  }
}

export async function companyTimeZone(db: TenantReader): Promise<string> {
  const [row] = await db.query<{ time_zone: string }>(
    'select time_zone from tenant where id = $1',
    [db.tenantId],
    'company_time_zone',
  )
  if (row === undefined) throw new Error('the tenant of this transaction does not exist')
  return row.time_zone
}

export async function rosterRevision(db: TenantReader): Promise<number> {
  const [row] = await db.query<{ revision: number }>(
    'select revision from roster_revision where tenant_id = $1',
    [db.tenantId],
    'roster_revision',
  )
  return row?.revision ?? 0
}

/** Every write that changes whom the engine may choose calls this, in its transaction. */
export async function bumpRoster(db: TenantWriter): Promise<void> {
  await db.query(
    `insert into roster_revision (tenant_id, revision) values ($1, 1)
     on conflict (tenant_id) do update set revision = roster_revision.revision + 1`,
    [db.tenantId],
    'roster_bump',
  )
}
