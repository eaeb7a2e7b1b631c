import type { Gauge } from '@peineng/engine'
import type { TenantReader } from '../platform/database/index.ts'
import { ProblemError } from '../platform/errors/catalogue.ts'
import { repById } from './rep-store.ts'
import { resolveCapacity } from './resolve-capacity.ts'
import { readTeams } from './roster-store.ts'
import { pathUp } from './tree.ts'

export interface CapacityLine<T> {
  readonly value: T
  /** Who set it; teams by id. */
  readonly from: { readonly kind: 'rep' | 'team' | 'company' | 'default'; readonly teamId: string | null }
}

export interface CapacityOfRep {
  readonly gauges: readonly CapacityLine<Gauge>[]
  readonly limits: Readonly<Record<string, CapacityLine<number | null>>>
}

/** What holds for a rep, and where each line was set: the same resolution the roster uses. */
export async function capacityOfRep(
  db: TenantReader,
  companyGauges: readonly Gauge[],
  repId: string,
): Promise<CapacityOfRep> {
  const rep = await repById(db, repId)
  if (rep === null) throw new ProblemError('NOT_FOUND')
  const path = pathUp(await readTeams(db), rep.team_id)
  const { gauges, limits, origins } = resolveCapacity(rep, path, companyGauges)
  const from = (key: string): CapacityLine<unknown>['from'] => {
    const origin = origins[key]
    if (origin === undefined) return { kind: 'default', teamId: null }
    if (typeof origin === 'string') return { kind: origin, teamId: null }
    return { kind: 'team', teamId: path[origin.teamDepth]?.id ?? null }
  }
  return {
    gauges: gauges.map((value) => ({ value, from: from(`gauges.${value.name}`) })),
    limits: Object.fromEntries(
      Object.entries(limits).map(([name, value]) => [name, { value, from: from(`limits.${name}`) }]),
    ),
  }
}
