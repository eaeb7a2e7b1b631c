/**
 * Why a candidate was not admissible. Stable API; the sentence is rendered outside the engine. Order = order of testing,
 * as far as `MONTHLY_MAX_REACHED`; stored by position, so new codes go to the end.
 */
export const exclusionCodes = [
  'REP_INACTIVE',
  'REP_PAUSED',
  'REP_ON_LEAVE',
  'REP_OFF_DUTY',
  'EXCLUDED_FOR_ITEM',
  'ROLE_NOT_IN_RULE',
  'TEAM_NOT_IN_RULE',
  'REP_NOT_IN_RULE',
  'LEVEL_NOT_IN_RULE',
  'TERRITORY_NOT_IN_RULE',
  'REGION_NOT_COVERED',
  'INDUSTRY_NOT_COVERED',
  'PRODUCT_NOT_COVERED',
  'TAG_MISSING',
  'TAG_LEVEL_TOO_LOW',
  'LOAD_INDEX_FULL',
  'OPEN_ITEMS_FULL',
  'KEY_PROJECTS_FULL',
  'OPPORTUNITIES_FULL',
  'HIGH_INTENT_FULL',
  'FOLLOWED_FULL',
  'CUSTOMERS_FULL',
  'DAILY_MAX_REACHED',
  'WEEKLY_MAX_REACHED',
  'MONTHLY_MAX_REACHED',
  'DECLINED_OFFER',
  'OFFER_EXPIRED',
  'CAP_WINDOW',
  'BACKLOG_SHARE',
] as const
export type ExclusionCode = (typeof exclusionCodes)[number]

/** The terms a total is made of. `*_rank` belong to the strategies that only order. */
export const termCodes = [
  'WIN_VALUE',
  'FIT_INDUSTRY',
  'FIT_PRODUCT',
  'FIT_TAGS',
  'HEADROOM',
  'FAIRNESS',
  'FLOOR',
  'CONTINUITY',
  'DEVELOPMENT',
  'ROTATION_TURN',
  'PERFORMANCE',
  'LOAD',
  'SPARE_CAPACITY',
  'ATTRIBUTE_MATCH',
  'TIME_PRICE',
  'HAND_OVER',
] as const
export type TermCode = (typeof termCodes)[number]

/** Why an item ended where it ended. Stored by position: new codes go to the end. */
export const reasonCodes = [
  'BEST_SCORE',
  'NEAR_TIE_DRAW',
  'ONLY_CANDIDATE',
  'NEXT_IN_ROTATION',
  'LEAST_LOADED',
  'MOST_SPARE_CAPACITY',
  'BEST_ATTRIBUTE_MATCH',
  'CUSTOMER_OWNER',
  'OVERRIDE',
  'CLAIMED',
  'PLANNED',
  'POOLED_BY_RULE',
  'POOLED_NOBODY_ELIGIBLE',
  'WAITING_NO_REPS',
  'WAITING_ALL_FULL',
  'WAITING_NOBODY_ON_DUTY',
  'WAITING_NOT_COVERED',
  'WAITING_NO_SKILL',
  'WAITING_NOBODY_IN_RULE',
  'WAITING_MIXED',
  'WAITING_FOR_MANAGER',
  'WAITING_CONTENTION',
  'POOLED_RECALLED',
  'POOLED_RELEASED',
  'POOLED_IMPORTED',
  'POOLED_BELOW_PRICE',
  'WAITING_BELOW_PRICE',
  'REOPTIMISED',
  'POOLED_NO_TAKER',
  'WAITING_NO_TAKER',
] as const
export type ReasonCode = (typeof reasonCodes)[number]

export interface Reason {
  readonly code: ReasonCode
  /** Integers, ids and codes a sentence needs; never a sentence. */
  readonly params: Readonly<Record<string, string | number | readonly string[]>>
}

/** What will release a waiting item (Decision 10). */
export type ReleaseCondition =
  | { readonly kind: 'capacity_freed' }
  | { readonly kind: 'on_duty'; readonly at: number | null }
  | { readonly kind: 'period_starts'; readonly at: number }
  | { readonly kind: 'relaxes'; readonly at: number }
  | { readonly kind: 'roster_changed' }
  | { readonly kind: 'manager_decides' }
  | { readonly kind: 'retry' }
  /** Where a rep's time becomes cheap enough; at the latest when prices are too old to be used. */
  | { readonly kind: 'prices_fall'; readonly at: number }
