import type { Gauge } from '@peineng/engine'
import type { TenantReader } from '../platform/database/index.ts'
import { ProblemError } from '../platform/errors/catalogue.ts'
import type { CompanyCapacity } from './model.ts'
import { readPersonalLimits, withPersonalLimit } from './personal-limits.ts'
import { repById } from './rep-store.ts'
import { resolveCapacity } from './resolve-capacity.ts'
import { readTeams } from './roster-store.ts'
import { pathUp } from './tree.ts'

export interface CapacityLine<T> {
  readonly value: T
  /** Who set it; teams by id. */
  readonly from: {
    readonly kind: 'rep' | 'personal' | 'team' | 'company' | 'default'
    readonly teamId: string | null
  }
}

export interface CapacityOfRep {
  readonly gauges: readonly CapacityLine<Gauge>[]
  readonly limits: Readonly<Record<string, CapacityLine<number | null>>>
}

/** What holds for a rep, and where each line was set: the same resolution the roster uses. */
export async function capacityOfRep(
  db: TenantReader,
  company: CompanyCapacity,
  repId: string,
): Promise<CapacityOfRep> {
  const rep = await repById(db, repId)
  if (rep === null) throw new ProblemError('NOT_FOUND')
  const path = pathUp(await readTeams(db), rep.team_id)
  const { gauges, limits, origins } = resolveCapacity(rep, path, company.gauges)
  const personal = company.followsDays ? (await readPersonalLimits(db)).get(repId) : undefined
  const from = (key: string): CapacityLine<unknown>['from'] => {
    const origin = origins[key]
    if (origin === undefined) return { kind: 'default', teamId: null }
    if (typeof origin === 'string') return { kind: origin, teamId: null }
    return { kind: 'team', teamId: path[origin.teamDepth]?.id ?? null }
  }
  return {
    gauges: withPersonalLimit(gauges, origins, personal).map((value) => ({
      value,
      from: value.personal === undefined ? from(`gauges.${value.name}`) : { kind: 'personal', teamId: null },
    })),
    limits: Object.fromEntries(
      Object.entries(limits).map(([name, value]) => [name, { value, from: from(`limits.${name}`) }]),
    ),
  }
}
