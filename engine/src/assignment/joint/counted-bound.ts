import type { PlanProblem } from '../plan/index.ts'

const ROUNDS = 150
/** A step that gained nothing so often was too long. */
const PATIENCE = 6

/**
 * Upper bound where a rep may run out of items before points (a ceiling a day beside a load index): by weak duality for
 * any prices p per unit of load and q per item, both at least 0,
 * Σ_j (C_j p_j + N_j q_j) + Σ_i max(0, max_j (v_ij − w_i p_j − q_j)). Counting every item with the largest load instead,
 * as the solver's capacity has to, overstates what small items leave. Starts from the prices of a plan by count and is
 * lowered by subgradient steps with Polyak's length towards `target`, a plan's value; every point visited is a bound, the
 * lowest is returned.
 */
export function countedBound(
  problem: PlanProblem,
  counts: Float64Array,
  itemPrices: Float64Array,
  target: number,
): number {
  const { itemCount, repCount, start, rep, value, itemLoad, capacity } = problem
  let loads = 0
  for (let i = 0; i < itemCount; i++) loads += itemLoad?.[i] ?? 1
  // Prices per item are steered in units of a mean load, so that a step means as much to either kind.
  const mean = itemCount === 0 ? 1 : loads / itemCount
  const ofLoad = new Float64Array(repCount)
  const ofItem = Float64Array.from(itemPrices, (price, j) =>
    counts[j] === Number.POSITIVE_INFINITY ? 0 : Math.max(0, price) / mean,
  )
  const loadSlope = new Float64Array(repCount)
  const itemSlope = new Float64Array(repCount)
  let lowest = Number.POSITIVE_INFINITY
  let best = { ofLoad: ofLoad.slice(), ofItem: ofItem.slice() }
  let step = 1
  let patience = PATIENCE
  for (let round = 0; round < ROUNDS && step > 1e-3; round++) {
    let bound = 0
    for (let j = 0; j < repCount; j++) {
      const room = capacity[j] ?? 0
      const most = counts[j] ?? Number.POSITIVE_INFINITY
      loadSlope[j] = -room
      itemSlope[j] = most === Number.POSITIVE_INFINITY ? Number.NEGATIVE_INFINITY : -most * mean
      bound += room * (ofLoad[j] ?? 0)
      if (most !== Number.POSITIVE_INFINITY) bound += most * mean * (ofItem[j] ?? 0)
    }
    for (let i = 0; i < itemCount; i++) {
      const weight = itemLoad?.[i] ?? 1
      let net = 0
      let to = -1
      for (let e = start[i] ?? 0; e < (start[i + 1] ?? 0); e++) {
        const j = rep[e] ?? 0
        const left = (value[e] ?? 0) - weight * (ofLoad[j] ?? 0) - mean * (ofItem[j] ?? 0)
        if (left > net) {
          net = left
          to = j
        }
      }
      bound += net
      if (to === -1) continue
      loadSlope[to] = (loadSlope[to] ?? 0) + weight
      itemSlope[to] = (itemSlope[to] ?? 0) + mean
    }
    if (bound < lowest) {
      if (bound < lowest - 1e-7 * Math.abs(lowest)) patience = PATIENCE
      lowest = bound
      best = { ofLoad: ofLoad.slice(), ofItem: ofItem.slice() }
    } else if (--patience === 0) {
      step /= 2
      patience = PATIENCE
      ofLoad.set(best.ofLoad)
      ofItem.set(best.ofItem)
      continue
    }
    let square = 0
    for (let j = 0; j < repCount; j++)
      square += moved(ofLoad, loadSlope, j) ** 2 + moved(ofItem, itemSlope, j) ** 2
    if (square === 0) break
    const length = (step * Math.max(bound - target, 1e-6 * Math.abs(bound))) / square
    for (let j = 0; j < repCount; j++) {
      ofLoad[j] = Math.max(0, (ofLoad[j] ?? 0) + length * moved(ofLoad, loadSlope, j))
      ofItem[j] = Math.max(0, (ofItem[j] ?? 0) + length * moved(ofItem, itemSlope, j))
    }
  }
  return lowest
}

/** A price at zero cannot fall; one without a limit behind it stays there. */
function moved(prices: Float64Array, slopes: Float64Array, j: number): number {
  const slope = slopes[j] ?? 0
  return slope === Number.NEGATIVE_INFINITY || (slope < 0 && prices[j] === 0) ? 0 : slope
}
