/** Running sums of one arm of an experiment. Values may be 0/1 outcomes or money. */
export interface ArmSums {
  readonly count: number
  readonly sum: number
  readonly sumOfSquares: number
}

export const EMPTY_ARM: ArmSums = { count: 0, sum: 0, sumOfSquares: 0 }

export function addToArm(arm: ArmSums, value: number): ArmSums {
  return { count: arm.count + 1, sum: arm.sum + value, sumOfSquares: arm.sumOfSquares + value * value }
}

/** What may be said today; it may be looked at every day without raising the rate of false alarms. */
export interface SequentialResult {
  /** Mean of the treated arm minus mean of the control arm. */
  readonly difference: number
  /** Always-valid interval of the difference at level 1 − alpha. */
  readonly low: number
  readonly high: number
  /** Always-valid p: the smallest seen so far when threaded through `before`. */
  readonly p: number
  readonly decided: boolean
}

/** Per arm; below it a variance estimate is too poor for the normal approximation all this rests on. */
const LEAST_PER_ARM = 30

/**
 * Mixture sequential probability ratio test (Johari, Pekelis, Walsh, "Always Valid Inference"): with difference d,
 * its variance V and mixing N(0, τ²): Λ = √(V/(V+τ²)) · exp(τ²d² / (2V(V+τ²))), p = min(p, 1/Λ), reject at Λ ≥ 1/α. The
 * interval holds every difference the same test would not reject. `tau` is the size of effect worth finding, in the unit
 * of the values (2 percentage points = 0.02); a poor choice costs time, never validity.
 */
export function sequentialTest(
  control: ArmSums,
  treated: ArmSums,
  options: { readonly alpha: number; readonly tau: number },
  before: SequentialResult | null = null,
): SequentialResult {
  const unknown = {
    difference: 0,
    low: Number.NEGATIVE_INFINITY,
    high: Number.POSITIVE_INFINITY,
    p: 1,
    decided: false,
  }
  if (control.count < LEAST_PER_ARM || treated.count < LEAST_PER_ARM) return before ?? unknown
  const difference = treated.sum / treated.count - control.sum / control.count
  const variance = varianceOf(control) / control.count + varianceOf(treated) / treated.count
  if (!(variance > 0)) return before ?? { ...unknown, difference }
  const mixing = options.tau * options.tau
  const total = variance + mixing
  const logRatio =
    0.5 * Math.log(variance / total) + (mixing * difference * difference) / (2 * variance * total)
  const p = Math.min(before?.p ?? 1, Math.exp(-logRatio))
  // |d − d₀| at which Λ reaches 1/α.
  const reach = Math.sqrt(
    ((2 * variance * total) / mixing) * (Math.log(1 / options.alpha) + 0.5 * Math.log(total / variance)),
  )
  return {
    difference,
    // Valid at every look means their intersection is valid too; an empty one shows the assumptions broke.
    low: Math.max(difference - reach, before?.low ?? Number.NEGATIVE_INFINITY),
    high: Math.min(difference + reach, before?.high ?? Number.POSITIVE_INFINITY),
    p,
    decided: p <= options.alpha || (before?.decided ?? false),
  }
}

function varianceOf(arm: ArmSums): number {
  const mean = arm.sum / arm.count
  return Math.max(0, (arm.sumOfSquares - arm.count * mean * mean) / (arm.count - 1))
}

/**
 * Asymptotic confidence sequence for one mean: μ̂ ± σ̂·√(2(tρ²+1)/(t²ρ²) · ln(√(tρ²+1)/α)), (Waudby-Smith et al.,
 * "Time-uniform central limit theory", arXiv 2103.06476). `tightAt` is the number of observations where it should be
 * narrowest; ρ follows from it (their approximate optimum). Infinite below 30 observations.
 */
export function confidenceSequence(
  arm: ArmSums,
  alpha: number,
  tightAt: number,
): { low: number; mean: number; high: number } {
  const mean = arm.count > 0 ? arm.sum / arm.count : 0
  if (arm.count < LEAST_PER_ARM)
    return { low: Number.NEGATIVE_INFINITY, mean, high: Number.POSITIVE_INFINITY }
  const rate = Math.log(1 / (alpha * alpha))
  const rho2 = (rate + Math.log(1 + rate)) / tightAt
  const scaled = arm.count * rho2 + 1
  const reach =
    Math.sqrt(varianceOf(arm)) *
    Math.sqrt(((2 * scaled) / (arm.count * arm.count * rho2)) * Math.log(Math.sqrt(scaled) / alpha))
  return { low: mean - reach, mean, high: mean + reach }
}
