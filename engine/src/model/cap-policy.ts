import type { Condition } from './condition.ts'

/** At most so many items of a kind in any stretch of time, per rep, team or rule (X6). */
export interface CapRule {
  readonly id: string
  /** Which items count and are held back. */
  readonly when: Condition
  /** Only items of these rules; absent = of all. */
  readonly rules?: readonly string[]
  readonly per: 'rep' | 'team' | 'rule'
  readonly limit: number
  /** The window slides: what was given longer ago does not count. */
  readonly window: { readonly minutes?: number; readonly hours?: number; readonly days?: number }
}

/** What was given under a cap inside its window, oldest first, epoch ms. */
export interface CapUse {
  readonly cap: string
  /** Rep id, team id, or rule id (`*` = the fallback). */
  readonly subject: string
  readonly times: readonly number[]
}

/** A cap nobody behind this subject can be given anything under now. */
export interface FullCap {
  readonly cap: string
  readonly subject: string
  /** When the window lets the next one in. */
  readonly freesAt: number
}
