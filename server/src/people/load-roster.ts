import { parseWorkingHours, type Rep, type WeeklyHours } from '@peineng/engine'
import type { TenantReader } from '../platform/database/index.ts'
import { territoryExpander } from './expand-territories.ts'
import type { CompanyCapacity, WorkingTime } from './model.ts'
import { readPersonalLimits, withPersonalLimit } from './personal-limits.ts'
import { resolveCapacity } from './resolve-capacity.ts'
import {
  companyTimeZone,
  readDutySpans,
  readHolidays,
  readLeaveSpans,
  readRosterReps,
  readTags,
  readTeams,
  readTerritories,
  rosterRevision,
} from './roster-store.ts'
import { pathUp } from './tree.ts'

export interface LoadedRoster {
  readonly revision: number
  /** Sorted by id; those who left are not among them. */
  readonly reps: readonly Rep[]
  /** One per rep, same order. */
  readonly working: readonly WorkingTime[]
  readonly timeZone: string
}

/** Everybody the engine may choose, with gauges and limits resolved rep > team > company. */
export async function loadRoster(db: TenantReader, company: CompanyCapacity): Promise<LoadedRoster> {
  // Read first: a change that commits between the reads below then leaves the revision behind, and the roster is
  // loaded once more; read last it would be missed.
  const revision = await rosterRevision(db)
  const timeZone = await companyTimeZone(db)
  const teams = await readTeams(db)
  const expand = territoryExpander(await readTerritories(db))
  const tags = await readTags(db)
  const leaves = await readLeaveSpans(db)
  const duty = await readDutySpans(db)
  const holidays = await readHolidays(db)
  const personal = company.followsDays ? await readPersonalLimits(db) : null
  const rows = await readRosterReps(db)

  const reps: Rep[] = []
  const working: WorkingTime[] = []
  for (const row of rows) {
    const path = pathUp(teams, row.team_id)
    const { gauges, limits, origins } = resolveCapacity(row, path, company.gauges)
    reps.push({
      id: row.id,
      name: row.name,
      teamPath: path.map((team) => team.id),
      roles: row.roles,
      territories: expand(row.territories),
      industries: row.industries,
      productLines: row.product_lines,
      level: row.level,
      tags: tags.get(row.id) ?? [],
      weight: row.weight,
      gauges: withPersonalLimit(gauges, origins, personal?.get(row.id)),
      limits,
    })
    working.push({
      repId: row.id,
      status: row.status,
      schedule: {
        timeZone: row.time_zone ?? timeZone,
        hours: weeklyHours(row.id, row.working_hours),
        holidays,
        leaves: leaves.get(row.id) ?? [],
        extraDuty: duty.get(row.id) ?? [],
      },
    })
  }
  return { revision, reps, working, timeZone }
}

function weeklyHours(repId: string, text: string | null): WeeklyHours | null {
  if (text === null) return null
  const parsed = parseWorkingHours(text)
  // Every writer checks the text, so this is a broken row and not a typing mistake.
  if (!parsed.ok) throw new Error(`rep ${repId} has working hours nobody can read: ${parsed.error.text}`)
  return parsed.value
}
