import type { Design, DesignGroup, Fit } from './design.ts'
import { logistic, logit } from './logistic.ts'

/**
 * Shrunken rates for few outcomes: each level's rate is (wins + k·parent)/(trials + k), where the parent of a column's
 * level is the base rate and the parent of a combination is what its columns already say. k, the number of imaginary
 * outcomes, comes from the spread of the levels (method of moments for the Beta-Binomial, Kleinman 1973).
 * `mainGroups` first groups of the design are columns, the rest combinations of them.
 */
export function fitBetaBinomial(design: Design, mainGroups: number): Fit {
  let wins = 0
  let total = 0
  for (let row = 0; row < design.rows; row++) {
    wins += design.weight[row]! * design.won[row]!
    total += design.weight[row]!
  }
  const base = (wins + 1) / (total + 2)
  const intercept = logit(base)
  const eta = new Float64Array(design.rows).fill(intercept)
  const effects: Float64Array[] = []
  const effectVariance: Float64Array[] = []
  const groupVariance = new Float64Array(design.groups.length)
  const mains = design.groups.slice(0, mainGroups).map((group) => shrink(design, group, eta))
  mains.forEach((result, g) => {
    addTo(eta, design.groups[g]!, result.effect)
  })
  const crosses = design.groups.slice(mainGroups).map((group) => shrink(design, group, eta))
  for (const [g, result] of [...mains, ...crosses].entries()) {
    effects.push(result.effect)
    effectVariance.push(result.variance)
    groupVariance[g] = result.prior
  }
  return {
    intercept,
    numeric: new Float64Array(0),
    effects,
    effectVariance,
    groupVariance,
    covariance: Float64Array.of(1 / (total * base * (1 - base) + 1)),
    denseStart: new Int32Array(design.groups.length).fill(-1),
    denseSize: 1,
    rounds: 1,
  }
}

interface Shrunk {
  readonly effect: Float64Array
  readonly variance: Float64Array
  readonly prior: number
}

const LEAST_PRIOR_TRIALS = 8
const MOST_PRIOR_TRIALS = 400

function shrink(design: Design, group: DesignGroup, eta: Float64Array): Shrunk {
  const trials = new Float64Array(group.levels)
  const wins = new Float64Array(group.levels)
  const expected = new Float64Array(group.levels)
  for (let row = 0; row < design.rows; row++) {
    const level = group.index[row]!
    if (level < 0) continue
    trials[level]! += design.weight[row]!
    wins[level]! += design.weight[row]! * design.won[row]!
    expected[level]! += design.weight[row]! * logistic(eta[row]!)
  }
  const prior = priorTrials(trials, wins, expected)
  const effect = new Float64Array(group.levels)
  const variance = new Float64Array(group.levels)
  let spread = 0.25
  for (let level = 0; level < group.levels; level++) {
    const parent = trials[level]! > 0 ? expected[level]! / trials[level]! : 0.5
    const bounded = Math.min(1 - 1e-6, Math.max(1e-6, parent))
    const rate = (wins[level]! + prior * bounded) / (trials[level]! + prior)
    effect[level] = trials[level]! > 0 ? logit(rate) - logit(bounded) : 0
    variance[level] = 1 / ((trials[level]! + prior) * Math.max(1e-3, rate * (1 - rate)))
    spread = Math.min(spread, 1 / (prior * Math.max(1e-3, bounded * (1 - bounded))))
  }
  return { effect, variance, prior: spread }
}

/** More spread between levels than chance explains → fewer imaginary trials; none → as many as allowed. */
function priorTrials(trials: Float64Array, wins: Float64Array, expected: Float64Array): number {
  let excess = 0
  let scale = 0
  let chance = 0
  for (let level = 0; level < trials.length; level++) {
    const n = trials[level]!
    if (n === 0) continue
    const p = expected[level]! / n
    const gap = wins[level]! - expected[level]!
    excess += (gap * gap) / n
    chance += p * (1 - p)
    scale += n * p * (1 - p)
  }
  const ratio = scale > 0 ? (excess - chance) / scale : 0
  if (ratio <= 0) return MOST_PRIOR_TRIALS
  return Math.min(MOST_PRIOR_TRIALS, Math.max(LEAST_PRIOR_TRIALS, 1 / ratio - 1))
}

function addTo(eta: Float64Array, group: DesignGroup, effect: Float64Array): void {
  for (let row = 0; row < eta.length; row++) {
    const level = group.index[row]!
    if (level >= 0) eta[row]! += effect[level]!
  }
}
