import type { CanonicalProblem } from './canonical-problem.ts'

/*
 * Indices below are inside their arrays by construction (CSR), hence the `!`.
 */

/** Entries per item. Optimal plans seldom use a pair beyond the sixth net of price. */
export const LIST_SIZE = 6
/** Second to last choices worth sweeping over, per item: few moves over the others ever pay. */
const CLOSE_PER_ITEM = 0.2

/** Each item's best pairs net of price, best first, in a fixed stride: slot = item * LIST_SIZE + rank. */
export interface ShortLists {
  readonly count: Uint8Array
  /** Pair, rep (−1 = no entry), net worth, value and load of each slot: neighbours in memory for one item. */
  readonly pair: Int32Array
  readonly rep: Int32Array
  readonly net: Float64Array
  readonly value: Float64Array
  readonly load: Int32Array
  /** Slots that lose least against their item's first choice, in item order. */
  readonly close: Int32Array
  /** Mean loss of a second choice: the natural scale of the search's heat. */
  readonly typicalLoss: number
}

/** Builds the lists; the pair an item has in `start` is always on its list, also where it is not among the best. */
export function shortLists(
  problem: CanonicalProblem,
  prices: Float64Array,
  start: Int32Array,
  onlyGains: boolean,
): ShortLists {
  const n = problem.itemCount
  const lists = {
    count: new Uint8Array(n),
    pair: new Int32Array(n * LIST_SIZE).fill(-1),
    rep: new Int32Array(n * LIST_SIZE).fill(-1),
    net: new Float64Array(n * LIST_SIZE),
    value: new Float64Array(n * LIST_SIZE),
    load: new Int32Array(n * LIST_SIZE),
  }
  const { pair, net } = lists
  for (let i = 0; i < n; i++) {
    const from = i * LIST_SIZE
    let count = 0
    for (let e = problem.start[i]!; e < problem.start[i + 1]!; e++) {
      if (onlyGains && problem.value[e]! <= 0) continue
      const load = problem.load === null ? 1 : problem.load[e]!
      const worth = problem.value[e]! - load * prices[problem.rep[e]!]!
      if (count === LIST_SIZE) {
        if (net[from + count - 1]! >= worth) continue
        count--
      }
      let at = from + count++
      while (at > from && net[at - 1]! < worth) {
        net[at] = net[at - 1]!
        pair[at] = pair[at - 1]!
        at--
      }
      net[at] = worth
      pair[at] = e
    }
    const kept = start[i]!
    let listed = kept === -1
    for (let at = from; at < from + count; at++) if (pair[at] === kept) listed = true
    if (!listed) count = includeStart(problem, prices, lists, i, count, kept)
    lists.count[i] = count
    for (let at = from; at < from + count; at++) {
      const e = pair[at]!
      lists.rep[at] = problem.rep[e]!
      lists.value[at] = problem.value[e]!
      lists.load[at] = problem.load === null ? 1 : problem.load[e]!
    }
  }
  const typicalLoss = meanSecondLoss(lists.count, net)
  return { ...lists, typicalLoss, close: closeSlots(lists.count, net, typicalLoss) }
}

function includeStart(
  problem: CanonicalProblem,
  prices: Float64Array,
  lists: { readonly pair: Int32Array; readonly net: Float64Array },
  item: number,
  count: number,
  kept: number,
): number {
  const at = item * LIST_SIZE + Math.min(count, LIST_SIZE - 1)
  const load = problem.load === null ? 1 : problem.load[kept]!
  lists.pair[at] = kept
  lists.net[at] = problem.value[kept]! - load * prices[problem.rep[kept]!]!
  return Math.min(count + 1, LIST_SIZE)
}

function meanSecondLoss(count: Uint8Array, net: Float64Array): number {
  let sum = 0
  let items = 0
  for (let i = 0; i < count.length; i++) {
    if (count[i]! < 2) continue
    sum += Math.max(0, net[i * LIST_SIZE]! - net[i * LIST_SIZE + 1]!)
    items++
  }
  return items === 0 ? 1 : Math.max(1e-9, sum / items)
}

/** The cut is read off a histogram of 1,024 steps: linear time, and the same for any order of items. */
function closeSlots(count: Uint8Array, net: Float64Array, typicalLoss: number): Int32Array {
  const steps = new Int32Array(1025)
  const width = typicalLoss / 256
  const stepOf = (i: number, s: number): number =>
    Math.min(1024, Math.max(0, Math.floor((net[i * LIST_SIZE]! - net[i * LIST_SIZE + s]!) / width)))
  for (let i = 0; i < count.length; i++) for (let s = 1; s < count[i]!; s++) steps[stepOf(i, s)]!++
  const wanted = CLOSE_PER_ITEM * count.length
  let cut = 0
  let size = 0
  while (cut < 1024 && size < wanted) size += steps[cut++]!
  const close = new Int32Array(size)
  let k = 0
  for (let i = 0; i < count.length; i++) {
    for (let s = 1; s < count[i]!; s++) if (stepOf(i, s) < cut) close[k++] = i * LIST_SIZE + s
  }
  return close
}
