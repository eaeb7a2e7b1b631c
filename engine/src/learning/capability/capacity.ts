/** How it went at one level of load: `trials` pieces of work handled while the rep carried `load`, `good` of them well. */
export interface LoadDay {
  readonly repId: string
  /** Customers handled that day, or open load points: any measure, the suggestion is in the same. */
  readonly load: number
  readonly trials: number
  /** Won, or answered in time: whatever quality means to the team. 0 ≤ good ≤ trials. */
  readonly good: number
}

/** A limit suggested for one rep; a suggestion, never applied by itself. */
export interface CapacitySuggestion {
  readonly repId: string
  /** Load from which quality falls, and its 90 % interval. */
  readonly limit: number
  readonly low: number
  readonly high: number
  /** Load with the most good work per day (最佳负荷指数). */
  readonly best: number
  /** Quality lost two units above the limit, as a share of the quality below it. */
  readonly qualityLossAbove: number
  readonly trials: number
  /** 'start-value': no history; 'team': mostly the team's; 'own': the rep's own history narrowed it clearly. */
  readonly basis: 'start-value' | 'team' | 'own'
}

export interface CapacityOptions {
  /** Where the search starts without any history (E8: 8 high-intent customers a day). */
  readonly startValue: number
  readonly startLow: number
  readonly startHigh: number
}

export const DEFAULT_CAPACITY: CapacityOptions = { startValue: 8, startLow: 5, startHigh: 12 }

const GRID = 40
/** Logits of quality lost per unit of load above the limit; shared by the team, chosen by likelihood. */
const SLOPES = [0, 0.02, 0.05, 0.1, 0.2, 0.3, 0.45, 0.65, 0.9]
const EM_ROUNDS = 30

/**
 * Personal capacity: quality is flat up to a limit c and falls by s logits per unit above it,
 * logit q = a_rep − s·max(0, load − c_rep). Limits are a posteriori over a grid; their prior is the team's own
 * distribution of limits (empirical Bayes by EM, smoothed with two imaginary reps around the start value), so a rep with
 * little history leans on the team and one with much has their own. `repIds` may name people without history.
 */
export function suggestCapacity(
  days: readonly LoadDay[],
  repIds: readonly string[],
  options: CapacityOptions = DEFAULT_CAPACITY,
): CapacitySuggestion[] {
  const used = days.filter((day) => day.trials > 0)
  const most = used.reduce((high, day) => Math.max(high, day.load), options.startHigh)
  const grid = Float64Array.from({ length: GRID }, (_, k) => (most * (k + 1)) / GRID)
  const anchor = normalised(
    grid.map((c) =>
      Math.exp(-0.5 * ((c - options.startValue) / ((options.startHigh - options.startLow) / 3.29)) ** 2),
    ),
  )
  const byRep = new Map(repIds.map((id) => [id, used.filter((day) => day.repId === id)]))
  const withHistory = [...byRep].filter(([, own]) => own.length > 0)
  let slope = SLOPES[0]!
  let evidence = Number.NEGATIVE_INFINITY
  let likelihoods: Float64Array[] = []
  let prior: Float64Array = anchor
  for (const candidate of SLOPES) {
    const rows = withHistory.map(([, own]) =>
      Float64Array.from(grid, (c) => profileLikelihood(own, c, candidate).value),
    )
    const fitted = fitPrior(rows, anchor)
    if (fitted.evidence > evidence + 1e-9) {
      slope = candidate
      evidence = fitted.evidence
      likelihoods = rows
      prior = fitted.prior
    }
  }
  return repIds.map((repId) => {
    const at = withHistory.findIndex(([id]) => id === repId)
    const own = byRep.get(repId)!
    const posterior = slope > 0 && at >= 0 ? posteriorOf(likelihoods[at]!, prior) : prior
    const limit = grid.reduce((sum, c, k) => sum + c * posterior[k]!, 0)
    const low = quantile(grid, posterior, 0.05)
    const high = quantile(grid, posterior, 0.95)
    const base = own.length > 0 ? profileLikelihood(own, limit, slope).intercept : 0
    const quality = (load: number): number => 1 / (1 + Math.exp(-(base - slope * Math.max(0, load - limit))))
    const narrowed = high - low < 0.6 * (quantile(grid, prior, 0.95) - quantile(grid, prior, 0.05))
    return {
      repId,
      limit,
      low,
      high,
      // Where load does not show in quality, the most work would be the most good work: then nothing is suggested but
      // what is usual.
      best:
        slope === 0
          ? limit
          : grid.reduce(
              (best, load) => (load * quality(load) > best * quality(best) ? load : best),
              grid[0]!,
            ),
      qualityLossAbove: 1 - quality(limit + 2) / quality(limit),
      trials: own.reduce((sum, day) => sum + day.trials, 0),
      basis: withHistory.length === 0 || slope === 0 ? 'start-value' : at >= 0 && narrowed ? 'own' : 'team',
    }
  })
}

/** Log-likelihood at the best intercept (with a weak N(0, 2²) prior), found by Newton. */
function profileLikelihood(
  days: readonly LoadDay[],
  limit: number,
  slope: number,
): { value: number; intercept: number } {
  let a = 0
  for (let round = 0; round < 12; round++) {
    let gradient = -a / 4
    let curvature = 1 / 4
    for (const day of days) {
      const p = 1 / (1 + Math.exp(-(a - slope * Math.max(0, day.load - limit))))
      gradient += day.good - day.trials * p
      curvature += day.trials * p * (1 - p)
    }
    const step = Math.max(-2, Math.min(2, gradient / curvature))
    a += step
    if (Math.abs(step) < 1e-6) break
  }
  let value = -(a * a) / 8
  for (const day of days) {
    const eta = a - slope * Math.max(0, day.load - limit)
    const softplus = eta > 0 ? eta + Math.log1p(Math.exp(-eta)) : Math.log1p(Math.exp(eta))
    value += day.good * eta - day.trials * softplus
  }
  return { value, intercept: a }
}

function fitPrior(
  rows: readonly Float64Array[],
  anchor: Float64Array,
): { prior: Float64Array; evidence: number } {
  let prior = anchor
  let evidence = 0
  for (let round = 0; round < EM_ROUNDS; round++) {
    const next = anchor.map((share) => 2 * share)
    evidence = 0
    for (const row of rows) {
      const posterior = posteriorOf(row, prior)
      const top = row.reduce((a, b) => Math.max(a, b))
      evidence += top + Math.log(row.reduce((sum, value, k) => sum + Math.exp(value - top) * prior[k]!, 0))
      for (let k = 0; k < next.length; k++) next[k]! += posterior[k]!
    }
    prior = normalised(next)
  }
  return { prior, evidence }
}

function posteriorOf(row: Float64Array, prior: Float64Array): Float64Array {
  const top = row.reduce((a, b) => Math.max(a, b))
  return normalised(row.map((value, k) => Math.exp(value - top) * prior[k]!))
}

function normalised(values: Float64Array): Float64Array {
  const total = values.reduce((a, b) => a + b, 0)
  return values.map((value) => value / total)
}

function quantile(grid: Float64Array, share: Float64Array, q: number): number {
  let sum = 0
  for (let k = 0; k < grid.length; k++) {
    sum += share[k]!
    if (sum >= q) return grid[k]!
  }
  return grid[grid.length - 1]!
}
