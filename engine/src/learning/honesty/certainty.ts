/** A rep's chance with an uncertainty, both in millionths of a logit. */
export interface RepChance {
  readonly repId: string
  readonly micro: number
  readonly deviationMicro: number
}

export interface Preference {
  /** False: the model cannot tell the best from the others; rotate. */
  readonly known: boolean
  readonly bestRepId: string
  /** Best minus runner-up in standard errors of the difference, in thousandths. */
  readonly separationThousandths: number
}

/** Below one standard error the order of two reps is close to a coin toss (84 % at best); such an order is not used. */
const SEPARATION_NEEDED = 1

/**
 * "I do not know": whether the model really prefers somebody for this lead. Only parts that differ between reps belong
 * into `chances`; what is common to the lead cancels. Null where there is no candidate. Ties go to the smaller id.
 */
export function preferenceOf(chances: readonly RepChance[]): Preference | null {
  const ranked = [...chances].sort((a, b) => b.micro - a.micro || (a.repId < b.repId ? -1 : 1))
  const [best, second] = ranked
  if (!best) return null
  if (!second) return { known: true, bestRepId: best.repId, separationThousandths: 0 }
  const error = Math.sqrt(
    best.deviationMicro * best.deviationMicro + second.deviationMicro * second.deviationMicro,
  )
  const separation = error > 0 ? (best.micro - second.micro) / error : 0
  return {
    known: separation >= SEPARATION_NEEDED,
    bestRepId: best.repId,
    separationThousandths: Math.round(separation * 1000),
  }
}

/** A probability whose interval is wider than this says too little to grade a lead by; show "unknown" instead. */
const WIDEST_USEFUL_MILLIONTHS = 400_000

export function isUnknown(scored: { readonly low: number; readonly high: number }): boolean {
  return scored.high - scored.low > WIDEST_USEFUL_MILLIONTHS
}
