import type { WorkMeter } from './work-meter.ts'

/*
 * Indices below are inside their arrays by construction (CSR built by `canonical-problem.ts`), hence the `!`:
 * a bounds check per candidate would cost a third of the running time.
 */

/** A transportation problem in integers (held exactly in doubles): items supply units, reps take them. */
export interface TransportProblem {
  readonly itemCount: number
  readonly repCount: number
  /** CSR: candidates of item i are start[i] .. start[i+1]-1. */
  readonly start: Int32Array
  readonly rep: Int32Array
  /** Integer value per unit of supply, already multiplied by the exactness factor. */
  readonly value: Float64Array
  /** Units each item supplies; null = one each. */
  readonly supply: Int32Array | null
  readonly capacity: Int32Array
  readonly floor: Int32Array | null
  /** What a unit left waiting is worth: 0, or a large negative number where everything must be placed. */
  readonly waitValue: number
  /** What a unit missing to a floor costs; above anything values can make good. */
  readonly floorPenalty: number
}

export interface TransportResult {
  /** Price of a unit per rep, relative to waiting; below zero only where a floor pulls. */
  readonly prices: Float64Array
  /** Units per candidate pair. */
  readonly flow: Int32Array
  /** True when it ended within `epsilonEnd`, false when the meter stopped it. */
  readonly finished: boolean
}

export interface TransportStart {
  /** Prices per rep from an earlier run, in multiplied integers. */
  readonly prices?: Float64Array
  readonly epsilon: number
  readonly epsilonEnd: number
  readonly alpha: number
}

/**
 * Cost-scaling push-relabel specialised to two layers, in the double-push form of Goldberg and Kennedy (1995)
 * and of Bertsekas and Castañon's auction for transportation problems (1989): a unit goes to its best rep and
 * remembers the price up to which it would stay; an overfull rep sends away whoever would leave first, at that
 * price. A slack row and a waiting column make the problem balanced, so prices of an earlier phase (or of
 * yesterday) are a legal start. Per rep only the held units are touched, in a heap, never all of its candidates.
 */
export class TransportSolver {
  private readonly p: TransportProblem
  private readonly meter: WorkMeter
  private readonly waiting: number
  private readonly columns: number
  private readonly prices: Float64Array
  private readonly room: Float64Array
  /** Units per arc: pairs, then one waiting arc per item, then slack arcs. */
  private readonly flow: Int32Array
  private readonly excess: Int32Array
  private readonly pairItem: Int32Array
  private readonly slackColumn: Int32Array
  private readonly slackValue: Float64Array
  private readonly slackCap: Float64Array
  private slackExcess: number
  /** Overfull columns, first in first out; each is in it at most once, so columns + 1 places are enough. */
  private readonly ring: Int32Array
  private readonly queued: Uint8Array
  private ringHead = 0
  private ringTail = 0
  private readonly heapKey: Float64Array[]
  private readonly heapArc: Int32Array[]
  private readonly heapSize: Int32Array
  /** Out-parameters of a scan: [best, second]. A field of two doubles would be boxed on every store. */
  private readonly scanned = new Float64Array(2)
  private bestArc = -1
  private epsilon = 1

  constructor(problem: TransportProblem, meter: WorkMeter) {
    this.p = problem
    this.meter = meter
    const { itemCount: n, repCount: m, start, supply, capacity, floor } = problem
    const pairs = start[n]!
    this.waiting = m
    this.columns = m + 1
    this.prices = new Float64Array(m + 1)
    this.excess = new Int32Array(n)
    this.ring = new Int32Array(m + 2)
    this.queued = new Uint8Array(m + 1)
    this.pairItem = new Int32Array(pairs)
    const demandOf = new Float64Array(m)
    let demand = 0
    for (let i = 0; i < n; i++) {
      const units = supply === null ? 1 : supply[i]!
      demand += units
      for (let e = start[i]!; e < start[i + 1]!; e++) {
        this.pairItem[e] = i
        demandOf[problem.rep[e]!]! += units
      }
    }
    const slackColumn: number[] = []
    const slackValue: number[] = []
    const slackCap: number[] = []
    this.room = new Float64Array(m + 1)
    let slack = 0
    for (let j = 0; j < m; j++) {
      const floorUnits = floor === null ? 0 : floor[j]!
      // Capacity nobody could ever use would only give the slack row work. One unit of it stays, so that an
      // unlimited rep's price is pinned to zero.
      const cap = Math.max(Math.min(capacity[j]!, demandOf[j]! + 1), floorUnits)
      this.room[j] = cap
      slack += cap
      if (cap - floorUnits > 0) {
        slackColumn.push(j)
        slackValue.push(0)
        slackCap.push(cap - floorUnits)
      }
      if (floorUnits > 0) {
        slackColumn.push(j)
        slackValue.push(-problem.floorPenalty)
        slackCap.push(floorUnits)
      }
    }
    this.room[m] = demand
    slackColumn.push(m)
    slackValue.push(0)
    slackCap.push(slack)
    this.slackColumn = Int32Array.from(slackColumn)
    this.slackValue = Float64Array.from(slackValue)
    this.slackCap = Float64Array.from(slackCap)
    this.slackExcess = slack
    this.flow = new Int32Array(pairs + n + slackColumn.length)
    this.heapKey = []
    this.heapArc = []
    for (let j = 0; j <= m; j++) {
      const guess = Math.min(Math.max(4, this.room[j]! + 2), j < m ? 512 : n + 2)
      this.heapKey.push(new Float64Array(guess))
      this.heapArc.push(new Int32Array(guess))
    }
    this.heapSize = new Int32Array(m + 1)
  }

