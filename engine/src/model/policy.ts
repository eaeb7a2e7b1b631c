import type { ActivityPolicy } from './activity-policy.ts'
import type { BacklogPolicy } from './backlog-policy.ts'
import type { CapRule } from './cap-policy.ts'
import type { Condition } from './condition.ts'
import type { CreditPolicy } from './credit-policy.ts'
import type { FollowupPolicy } from './followup-policy.ts'
import type { HandoverPolicy } from './handover-policy.ts'
import type { LearningPolicy } from './learning-policy.ts'
import type { OfferPolicy, OfferRule } from './offer-policy.ts'
import type { PlanningPolicy } from './planning-policy.ts'
import type { ExperienceLevel, Gauge } from './rep.ts'
import type { TaskPolicy } from './task-policy.ts'

/** Integer weights of the scored strategy, in points (0–1000). All zero neither throws nor starves (X19). */
export interface ScoreWeights {
  /** Win probability × value band. */
  readonly winValue: number
  /** Industry, product line, tags with level. */
  readonly fit: number
  /** Free share of the tightest gauge. */
  readonly headroom: number
  /** Points per turn of fairness shortfall. */
  readonly fairness: number
  /** Owner of the customer, or closed the same customer type before (D4). */
  readonly continuity: number
  /** Growing reps on high value and easy, newcomers on standard work (Decision 11, D9). */
  readonly development: number
}

export type Strategy =
  | {
      readonly kind: 'scored'
      readonly weights: ScoreWeights
      /** Candidates within this distance of the best are near-ties; thousandths of a point. */
      readonly nearTieThousandths: number
      /** Softmax temperature inside the band, thousandths of a point; 0 = always the best, ties by seeded hash. */
      readonly temperatureThousandths: number
    }
  /** Turn by shortfall against the weight share (X1). `performancePercent` of the weight follows performance (D5, D6). */
  | { readonly kind: 'weighted_rotation'; readonly performancePercent?: number }
  | { readonly kind: 'least_load' }
  /** Largest free share of the pausing gauge, so part-timers are treated fairly (X14). */
  | { readonly kind: 'spare_capacity' }
  /** Most matching attributes (region, industry, product line, tags) wins; shortfall breaks ties. */
  | { readonly kind: 'attributes' }
  /** Ranks, but nobody is chosen: the item waits for a manager with the list (D14). */
  | { readonly kind: 'manual' }

/** Who may be considered. Every given part must hold; lists hold if any of their entries does (X11). */
export interface CandidateSet {
  readonly roles?: readonly string[]
  readonly teams?: readonly string[]
  readonly territories?: readonly string[]
  readonly levels?: readonly ExperienceLevel[]
  readonly tags?: readonly { readonly tag: string; readonly minLevel?: number }[]
  readonly repIds?: readonly string[]
  /** The rep's own list must cover the item's value of these fields (an empty list of the rep covers all). */
  readonly match?: readonly ('region' | 'industry' | 'product')[]
}

/** Requirements dropped after waiting so long (X5). */
export interface Relaxation {
  readonly afterMinutes: number
  readonly drop: readonly (
    | 'roles'
    | 'teams'
    | 'territories'
    | 'levels'
    | 'tags'
    | 'region'
    | 'industry'
    | 'product'
  )[]
}

export interface RoutingRule {
  readonly id: string
  readonly name: string
  /** Higher first; then more specific first (number of comparisons); then id. */
  readonly priority: number
  readonly enabled?: boolean
  readonly when: Condition
  readonly then: RuleAction
}

export interface RuleAction {
  readonly strategy: Strategy
  readonly candidates?: CandidateSet
  readonly slaClass?: string
  /** Go to this pool at once, or only when nobody is eligible. */
  readonly pool?: { readonly id: string; readonly when: 'always' | 'nobody_eligible' }
  readonly relax?: readonly Relaxation[]
  /** Name of the virtual queue of the fairness ledger (X2); rules that share a name share turns. Default: one per rule. */
  readonly queue?: string
  /** Fields whose values split that queue further. */
  readonly queueBy?: readonly string[]
  /** Whoever is chosen is asked first; absent = it is theirs at once (X3). */
  readonly offer?: OfferRule
}

export type Tier = 'A' | 'B' | 'C'

