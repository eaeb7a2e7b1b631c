/** Predicted against observed wins over a window of outcomes. */
export interface DriftCheck {
  readonly outcomes: number
  readonly expectedWins: number
  readonly observedWins: number
  /** |Σy − Σp| / √Σp(1−p): how many standard errors the world is away from the model. */
  readonly errors: number
  readonly alarm: boolean
}

/** Beyond three standard errors the model no longer describes the world: retrain, and fall back until then. */
const ALARM_ERRORS = 3

/** Calibration-in-the-large over the given outcomes. Too few to say anything (Σp(1−p) < 5): no alarm. */
export function checkDrift(won: ArrayLike<number>, probability: ArrayLike<number>): DriftCheck {
  let expected = 0
  let observed = 0
  let variance = 0
  for (let i = 0; i < won.length; i++) {
    const p = probability[i]!
    expected += p
    observed += won[i]!
    variance += p * (1 - p)
  }
  const errors = variance > 0 ? Math.abs(observed - expected) / Math.sqrt(variance) : 0
  return {
    outcomes: won.length,
    expectedWins: expected,
    observedWins: observed,
    errors,
    alarm: variance >= 5 && errors > ALARM_ERRORS,
  }
}

/** The same over consecutive windows, for a chart and for "since when". */
export function driftOverTime(
  won: ArrayLike<number>,
  probability: ArrayLike<number>,
  window: number,
): DriftCheck[] {
  const checks: DriftCheck[] = []
  for (let from = 0; from < won.length; from += window) {
    const to = Math.min(won.length, from + window)
    if (to - from < window / 2 && checks.length > 0) break
    const slice = (values: ArrayLike<number>): number[] =>
      Array.from({ length: to - from }, (_, i) => values[from + i]!)
    checks.push(checkDrift(slice(won), slice(probability)))
  }
  return checks
}