  solve(from: TransportStart): TransportResult {
    if (from.prices !== undefined) this.prices.set(from.prices)
    this.epsilon = from.epsilon
    for (;;) {
      if (!this.refine()) return this.result(false)
      if (this.epsilon <= from.epsilonEnd) return this.result(true)
      const next = this.epsilon / from.alpha
      // Whole numbers as long as they last; below one, powers of two: every price stays exact in a double.
      this.epsilon = Math.max(from.epsilonEnd, next >= 1 ? Math.floor(next) : next)
    }
  }

  /** One more phase at a finer epsilon (a power of two), to close what is left of a certificate. */
  refineTo(epsilon: number): TransportResult {
    this.epsilon = epsilon
    return this.result(this.refine())
  }

  private result(finished: boolean): TransportResult {
    const { itemCount: n, repCount: m, start } = this.p
    const base = this.prices[m]!
    const prices = new Float64Array(m)
    for (let j = 0; j < m; j++) {
      const relative = this.prices[j]! - base
      prices[j] = relative < 0 && (this.p.floor === null || this.p.floor[j] === 0) ? 0 : relative
    }
    return { prices, flow: this.flow.subarray(0, start[n]!), finished }
  }

  /** One phase: keeps what is near-optimal at the new epsilon, then settles everything else. False = stopped. */
  private refine(): boolean {
    this.release()
    const { itemCount: n } = this.p
    const { ring, queued } = this
    for (let i = 0; i < n; i++) if (this.excess[i]! > 0) this.settleItem(i)
    this.settleSlack()
    while (this.ringHead !== this.ringTail) {
      const column = ring[this.ringHead]!
      this.ringHead = this.ringHead === this.columns ? 0 : this.ringHead + 1
      queued[column] = 0
      this.discharge(column)
      if (this.meter.stopped) return false
    }
    return true
  }

  private enqueue(column: number): void {
    if (this.queued[column] === 1) return
    this.queued[column] = 1
    this.ring[this.ringTail] = column
    this.ringTail = this.ringTail === this.columns ? 0 : this.ringTail + 1
  }

  /** Recomputes every held unit's limit at the new epsilon; units below it are set free. */
  private release(): void {
    const { itemCount: n, repCount: m, start, supply } = this.p
    const { excess, heapSize } = this
    heapSize.fill(0)
    let units = 0
    for (let i = 0; i < n; i++) {
      const assigned = this.assignedUnits(i)
      excess[i] = (supply === null ? 1 : supply[i]!) - assigned
      if (assigned === 0) continue
      excess[i]! += this.releaseItem(i)
      units += start[i + 1]! - start[i]!
    }
    this.releaseSlack()
    for (let j = 0; j <= m; j++) this.heapify(j)
    this.meter.spend(units)
  }

  private assignedUnits(i: number): number {
    const { start, itemCount } = this.p
    const { flow } = this
    const to = start[i + 1]!
    let assigned = flow[start[itemCount]! + i]!
    for (let e = start[i]!; e < to; e++) assigned += flow[e]!
    return assigned
  }

