import type { TenantReader } from '../platform/database/index.ts'
import type { CompanyCapacity } from './model.ts'
import { PERSONAL_GAUGE } from './personal-limits.ts'
import { resolveCapacity } from './resolve-capacity.ts'
import { readRosterReps, readTeams } from './roster-store.ts'
import { pathUp } from './tree.ts'

/** What everybody's personal threshold starts from: the team's or the company's. What a person set for a rep stands. */
export async function inheritedThresholds(
  db: TenantReader,
  company: CompanyCapacity,
): Promise<ReadonlyMap<string, number>> {
  const teams = await readTeams(db)
  const thresholds = new Map<string, number>()
  for (const row of await readRosterReps(db)) {
    const { gauges, origins } = resolveCapacity(row, pathUp(teams, row.team_id), company.gauges)
    const gauge = gauges.find(({ name }) => name === PERSONAL_GAUGE)
    if (gauge !== undefined && origins[`gauges.${PERSONAL_GAUGE}`] !== 'rep')
      thresholds.set(row.id, gauge.threshold)
  }
  return thresholds
}
