import { mix32 } from '../../random/index.ts'
import type { CanonicalProblem } from './canonical-problem.ts'
import { NEGATIVE_LOG } from './exponential-table.ts'
import type { WorkMeter } from './work-meter.ts'

/*
 * Indices below are inside their arrays by construction (CSR), hence the `!`.
 */

export interface SearchInput {
  readonly problem: CanonicalProblem
  /** Prices per canonical load unit: they say which pairs are worth trying. */
  readonly prices: Float64Array
  readonly start: Int32Array
  readonly all: boolean
  /** What a missing floor unit costs. */
  readonly floorPenalty: number
  readonly seed: number
  readonly meter: WorkMeter
  /** Ends the search once the plan is worth this much. */
  readonly goal: number
}

const SHORT_LIST = 6
const DEEPEST_CHAIN = 4
/** A proposal takes about as long as looking at this many pairs. */
const UNITS_PER_PROPOSAL = 16

/**
 * Annealing over ejection chains for items of different load (after Yagiura, Ibaraki and Glover 2004/2006, who
 * guide chains by Lagrangian reduced values; here accepted by Metropolis instead of tabu). One move puts an item on
 * one of its six best reps net of price; if that overfills the rep, an item there has to leave for one of its own,
 * and so on up to four deep; whoever cannot go anywhere waits. Capacity holds after every move. Under `all` a
 * waiting item costs a penalty that grows while plans stay incomplete. Cycles grow by half each, whatever the
 * budget, so a longer run begins with exactly the shorter one.
 */
export class LocalSearch {
  private readonly input: SearchInput
  private readonly n: number
  private readonly weight: Int32Array
  private readonly used: Float64Array
  private readonly owner: Int32Array
  private readonly best: Int32Array
  private bestScore = Number.NEGATIVE_INFINITY
  private bestWaiting = Number.POSITIVE_INFINITY
  private score = 0
  private waitingCount = 0
  private readonly waitingList: Int32Array
  private readonly place: Int32Array
  private readonly held: Int32Array[]
  private readonly heldCount: Int32Array
  private readonly shortStart: Int32Array
  private readonly shortArc: Int32Array
  private readonly journalItem = new Int32Array(64)
  private readonly journalArc = new Int32Array(64)
  private journalSize = 0
  private waitCost: number
  private state: number

  constructor(input: SearchInput) {
    const { problem } = input
    this.input = input
    this.n = problem.itemCount
    this.weight = problem.load ?? new Int32Array(problem.rep.length).fill(1)
    this.used = new Float64Array(problem.repCount)
    this.owner = new Int32Array(this.n).fill(-1)
    this.best = new Int32Array(this.n).fill(-1)
    this.place = new Int32Array(this.n)
    this.held = Array.from({ length: problem.repCount }, () => new Int32Array(8))
    this.heldCount = new Int32Array(problem.repCount)
    this.waitingList = new Int32Array(this.n)
    this.shortStart = new Int32Array(this.n + 1)
    this.shortArc = this.shortLists()
    this.state = mix32(input.seed) | 0
    this.waitCost = input.all ? this.typicalLoss() * 20 + 1 : 0
    let floorMissing = 0
    const { floor } = problem
    if (floor !== null) for (const units of floor) floorMissing += units
    this.score = -floorMissing * input.floorPenalty
    for (let i = 0; i < this.n; i++) {
      if (problem.start[i] === problem.start[i + 1]) continue
      this.enterWaiting(i)
      this.score -= this.waitCost
      const arc = input.start[i]!
      if (arc !== -1) this.score += this.move(i, arc)
    }
    this.keepBest()
  }

  /** The best plan met: pair per item. */
  run(): Int32Array {
    const { meter, goal } = this.input
    const first = Math.max(2_000, 30 * this.n)
    let proposals = first
    const typical = this.typicalLoss()
    for (let cycle = 0; this.candidates() > 0; cycle++) {
      // Hot enough to leave a valley, cooler each time up to the fourth, then the same four again.
      const heat = typical * HEAT[cycle % HEAT.length]!
      if (!this.cycle(proposals, heat)) break
      if (this.bestWaiting === 0 && this.bestScore >= goal) break
      if (meter.stopped) break
      if (this.input.all && this.waitingCount > 0) this.raiseWaitCost()
      proposals = Math.ceil(proposals * 1.5)
      this.restoreBest()
    }
    return this.best
  }

  private candidates(): number {
    return this.shortArc.length
  }

  /** One cooling from `heat` to zero; false = stopped. */
  private cycle(proposals: number, heat: number): boolean {
    const { meter, goal } = this.input
    const every = 256
    const look = Math.max(every, this.n)
    let sinceLook = 0
    for (let done = 0; done < proposals; done += every) {
      const left = 1 - done / proposals
      const temperature = heat * left * left
      for (let k = 0; k < every; k++) this.propose(temperature)
      sinceLook += every
      if (sinceLook >= look) {
        sinceLook = 0
        this.keepBest()
        if (this.bestWaiting === 0 && this.bestScore >= goal) return true
      }
      if (meter.spend(every * UNITS_PER_PROPOSAL)) {
        this.keepBest()
        return false
      }
    }
    this.keepBest()
    return true
  }

