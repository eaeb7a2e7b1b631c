import { mix32 } from '../../random/index.ts'
import type { CanonicalProblem } from './canonical-problem.ts'
import { NEGATIVE_LOG } from './exponential-table.ts'
import { LIST_SIZE, type ShortLists, shortLists } from './short-lists.ts'
import type { WorkMeter } from './work-meter.ts'

/*
 * Indices below are inside their arrays by construction, hence the `!`.
 */

export interface SearchInput {
  readonly problem: CanonicalProblem
  /** Prices per canonical load unit: they say which pairs are worth trying. */
  readonly prices: Float64Array
  /** A plan within capacity: pair per item, −1 = waiting. */
  readonly start: Int32Array
  readonly all: boolean
  /** What a missing floor unit costs. */
  readonly floorPenalty: number
  readonly seed: number
  readonly meter: WorkMeter
  /** Ends the search once a complete plan is worth this much. */
  readonly goal: number
}

const DEEPEST_CHAIN = 4
const LEAVERS_TRIED = 3
/** A proposal takes about as long as looking at this many pairs. */
const UNITS_PER_PROPOSAL = 5
const BATCH = 256
/** Heat at the start of a cycle, as a share of the typical loss of a second choice; cycles take turns. */
const HEATS = [0.03, 0.3, 0.1, 0.5] as const
const TWO_TO_MINUS_31 = 1 / 2 ** 31

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
  private readonly lists: ShortLists
  private readonly used: Float64Array
  /** Slot on the item's short list, −1 = waiting. */
  private readonly owner: Int32Array
  private readonly best: Int32Array
  private bestScore = Number.NEGATIVE_INFINITY
  private bestWaiting = Number.POSITIVE_INFINITY
  private score = 0
  private waitingCount = 0
  private readonly waitingList: Int32Array
  /** Place in the waiting list or in the rep's list. */
  private readonly place: Int32Array
  private readonly held: Int32Array[]
  private readonly heldCount: Int32Array
  private readonly journalItem = new Int32Array(DEEPEST_CHAIN + 1)
  private readonly journalSlot = new Int32Array(DEEPEST_CHAIN + 1)
  private journalSize = 0
  private sweepAt = 0
  private waitCost: number
  private state: number

  constructor(input: SearchInput) {
    const { problem, start } = input
    this.input = input
    this.n = problem.itemCount
    this.lists = shortLists(problem, input.prices, start, !input.all && problem.floor === null)
    this.used = new Float64Array(problem.repCount)
    this.owner = new Int32Array(this.n).fill(-1)
    this.best = new Int32Array(this.n).fill(-1)
    this.place = new Int32Array(this.n)
    this.held = Array.from({ length: problem.repCount }, () => new Int32Array(8))
    this.heldCount = new Int32Array(problem.repCount)
    this.waitingList = new Int32Array(this.n)
    this.state = mix32(input.seed) | 0
    this.waitCost = input.all ? this.lists.typicalLoss * 20 + 1 : 0
    const { floor } = problem
    if (floor !== null) for (const units of floor) this.score -= units * input.floorPenalty
    for (let i = 0; i < this.n; i++) {
      if (problem.start[i] === problem.start[i + 1]) continue
      this.enterWaiting(i)
      this.score -= this.waitCost
      if (start[i] !== -1) this.score += this.shift(i, this.lists.pair.indexOf(start[i]!, i * LIST_SIZE))
    }
    this.keepBest()
  }

  /** The best plan met: pair per item, −1 = waiting. */
  run(): Int32Array {
    const { meter } = this.input
    let proposals = Math.max(2_000, 100 * this.n)
    if (this.lists.count.some((count) => count > 0)) {
      for (let cycle = 0; !this.reachedGoal() && !meter.stopped; cycle++) {
        this.cool(proposals, this.lists.typicalLoss * HEATS[cycle % HEATS.length]!)
        if (this.input.all && this.waitingCount > 0) this.raiseWaitCost()
        proposals = Math.ceil(proposals * 1.5)
        this.restoreBest()
      }
    }
    return this.best.map((slot) => (slot === -1 ? -1 : this.lists.pair[slot]!))
  }

  private reachedGoal(): boolean {
    return this.bestWaiting === 0 && this.bestScore >= this.input.goal
  }

  /** One cooling from `heat` to zero. */
  private cool(proposals: number, heat: number): void {
    const { meter } = this.input
    const look = Math.max(BATCH, this.n)
    let sinceLook = 0
    for (let done = 0; done < proposals; done += BATCH) {
      const left = 1 - done / proposals
      const temperature = heat * left * left
      for (let k = 0; k < BATCH; k++) this.propose(temperature)
      sinceLook += BATCH
      if (sinceLook >= look) {
        sinceLook = 0
        this.keepBest()
        if (this.reachedGoal()) return
      }
      if (meter.spend(BATCH * UNITS_PER_PROPOSAL)) break
    }
    this.keepBest()
  }

  private propose(temperature: number): void {
    const { lists, used, owner } = this
    const slot = this.pickSlot()
    if (slot === -1) return
    const i = Math.floor(slot / LIST_SIZE)
    const before = owner[i]!
    if (slot === before) return
    const column = lists.rep[slot]!
    const threshold = -temperature * NEGATIVE_LOG[this.random(4096)]!
    const idle = this.input.problem.capacity[column]! - used[column]!
    const units = lists.load[slot]!
    // What the chain can win besides: idle load put to use. Leavers seldom improve, so most of the hopeless
    // proposals are dropped here, before anything is touched; one in 16 goes on, for leavers that do.
    const now = before === -1 ? -this.waitCost : lists.net[before]!
    const hope = lists.net[slot]! - now + Math.min(idle, units) * this.input.prices[column]!
    if (hope < threshold && (idle >= units || this.random(16) !== 0)) return
    this.journalSize = 0
    const gain = this.move(i, slot) + (idle < units ? this.makeRoom(column, i) : 0)
    if (gain >= threshold && this.fits()) this.score += gain
    else this.undo()
  }

  /** After chains that ran into their depth limit some rep may still be overfull: such a move is refused. */
  private fits(): boolean {
    const { capacity } = this.input.problem
    for (let k = 0; k < this.journalSize; k++) {
      const slot = this.owner[this.journalItem[k]!]!
      if (slot === -1) continue
      const column = this.lists.rep[slot]!
      if (this.used[column]! > capacity[column]!) return false
    }
    return true
  }

  /** Sends items away until `column` fits; `mover` and everybody already moved stays. Returns the change in score. */
  private makeRoom(from: number, mover: number): number {
    const { capacity } = this.input.problem
    const { used } = this
    let column = from
    let total = 0
    let last = mover
    for (let depth = 0; depth < DEEPEST_CHAIN; depth++) {
      const over = used[column]! - capacity[column]!
      if (over <= 0) return total
      const leaver = this.pickLeaver(column, last, over)
      if (leaver === -1) return total
      const slot = this.chooseExit(leaver, column, depth === DEEPEST_CHAIN - 1)
      total += this.move(leaver, slot)
      last = leaver
      if (slot !== -1 && used[column]! <= capacity[column]!) column = this.lists.rep[slot]!
    }
    return total
  }

  /** Of a few random items held there, the one whose leaving frees enough and costs least net of price. */
  private pickLeaver(column: number, last: number, needed: number): number {
    const { owner, waitCost } = this
    const { rep, net, load } = this.lists
    const held = this.held[column]!
    const count = this.heldCount[column]!
    const price = this.input.prices[column]!
    let chosen = -1
    let chosenCost = Number.POSITIVE_INFINITY
    for (let tries = 0; tries < LEAVERS_TRIED; tries++) {
      const k = held[this.random(count)]!
      if (k === last || k === chosen || (this.journalSize > 1 && this.moved(k))) continue
      const slot = owner[k]!
      const spare = load[slot]! - needed
      const first = k * LIST_SIZE
      const exit = rep[first] !== column ? first : first + 1
      // The best it could get elsewhere net of price; whether there is room is asked later.
      const exitNet = rep[exit] === -1 ? -waitCost : net[exit]!
      // Freeing too little means a second leaver, freeing too much leaves the rep idle.
      const cost = net[slot]! - exitNet + price * (spare < 0 ? -2 * spare : 0.5 * spare)
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

  /** Where a leaver goes: the best rep with room, else (not at the end of a chain) a full one, else waiting = −1. */
  private chooseExit(item: number, column: number, lastStep: boolean): number {
    const { used } = this
    const { rep, load, value, count } = this.lists
    const { capacity } = this.input.problem
    let withRoom = -1
    let full = -1
    const from = item * LIST_SIZE
    const to = from + count[item]!
    for (let slot = from; slot < to; slot++) {
      const j = rep[slot]!
      if (j === column) continue
      if (used[j]! + load[slot]! <= capacity[j]!) {
        if (withRoom === -1 || value[slot]! > value[withRoom]!) withRoom = slot
      } else if (full === -1) full = slot
    }
    if (withRoom !== -1 && (lastStep || full === -1 || this.random(4) !== 0)) {
      return value[withRoom]! > -this.waitCost ? withRoom : -1
    }
    if (lastStep || full === -1) return -1
    if (withRoom === -1 && this.random(8) === 0) return -1
    return full
  }

  /** `shift` noted in the journal, so that it can be undone. */
  private move(item: number, slot: number): number {
    const size = this.journalSize
    this.journalItem[size] = item
    this.journalSlot[size] = this.owner[item]!
    this.journalSize = size + 1
    return this.shift(item, slot)
  }

  private undo(): void {
    for (let k = this.journalSize - 1; k >= 0; k--) this.shift(this.journalItem[k]!, this.journalSlot[k]!)
  }

  /** Puts an item on a slot of its list (−1 = waiting); returns the change in score. */
  private shift(item: number, slot: number): number {
    const { value, rep, load } = this.lists
    const before = this.owner[item]!
    let gain = 0
    if (before === -1) {
      gain += this.waitCost
      this.leaveWaiting(item)
    } else {
      gain += this.addLoad(rep[before]!, -load[before]!) - value[before]!
      this.release(item, rep[before]!)
    }
    this.owner[item] = slot
    if (slot === -1) {
      this.enterWaiting(item)
      return gain - this.waitCost
    }
    gain += value[slot]! + this.addLoad(rep[slot]!, load[slot]!)
    this.take(item, rep[slot]!)
    return gain
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

  /** Half of the time the next close pair in memory order, else a waiting item's or anybody's pair by chance. */
  private pickSlot(): number {
    const { close, count } = this.lists
    const draw = this.random(8)
    if (draw < 4 && close.length > 0) {
      this.sweepAt = this.sweepAt + 1 < close.length ? this.sweepAt + 1 : 0
      return close[this.sweepAt]!
    }
    const item =
      draw === 7 && this.waitingCount > 0
        ? this.waitingList[this.random(this.waitingCount)]!
        : this.random(this.n)
    return count[item] === 0 ? -1 : item * LIST_SIZE + this.random(count[item]!)
  }

  /** Integer in [0, bound): counter through the MurmurHash3 finaliser, as `random/stream.ts`, kept in 32 bits. */
  private random(bound: number): number {
    this.state = (this.state + 0x9e3779b9) | 0
    let h = this.state
    h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
    h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
    h ^= h >>> 16
    // 31 bits times the bound, scaled down: a division would cost as much as the rest of a proposal.
    return Math.floor((h >>> 1) * bound * TWO_TO_MINUS_31)
  }

  /** Under `all` the penalty differs from cycle to cycle: compare who is placed first, then the bare value. */
  private keepBest(): void {
    const waiting = this.input.all ? this.waitingCount : 0
    const bare = this.score + waiting * this.waitCost
    if (waiting > this.bestWaiting || (waiting === this.bestWaiting && bare <= this.bestScore)) return
    this.bestWaiting = waiting
    this.bestScore = bare
    this.best.set(this.owner)
  }

  private restoreBest(): void {
    const { start } = this.input.problem
    for (let i = 0; i < this.n; i++) {
      if (this.owner[i] === this.best[i] || start[i] === start[i + 1]) continue
      this.score += this.shift(i, this.best[i]!)
    }
  }

  private raiseWaitCost(): void {
    this.score -= this.waitingCount * this.waitCost
    this.waitCost *= 2
  }
}
