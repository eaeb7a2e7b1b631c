/** Wins and trials with a prior of `priorTrials` imaginary outcomes at `parentRate`. */
export interface ShrunkenRate {
  readonly trials: number
  readonly wins: number
  readonly rate: number
  readonly low: number
  readonly high: number
}

/**
 * Posterior mean of a Beta-Binomial and its 90 % interval on the logit scale (normal approximation with variance
 * 1/α + 1/β; Agresti, "Categorical Data Analysis"). With no trials it is the parent with the prior's width.
 */
export function shrunkenRate(
  wins: number,
  trials: number,
  parentRate: number,
  priorTrials: number,
): ShrunkenRate {
  const parent = Math.min(1 - 1e-3, Math.max(1e-3, parentRate))
  const alpha = wins + priorTrials * parent
  const beta = trials - wins + priorTrials * (1 - parent)
  const rate = alpha / (alpha + beta)
  const centre = Math.log(alpha / beta)
  const reach = 1.645 * Math.sqrt(1 / alpha + 1 / beta)
  const back = (x: number): number => 1 / (1 + Math.exp(-x))
  return {
    trials,
    wins,
    rate,
    low: Math.min(rate, back(centre - reach)),
    high: Math.max(rate, back(centre + reach)),
  }
}

/** Imaginary trials by the method of moments over groups that share a parent; between 5 and 200. */
export function priorTrialsOf(
  groups: readonly { readonly wins: number; readonly trials: number }[],
  parentRate: number,
): number {
  const chance = parentRate * (1 - parentRate)
  let excess = 0
  let total = 0
  let filled = 0
  for (const { wins, trials } of groups) {
    if (trials === 0) continue
    const gap = wins - trials * parentRate
    excess += (gap * gap) / trials
    total += trials
    filled++
  }
  if (filled < 2 || chance === 0) return 20
  // E[Σ gap²/n] = Σ (chance + (n−1)·between), so the surplus over chance is the spread between groups.
  const between = (excess - filled * chance) / Math.max(1, total - filled)
  return between <= 0 ? 200 : Math.min(200, Math.max(5, chance / between - 1))
}