  /** The units of one item that are set free. A function of its own: in the middle of the loop it was compiled five times. */
  private releaseItem(i: number): number {
    const { repCount: m, start, rep, itemCount } = this.p
    const { flow, prices, room, epsilon, scanned } = this
    const waitArc = start[itemCount]! + i
    const to = start[i + 1]!
    this.scan(i, -1)
    const best = scanned[0]!
    const second = scanned[1]!
    const { bestArc } = this
    let freed = 0
    for (let e = start[i]!; e <= to; e++) {
      const arc = e === to ? waitArc : e
      const held = flow[arc]!
      if (held === 0) continue
      const column = e === to ? m : rep[e]!
      const limit = this.worthOf(arc) - (arc === bestArc ? second : best) + epsilon
      if (limit >= prices[column]!) {
        this.append(column, arc, limit)
      } else {
        flow[arc] = 0
        room[column]! += held
        freed += held
      }
    }
    return freed
  }

  private releaseSlack(): void {
    const { slackColumn, slackValue, flow, prices, room, epsilon, scanned } = this
    const base = this.p.start[this.p.itemCount]! + this.p.itemCount
    this.scanSlack(-1)
    const best = scanned[0]!
    const second = scanned[1]!
    const bestArc = this.bestArc
    for (let a = 0; a < slackColumn.length; a++) {
      const held = flow[base + a]!
      if (held === 0) continue
      const column = slackColumn[a]!
      const limit = slackValue[a]! - (a === bestArc ? second : best) + epsilon
      if (limit >= prices[column]!) {
        this.append(column, base + a, limit)
      } else {
        flow[base + a] = 0
        room[column]! += held
        this.slackExcess += held
      }
    }
  }

  /** Best and second best net worth of a unit of item i, over its reps and waiting, without column `skip`. */
  private scan(i: number, skip: number): void {
    const { start, rep, value, waitValue, repCount } = this.p
    const prices = this.prices
    const to = start[i + 1]!
    let best = Number.NEGATIVE_INFINITY
    let second = Number.NEGATIVE_INFINITY
    let arc = -1
    if (skip !== repCount) {
      best = waitValue - prices[repCount]!
      arc = start[this.p.itemCount]! + i
    }
    for (let e = start[i]!; e < to; e++) {
      const column = rep[e]!
      const net = value[e]! - prices[column]!
      if (net > second && column !== skip) {
        if (net > best) {
          second = best
          best = net
          arc = e
        } else {
          second = net
        }
      }
    }
    this.scanned[0] = best
    this.scanned[1] = second
    this.bestArc = arc
  }

  private scanSlack(skipArc: number): void {
    const { slackColumn, slackValue, slackCap, flow, prices } = this
    const base = this.p.start[this.p.itemCount]! + this.p.itemCount
    let best = Number.NEGATIVE_INFINITY
    let second = Number.NEGATIVE_INFINITY
    let arc = -1
    for (let a = 0; a < slackColumn.length; a++) {
      if (a === skipArc || flow[base + a]! >= slackCap[a]!) continue
      const net = slackValue[a]! - prices[slackColumn[a]!]!
      if (net > best) {
        second = best
        best = net
        arc = a
      } else if (net > second) {
        second = net
      }
    }
    this.scanned[0] = best
    this.scanned[1] = second
    this.bestArc = arc
    this.meter.spend(slackColumn.length)
  }

  private settleItem(i: number): void {
    const units = this.excess[i]!
    this.excess[i] = 0
    this.scan(i, -1)
    this.meter.spend(this.p.start[i + 1]! - this.p.start[i]! + 1)
    this.hold(this.bestArc, units, this.scanned[1]!)
  }

  private settleSlack(): void {
    const { slackCap, flow } = this
    const base = this.p.start[this.p.itemCount]! + this.p.itemCount
    while (this.slackExcess > 0) {
      this.scanSlack(-1)
      const arc = this.bestArc
      const units = Math.min(this.slackExcess, slackCap[arc]! - flow[base + arc]!)
      this.slackExcess -= units
      this.hold(base + arc, units, this.scanned[1]!)
    }
  }

  /** Gives `units` over `arc` to its column; they would stay up to the price where `second` becomes better. */
  private hold(arc: number, units: number, second: number): void {
    const column = this.columnOf(arc)
    const limit = this.worthOf(arc) - second + this.epsilon
    const before = this.flow[arc]!
    this.flow[arc] = before + units
    // Already in the heap: its older limit is lower, and a lower limit is always legal.
    if (before === 0) this.push(column, arc, limit)
    this.room[column]! -= units
    if (this.room[column]! < 0) this.enqueue(column)
  }

