import type { WorkMeter } from './work-meter.ts'

/*
 * Indices below are inside their arrays by construction (CSR), hence the `!`.
 */

export interface LinearAssignment {
  /** Pair per item, −1 = waiting. */
  readonly owner: Int32Array
  /** Price per rep. */
  readonly prices: Float64Array
  readonly finished: boolean
}

/**
 * One item per rep at most: shortest augmenting paths after Jonker and Volgenant (1987), on candidate lists, with
 * waiting as a private way out of every item worth `waitValue`. Exact for integer values; for others exact but for
 * rounding. Dense 500 × 500 in a few milliseconds, where scaling would need ten times that.
 */
export function linearAssignment(
  itemCount: number,
  repCount: number,
  start: Int32Array,
  rep: Int32Array,
  value: Float64Array,
  waitValue: number,
  meter: WorkMeter,
): LinearAssignment {
  const prices = new Float64Array(repCount)
  const holder = new Int32Array(repCount).fill(-1)
  const owner = new Int32Array(itemCount).fill(-1)
  const todo = reduceRows(itemCount, start, rep, value, waitValue, prices, holder, owner, meter)
  const search = new PathSearch(repCount, start, rep, value, waitValue, prices, holder, owner)
  let finished = true
  for (const item of todo) {
    if (owner[item] !== -1) continue
    if (meter.spend(search.augment(item))) {
      finished = false
      break
    }
  }
  return { owner, prices, finished }
}

/** Two rounds of bidding without epsilon ("augmenting row reduction"); returns the items that still need a path. */
function reduceRows(
  itemCount: number,
  start: Int32Array,
  rep: Int32Array,
  value: Float64Array,
  waitValue: number,
  prices: Float64Array,
  holder: Int32Array,
  owner: Int32Array,
  meter: WorkMeter,
): Int32Array {
  let current = Int32Array.from({ length: itemCount }, (_, i) => i)
  const found = new Float64Array(2)
  for (let round = 0; round < 2; round++) {
    const left: number[] = []
    // An item thrown out bids again at once while prices rise; a hard stop keeps the round linear.
    let bids = 0
    for (let k = 0; k < current.length; k++) {
      let item = current[k]!
      for (;;) {
        const from = start[item]!
        const to = start[item + 1]!
        const arc = bestTwo(from, to, rep, value, prices, holder, waitValue, found)
        meter.spend(to - from)
        if (arc === -1) break
        const best = found[0]!
        const second = found[1]!
        const j = rep[arc]!
        const thrown = holder[j]!
        if (thrown !== -1 && (best === second || bids > 4 * itemCount)) {
          left.push(item)
          break
        }
        bids++
        // A free rep keeps its price at zero, else it could be left free at a price above zero in the end.
        if (thrown !== -1) prices[j]! += best - second
        holder[j] = item
        owner[item] = arc
        if (thrown === -1) break
        owner[thrown] = -1
        item = thrown
      }
    }
    current = Int32Array.from(left)
  }
  return current
}

/*
 * The loops over a row stand in functions of their own: small ones are compiled at once and once, while in the middle
 * of a large one they were compiled four times over, and a first call is half compiling.
 */

/** The pair an item bids for, −1 = none is worth more than waiting; its net worth and the second best go to `found`. */
function bestTwo(
  from: number,
  to: number,
  rep: Int32Array,
  value: Float64Array,
  prices: Float64Array,
  holder: Int32Array,
  waitValue: number,
  found: Float64Array,
): number {
  let best = waitValue
  let second = Number.NEGATIVE_INFINITY
  let arc = -1
  let isHeld = false
  for (let e = from; e < to; e++) {
    const j = rep[e]!
    const net = value[e]! - prices[j]!
    // Among equals a free rep is better: nobody has to move.
    if (net > best || (net === best && isHeld && holder[j] === -1)) {
      second = best
      best = net
      arc = e
      isHeld = holder[j] !== -1
    } else if (net > second) {
      second = net
    }
  }
  found[0] = best
  found[1] = second
  return arc
}

class PathSearch {
  private readonly start: Int32Array
  private readonly rep: Int32Array
  private readonly value: Float64Array
  private readonly waitValue: number
  private readonly prices: Float64Array
  private readonly holder: Int32Array
  private readonly owner: Int32Array
  private readonly distance: Float64Array
  private readonly viaArc: Int32Array
  private readonly viaItem: Int32Array
  /** 0 = not reached, 1 = reached, 2 = settled. */
  private readonly state: Uint8Array
  private readonly reached: Int32Array
  /** Reached reps as near as any can be now: they are settled one after another without looking for the nearest again. */
  private readonly nearest: Int32Array
  private nearestCount = 0
  private reachedCount = 0