  private propose(temperature: number): void {
    const i = this.pickItem()
    const from = this.shortStart[i]!
    const count = this.shortStart[i + 1]! - from
    if (count === 0) return
    const arc = this.shortArc[from + this.random(count)]!
    if (arc === this.owner[i]) return
    this.journalSize = 0
    const threshold = -temperature * NEGATIVE_LOG[this.random(4096)]!
    let gain = this.move(i, arc)
    gain += this.makeRoom(this.input.problem.rep[arc]!, i)
    if (gain >= threshold && this.fits(i)) this.score += gain
    else this.undo()
  }

  /** After chains that ran into their depth limit some rep may still be overfull: such a move is refused. */
  private fits(first: number): boolean {
    const { rep, capacity } = this.input.problem
    for (let k = 0; k < this.journalSize; k++) {
      const arc = this.owner[this.journalItem[k]!]!
      if (arc !== -1 && this.used[rep[arc]!]! > capacity[rep[arc]!]!) return false
    }
    return first >= 0
  }

  /** Sends items away until `column` fits; `mover` and everybody already moved stays. Returns the change in score. */
  private makeRoom(from: number, mover: number): number {
    const { problem } = this.input
    const { rep, capacity } = problem
    let column = from
    let total = 0
    let last = mover
    for (let depth = 0; depth < DEEPEST_CHAIN; depth++) {
      if (this.used[column]! <= capacity[column]!) return total
      const leaver = this.pickLeaver(column, last, this.used[column]! - capacity[column]!)
      if (leaver === -1) return total
      const arc = this.chooseExit(leaver, column, depth === DEEPEST_CHAIN - 1)
      total += this.move(leaver, arc)
      last = leaver
      if (this.used[column]! <= capacity[column]! && arc !== -1) column = rep[arc]!
    }
    return total
  }

  /** Of three random items held there, the one whose leaving frees enough and costs least net of price. */
  private pickLeaver(column: number, last: number, needed: number): number {
    const held = this.held[column]!
    const count = this.heldCount[column]!
    let chosen = -1
    let chosenCost = Number.POSITIVE_INFINITY
    for (let tries = 0; tries < 3; tries++) {
      const k = held[this.random(count)]!
      if (k === last || k === chosen || this.moved(k)) continue
      const arc = this.owner[k]!
      const freed = this.weight[arc]!
      let cost = this.net(arc) - this.exitWorth(k, column)
      // Freeing too little means a second leaver, freeing too much leaves the rep idle.
      const price = this.input.prices[column]!
      cost += freed < needed ? (needed - freed) * price * 2 : (freed - needed) * price * 0.5
      if (cost < chosenCost) {
        chosenCost = cost
        chosen = k
      }
    }
    return chosen
  }

  private moved(item: number): boolean {
    for (let k = 0; k < this.journalSize; k++) if (this.journalItem[k] === item) return true
    return false
  }

  /** Value of a pair less what its load costs at the prices. */
  private net(arc: number): number {
    const { value, rep } = this.input.problem
    return value[arc]! - this.weight[arc]! * this.input.prices[rep[arc]!]!
  }

  /** The best an item could get elsewhere, net of price; room is not asked for. */
  private exitWorth(item: number, column: number): number {
    const { rep } = this.input.problem
    for (let s = this.shortStart[item]!; s < this.shortStart[item + 1]!; s++) {
      const arc = this.shortArc[s]!
      if (rep[arc] !== column) return this.net(arc)
    }
    return -this.waitCost
  }

  /** Where a leaver goes: the best rep with room, else (not at the end of a chain) a full one, else waiting = −1. */
  private chooseExit(item: number, column: number, lastStep: boolean): number {
    const { rep, capacity, value } = this.input.problem
    let withRoom = -1
    let full = -1
    for (let s = this.shortStart[item]!; s < this.shortStart[item + 1]!; s++) {
      const arc = this.shortArc[s]!
      const j = rep[arc]!
      if (j === column) continue
      if (this.used[j]! + this.weight[arc]! <= capacity[j]!) {
        if (withRoom === -1 || value[arc]! > value[withRoom]!) withRoom = arc
      } else if (full === -1) full = arc
    }
    if (withRoom !== -1 && (lastStep || full === -1 || this.random(4) !== 0)) {
      return value[withRoom]! > -this.waitCost ? withRoom : -1
    }
    if (lastStep || full === -1) return -1
    if (withRoom === -1 && this.random(8) === 0) return -1
    return full
  }

  /** Moves an item to a pair (−1 = waiting), noting it in the journal; returns the change in score. */
  private move(item: number, arc: number): number {
    const size = this.journalSize
    if (size < this.journalItem.length) {
      this.journalItem[size] = item
      this.journalArc[size] = this.owner[item]!
      this.journalSize = size + 1
    }
    return this.place_(item, arc)
  }

