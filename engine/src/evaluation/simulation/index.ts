export { DEFAULT_ASSUMPTIONS, type SimulationAssumptions } from './assumptions.ts'
export {
  comparePolicies,
  type MetricName,
  POLICIES,
  type PolicySummary,
  type SeedRuns,
  type SimulationReport,
  simulateSeed,
  summariseSeeds,
} from './compare.ts'
export type { SimulatedLead } from './market.ts'
export type { Estimate, RunMetrics } from './metrics.ts'
export { cheapest, firstComeFirstServed } from './policies/queue-policies.ts'
export type { PolicyFactory, SalesFloor, SimulationPolicy } from './policy.ts'
