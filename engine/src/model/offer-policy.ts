/** What a rep says when an offer does not suit; the codes a company counts. */
export interface DeclineReason {
  readonly code: string
  readonly zh: string
  readonly en: string
}

/** How long an offer of a rule stands; the default of the group where neither is given. */
export interface OfferRule {
  readonly minutes?: number
  readonly seconds?: number
}

/** What holds for offers of all rules (X3); every part may be absent. */
export interface OfferPolicy {
  readonly minutes?: number
  /** `rep`: only the rep's own working time counts; `always`: the clock on the wall. */
  readonly hours?: 'rep' | 'always'
  /** So many offers a week may be declined or left to run out without a turn lost. */
  readonly freePerWeek?: number
  /** After so many offers that came back nobody is asked any more. */
  readonly maxRounds?: number
  /** What then: given without asking, into a pool, or a manager decides. */
  readonly after?: 'assign' | 'pool' | 'manager'
  readonly poolId?: string
  readonly reasons?: readonly DeclineReason[]
}

/** Offers of one item that came back so far. */
export interface OfferStanding {
  readonly rounds: number
  readonly declined: readonly string[]
  readonly expired: readonly string[]
}
