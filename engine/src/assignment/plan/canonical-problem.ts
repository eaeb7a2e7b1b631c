import { decimalFactor, greatestCommonDivisor, largestAbsolute } from './integer-grid.ts'
import type { PlanProblem } from './problem.ts'

/** The problem in a fixed order and with integer loads: what every solver here works on. */
export interface CanonicalProblem {
  readonly itemCount: number
  readonly repCount: number
  readonly start: Int32Array
  readonly rep: Int32Array
  readonly value: Float64Array
  /** Integer load per pair; null = every pair loads 1. */
  readonly load: Int32Array | null
  /** Integer load per item where it does not depend on the rep. */
  readonly itemLoad: Int32Array | null
  readonly capacity: Int32Array
  readonly floor: Int32Array | null
  /** Load units of the caller per integer load unit. */
  readonly loadUnit: number
  readonly loads: 'unit' | 'by-item' | 'by-pair'
  /** Input index of each canonical item and rep. */
  readonly itemOf: Int32Array
  readonly repOf: Int32Array
  /** 1 where the item had candidates but each was too small for it. */
  readonly tooLarge: Uint8Array
}

/** Capacities and loads stay far inside 32 bits even when summed over a rep. */
const LOAD_LIMIT = 1_000_000_000

function orderBy(keys: readonly string[] | undefined, count: number): Int32Array {
  const order = new Int32Array(count)
  for (let k = 0; k < count; k++) order[k] = k
  if (keys === undefined) return order
  // Keys are unique (checked), so comparing UTF-16 code units is a total order, the same in every runtime.
  return order.sort((a, b) => ((keys[a] as string) < (keys[b] as string) ? -1 : 1))
}

function effectiveCapacity(problem: PlanProblem, rep: number): number {
  const capacity = problem.capacity[rep] as number
  return problem.ceiling === undefined ? capacity : Math.min(capacity, problem.ceiling[rep] as number)
}

/** Integer loads: exact where they are decimals; else rounded up, so that capacity is never exceeded. */
function loadGrid(loads: Float64Array): { factor: number; toUnits: (load: number) => number } {
  const exact = decimalFactor(loads, LOAD_LIMIT)
  if (exact !== null) return { factor: exact, toUnits: (load) => Math.round(load * exact) }
  const factor = Math.max(1, 10_000_000) / Math.max(1e-300, largestAbsolute(loads))
  return { factor, toUnits: (load) => Math.ceil(load * factor) }
}

/** Marks the pairs whose load a rep could carry at all, and counts them into the canonical `start`. */
function pairsThatFit(
  problem: PlanProblem,
  toUnits: (load: number) => number,
  room: Float64Array,
  itemOf: Int32Array,
  start: Int32Array,
  tooLarge: Uint8Array,
): Uint8Array {
  const fits = new Uint8Array(problem.rep.length)
  const least = room.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
  let pairs = 0
  for (let c = 0; c < problem.itemCount; c++) {
    const i = itemOf[c] as number
    const from = problem.start[i] as number
    const to = problem.start[i + 1] as number
    const before = pairs
    const own = toUnits(problem.itemLoad?.[i] ?? 1)
    if (problem.load === undefined && own <= least) {
      fits.fill(1, from, to)
      pairs += to - from
      start[c + 1] = pairs
      continue
    }
    for (let e = from; e < to; e++) {
      const units = problem.load === undefined ? own : toUnits(problem.load[e] as number)
      if (units > (room[problem.rep[e] as number] as number)) continue
      fits[e] = 1
      pairs++
    }
    if (to > from && pairs === before) tooLarge[c] = 1
    start[c + 1] = pairs
  }
  return fits
}

/** Lists up to this length are sorted by insertion. */
const SHORT_LIST = 48

/** Brings the pairs `from` .. `to` into the order of their reps, with value and load alongside. */
function sortByRep(
  from: number,
  to: number,
  rep: Int32Array,
  value: Float64Array,
  load: Int32Array | null,
): void {
  let sorted = true
  for (let k = from + 1; k < to && sorted; k++) sorted = rep[k]! > rep[k - 1]!
  if (sorted) return
  if (to - from <= SHORT_LIST) {
    for (let k = from + 1; k < to; k++) {
      const r = rep[k]!
      const v = value[k]!
      const l = load === null ? 0 : load[k]!
      let at = k
      for (; at > from && rep[at - 1]! > r; at--) {
        rep[at] = rep[at - 1]!
        value[at] = value[at - 1]!
        if (load !== null) load[at] = load[at - 1]!
      }
      rep[at] = r
      value[at] = v
      if (load !== null) load[at] = l
    }
    return
  }
  // Rep and place in one number, exact: a rep stands in a list only once.
  const count = to - from
  const order = Float64Array.from({ length: count }, (_, k) => rep[from + k]! * count + k).sort()
  const values = value.slice(from, to)
  const loads = load === null ? null : load.slice(from, to)
  for (let k = 0; k < count; k++) {
    const r = Math.floor(order[k]! / count)
    const at = order[k]! - r * count
    rep[from + k] = r
    value[from + k] = values[at]!
    if (load !== null && loads !== null) load[from + k] = loads[at]!
  }
}

