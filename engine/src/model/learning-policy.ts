import type { ValueBand } from './work-item.ts'

/** How the company learns from outcomes; every key has a default (`learningSettings`). */
export interface LearningPolicy {
  /**
   * `validated`: only a model that beat the base rate on the company's own newer outcomes counts, else everybody has
   * the base rate. `rates`: shrunken win rates per rep and segment, unproven. `off`: the base rate, always.
   */
  readonly winModel?: 'validated' | 'rates' | 'off'
  /** `automatic`: a nightly model that passes goes into use; `manual`: a person puts it into use. */
  readonly activation?: 'automatic' | 'manual'
  /** Age in days at which an outcome counts half. */
  readonly halfLifeDays?: number
  /** A rep counts as average until this many percent of a standard error away from it: "I do not know". */
  readonly unknownBandPercent?: number
  /** How much of the intake may go into finding out what newcomers can do (2.B-8). */
  readonly exploration?: {
    readonly sharePermille?: number
    readonly tiers?: readonly ValueBand[]
    /** A rep of whom less than this is known (permille of the uncertainty removed) is a newcomer. */
    readonly newcomerBelowPermille?: number
  }
  readonly capability?: {
    /** `propose`: a manager accepts tags from history; `write`: they are written at once and may be declined; `off`. */
    readonly tags?: 'propose' | 'write' | 'off'
    /** Outcomes a rep needs in a domain before anything is concluded. */
    readonly minOutcomes?: number
    /** Without an outcome for so long a domain is stale: no tag comes of it, and its tag is proposed to go. */
    readonly staleAfterDays?: number
    /** `personal`: the gauge of high-intent customers a day follows a rep's own days where they say enough (E8). */
    readonly highIntentLimit?: 'policy' | 'personal'
  }
}
