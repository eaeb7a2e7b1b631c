import { normalQuantile } from './normal-quantile.ts'

export interface SampleSizeRequest {
  /** Win rate without the change. */
  readonly baseRate: number
  /** Difference worth finding, absolute: 0.03 = three percentage points. */
  readonly difference: number
  readonly alpha?: number
  readonly power?: number
  /** Leads per randomised unit (team-day, team) and how alike they are; 1 and 0 when single leads are randomised. */
  readonly clusterSize?: number
  readonly intraclassCorrelation?: number
  /** Share of variance removed by CUPED. */
  readonly varianceRemoved?: number
}

/**
 * Leads needed per arm with a fixed horizon: n = 2p(1−p)(z_{α/2}+z_β)²/Δ², times the design effect 1+(m−1)·ICC of
 * clusters and (1 − share removed by CUPED). Looking daily (mSPRT) takes about 15–50 % more for effects around τ.
 * Throws `RangeError` for a rate outside (0, 1) or a difference of 0.
 */
export function leadsPerArm(request: SampleSizeRequest): number {
  const { baseRate: p, difference, alpha = 0.05, power = 0.8 } = request
  if (!(p > 0 && p < 1)) throw new RangeError(`a base rate between 0 and 1 is needed, not ${p}`)
  if (difference === 0) throw new RangeError('a difference of 0 needs endless leads')
  const z = normalQuantile(1 - alpha / 2) + normalQuantile(power)
  const design = 1 + ((request.clusterSize ?? 1) - 1) * (request.intraclassCorrelation ?? 0)
  const single = (2 * p * (1 - p) * z * z) / (difference * difference)
  return Math.ceil(single * design * (1 - (request.varianceRemoved ?? 0)))
}

/** The smallest difference that so many leads per arm can show: the honest sentence before a test starts. */
export function smallestDetectable(leads: number, request: Omit<SampleSizeRequest, 'difference'>): number {
  return Math.sqrt(leadsPerArm({ ...request, difference: 0.001 }) / leads) * 0.001
}
