import { factorise, invertFactored, solveFactored } from './cholesky.ts'
import { addStep, curvatureOf, gradientOf, packDenseBlock } from './dense-block.ts'
import type { Design, Fit } from './design.ts'
import { logistic } from './logistic.ts'

export interface FitOptions {
  /** Upper bound on rounds of one Newton step + one back-fitting sweep + one variance update. */
  readonly maxRounds?: number
  /** Prior variance every group starts with, in logit². */
  readonly startVariance?: number
}

// A group whose variance falls to the floor is switched off for all practical purposes (sd 0.01 logit).
const VARIANCE_FLOOR = 1e-4
const VARIANCE_CEILING = 16
/** Below sd 0.05 logit a group moves no probability by more than about one point; its variance need not settle. */
const NEGLIGIBLE_VARIANCE = 2.5e-3
/** Prior variance of standardised linear terms is learnt too, but never wider than this. */
const NUMERIC_START = 1
/** The curvature settles after three rounds; a stale one costs half a round of convergence and saves most of the time. */
const REFRESH_EVERY = 4
/** A single back-fitted level moves at most this far per round: separable cells would overshoot before the priors are learnt. */
const MAX_STEP = 4

/**
 * Hierarchical empirical-Bayes logistic regression: logit p = b0 + βᵀx + Σ u_group[level], u ~ N(0, σ²_group).
 * Newton (IRLS) on a dense block of small groups and numbers, Gauss–Seidel back-fitting for groups too large for it,
 * and after every round the variances by MacKay's fixed point of the evidence, σ² = Σû² / γ with
 * γ = L − tr(V)/σ² (MacKay 1992, "Bayesian interpolation"; same maximum as EM, a fraction of the rounds).
 * Deterministic: no randomness, fixed order of summation.
 */
export function fitHierarchicalLogit(design: Design, options: FitOptions = {}): Fit {
  const maxRounds = options.maxRounds ?? 10
  const block = packDenseBlock(design)
  const { size, denseStart } = block
  const numericCount = design.numeric.length
  const variance = new Float64Array(design.groups.length).fill(options.startVariance ?? 0.25)
  let numericVariance = NUMERIC_START
  const beta = new Float64Array(size)
  beta[0] = logitOfMean(design)
  const effects = design.groups.map((group) => new Float64Array(group.levels))
  const effectVariance = design.groups.map((group) => new Float64Array(group.levels))
  const eta = new Float64Array(design.rows).fill(beta[0]!)
  let covariance: Float64Array = new Float64Array(size * size)
  let curvature: Float64Array = covariance
  let rounds = 0
  for (; rounds < maxRounds; rounds++) {
    const precision = priorPrecision()
    if (rounds < 3 || rounds % REFRESH_EVERY === 0) curvature = curvatureOf(design, block, eta)
    const hessian = curvature.slice()
    const gradient = gradientOf(design, block, eta)
    for (let i = 0; i < size; i++) {
      hessian[i * size + i]! += precision[i]!
      gradient[i]! -= precision[i]! * beta[i]!
    }
    factoriseSafely(hessian, size)
    solveFactored(hessian, size, gradient)
    let moved = newtonStep(gradient, precision)
    moved = Math.max(moved, backFit())
    covariance = invertFactored(hessian, size)
    const shifted = updateVariances(precision)
    if (moved < 0.02 && shifted < 0.1) {
      rounds++
      break
    }
  }
  collectDense()
  return {
    intercept: beta[0]!,
    numeric: beta.slice(1, 1 + numericCount),
    effects,
    effectVariance,
    groupVariance: variance,
    covariance,
    denseStart,
    denseSize: size,
    rounds,
  }

  /** Takes the step, halved until the penalised likelihood does not fall; returns the largest movement. */
  function newtonStep(step: Float64Array, precision: Float64Array): number {
    const before = penalisedLogLikelihood(design, eta, beta, precision)
    addStep(block, eta, step)
    for (let i = 0; i < size; i++) beta[i]! += step[i]!
    // Whole steps are shortened, never single coordinates: collinear columns move far in opposite directions.
    for (let halving = 0; halving < 8; halving++) {
      if (penalisedLogLikelihood(design, eta, beta, precision) >= before - 1e-9) break
      for (let i = 0; i < size; i++) {
        step[i]! *= halving === 0 ? -0.5 : 0.5
        beta[i]! += step[i]!
      }
      addStep(block, eta, step)
    }
    return step.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  }

  function priorPrecision(): Float64Array {
    const precision = new Float64Array(size)
    precision[0] = 1e-6
    for (let i = 1; i <= numericCount; i++) precision[i] = 1 / numericVariance
    design.groups.forEach((group, g) => {
      const start = denseStart[g]!
      if (start >= 0) precision.fill(1 / variance[g]!, start, start + group.levels)
    })
    return precision
  }

  function backFit(): number {
    let moved = 0
    design.groups.forEach((group, g) => {
      if (denseStart[g]! >= 0) return
      const sumWeight = new Float64Array(group.levels)
      const sumResidual = new Float64Array(group.levels)
      for (let row = 0; row < design.rows; row++) {
        const level = group.index[row]!
        if (level < 0) continue
        const p = logistic(eta[row]!)
        sumWeight[level]! += design.weight[row]! * p * (1 - p)
        sumResidual[level]! += design.weight[row]! * (design.won[row]! - p)
      }
      const effect = effects[g]!
      const step = new Float64Array(group.levels)
      for (let level = 0; level < group.levels; level++) {
        const posterior = 1 / (sumWeight[level]! + 1 / variance[g]!)
        const raw = (sumResidual[level]! - effect[level]! / variance[g]!) * posterior
        step[level] = Math.max(-MAX_STEP, Math.min(MAX_STEP, raw))
        effect[level]! += step[level]!
        effectVariance[g]![level] = posterior
        moved = Math.max(moved, Math.abs(step[level]!))
      }
      for (let row = 0; row < design.rows; row++) {
        const level = group.index[row]!
        if (level >= 0) eta[row]! += step[level]!
      }
    })
    return moved
  }

  /** Returns the largest relative change, floored groups aside. */
  function updateVariances(precision: Float64Array): number {
    let shifted = 0
    design.groups.forEach((group, g) => {
      const start = denseStart[g]!
      let squares = 0
      let trace = 0
      for (let level = 0; level < group.levels; level++) {
        const effect = start >= 0 ? beta[start + level]! : effects[g]![level]!
        squares += effect * effect
        trace += start >= 0 ? covariance[(start + level) * size + start + level]! : effectVariance[g]![level]!
      }
      const before = variance[g]!
      const next = nextVariance(squares, trace, group.levels, before)
      variance[g] = next
      if (next > NEGLIGIBLE_VARIANCE) shifted = Math.max(shifted, Math.abs(next - before) / before)
    })
    if (numericCount > 0) {
      let squares = 0
      let trace = 0
      for (let i = 1; i <= numericCount; i++) {
        squares += beta[i]! * beta[i]!
        trace += covariance[i * size + i]!
      }
      numericVariance = Math.min(NUMERIC_START, nextVariance(squares, trace, numericCount, 1 / precision[1]!))
    }
    return shifted
  }

  function collectDense(): void {
    design.groups.forEach((group, g) => {
      const start = denseStart[g]!
      if (start < 0) return
      for (let level = 0; level < group.levels; level++) {
        effects[g]![level] = beta[start + level]!
        effectVariance[g]![level] = covariance[(start + level) * size + start + level]!
      }
    })
  }
}

