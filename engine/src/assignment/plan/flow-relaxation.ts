import type { CanonicalProblem } from './canonical-problem.ts'
import { dualBound } from './dual-bound.ts'
import { decimalFactor, greatestCommonDivisor, largestAbsolute } from './integer-grid.ts'
import { type TransportProblem, type TransportResult, TransportSolver } from './transport.ts'
import type { WorkMeter } from './work-meter.ts'

/** Doubles count exactly to 2^53; prices may climb a few times above the largest multiplied value. */
const EXACT_LIMIT = 2 ** 50
/** How fine values are cut where they are no decimals: a relative error of 10^-11. */
const GRID_LIMIT = 2 ** 36

export interface Relaxation {
  /** The pair each item is on where all of it is on one pair, else −1. */
  readonly owner: Int32Array
  /** Value per canonical load unit and rep. */
  readonly prices: Float64Array
  /** True where `owner` is proven optimal, not one unit of value short. */
  readonly exact: boolean
  readonly finished: boolean
}

interface Scaled {
  readonly value: Float64Array
  /** Scaled value per value of the caller. */
  readonly scale: number
  readonly isExact: boolean
}

/** What leaving an item waiting costs where all are to be placed: more than any chain of moves could win back. */
export function waitingPenalty(problem: CanonicalProblem): number {
  return (2 * largestAbsolute(problem.value) + 1) * (Math.min(problem.itemCount, problem.repCount) + 2)
}

/** Integer values per load unit, times a factor that makes an epsilon of 1 exact (Bertsekas: ε < 1 / columns). */
function scaledValues(problem: CanonicalProblem, headroom: number): Scaled {
  const { itemCount, start, value, itemLoad } = problem
  const exactness = problem.repCount + 3
  let multiple = 1
  if (itemLoad !== null) {
    for (let i = 0; i < itemCount && multiple <= 10_000; i++) {
      const units = itemLoad[i] as number
      if (units > 0) multiple *= units / greatestCommonDivisor(multiple, units)
    }
  }
  const limit = EXACT_LIMIT / (exactness * headroom)
  const decimal = multiple <= 10_000 ? decimalFactor(value, limit / multiple) : null
  const largest = Math.max(1e-300, largestAbsolute(value))
  const whole = decimal === null ? Math.min(GRID_LIMIT, limit) / largest : decimal * multiple
  const scaled = new Float64Array(value.length)
  for (let i = 0; i < itemCount; i++) {
    const units = itemLoad === null ? 1 : (itemLoad[i] as number)
    for (let e = start[i] as number; e < (start[i + 1] as number); e++) {
      scaled[e] = Math.round(((value[e] as number) * whole) / units) * exactness
    }
  }
  return { value: scaled, scale: whole * exactness, isExact: decimal !== null }
}

/** True where the whole problem fits the flow solver's 32-bit unit counts. */
export function fitsFlow(problem: CanonicalProblem): boolean {
  if (problem.loads === 'by-pair') return false
  let units = 0
  for (let i = 0; i < problem.itemCount; i++) {
    const degree = (problem.start[i + 1] as number) - (problem.start[i] as number)
    units += degree * (problem.itemLoad === null ? 1 : (problem.itemLoad[i] as number))
  }
  return units < 2 ** 31 - problem.repCount
}

function objectiveOf(problem: TransportProblem, flow: Int32Array): number {
  let sum = 0
  for (let e = 0; e < flow.length; e++)
    if (flow[e] !== 0) sum += (flow[e] as number) * (problem.value[e] as number)
  return sum
}

/**
 * The exact linear relaxation as a transportation problem. For unit loads it is the exact optimum itself; where
 * loads differ by item, an item of load w supplies w units worth v / w each, and few items end up split.
 */
