import type { Gauge, IntakeLimits } from '@peineng/engine'
import type { OwnCapacity } from './model.ts'

/** Where a setting comes from: the rep, the n-th team upwards (0 = nearest), or the company's policy. */
export type CapacityOrigin = 'rep' | { readonly teamDepth: number } | 'company'

export interface ResolvedCapacity {
  readonly gauges: readonly Gauge[]
  readonly limits: IntakeLimits
  readonly origins: Readonly<Record<string, CapacityOrigin>>
}

const noLimits: IntakeLimits = {
  dailyMax: null,
  weeklyMax: null,
  monthlyMax: null,
  dailyMin: 0,
  weeklyMin: 0,
  monthlyMin: 0,
}

/**
 * One gauge or limit at a time, the nearest wins: the rep, then their team and the teams above it, then the company.
 * So a team that sets one gauge still inherits the others.
 */
export function resolveCapacity(
  rep: OwnCapacity,
  teams: readonly OwnCapacity[],
  companyGauges: readonly Gauge[],
): ResolvedCapacity {
  const layers: readonly (readonly [OwnCapacity, CapacityOrigin])[] = [
    [rep, 'rep'],
    ...teams.map((team, teamDepth) => [team, { teamDepth }] as const),
    [{ gauges: companyGauges, limits: {} }, 'company'],
  ]
  const gauges = new Map<string, Gauge>()
  const origins: Record<string, CapacityOrigin> = {}
  let limits: Partial<IntakeLimits> = {}
  for (const [layer, origin] of layers) {
    for (const gauge of layer.gauges) {
      if (gauges.has(gauge.name)) continue
      gauges.set(gauge.name, gauge)
      origins[`gauges.${gauge.name}`] = origin
    }
    for (const name of Object.keys(layer.limits)) if (!(name in limits)) origins[`limits.${name}`] = origin
    limits = { ...layer.limits, ...limits }
  }
  return {
    // By name, so that the same settings give the same roster whoever set them.
    gauges: [...gauges.values()].sort((a, b) => (a.name < b.name ? -1 : 1)),
    limits: { ...noLimits, ...limits },
    origins,
  }
}
