import { type Plan, plan, type WaitingReason } from '../plan/index.ts'
import { type Admitted, admitPlan } from './admit-plan.ts'
import { countedBound } from './counted-bound.ts'
import type { ItemPlanOptions } from './item-plan.ts'
import type { PairProblem } from './pair-problem.ts'
import type { PlanDesk } from './plan-desk.ts'

/** Solving again without the pairs that did not fit gauges the solver cannot see. */
const mostRounds = 4

export interface Solved {
  readonly pairs: PairProblem
  readonly admitted: Admitted
  /** The first solution: its bound holds for every later one, which only had fewer pairs. */
  readonly widest: Plan
  readonly prices: Float64Array
  /** What they are per. */
  readonly per: PairProblem['per']
  /** No plan of the pairs is worth more. */
  readonly bound: number
  /** What was settled before anything was compared. */
  readonly settledValue: number
  readonly leftBecause: ReadonlyMap<number, WaitingReason>
  readonly unitsUsed: number
  readonly finished: boolean
}

/** Solves, admits, and solves again without the pairs that did not fit; keeps the best. */
export function solvePairs(
  desk: PlanDesk,
  pairs: PairProblem,
  first: Int32Array,
  options: ItemPlanOptions,
): Solved {
  let unitsUsed = 0
  let stopped = false
  let finished = true
  let { problem } = pairs
  let prices = warmPrices(desk, pairs, options)
  let widest: Plan | null = null
  let best: {
    readonly admitted: Admitted
    readonly made: Plan
    readonly worth: number
    readonly per: PairProblem['per']
  } | null = null
  const most = options.maxUnits ?? Number.POSITIVE_INFINITY
  for (let round = 0; round < mostRounds && !stopped; round++) {
    const spent = unitsUsed
    const made = plan(problem, {
      maxUnits: most - spent,
      searchUnits: options.searchUnits ?? searchUnits(problem.itemCount),
      seed: desk.snapshot.seed,
      priceOfFairness: round === 0,
      ...(prices === null ? {} : { warmPrices: prices }),
      shouldStop: () => {
        if (options.shouldStop?.() === true) stopped = true
        return stopped
      },
      onProgress: (progress) => options.onProgress?.(spent + progress.usedUnits),
    })
    unitsUsed += made.unitsUsed
    finished &&= made.finished
    if (unitsUsed >= most) stopped = true
    prices = made.prices
    widest ??= made
    const admitted = admitPlan(desk, wishedPlaces(pairs, first, made), candidatesOf(pairs, made))
    const worth = desk.worthOf(admitted.places)
    if (best === null || worth > best.worth) best = { admitted, made, worth, per: pairs.per }
    if (admitted.refused.length === 0) break
    problem = without(problem, pairs, admitted.refused)
  }
  if (widest === null || best === null) throw new Error('A plan has at least one round')
  let { bound } = widest
  const settledValue = desk.worthOf(first)
  const byCount = stopped ? null : countedProblem(pairs)
  if (byCount !== null) {
    const counted = plan(byCount, {
      maxUnits: most - unitsUsed,
      seed: desk.snapshot.seed,
      priceOfFairness: false,
      shouldStop: () => options.shouldStop?.() === true,
    })
    unitsUsed += counted.unitsUsed
    finished &&= counted.finished
    const admitted = admitPlan(
      desk,
      wishedPlaces(pairs, first, counted),
      candidatesOf({ ...pairs, problem: byCount }, counted),
    )
    const worth = desk.worthOf(admitted.places)
    if (problem.floor === undefined && worth > best.worth)
      best = { admitted, made: counted, worth, per: 'item' }
    const target = best.worth - settledValue
    bound = Math.min(
      bound,
      counted.bound,
      countedBound(pairs.problem, byCount.capacity, counted.prices, target),
    )
  }
  const leftBecause = new Map(best.made.waiting.map(({ item, reason }) => [pairs.deskAt[item] ?? -1, reason]))
  const { admitted, made, per } = best
  return {
    pairs,
    admitted,
    widest,
    prices: made.prices,
    per,
    bound,
    settledValue,
    leftBecause,
    unitsUsed,
    finished,
  }
}

/**
 * The same pairs with every item alike, where a rep may run out of items before points (a ceiling a day beside a load
 * index): exact by count, and blind to points, as the other is to counts. null where only points bind.
 */
function countedProblem({ problem, counts }: PairProblem): PairProblem['problem'] | null {
  if (counts?.some((count) => count < problem.itemCount) !== true) return null
  const { itemLoad: _load, floor: _floor, ...rest } = problem
  return { ...rest, capacity: counts.map((count) => Math.min(count, problem.itemCount)) }
}

/** Half a second for a thousand items: what is won after that is hardly seen. */
function searchUnits(items: number): number {
  return Math.min(40_000_000, 2_000_000 + 2_000 * items)
}

/** Prices are per item or per hundredth of a point inside the solver. */
function warmPrices(desk: PlanDesk, { per }: PairProblem, options: ItemPlanOptions): Float64Array | null {
  if (options.prices === undefined) return null
  const known = new Map(options.prices.map(({ repId, price }) => [repId, price]))
  return Float64Array.from(desk.repIds, (repId) => (known.get(repId) ?? 0) / (per === 'item' ? 1 : 100))
}

function wishedPlaces(pairs: PairProblem, first: Int32Array, made: Plan): Int32Array {
  const wished = first.slice()
  for (const [place, at] of pairs.deskAt.entries()) wished[at] = made.assignments[place] ?? -1
  return wished
}

/** Who could have an item of the desk, and what is left of its worth there after the price of time. */
function candidatesOf(
  { problem, deskAt }: PairProblem,
  { prices }: Plan,
): (at: number) => ReadonlyMap<number, number> {
  const placeOf = new Map(deskAt.map((at, place) => [at, place]))
  return (at) => {
    const found = new Map<number, number>()
    const place = placeOf.get(at)
    if (place === undefined) return found
    for (let e = problem.start[place] ?? 0; e < (problem.start[place + 1] ?? 0); e++) {
      const rep = problem.rep[e] ?? 0
      found.set(rep, (problem.value[e] ?? 0) - (problem.itemLoad?.[place] ?? 1) * (prices[rep] ?? 0))
    }
    return found
  }
}

function without(
  problem: PairProblem['problem'],
  { deskAt }: PairProblem,
  refused: Admitted['refused'],
): PairProblem['problem'] {
  const gone = new Set(refused.map(({ at, rep }) => `${at}/${rep}`))
  const start = new Int32Array(problem.itemCount + 1)
  const rep: number[] = []
  const value: number[] = []
  for (const [place, at] of deskAt.entries()) {
    for (let e = problem.start[place] ?? 0; e < (problem.start[place + 1] ?? 0); e++) {
      if (gone.has(`${at}/${problem.rep[e]}`)) continue
      rep.push(problem.rep[e] ?? 0)
      value.push(problem.value[e] ?? 0)
    }
    start[place + 1] = rep.length
  }
  return { ...problem, start, rep: Int32Array.from(rep), value: Float64Array.from(value) }
}