  constructor(
    repCount: number,
    start: Int32Array,
    rep: Int32Array,
    value: Float64Array,
    waitValue: number,
    prices: Float64Array,
    holder: Int32Array,
    owner: Int32Array,
  ) {
    this.start = start
    this.rep = rep
    this.value = value
    this.waitValue = waitValue
    this.prices = prices
    this.holder = holder
    this.owner = owner
    this.distance = new Float64Array(repCount)
    this.viaArc = new Int32Array(repCount)
    this.viaItem = new Int32Array(repCount)
    this.state = new Uint8Array(repCount)
    this.reached = new Int32Array(repCount)
    this.nearest = new Int32Array(repCount)
  }

  /** Places `root` along the cheapest chain of moves, updates prices; returns the pairs looked at. */
  augment(root: number): number {
    const { start, rep, value, prices, holder, distance, state, reached, nearest, waitValue } = this
    let work = 0
    this.nearestCount = 0
    this.reachedCount = 0
    let item = root
    let offset = 0
    // The item that ends the chain by waiting, and what that costs.
    let waiter = -1
    let waiterDistance = Number.POSITIVE_INFINITY
    let end = -1
    let total = 0
    for (;;) {
      const from = start[item]!
      const to = start[item + 1]!
      work += to - from
      // Loss against what the item has now; the root has nothing, any common reference serves.
      const held = this.owner[item]!
      let reference = waitValue
      if (held !== -1) reference = value[held]! - prices[rep[held]!]!
      else for (let e = from; e < to; e++) reference = Math.max(reference, value[e]! - prices[rep[e]!]!)
      const toWait = offset + reference - waitValue
      if (toWait < waiterDistance) {
        waiterDistance = toWait
        waiter = item
      }
      end = this.relax(item, offset, reference)
      if (end !== -1 && offset < waiterDistance) {
        total = offset
        break
      }
      end = -1
      let next = -1
      if (this.nearestCount === 0) {
        let least = Number.POSITIVE_INFINITY
        const { reachedCount } = this
        let nearestCount = 0
        for (let k = 0; k < reachedCount; k++) {
          const j = reached[k]!
          if (state[j] !== 1) continue
          const d = distance[j]!
          if (d > least) continue
          if (d < least) {
            least = d
            nearestCount = 0
            next = -1
          }
          // Among equals a free rep ends the search.
          if (holder[j] === -1) next = next === -1 ? j : next
          else nearest[nearestCount++] = j
        }
        this.nearestCount = nearestCount
        work += reachedCount
      }
      if (next === -1 && this.nearestCount > 0) next = nearest[--this.nearestCount]!
      if (next === -1 || waiterDistance <= distance[next]!) {
        total = waiterDistance
        break
      }
      if (holder[next]! === -1) {
        end = next
        total = distance[next]!
        break
      }
      state[next] = 2
      offset = distance[next]!
      item = holder[next]!
    }
    for (let k = 0; k < this.reachedCount; k++) {
      const j = reached[k]!
      if (state[j] === 2) prices[j]! += total - distance[j]!
      state[j] = 0
    }
    this.flip(root, end, waiter)
    return work
  }

  /** Brings the reps of an item nearer where it leads to them; the free one that ends the search, or −1. */
  private relax(item: number, offset: number, reference: number): number {
    const { rep, value, prices, holder, distance, viaArc, viaItem, state, reached, nearest } = this
    const to = this.start[item + 1]!
    let { reachedCount, nearestCount } = this
    let end = -1
    for (let e = this.start[item]!; e < to; e++) {
      const j = rep[e]!
      if (state[j] === 2) continue
      const d = offset + reference - (value[e]! - prices[j]!)
      let known = Number.POSITIVE_INFINITY
      if (state[j] === 0) {
        state[j] = 1
        reached[reachedCount++] = j
      } else known = distance[j]!
      if (d >= known) continue
      distance[j] = d
      viaArc[j] = e
      viaItem[j] = item
      // Nothing can be nearer than the offset: a free rep there ends the search at once.
      if (d <= offset) {
        if (holder[j] === -1) {
          end = j
          break
        }
        // Who is that near already stands in the list, whatever the noise of the last digits.
        if (known > offset) nearest[nearestCount++] = j
      }
    }
    this.reachedCount = reachedCount
    this.nearestCount = nearestCount
    return end
  }

  /** Moves everybody one step along the chain that ends at rep `end`, or where `waiter` goes waiting. */
  private flip(root: number, end: number, waiter: number): void {
    const { rep, holder, owner, viaArc, viaItem } = this
    let column = end
    if (end === -1) {
      const freed = owner[waiter]!
      owner[waiter] = -1
      if (waiter === root) return
      column = rep[freed]!
    }
    for (;;) {
      const item = viaItem[column]!
      const before = owner[item]!
      owner[item] = viaArc[column]!
      holder[column] = item
      if (item === root) return
      column = rep[before]!
    }
  }
}
