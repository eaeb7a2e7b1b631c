import type { SimulationAssumptions } from './assumptions.ts'
import { drawMarket } from './market.ts'
import { type Estimate, estimate, type RunMetrics } from './metrics.ts'
import { batch, hybrid, hybridFair } from './policies/optimising-policies.ts'
import { claimPool, greedy, leastLoad, rotation, rotationUncapped } from './policies/queue-policies.ts'
import type { PolicyFactory } from './policy.ts'
import { runPolicy } from './run.ts'

/** The policies that can be compared by name. */
export const POLICIES: Readonly<Record<string, PolicyFactory>> = {
  rotation,
  'rotation-uncapped': rotationUncapped,
  'least-load': leastLoad,
  greedy,
  'claim-pool': claimPool,
  batch,
  hybrid,
  'hybrid-fair': hybridFair,
}

export type MetricName = Exclude<keyof RunMetrics, 'neverAssignedShare'>

export interface PolicySummary {
  readonly policy: string
  readonly metrics: Readonly<Record<MetricName, Estimate>>
  readonly neverAssigned: readonly { readonly tier: string; readonly share: Estimate }[]
  /** Won value relative to the first policy, minus one, paired by seed. */
  readonly upliftOverFirst: Estimate
}

export interface SimulationReport {
  readonly assumptions: SimulationAssumptions
  readonly seeds: number
  readonly leadsPerRun: Estimate
  readonly policies: readonly PolicySummary[]
}

const METRICS: readonly MetricName[] = [
  'wonShare',
  'wonValue',
  'conversion',
  'responseP50',
  'responseP90',
  'giniCount',
  'giniValue',
  'overloadHours',
  'mostPoints',
]

/** One seed: the same market under every policy. Callers that must stay responsive do one seed at a time. */
export interface SeedRuns {
  readonly leads: number
  /** One per policy, in order. */
  readonly runs: readonly RunMetrics[]
}

export function simulateSeed(
  assumptions: SimulationAssumptions,
  policies: readonly PolicyFactory[],
  seed: number,
): SeedRuns {
  const market = drawMarket(assumptions, seed)
  return {
    leads: market.leads.length,
    runs: policies.map((policy) => runPolicy(assumptions, market, policy, seed)),
  }
}

/**
 * Compares policies on the same seeded markets. Every policy meets the same leads, people and luck, so differences are
 * paired and their errors small. The report carries its assumptions; the first policy is what uplifts refer to.
 */
export function comparePolicies(
  assumptions: SimulationAssumptions,
  policies: readonly PolicyFactory[],
  seeds: number,
): SimulationReport {
  const done = Array.from({ length: seeds }, (_, at) => simulateSeed(assumptions, policies, at + 1))
  return summariseSeeds(assumptions, policies, done)
}

/** Means and standard errors over seeds that were simulated with these assumptions and policies. */
export function summariseSeeds(
  assumptions: SimulationAssumptions,
  policies: readonly PolicyFactory[],
  seeds: readonly SeedRuns[],
): SimulationReport {
  return {
    assumptions,
    seeds: seeds.length,
    leadsPerRun: estimate(seeds.map((seed) => seed.leads)),
    policies: policies.map((factory, at) => {
      const runs = seeds.map((seed) => seed.runs[at]!)
      return {
        policy: factory(assumptions).name,
        metrics: Object.fromEntries(
          METRICS.map((name) => [name, estimate(runs.map((run) => run[name]))]),
        ) as Record<MetricName, Estimate>,
        neverAssigned: assumptions.tiers.map((tier, t) => ({
          tier: tier.name,
          share: estimate(runs.map((run) => run.neverAssignedShare[t]!)),
        })),
        upliftOverFirst: estimate(
          runs.map((run, s) => {
            const first = seeds[s]!.runs[0]!.wonValue
            return first > 0 ? run.wonValue / first - 1 : 0
          }),
        ),
      }
    }),
  }
}