  private columnOf(arc: number): number {
    const pairs = this.pairItem.length
    if (arc < pairs) return this.p.rep[arc]!
    const n = this.p.itemCount
    return arc < pairs + n ? this.waiting : this.slackColumn[arc - pairs - n]!
  }

  private worthOf(arc: number): number {
    const pairs = this.pairItem.length
    if (arc < pairs) return this.p.value[arc]!
    const n = this.p.itemCount
    return arc < pairs + n ? this.p.waitValue : this.slackValue[arc - pairs - n]!
  }

  /** Sends away units until the column is no longer overfull, cheapest leavers first. */
  private discharge(column: number): void {
    const { prices, room, flow, scanned, epsilon, pairItem } = this
    const pairs = pairItem.length
    const n = this.p.itemCount
    const { start } = this.p
    let work = 0
    while (room[column]! < 0) {
      const keys = this.heapKey[column]!
      const arc = this.heapArc[column]![0]!
      const isSlack = arc >= pairs + n
      const item = arc < pairs ? pairItem[arc]! : arc - pairs
      if (isSlack) {
        this.scanSlack(arc - pairs - n)
      } else {
        this.scan(item, column)
        work += start[item + 1]! - start[item]! + 8
      }
      const alternative = scanned[0]!
      const second = scanned[1]!
      const alternativeArc = this.bestArc
      const worth = this.worthOf(arc)
      const limit = worth - alternative + epsilon
      const size = this.heapSize[column]!
      let next = Number.POSITIVE_INFINITY
      if (size > 1) next = keys[1]!
      if (size > 2 && keys[2]! < next) next = keys[2]!
      keys[0] = limit
      if (limit > next) {
        // The limit was stale: it would stay longer than the next one.
        this.siftDown(column, 0)
        continue
      }
      const held = flow[arc]!
      let leaving = Math.min(held, -room[column]!)
      if (limit > prices[column]!) prices[column] = limit
      const here = worth - prices[column]!
      if (isSlack) {
        const to = alternativeArc
        leaving = Math.min(leaving, this.slackCap[to]! - flow[pairs + n + to]!)
      }
      flow[arc] = held - leaving
      room[column]! += leaving
      if (leaving === held) this.pop(column)
      this.hold(isSlack ? pairs + n + alternativeArc : alternativeArc, leaving, second > here ? second : here)
    }
    this.meter.spend(work)
  }

  private append(column: number, arc: number, key: number): void {
    const size = this.heapSize[column]!
    if (size === this.heapKey[column]!.length) this.grow(column)
    this.heapKey[column]![size] = key
    this.heapArc[column]![size] = arc
    this.heapSize[column] = size + 1
  }

  private grow(column: number): void {
    const keys = new Float64Array(this.heapKey[column]!.length * 2)
    keys.set(this.heapKey[column]!)
    this.heapKey[column] = keys
    const arcs = new Int32Array(keys.length)
    arcs.set(this.heapArc[column]!)
    this.heapArc[column] = arcs
  }

  private heapify(column: number): void {
    for (let k = (this.heapSize[column]! >> 1) - 1; k >= 0; k--) this.siftDown(column, k)
  }

  private push(column: number, arc: number, key: number): void {
    this.append(column, arc, key)
    const keys = this.heapKey[column]!
    const arcs = this.heapArc[column]!
    let k = this.heapSize[column]! - 1
    while (k > 0) {
      const parent = (k - 1) >> 1
      if (keys[parent]! <= key) break
      keys[k] = keys[parent]!
      arcs[k] = arcs[parent]!
      k = parent
    }
    keys[k] = key
    arcs[k] = arc
  }

  private pop(column: number): void {
    const last = this.heapSize[column]! - 1
    this.heapSize[column] = last
    if (last === 0) return
    this.heapKey[column]![0] = this.heapKey[column]![last]!
    this.heapArc[column]![0] = this.heapArc[column]![last]!
    this.siftDown(column, 0)
  }

  private siftDown(column: number, from: number): void {
    const keys = this.heapKey[column]!
    const arcs = this.heapArc[column]!
    const size = this.heapSize[column]!
    const key = keys[from]!
    const arc = arcs[from]!
    let k = from
    for (;;) {
      let child = 2 * k + 1
      if (child >= size) break
      if (child + 1 < size && keys[child + 1]! < keys[child]!) child++
      if (keys[child]! >= key) break
      keys[k] = keys[child]!
      arcs[k] = arcs[child]!
      k = child
    }
    keys[k] = key
    arcs[k] = arc
  }
}
