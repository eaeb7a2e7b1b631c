/** What one run under one policy came to. Shares in 0…1, times in working minutes. */
export interface RunMetrics {
  /** Won money as a share of all money offered. */
  readonly wonShare: number
  readonly wonValue: number
  /** Expected wins as a share of all leads. */
  readonly conversion: number
  readonly responseP50: number
  readonly responseP90: number
  /** 0 = everybody got the same number (money) of leads. */
  readonly giniCount: number
  readonly giniValue: number
  /** Rep-hours spent above the cap. */
  readonly overloadHours: number
  readonly mostPoints: number
  /** By tier, in the order of the assumptions. */
  readonly neverAssignedShare: readonly number[]
}

/** Mean over seeds with its standard error. */
export interface Estimate {
  readonly mean: number
  readonly error: number
}

export function estimate(values: readonly number[]): Estimate {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
  if (values.length < 2) return { mean, error: Number.NaN }
  const squares = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0)
  return { mean, error: Math.sqrt(squares / (values.length - 1) / values.length) }
}

export function gini(values: ArrayLike<number>): number {
  const sorted = Array.from(values).sort((a, b) => a - b)
  const total = sorted.reduce((sum, value) => sum + value, 0)
  if (total <= 0) return 0
  const weighted = sorted.reduce((sum, value, at) => sum + (at + 1) * value, 0)
  return (2 * weighted) / (sorted.length * total) - (sorted.length + 1) / sorted.length
}

/** Of sorted values; 0 where there are none. */
export function quantile(sorted: readonly number[], q: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? 0
}
