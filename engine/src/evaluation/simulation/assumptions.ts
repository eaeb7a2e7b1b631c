/**
 * Everything the simulator takes for granted, in one editable place. These are assumptions, not measurements: replace
 * them by the tenant's own figures before believing an absolute number; differences between policies are sturdier.
 */
export interface SimulationAssumptions {
  readonly reps: number
  readonly days: number
  /** Working minutes in a day; the clock counts only these. */
  readonly minutesPerDay: number
  /** Offered work as a share of what all reps together can hold; 1 = exactly full. */
  readonly load: number
  readonly segments: number
  /** Share of leads, workload points, mean value (money) per tier. Points as in Decision 2: 3 / 1.5 / 0.5. */
  readonly tiers: readonly {
    readonly name: 'high' | 'mid' | 'low'
    readonly share: number
    readonly points: number
    readonly meanValue: number
  }[]
  /** Spread of values inside a tier, standard deviation of the logarithm. */
  readonly valueSpread: number
  /** Points a capped policy lets a rep hold. */
  readonly capPoints: number
  /** Mean working minutes from taking to closing a lead, exponential. */
  readonly meanWorkMinutes: number
  /** Logit of the average chance to win, and how much reps and rep × segment differ (standard deviations). */
  readonly baseLogit: number
  readonly repSpread: number
  readonly matchSpread: number
  /** Error of what policies believe about a rep in a segment, in logits: nobody sees the truth. */
  readonly beliefError: number
  /** Time to notice an assignment: lognormal with this median (minutes) and spread. */
  readonly noticeMedianMinutes: number
  readonly noticeSpread: number
  /** Being busy delays the first response: load/10 × Exp(mean). */
  readonly busyMeanMinutes: number
  /** Winning chance × 1/(1 + (response/halfAt)^steepness): 5 min .88, 30 min .64, 1 h .5, 8 h .16. Far milder than the vendors' "21×". */
  readonly decayHalfMinutes: number
  readonly decaySteepness: number
  /** Quality lost per point above `easyPoints`, and the factor per point above `capPoints`. */
  readonly easyPoints: number
  readonly qualityLossPerPoint: number
  readonly overloadFactor: number
  /** Claim pool: mean minutes between a rep's looks into the pool. */
  readonly claimLookMinutes: number
  /** Batch: minutes between plans. */
  readonly batchMinutes: number
  /** Hybrid: minutes between re-optimisations of what is pooled. */
  readonly reoptimiseMinutes: number
  /** Hybrid: utilisation the price of time steers to. */
  readonly targetUtilisation: number
  /** Hybrid: minutes in the pool after which low value gets its other exit (nurture). */
  readonly exitAfterMinutes: number
}

export const DEFAULT_ASSUMPTIONS: SimulationAssumptions = {
  reps: 50,
  days: 20,
  minutesPerDay: 480,
  load: 0.8,
  segments: 12,
  tiers: [
    { name: 'high', share: 0.2, points: 3, meanValue: 30_000 },
    { name: 'mid', share: 0.3, points: 1.5, meanValue: 8_000 },
    { name: 'low', share: 0.5, points: 0.5, meanValue: 2_000 },
  ],
  valueSpread: 0.6,
  capPoints: 10,
  meanWorkMinutes: 1200,
  baseLogit: -1.25,
  repSpread: 0.3,
  matchSpread: 0.55,
  beliefError: 0.35,
  noticeMedianMinutes: 4,
  noticeSpread: 0.8,
  busyMeanMinutes: 40,
  decayHalfMinutes: 60,
  decaySteepness: 0.8,
  easyPoints: 5,
  qualityLossPerPoint: 0.015,
  overloadFactor: 0.9,
  claimLookMinutes: 45,
  batchMinutes: 30,
  reoptimiseMinutes: 5,
  targetUtilisation: 0.85,
  exitAfterMinutes: 960,
}

/** Share of the winning chance left after answering so late. */
export function decay(assumptions: SimulationAssumptions, responseMinutes: number): number {
  return 1 / (1 + (responseMinutes / assumptions.decayHalfMinutes) ** assumptions.decaySteepness)
}

/** Share of the winning chance left at so much load (points, this lead included). */
export function quality(assumptions: SimulationAssumptions, points: number): number {
  const { easyPoints, qualityLossPerPoint, overloadFactor, capPoints } = assumptions
  const busy = 1 - qualityLossPerPoint * Math.max(0, Math.min(points, capPoints) - easyPoints)
  return busy * overloadFactor ** Math.max(0, points - capPoints)
}
