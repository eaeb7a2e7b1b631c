import { type CanonicalProblem, canonicalProblem } from './canonical-problem.ts'
import { checkProblem } from './check-problem.ts'
import { decimalFactor } from './integer-grid.ts'
import type { Plan, PlanOptions, PlanProblem } from './problem.ts'
import { type Solution, type SolveOptions, solveCanonical } from './solve-canonical.ts'
import { waitingReason } from './waiting-reasons.ts'
import { WorkMeter } from './work-meter.ts'

/**
 * Plans many items jointly, with a certificate. Exact for unit loads (min-cost flow) and one-to-one (shortest
 * augmenting paths); loads by item: bound from the exact linear relaxation, then search; loads by pair: bound from
 * Lagrangian prices, then search. The same problem (in any order, where keys are given), options and units give
 * the same plan; it is never worse than one-by-one assignment in key order; capacity is never exceeded; arguments
 * are never changed. Throws `PlanProblemError` only where the arrays contradict each other.
 */
export function plan(problem: PlanProblem, options: PlanOptions = {}): Plan {
  checkProblem(problem)
  const canonical = canonicalProblem(problem)
  const maxUnits = options.maxUnits ?? Number.POSITIVE_INFINITY
  const meter = new WorkMeter(maxUnits, (usedUnits) => {
    options.onProgress?.({ usedUnits, maxUnits })
    return options.shouldStop?.() === true
  })
  const solve: SolveOptions = {
    all: options.all === true,
    seed: options.seed ?? 1,
    factor: decimalFactor(canonical.value, 2 ** 50 / Math.max(1, canonical.itemCount)),
    warmPrices: options.warmPrices === undefined ? null : canonicalPrices(canonical, options.warmPrices),
    meter,
    searchUnits:
      options.searchUnits ??
      (options.maxUnits === undefined ? defaultSearchUnits(canonical) : Number.POSITIVE_INFINITY),
  }
  const solution = solveCanonical(canonical, solve)
  const prices = inputPrices(canonical, solution.prices)
  const { value: objective } = solution.standing
  return {
    objective,
    bound: solution.bound,
    gap: solution.bound === objective ? 0 : (solution.bound - objective) / Math.abs(solution.bound),
    ...itemsOf(canonical, solution, solve.all),
    prices,
    unmetFloors: unmetFloors(problem, canonical, solution),
    priceOfFairness: priceOfFairness(problem, options, solve, solution, prices),
    // One more than was needed where nothing stopped the work, so that replaying with it does not stop either.
    unitsUsed: meter.stopped ? meter.used : meter.used + 1,
    finished: solution.finished,
    solver: solution.solver,
  }
}

/** Search without a budget of its own: about a second for a few hundred items, ten for a hundred thousand. */
function defaultSearchUnits(problem: CanonicalProblem): number {
  return Math.min(150_000_000, 20_000_000 + 1_500 * problem.itemCount)
}

function canonicalPrices(canonical: CanonicalProblem, prices: Float64Array): Float64Array {
  return Float64Array.from(canonical.repOf, (j) => {
    const price = prices[j] ?? 0
    return Number.isFinite(price) ? price * canonical.loadUnit : 0
  })
}

function inputPrices(canonical: CanonicalProblem, prices: Float64Array): Float64Array {
  const out = new Float64Array(canonical.repCount)
  for (let j = 0; j < canonical.repCount; j++) {
    out[canonical.repOf[j] as number] = (prices[j] as number) / canonical.loadUnit
  }
  return out
}

function itemsOf(
  canonical: CanonicalProblem,
  solution: Solution,
  all: boolean,
): Pick<Plan, 'assignments' | 'waiting'> {
  const assignments = new Int32Array(canonical.itemCount).fill(-1)
  const waiting: { item: number; reason: ReturnType<typeof waitingReason> }[] = []
  for (let c = 0; c < canonical.itemCount; c++) {
    const item = canonical.itemOf[c] as number
    const pair = solution.owner[c] as number
    if (pair === -1) waiting.push({ item, reason: waitingReason(canonical, c, solution.prices, all) })
    else assignments[item] = canonical.repOf[canonical.rep[pair] as number] as number
  }
  // Items are distinct numbers: a total order.
  waiting.sort((a, b) => a.item - b.item)
  return { assignments, waiting }
}

function unmetFloors(
  problem: PlanProblem,
  canonical: CanonicalProblem,
  solution: Solution,
): Plan['unmetFloors'] {
  if (problem.floor === undefined) return []
  const unmet: { rep: number; missing: number }[] = []
  for (let c = 0; c < canonical.repCount; c++) {
    const rep = canonical.repOf[c] as number
    const missing =
      (problem.floor[rep] as number) - (solution.standing.used[c] as number) * canonical.loadUnit
    if (missing > 1e-6) unmet.push({ rep, missing: Math.round(missing * 1e6) / 1e6 })
  }
  return unmet.sort((a, b) => a.rep - b.rep)
}

/** Solves once more without floors and ceilings, starting from the prices just found. */
function priceOfFairness(
  problem: PlanProblem,
  options: PlanOptions,
  solve: SolveOptions,
  solution: Solution,
  prices: Float64Array,
): number | null {
  const bounded =
    problem.floor?.some((units) => units > 0) === true ||
    problem.ceiling?.some((units, j) => units < (problem.capacity[j] as number)) === true
  if (!bounded || options.priceOfFairness === false || solve.meter.stopped) return null
  const { floor: _floor, ceiling: _ceiling, ...free } = problem
  const canonical = canonicalProblem(free)
  const warmPrices = canonicalPrices(
    canonical,
    prices.map((price) => Math.max(0, price)),
  )
  const without = solveCanonical(canonical, { ...solve, warmPrices, searchUnits: 0 })
  if (solve.meter.stopped) return null
  return Math.max(0, without.bound - solution.bound)
}
