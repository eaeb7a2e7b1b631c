import type { CanonicalProblem } from './canonical-problem.ts'
import { completePlan } from './complete-plan.ts'
import { dualBound } from './dual-bound.ts'
import { exchangeEqualLoads, loadClasses } from './exchange-equal-loads.ts'
import { fitsFlow, flowRelaxation, waitingPenalty } from './flow-relaxation.ts'
import { lagrangianPrices } from './lagrangian-prices.ts'
import { linearAssignment } from './linear-assignment.ts'
import { LocalSearch } from './local-search.ts'
import { oneByOne } from './one-by-one.ts'
import { isBetter, type PlanStanding, standingOf } from './plan-standing.ts'
import type { PlanSolver } from './problem.ts'
import type { WorkMeter } from './work-meter.ts'

export interface Solution {
  readonly owner: Int32Array
  /** Value per canonical load unit and rep. */
  readonly prices: Float64Array
  readonly standing: PlanStanding
  readonly bound: number
  readonly finished: boolean
  readonly solver: PlanSolver
}

export interface SolveOptions {
  readonly all: boolean
  readonly seed: number
  /** Decimal factor of the values, null where they are no decimals. */
  readonly factor: number | null
  /** Per canonical rep and load unit. */
  readonly warmPrices: Float64Array | null
  readonly meter: WorkMeter
  /** Units the search may take where the caller set no budget. */
  readonly searchUnits: number
}

/** Above this a queue of shortest paths loses to scaling even where everybody takes one item only. */
const LINEAR_ASSIGNMENT_ITEMS = 3_000

/** Chooses the solver by the shape of the problem, and never returns less than one-by-one assignment. */
export function solveCanonical(problem: CanonicalProblem, options: SolveOptions): Solution {
  const { all, factor } = options
  if (problem.rep.length === 0) {
    const owner = new Int32Array(problem.itemCount).fill(-1)
    const prices = new Float64Array(problem.repCount)
    return {
      owner,
      prices,
      standing: standingOf(problem, owner, factor),
      bound: 0,
      finished: true,
      solver: 'none',
    }
  }
  const solved = isOneToOne(problem)
    ? solveOneToOne(problem, options)
    : fitsFlow(problem)
      ? solveByFlow(problem, options)
      : solveByPrices(problem, options)
  const ours = standingOf(problem, solved.owner, factor)
  // Proven optimal: nothing can be better.
  if (solved.exact) return { ...solved, standing: ours, bound: ours.value }
  const baseline = oneByOne(problem, all)
  const theirs = standingOf(problem, baseline, factor)
  const lost = isBetter(theirs, ours, all)
  const standing = lost ? theirs : ours
  const bound = certifiedBound(problem, solved.prices, standing, options)
  return { ...solved, owner: lost ? baseline : solved.owner, standing, bound }
}

interface Solved {
  readonly owner: Int32Array
  readonly prices: Float64Array
  readonly exact: boolean
  readonly finished: boolean
  readonly solver: PlanSolver
}

function isOneToOne(problem: CanonicalProblem): boolean {
  if (problem.loads !== 'unit' || problem.floor !== null || problem.itemCount > LINEAR_ASSIGNMENT_ITEMS)
    return false
  return problem.capacity.every((units) => units <= 1)
}

function solveOneToOne(problem: CanonicalProblem, options: SolveOptions): Solved {
  const { itemCount, repCount, start, rep, value } = problem
  const { factor } = options
  const exactValue = factor === null ? value : value.map((x) => Math.round(x * factor))
  const wait = options.all ? -Math.ceil(waitingPenalty(problem) * (factor ?? 1)) : 0
  const found = linearAssignment(itemCount, repCount, start, rep, exactValue, wait, options.meter)
  return {
    owner: found.finished ? found.owner : completePlan(problem, found.owner, found.prices, options.all),
    prices: factor === null ? found.prices : found.prices.map((price) => price / factor),
    exact: found.finished && factor !== null,
    finished: found.finished,
    solver: 'linear-assignment',
  }
}

function solveByFlow(problem: CanonicalProblem, options: SolveOptions): Solved {
  const { all, meter } = options
  const relaxed = flowRelaxation(problem, all, options.warmPrices, meter)
  const { prices } = relaxed
  if (problem.loads === 'unit') {
    const owner = relaxed.finished ? relaxed.owner : completePlan(problem, relaxed.owner, prices, all)
    return { owner, prices, exact: relaxed.exact, finished: relaxed.finished, solver: 'flow' }
  }
  const start = completePlan(problem, relaxed.owner, prices, all)
  const owner = search(problem, prices, start, options)
  return { owner, prices, exact: false, finished: !meter.stopped, solver: 'flow-and-search' }
}