  private place_(item: number, arc: number): number {
    const { value, rep } = this.input.problem
    const before = this.owner[item]!
    let gain = 0
    if (before === -1) {
      gain += this.waitCost
      this.leaveWaiting(item)
    } else {
      gain -= value[before]!
      gain += this.addLoad(rep[before]!, -this.weight[before]!)
      this.release(item, rep[before]!)
    }
    this.owner[item] = arc
    if (arc === -1) {
      gain -= this.waitCost
      this.enterWaiting(item)
    } else {
      gain += value[arc]! + this.addLoad(rep[arc]!, this.weight[arc]!)
      this.take(item, rep[arc]!)
    }
    return gain
  }

  private undo(): void {
    for (let k = this.journalSize - 1; k >= 0; k--) this.place_(this.journalItem[k]!, this.journalArc[k]!)
  }

  private addLoad(column: number, units: number): number {
    const { floor } = this.input.problem
    const before = this.used[column]!
    this.used[column] = before + units
    if (floor === null) return 0
    const wanted = floor[column]!
    const missing = Math.max(0, wanted - before) - Math.max(0, wanted - before - units)
    return missing * this.input.floorPenalty
  }

  private take(item: number, column: number): void {
    const count = this.heldCount[column]!
    let held = this.held[column]!
    if (count === held.length) {
      held = new Int32Array(2 * count)
      held.set(this.held[column]!)
      this.held[column] = held
    }
    held[count] = item
    this.place[item] = count
    this.heldCount[column] = count + 1
  }

  private release(item: number, column: number): void {
    const held = this.held[column]!
    const last = this.heldCount[column]! - 1
    const at = this.place[item]!
    const other = held[last]!
    held[at] = other
    this.place[other] = at
    this.heldCount[column] = last
  }

  private enterWaiting(item: number): void {
    this.waitingList[this.waitingCount] = item
    this.place[item] = this.waitingCount++
    }

  private leaveWaiting(item: number): void {
    const last = --this.waitingCount
    const at = this.place[item]!
    const other = this.waitingList[last]!
    this.waitingList[at] = other
    this.place[other] = at
  }

  private pickItem(): number {
    if (this.waitingCount > 0 && this.random(8) === 0) return this.waitingList[this.random(this.waitingCount)]!
    return this.random(this.n)
  }

  /** Integer in [0, bound): counter through the MurmurHash3 finaliser, as `random/stream.ts`, kept in 32 bits. */
  private random(bound: number): number {
    this.state = (this.state + 0x9e3779b9) | 0
    let h = this.state
    h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
    h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
    h ^= h >>> 16
    return ((h >>> 1) % bound) | 0
  }

  private keepBest(): void {
    const waiting = this.input.all ? this.waitingCount : 0
    // Under `all` the penalty differs from cycle to cycle: compare what is placed first, then the bare value.
    const bare = this.score + (this.input.all ? waiting * this.waitCost : 0)
    if (waiting > this.bestWaiting) return
    if (waiting === this.bestWaiting && bare <= this.bestScore) return
    this.bestWaiting = waiting
    this.bestScore = bare
    this.best.set(this.owner)
  }

  private restoreBest(): void {
    for (let i = 0; i < this.n; i++) {
      if (this.owner[i] === this.best[i]) continue
      const { start } = this.input.problem
      if (start[i] === start[i + 1]) continue
      this.score += this.place_(i, this.best[i]!)
    }
  }

  private raiseWaitCost(): void {
    this.score -= this.waitingCount * this.waitCost
    this.waitCost *= 2
  }

  /** Each item's best pairs net of price, best first; without `all` none that is worth nothing at all. */
  private shortLists(): Int32Array {
    const { start, value } = this.input.problem
    const { all, problem } = this.input
    const arcs: number[] = []
    for (let i = 0; i < this.n; i++) {
      const from = arcs.length
      for (let e = start[i]!; e < start[i + 1]!; e++) {
        if (!all && problem.floor === null && value[e]! <= 0) continue
        const x = this.net(e)
        let at = arcs.length
        if (at - from === SHORT_LIST) {
          if (this.net(arcs[at - 1]!) >= x) continue
          at--
        }
        while (at > from && this.net(arcs[at - 1]!) < x) {
          arcs[at] = arcs[at - 1]!
          at--
        }
        arcs[at] = e
      }
      this.shortStart[i + 1] = arcs.length
    }
    return Int32Array.from(arcs)
  }

  /** Mean loss of a second choice: the natural scale of the heat. */
  private typicalLoss(): number {
    let sum = 0
    let count = 0
    for (let i = 0; i < this.n; i++) {
      const from = this.shortStart[i]!
      if (this.shortStart[i + 1]! - from < 2) continue
      sum += this.net(this.shortArc[from]!) - this.net(this.shortArc[from + 1]!)
      count++
    }
    return count === 0 ? 1 : Math.max(1e-9, sum / count)
  }
}

const HEAT = [0.5, 0.3, 0.2, 0.1] as const
