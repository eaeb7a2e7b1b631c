import type { CanonicalProblem } from './canonical-problem.ts'
import { dualBound } from './dual-bound.ts'
import type { WorkMeter } from './work-meter.ts'

/*
 * Indices below are inside their arrays by construction (CSR), hence the `!`.
 */

export interface LagrangianPrices {
  /** The prices with the lowest bound met. */
  readonly prices: Float64Array
  readonly bound: number
}

/**
 * Prices for loads that depend on the rep: minimises the dual bound by subgradient steps with Polyak's step length
 * towards `target` (a plan's value; null = a tenth below the best bound so far) and a deflected direction (Camerini, Fratta, Maffioli 1975). A rep asked for
 * more than it has becomes dearer, one asked for less cheaper. Every point visited is a valid bound.
 */
export function lagrangianPrices(
  problem: CanonicalProblem,
  waitValue: number,
  target: number | null,
  startPrices: Float64Array | null,
  rounds: number,
  meter: WorkMeter,
): LagrangianPrices {
  const { itemCount: n, repCount: m, start, rep, value, load, capacity, floor } = problem
  const prices = new Float64Array(m)
  if (startPrices !== null) prices.set(startPrices)
  for (let j = 0; j < m; j++) if (prices[j]! < 0 && (floor === null || floor[j] === 0)) prices[j] = 0
  let bestPrices = prices.slice()
  let bestBound = dualBound(problem, prices, waitValue)
  const slope = new Float64Array(m)
  const direction = new Float64Array(m)
  let step = 1
  let sinceBetter = 0
  for (let round = 0; round < rounds; round++) {
    let bound = 0
    for (let j = 0; j < m; j++) {
      const room = prices[j]! >= 0 ? capacity[j]! : floor![j]!
      slope[j] = -room
      bound += prices[j]! * room
    }
    for (let i = 0; i < n; i++) {
      let best = waitValue
      let arc = -1
      for (let e = start[i]!; e < start[i + 1]!; e++) {
        const net = value[e]! - (load === null ? 1 : load[e]!) * prices[rep[e]!]!
        if (net > best) {
          best = net
          arc = e
        }
      }
      if (arc !== -1) slope[rep[arc]!]! += load === null ? 1 : load[arc]!
      if (start[i] !== start[i + 1]) bound += best
    }
    if (bound < bestBound) {
      if (bound < bestBound - 1e-6 * Math.abs(bestBound)) sinceBetter = 0
      bestBound = bound
      bestPrices = prices.slice()
    }
    if (meter.spend(start[n]!)) break
    if (++sinceBetter > 12) {
      // Too long a step: halve it and go on from the best prices met.
      step /= 2
      sinceBetter = 0
      prices.set(bestPrices)
      direction.fill(0)
      if (step < 1e-4) break
      continue
    }
    let cross = 0
    let square = 0
    for (let j = 0; j < m; j++) {
      cross += slope[j]! * direction[j]!
      square += direction[j]! * direction[j]!
    }
    const deflection = cross < 0 && square > 0 ? Math.min(1, (-1.5 * cross) / square) : 0
    let length = 0
    for (let j = 0; j < m; j++) {
      direction[j] = slope[j]! + deflection * direction[j]!
      // A price held at zero cannot go further down: leave it out of the step length.
      if (prices[j] === 0 && direction[j]! < 0 && (floor === null || floor[j] === 0)) direction[j] = 0
      length += direction[j]! * direction[j]!
    }
    if (length === 0) break
    const aim = target ?? bestBound - 0.1 * Math.abs(bestBound)
    const distance = Math.max(bound - aim, Math.abs(bound) * 1e-6)
    const factor = (step * distance) / length
    for (let j = 0; j < m; j++) {
      const price = prices[j]! + factor * direction[j]!
      prices[j] = price < 0 && (floor === null || floor[j] === 0) ? 0 : price
    }
  }
  return { prices: bestPrices, bound: bestBound }
}
