/**
 * CUPED (Deng, Xu, Kohavi, Walker 2013): subtracts from each outcome what was foreseeable before the assignment,
 * Y' = Y − θ(X − X̄) with θ = cov(X, Y)/var(X) pooled over all arms, so noise shrinks by 1 − ρ² and the difference
 * between arms keeps its expectation. X must be known before assignment (win probability × value does). Returns the
 * adjusted outcomes in order and the share of variance removed; a constant X changes nothing.
 */
export function adjustForForeseen(
  outcome: ArrayLike<number>,
  foreseen: ArrayLike<number>,
): { readonly adjusted: Float64Array; readonly theta: number; readonly varianceRemoved: number } {
  const count = outcome.length
  if (foreseen.length !== count)
    throw new RangeError(`${count} outcomes but ${foreseen.length} foreseen values`)
  let meanY = 0
  let meanX = 0
  for (let i = 0; i < count; i++) {
    meanY += outcome[i]! / count
    meanX += foreseen[i]! / count
  }
  let covariance = 0
  let varianceX = 0
  let varianceY = 0
  for (let i = 0; i < count; i++) {
    const dx = foreseen[i]! - meanX
    const dy = outcome[i]! - meanY
    covariance += dx * dy
    varianceX += dx * dx
    varianceY += dy * dy
  }
  const theta = varianceX > 0 ? covariance / varianceX : 0
  return {
    adjusted: Float64Array.from({ length: count }, (_, i) => outcome[i]! - theta * (foreseen[i]! - meanX)),
    theta,
    varianceRemoved: varianceX > 0 && varianceY > 0 ? (covariance * covariance) / (varianceX * varianceY) : 0,
  }
}