/** How one of the 18 parameters (Decision 7) becomes points. */
export interface ScoreParameter {
  readonly field: string
  /** Share of the whole score, integer >= 0. */
  readonly weight: number
  /** First matching band gives 0–100; nothing matches or fact missing = `otherwise`. */
  readonly bands: readonly (
    | { readonly in: readonly string[]; readonly score: number }
    | { readonly atLeast: number; readonly score: number }
    | { readonly is: boolean; readonly score: number }
  )[]
  readonly otherwise: number
}

/** How difficulty is computed (B11): the mean of the inputs that are known, 0 (easy) – 100 (hard). */
export interface DifficultyPolicy {
  readonly inputs: readonly { readonly field: string; readonly bands: ScoreParameter['bands'] }[]
  /** With fewer known inputs the difficulty stays unknown. */
  readonly minimumKnown: number
  readonly hardFrom: number
  readonly mediumFrom: number
}

/** What the place in the waiting queue is made of: weights, and points per hour waited. */
export interface PriorityWeights {
  readonly score?: number
  readonly winRate?: number
  readonly urgency?: number
  readonly perHour?: number
}

export interface ScoringPolicy {
  readonly parameters: readonly ScoreParameter[]
  /** Other weights in a life-cycle stage (B7): `lifecycleStage` value → parameter field → weight; unnamed ones keep theirs. */
  readonly stageWeights?: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** Score (0–100) from which a lead is hot / warm: the win-probability row of the 9-grid. */
  readonly probabilityBands: { readonly high: number; readonly mid: number }
  /** Amount in minor units from which an order is large / medium: the column of the 9-grid, and the value band where none was given. */
  readonly amountBands: { readonly large: number; readonly medium: number }
  /** Keys `high_large` … `low_small` → tier (B8). */
  readonly grid: Readonly<Record<string, Tier>>
  /** Urgency values that count as urgent (B4). */
  readonly urgentValues: readonly string[]
  /** Who waits is served by this (B5, B6); absent = in order of arrival. Parts that are absent have defaults. */
  readonly priority?: PriorityWeights
  /** Absent = difficulty is only what was typed in. */
  readonly difficulty?: DifficultyPolicy
}

export interface Policy {
  readonly formatVersion: 1
  readonly name: string
  /** IANA zone of the company: day, week and month borders of caps. */
  readonly timeZone: string
  readonly rules: readonly RoutingRule[]
  /** Applies when no rule matches. */
  readonly fallback: RuleAction
  readonly gauges: readonly Gauge[]
  readonly workload: {
    /** Keys `high_hard` … `low_easy` → integer hundredths of a point (Decision 2). */
    readonly pointsHundredths: Readonly<Record<string, number>>
    readonly unknownHundredths: number
    readonly underloadPercent: number
  }
  readonly scoring: ScoringPolicy
  readonly tagging: readonly { readonly tag: string; readonly when: Condition }[]
  readonly fairness: {
    readonly period: 'week' | 'month' | 'none'
    /** Shortfall is clamped to ± this many turns, so debt stays bounded. */
    readonly maxTurns: number
    /** What one assignment counts as: one turn, or turns in proportion to expected value. */
    readonly measure: 'count' | 'value'
    /** E14: above this share of unfollowed items floors and bonuses are suspended, permille. */
    readonly unfollowedLimitPermille: number
    readonly decliningGetMore: boolean
  }
  readonly continuity: {
    /** Customer's owner gets the lead; `prefer` weighs, `require` waits for them, `off`. */
    readonly owner: 'first' | 'prefer' | 'off'
  }
  readonly duplicates: { readonly action: 'merge' | 'link' | 'block' | 'off' }
  /** Industries that need a specialist; without one a squad is proposed (D12). */
  readonly keyIndustries: readonly string[]
  readonly sla: Readonly<Record<string, { readonly firstResponseMinutes: number }>>
  readonly followup?: FollowupPolicy
  readonly learning?: LearningPolicy
  /** Absent = `defaultActivities`. */
  readonly activities?: ActivityPolicy
  /** Absent = `defaultHandover`. */
  readonly handover?: HandoverPolicy
  /** Absent = `defaultTasks`. */
  readonly tasks?: TaskPolicy
  readonly planning?: PlanningPolicy
  readonly offers?: OfferPolicy
  readonly caps?: readonly CapRule[]
  readonly credits?: CreditPolicy
  readonly backlog?: BacklogPolicy
}