/** Sorted by keys, pairs without room dropped, loads on an integer grid. Never touches the argument. */
export function canonicalProblem(problem: PlanProblem): CanonicalProblem {
  const { itemCount: n, repCount: m } = problem
  const itemOf = orderBy(problem.itemKeys, n)
  const repOf = orderBy(problem.repKeys, m)
  const byPair = problem.load
  const given = byPair ?? problem.itemLoad ?? new Float64Array(1).fill(1)
  const grid = loadGrid(given)

  const pairsIn = problem.rep.length
  const start = new Int32Array(n + 1)
  const rep = new Int32Array(pairsIn)
  const value = new Float64Array(pairsIn)
  const loadUnits = new Int32Array(byPair === undefined ? 0 : pairsIn)
  const itemUnits = new Int32Array(n)
  const tooLarge = new Uint8Array(n)
  const room = new Float64Array(m)
  for (let j = 0; j < m; j++) room[j] = Math.floor(effectiveCapacity(problem, j) * grid.factor + 1e-6)
  const fits = pairsThatFit(problem, grid.toUnits, room, itemOf, start, tooLarge)
  const pairs = start[n] as number
  // Nothing dropped and nothing in another order: copied in one go, a tenth of the time of looking at every pair.
  const asGiven =
    byPair === undefined &&
    pairs === pairsIn &&
    problem.itemKeys === undefined &&
    problem.repKeys === undefined
  if (asGiven) {
    rep.set(problem.rep)
    value.set(problem.value)
  }
  const rankOf = new Int32Array(m)
  for (let r = 0; r < m; r++) rankOf[repOf[r] as number] = r
  let divisor = 0
  let dependsOnRep = false
  itemUnits.fill(-1)
  let at = 0
  for (let c = 0; c < n; c++) {
    const i = itemOf[c] as number
    const own = byPair === undefined ? grid.toUnits(problem.itemLoad?.[i] ?? 1) : 0
    const from = at
    if (asGiven) {
      at = start[c + 1] as number
      if (at === from) continue
      itemUnits[c] = own
      if (own !== divisor) divisor = greatestCommonDivisor(own, divisor)
      sortByRep(from, at, rep, value, null)
      continue
    }
    for (let e = problem.start[i] as number; e < (problem.start[i + 1] as number); e++) {
      if (fits[e] === 0) continue
      rep[at] = rankOf[problem.rep[e] as number] as number
      value[at] = problem.value[e] as number
      const units = byPair === undefined ? own : grid.toUnits(byPair[e] as number)
      if (byPair !== undefined) loadUnits[at] = units
      if (itemUnits[c] === -1) itemUnits[c] = units
      else if (units !== itemUnits[c]) dependsOnRep = true
      if (units !== divisor) divisor = greatestCommonDivisor(units, divisor)
      at++
    }
    sortByRep(from, at, rep, value, byPair === undefined ? null : loadUnits)
  }
  const unit = Math.max(1, divisor)
  return finish(problem, {
    start,
    rep: rep.subarray(0, pairs),
    value: value.subarray(0, pairs),
    loadUnits,
    itemUnits,
    dependsOnRep,
    unit,
    factor: grid.factor,
    itemOf,
    repOf,
    tooLarge,
  })
}

interface Sorted {
  readonly start: Int32Array
  readonly rep: Int32Array
  readonly value: Float64Array
  readonly loadUnits: Int32Array
  readonly itemUnits: Int32Array
  readonly dependsOnRep: boolean
  readonly unit: number
  readonly factor: number
  readonly itemOf: Int32Array
  readonly repOf: Int32Array
  readonly tooLarge: Uint8Array
}

function finish(problem: PlanProblem, sorted: Sorted): CanonicalProblem {
  const { itemCount: n, repCount: m } = problem
  const { start, rep, unit, factor, itemUnits } = sorted
  const pairs = rep.length
  let isUnit = !sorted.dependsOnRep
  let hasZero = false
  for (let i = 0; i < n; i++) {
    if (start[i] === start[i + 1]) continue
    const units = itemUnits[i] as number
    if (units !== unit) isUnit = false
    if (units === 0) hasZero = true
  }
  // A load of zero has no value per unit of load, so it goes the way of loads by pair.
  const loads = isUnit ? 'unit' : sorted.dependsOnRep || hasZero ? 'by-pair' : 'by-item'
  let load: Int32Array | null = null
  if (loads !== 'unit') {
    load = new Int32Array(pairs)
    for (let i = 0; i < n; i++) {
      // An item without candidates supplies nothing.
      itemUnits[i] = start[i] === start[i + 1] ? 0 : (itemUnits[i] as number) / unit
      for (let e = start[i] as number; e < (start[i + 1] as number); e++) {
        load[e] =
          sorted.loadUnits.length > 0 ? (sorted.loadUnits[e] as number) / unit : (itemUnits[i] as number)
      }
    }
  }
  const capacity = new Int32Array(m)
  const floor = new Int32Array(m)
  let floors = 0
  for (let j = 0; j < m; j++) {
    const input = sorted.repOf[j] as number
    const units = (effectiveCapacity(problem, input) * factor) / unit
    capacity[j] = Math.min(2 * LOAD_LIMIT, Math.floor(units + 1e-6))
    const wanted = ((problem.floor?.[input] ?? 0) * factor) / unit
    floor[j] = Math.min(capacity[j] as number, Math.ceil(wanted - 1e-6))
    floors += floor[j] as number
  }
  return {
    itemCount: n,
    repCount: m,
    start,
    rep,
    value: sorted.value,
    load,
    itemLoad: loads === 'by-item' ? itemUnits : null,
    capacity,
    floor: floors > 0 ? floor : null,
    loadUnit: unit / factor,
    loads,
    itemOf: sorted.itemOf,
    repOf: sorted.repOf,
    tooLarge: sorted.tooLarge,
  }
}