function penalisedLogLikelihood(
  design: Design,
  eta: Float64Array,
  beta: Float64Array,
  precision: Float64Array,
): number {
  let sum = 0
  for (let row = 0; row < design.rows; row++) {
    const x = design.won[row] === 1 ? eta[row]! : -eta[row]!
    // log σ(x) without overflow on either side.
    sum += design.weight[row]! * (x > 0 ? -Math.log1p(Math.exp(-x)) : x - Math.log1p(Math.exp(x)))
  }
  for (let i = 0; i < beta.length; i++) sum -= 0.5 * precision[i]! * beta[i]! * beta[i]!
  return sum
}

/** Rounding can lose positive definiteness where columns repeat each other; a little on the diagonal restores it. */
function factoriseSafely(matrix: Float64Array, size: number): void {
  const original = matrix.slice()
  let ridge = 0
  for (let attempt = 0; attempt < 5; attempt++) {
    if (factorise(matrix, size)) return
    ridge = ridge === 0 ? 1e-8 : ridge * 100
    matrix.set(original)
    for (let i = 0; i < size; i++) matrix[i * size + i]! += ridge * (1 + original[i * size + i]!)
  }
  throw new Error('hierarchical logit: the normal equations hold values that are not numbers')
}

function nextVariance(squares: number, trace: number, levels: number, before: number): number {
  const determined = Math.max(levels - trace / before, 1e-3 * levels)
  // Never more than fourfold up or down in one round: the first rounds see effects that have not settled.
  const proposal = Math.max(before / 4, Math.min(before * 4, squares / determined))
  return Math.max(VARIANCE_FLOOR, Math.min(VARIANCE_CEILING, proposal))
}

function logitOfMean(design: Design): number {
  let total = 0
  let wins = 0
  for (let row = 0; row < design.rows; row++) {
    total += design.weight[row]!
    wins += design.weight[row]! * design.won[row]!
  }
  const mean = (wins + 0.5) / (total + 1)
  return Math.log(mean / (1 - mean))
}