export function flowRelaxation(
  problem: CanonicalProblem,
  all: boolean,
  warmPrices: Float64Array | null,
  meter: WorkMeter,
): Relaxation {
  const hard = all || problem.floor !== null
  const penaltyFactor = hard ? 2 * (Math.min(problem.itemCount, problem.repCount) + 3) : 1
  const scaled = scaledValues(problem, penaltyFactor)
  const penalty = hard ? Math.round(waitingPenalty(problem) * scaled.scale) : 0
  const transport: TransportProblem = {
    itemCount: problem.itemCount,
    repCount: problem.repCount,
    start: problem.start,
    rep: problem.rep,
    value: scaled.value,
    supply: problem.itemLoad,
    capacity: problem.capacity,
    floor: problem.floor,
    waitValue: all ? -penalty : 0,
    floorPenalty: penalty,
  }
  const largest = Math.max(1, largestAbsolute(scaled.value))
  const unit = problem.loads === 'unit'
  // Unit loads: exact. Else a bound within a millionth is far below what rounding costs.
  const epsilonEnd = unit ? 1 : Math.max(1, Math.floor(largest / 2_000_000))
  let solver: TransportSolver | null = null
  let result: TransportResult | null = null
  if (warmPrices !== null) {
    const prices = warmPrices.map((price) => Math.round(price * scaled.scale))
    // Prices that no longer fit would be walked to their place in small steps: then start afresh instead.
    const attempt = meter.part(20 * problem.rep.length + 100_000)
    solver = new TransportSolver(transport, attempt)
    const epsilon = Math.max(epsilonEnd, Math.floor(largest / 100_000))
    result = solver.solve({ prices, epsilon, epsilonEnd, alpha: 8 })
    if (!result.finished && !meter.stopped) result = null
  }
  if (result === null) {
    solver = new TransportSolver(transport, meter)
    const epsilon = Math.max(epsilonEnd, Math.floor(largest / 8))
    result = solver.solve({ epsilon, epsilonEnd, alpha: 8 })
  }
  let exact = false
  if (unit && result.finished && scaled.isExact && solver !== null) {
    // The optimum is reached; what is left is to sharpen the prices until they prove it to the last unit.
    const one = problem.repCount + 3
    for (let epsilon = 1 / 8; ; epsilon /= 8) {
      exact = provenGap(transport, result, all) < one
      if (exact || epsilon < 2 ** -16) break
      const refined: TransportResult = solver.refineTo(epsilon)
      if (!refined.finished) break
      result = refined
    }
  }
  const prices = result.prices.map((price) => price / scaled.scale)
  return { owner: wholeOwners(problem, result.flow), prices, exact, finished: result.finished }
}

/** Dual minus primal of the penalised problem, in multiplied integers. */
function provenGap(transport: TransportProblem, result: TransportResult, all: boolean): number {
  const { itemCount, repCount, start, rep, floor, floorPenalty, waitValue } = transport
  const used = new Int32Array(repCount)
  let objective = objectiveOf(transport, result.flow)
  for (let i = 0; i < itemCount; i++) {
    let placed = false
    for (let e = start[i] as number; e < (start[i + 1] as number); e++) {
      if (result.flow[e] === 0) continue
      placed = true
      used[rep[e] as number]!++
    }
    if (!placed && all && start[i] !== start[i + 1]) objective += waitValue
  }
  let bound = dualBound({ ...transport, load: null }, result.prices, waitValue)
  if (floor !== null) {
    for (let j = 0; j < repCount; j++) {
      const missing = Math.max(0, (floor[j] as number) - (used[j] as number))
      objective -= missing * floorPenalty
      const price = result.prices[j] as number
      // A price cannot fall below what a missing unit costs; beyond it, missing the floor is the better side.
      if (price < -floorPenalty) bound += (floor[j] as number) * (-floorPenalty - price)
    }
  }
  return bound - objective
}

function wholeOwners(problem: CanonicalProblem, flow: Int32Array): Int32Array {
  const { itemCount, start, itemLoad } = problem
  const owner = new Int32Array(itemCount).fill(-1)
  for (let i = 0; i < itemCount; i++) {
    const units = itemLoad === null ? 1 : (itemLoad[i] as number)
    for (let e = start[i] as number; e < (start[i + 1] as number); e++) {
      if (flow[e] === units) owner[i] = e
    }
  }
  return owner
}
