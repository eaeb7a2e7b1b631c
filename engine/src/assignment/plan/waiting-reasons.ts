import type { CanonicalProblem } from './canonical-problem.ts'
import type { WaitingReason } from './problem.ts'

/**
 * Why a waiting item waits, at the prices of the plan. Order of the checks: what the item itself lacks comes
 * before what the team lacks.
 */
export function waitingReason(
  problem: CanonicalProblem,
  item: number,
  prices: Float64Array,
  all: boolean,
): WaitingReason {
  const { start, rep, value, load } = problem
  const from = start[item] as number
  const to = start[item + 1] as number
  if (from === to) return problem.tooLarge[item] === 1 ? 'LOAD_TOO_LARGE' : 'NO_CANDIDATE'
  if (all) return 'NO_CAPACITY'
  let bestValue = Number.NEGATIVE_INFINITY
  let bestNet = Number.NEGATIVE_INFINITY
  for (let e = from; e < to; e++) {
    const worth = value[e] as number
    const charge = (load === null ? 1 : (load[e] as number)) * (prices[rep[e] as number] as number)
    bestValue = Math.max(bestValue, worth)
    bestNet = Math.max(bestNet, worth - charge)
  }
  if (bestValue <= 0) return 'NO_GAIN'
  // A price that takes all of the value leaves a rounding error of it.
  return bestNet <= bestValue * 1e-9 ? 'NOT_WORTH_PRICE' : 'NO_CAPACITY'
}