/** Rounds of price adjustment; each looks at every pair once. */
const PRICE_ROUNDS = 400
/** Prices may take this many units where a round is expensive. */
const PRICE_UNITS = 200_000_000

function solveByPrices(problem: CanonicalProblem, options: SolveOptions): Solved {
  const { all, meter, factor } = options
  const wait = all ? Number.NEGATIVE_INFINITY : 0
  const zero = new Float64Array(problem.repCount)
  const first = standingOf(problem, completePlan(problem, null, zero, all), factor)
  // An incomplete plan says nothing about what complete ones are worth.
  const target = all && first.waiting > 0 ? null : first.value
  const rounds = Math.max(30, Math.min(PRICE_ROUNDS, Math.floor(PRICE_UNITS / problem.rep.length)))
  const { prices } = lagrangianPrices(problem, wait, target, options.warmPrices, rounds, meter)
  const start = completePlan(problem, null, prices, all)
  const owner = search(problem, prices, start, options)
  return { owner, prices, exact: false, finished: !meter.stopped, solver: 'price-and-search' }
}

/** Rounds of the default plan, and how many rounds in vain end a plan with a budget of its own. */
const DEFAULT_ROUNDS = 2
const ROUNDS_IN_VAIN = 6

/**
 * Search finds the mix of loads per rep, exchange places equal loads best given the mix: taken in turn they reach
 * a tenth of the gap of either alone. The rounds do not look at the budget, so a longer run begins as the shorter.
 */
function search(
  problem: CanonicalProblem,
  prices: Float64Array,
  start: Int32Array,
  options: SolveOptions,
): Int32Array {
  const { all, meter, factor } = options
  const bound = dualBound(problem, prices, all ? Number.NEGATIVE_INFINITY : 0)
  const goal = onGrid(bound, factor)
  const floorPenalty = problem.floor === null ? 0 : waitingPenalty(problem)
  const run = (from: Int32Array, seed: number, budget: WorkMeter): Int32Array =>
    new LocalSearch({ problem, prices, start: from, all, floorPenalty, seed, meter: budget, goal }).run()
  const classes = problem.floor === null ? loadClasses(problem) : null
  if (classes === null) return run(start, options.seed, meter.part(options.searchUnits))

  let best = start
  let standing = standingOf(problem, best, factor)
  let units = Math.max(400_000, 30 * problem.itemCount)
  const rounds = Number.isFinite(options.searchUnits) ? DEFAULT_ROUNDS : Number.POSITIVE_INFINITY
  const keep = (candidate: Int32Array): boolean => {
    const reached = standingOf(problem, candidate, factor)
    if (!isBetter(reached, standing, all)) return false
    best = candidate
    standing = reached
    return true
  }
  for (let round = 0, vain = 0; round < rounds && vain < ROUNDS_IN_VAIN && standing.value < goal; round++) {
    vain++
    const searched = run(best, options.seed + round, meter.part(units))
    if (keep(searched)) vain = 0
    if (meter.stopped) break
    const exchanged = exchangeEqualLoads(problem, searched, prices, classes, all, meter)
    if (exchanged === null) break
    if (keep(exchanged)) vain = 0
    units = Math.ceil(units * 1.5)
  }
  return best
}

/** Values on a decimal grid add up on it, so no plan lies between two grid points. */
function onGrid(bound: number, factor: number | null): number {
  if (factor === null) return bound
  return Math.floor(bound * factor + 1e-9 * Math.max(1, Math.abs(bound * factor))) / factor
}

/** Weak duality for plans that place as many items and meet their floors as well as this one. */
function certifiedBound(
  problem: CanonicalProblem,
  prices: Float64Array,
  standing: PlanStanding,
  options: SolveOptions,
): number {
  const { used } = standing
  const floor = problem.floor?.map((units, j) => Math.min(units, used[j] as number)) ?? null
  const input = { ...problem, floor }
  let bound: number
  if (!options.all) bound = dualBound(input, prices, 0)
  else if (standing.waiting === 0) bound = dualBound(input, prices, Number.NEGATIVE_INFINITY)
  else {
    const penalty = waitingPenalty(problem)
    bound = dualBound(input, prices, -penalty) + penalty * standing.waiting
  }
  return Math.max(standing.value, onGrid(bound, options.factor))
}
