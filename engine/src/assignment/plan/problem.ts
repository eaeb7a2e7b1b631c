/**
 * Many items, many reps, decided together. Struct of arrays, so that 2.75 million pairs fit in a few typed arrays.
 * Maximises the sum of `value` over chosen pairs; costs are negative values.
 */
export interface PlanProblem {
  readonly itemCount: number
  readonly repCount: number
  /** CSR: the candidate pairs of item i are `start[i]` .. `start[i + 1] - 1`. Length itemCount + 1. */
  readonly start: Int32Array
  /** Rep of each pair, 0-based. */
  readonly rep: Int32Array
  /** What the pair is worth, any finite number. */
  readonly value: Float64Array
  /** Load each pair puts on its rep, in load units, not negative. Absent: `itemLoad`, or 1 each. */
  readonly load?: Float64Array
  /** Load of each item where it does not depend on the rep. */
  readonly itemLoad?: Float64Array
  /** Load each rep can take, in the same units. */
  readonly capacity: Float64Array
  /** Load each rep should get at least; what cannot be met is reported, never an error. */
  readonly floor?: Float64Array
  /** Load each rep may get at most, where that is less than the capacity. */
  readonly ceiling?: Float64Array
  /** Stable names. With them the plan does not depend on the order in which items and reps are listed. */
  readonly itemKeys?: readonly string[]
  readonly repKeys?: readonly string[]
}

export interface PlanOptions {
  /** Every item is to be placed, whatever it is worth. Default: an item is placed where that is worth it. */
  readonly all?: boolean
  /** Work budget; the same units give the same plan. Default: enough for the marks in `docs/planning.md`. */
  readonly maxUnits?: number
  /** Units the search may take inside the budget; default: all that is left of it. */
  readonly searchUnits?: number
  /** Asked about every million units; true ends the work with the best plan so far. */
  readonly shouldStop?: () => boolean
  readonly onProgress?: (progress: PlanProgress) => void
  /** Prices per rep (per load unit) of an earlier plan: re-planning starts there. */
  readonly warmPrices?: Float64Array
  /** Seed of the local search (weighted loads only). Default 1. */
  readonly seed?: number
  /** Also solve without floors and ceilings and report the difference. Default: where there are any. */
  readonly priceOfFairness?: boolean
}

export interface PlanProgress {
  readonly usedUnits: number
  readonly maxUnits: number
}

/**
 * NO_CANDIDATE: the item has no candidate pair. LOAD_TOO_LARGE: it has, but is larger than each rep's whole
 * capacity. NO_GAIN: every candidate is worth zero or less. NOT_WORTH_PRICE: nobody's time is cheap enough today
 * for what the item is worth. NO_CAPACITY: it would be worth it, but no candidate has room left.
 */
export type WaitingReason = 'NO_CANDIDATE' | 'LOAD_TOO_LARGE' | 'NO_GAIN' | 'NOT_WORTH_PRICE' | 'NO_CAPACITY'

/**
 * none: nothing to decide. linear-assignment: one to one, exact. flow: unit loads, exact. flow-and-search: loads by
 * item, bound from the exact linear relaxation. price-and-search: loads by pair, bound from Lagrangian prices.
 */
export type PlanSolver = 'none' | 'linear-assignment' | 'flow' | 'flow-and-search' | 'price-and-search'

export interface Plan {
  /** Sum of the values of the chosen pairs. */
  readonly objective: number
  /**
   * No plan that places as many items and meets its floors as well as this one is worth more (weak duality).
   * Where `all` is not asked for and no floor is missed, that is: no plan at all.
   */
  readonly bound: number
  /** (bound − objective) / |bound|; 0 = proven optimal. */
  readonly gap: number
  /** Rep per item, −1 = waiting. */
  readonly assignments: Int32Array
  /** Every item without a rep, in item order. */
  readonly waiting: readonly { readonly item: number; readonly reason: WaitingReason }[]
  /** What one more unit of each rep's load would be worth; below zero only where a floor forces work on a rep. */
  readonly prices: Float64Array
  /** Floors that could not be met, and by how many load units. */
  readonly unmetFloors: readonly { readonly rep: number; readonly missing: number }[]
  /** Bound without floors and ceilings minus bound with them; null where there are none or it was not asked for. */
  readonly priceOfFairness: number | null
  readonly unitsUsed: number
  /** False where the budget or the caller ended the work early. */
  readonly finished: boolean
  readonly solver: PlanSolver
}

/** The problem contradicts itself (lengths, indices, not a number): a mistake of the caller. */
export class PlanProblemError extends Error {
  override readonly name = 'PlanProblemError'
}
