import type { Facts } from '../model/field.ts'
import type { ScoreParameter } from '../model/policy.ts'
import { compileBands } from './bands.ts'

/** One parameter at work; see `ScoreTerm` of the compiled policy. */
export interface ParameterTerm {
  readonly field: string
  readonly score: number
  readonly weight: number
  readonly contribution: number
  readonly missing: boolean
}

export interface Score {
  /** 0–100, integer. */
  readonly score: number
  /** Contributions are thousandths of a score point and sum to 1000 × score exactly. */
  readonly terms: readonly ParameterTerm[]
}

/**
 * Splits `total` in proportion to integer shares so that the parts add up exactly: largest remainder (Hamilton),
 * ties to the earlier part.
 */
export function apportion(total: number, shares: readonly number[]): readonly number[] {
  const sum = shares.reduce((a, b) => a + b, 0)
  if (sum === 0) return shares.map(() => 0)
  const parts = shares.map((share) => Math.floor((total * share) / sum))
  const rest = total - parts.reduce((a, b) => a + b, 0)
  const byRemainder = shares
    .map((share, index) => ({ index, remainder: (total * share) % sum }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index)
  for (const { index } of byRemainder.slice(0, rest)) parts[index] = (parts[index] ?? 0) + 1
  return parts
}

/**
 * The lead score (B1): weighted mean of the parameters' bands, rounded to a whole point, split over the parameters
 * so that what is shown adds up. All weights zero give 0.
 */
export function compileScore(parameters: readonly ScoreParameter[]): (facts: Facts) => Score {
  const ready = parameters.map((parameter) => ({
    parameter,
    read: compileBands(parameter.field, parameter.bands),
  }))
  const weightSum = parameters.reduce((sum, { weight }) => sum + weight, 0)
  return (facts) => {
    const seen = ready.map(({ parameter, read }) => {
      const band = read(facts)
      return { parameter, score: band ?? parameter.otherwise, missing: band === null }
    })
    const shares = seen.map(({ parameter, score }) => parameter.weight * score)
    const weighted = shares.reduce((a, b) => a + b, 0)
    // Half up, in integers: (2w + W) / 2W.
    const score = weightSum === 0 ? 0 : Math.floor((2 * weighted + weightSum) / (2 * weightSum))
    const contributions = apportion(score * 1000, shares)
    return {
      score,
      terms: seen.map(({ parameter, score: own, missing }, index) => ({
        field: parameter.field,
        score: own,
        weight: parameter.weight,
        contribution: contributions[index] ?? 0,
        missing,
      })),
    }
  }
}
