import type { ExperienceLevel, Gauge, IntakeLimits, Schedule } from '@peineng/engine'

export const gaugeNames = [
  'load_index',
  'open_items',
  'key_projects',
  'concurrent_opportunities',
  'high_intent_today',
  'followed_this_month',
  'current_customers',
] as const

export const experienceLevels = [
  'newcomer',
  'growing',
  'senior',
] as const satisfies readonly ExperienceLevel[]

/** `paused` takes no work for now, `inactive` has left. */
export const repStatuses = ['active', 'paused', 'inactive'] as const
export type RepStatus = (typeof repStatuses)[number]

/** What a rep or team sets itself; a limit that is absent is inherited, null says "no limit" and is not. */
export interface OwnCapacity {
  readonly gauges: readonly Gauge[]
  readonly limits: Partial<IntakeLimits>
}

/** What the published policy says for everybody who has nothing of their own. */
export interface CompanyCapacity {
  readonly gauges: readonly Gauge[]
  /** Lets the gauge of high-intent customers a day follow a rep's own days. */
  readonly followsDays: boolean
}

/** When a rep works: what the engine's calendar answers availability from. */
export interface WorkingTime {
  readonly repId: string
  readonly status: RepStatus
  readonly schedule: Schedule
}

/** The most a rep's numbers may be, at every door; all are whole and none is below 0. */
export const repMaxima = { weight: 10_000, limit: 1_000_000, threshold: 10_000_000 } as const

/** The most a count of a rep's sheet may be, by its column; null for what is no count. */
export function repMaximum(column: string): number | null {
  if (column === 'weight') return repMaxima.weight
  if (column === 'capacity') return repMaxima.threshold
  return /^(daily|weekly|monthly)(Max|Min)$/.test(column) ? repMaxima.limit : null
}
