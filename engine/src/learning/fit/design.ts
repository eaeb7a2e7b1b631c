/** One categorical part of the model: every row has one level, or −1 for none. */
export interface DesignGroup {
  readonly levels: number
  readonly index: Int32Array
}

/** What the fit sees: outcomes, weights, standardised numbers and one-hot groups stored as level indices. */
export interface Design {
  readonly rows: number
  /** 1 = won, 0 = lost. Open work never gets here: it is censored, not lost. */
  readonly won: Uint8Array
  /** Positive; recency or importance. */
  readonly weight: Float64Array
  readonly numeric: readonly Float64Array[]
  readonly groups: readonly DesignGroup[]
}

/** Result of a fit, in logits. */
export interface Fit {
  readonly intercept: number
  readonly numeric: Float64Array
  readonly effects: readonly Float64Array[]
  /** Posterior variance of each effect. */
  readonly effectVariance: readonly Float64Array[]
  /** Prior variance of each group as estimated from the data. */
  readonly groupVariance: Float64Array
  /** Posterior covariance of (intercept, numeric…, levels of the dense groups…), row-major. */
  readonly covariance: Float64Array
  /** Where each group starts in the covariance; −1 = back-fitted, only `effectVariance` is known. */
  readonly denseStart: Int32Array
  readonly denseSize: number
  readonly rounds: number
}

/** The rows `keep` of a design, for cross-validation. */
export function subsetDesign(design: Design, keep: Int32Array): Design {
  const takeFloat = (from: Float64Array): Float64Array => Float64Array.from(keep, (row) => from[row]!)
  return {
    rows: keep.length,
    won: Uint8Array.from(keep, (row) => design.won[row]!),
    weight: takeFloat(design.weight),
    numeric: design.numeric.map(takeFloat),
    groups: design.groups.map((group) => ({
      levels: group.levels,
      index: Int32Array.from(keep, (row) => group.index[row]!),
    })),
  }
}
