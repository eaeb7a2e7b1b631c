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

/** When a rep works: what the engine's calendar answers availability from. */
export interface WorkingTime {
  readonly repId: string
  readonly status: RepStatus
  readonly schedule: Schedule
}
