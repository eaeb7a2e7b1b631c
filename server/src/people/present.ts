import type { z } from 'zod'
import type { DutyRow } from './duty-shifts.ts'
import type { LeaveRow } from './leaves.ts'
import type { RepRow } from './rep-store.ts'
import type { repView, tagView, teamView } from './route-schemas.ts'
import type { TagRow } from './tags.ts'
import type { TeamRow } from './teams.ts'

/** zod's arrays are mutable; rows are not to be. */
const copy = <T>(list: readonly T[]): T[] => [...list]

export const presentTag = (row: TagRow): z.infer<typeof tagView> => ({
  id: row.id,
  family: row.family,
  tag: row.tag,
  level: row.level,
  source: row.source,
  evidence: row.evidence,
  assessedAt: row.assessed_at.toISOString(),
  assessedBy: row.assessed_by,
})

export const presentRep = (row: RepRow, tags: readonly TagRow[]): z.infer<typeof repView> => ({
  id: row.id,
  externalId: row.external_id,
  name: row.name,
  teamId: row.team_id,
  email: row.email,
  phone: row.phone,
  hiredOn: row.hired_on,
  roles: copy(row.roles),
  level: row.level,
  status: row.status,
  weight: row.weight,
  territories: copy(row.territories),
  industries: copy(row.industries),
  productLines: copy(row.product_lines),
  timeZone: row.time_zone,
  workingHours: row.working_hours,
  gauges: copy(row.gauges),
  limits: row.limits,
  createdAt: row.created_at.toISOString(),
  updatedAt: row.updated_at.toISOString(),
  version: row.version,
  tags: tags.filter((tag) => tag.rep_id === row.id).map(presentTag),
})

export const presentTeam = (row: TeamRow): z.infer<typeof teamView> => ({
  id: row.id,
  parentId: row.parent_id,
  name: row.name,
  gauges: copy(row.gauges),
  limits: row.limits,
  version: row.version,
})

export const presentLeave = (row: LeaveRow) => ({
  id: row.id,
  repId: row.rep_id,
  repName: row.rep_name,
  kind: row.kind,
  startsAt: row.starts_at.toISOString(),
  endsAt: row.ends_at.toISOString(),
  note: row.note,
  cancelledAt: row.cancelled_at?.toISOString() ?? null,
})

export const presentDuty = (row: DutyRow) => ({
  id: row.id,
  repId: row.rep_id,
  repName: row.rep_name,
  startsAt: row.starts_at.toISOString(),
  endsAt: row.ends_at.toISOString(),
  note: row.note,
})
