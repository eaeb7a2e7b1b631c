import type { Policy, RepState } from '../model/index.ts'
import type { RepView } from './rep-view.ts'

/** Weight of a rep in thousandths of a weight unit; declining performance may raise it by up to a half (D8). */
export function effectiveWeight(view: RepView, state: RepState, policy: Policy): number {
  const { decliningGetMore, unfollowedLimitPermille } = policy.fairness
  const base = view.rep.weight * 1000
  const trend = state.trendPermille ?? 0
  // E14: nobody is fed for letting work lie.
  if (!decliningGetMore || trend >= 0 || state.unfollowedPermille > unfollowedLimitPermille) return base
  return view.rep.weight * (1000 + Math.min(500, -trend))
}

/** Weight that follows performance and follow-up speed (D5, D6): weight × win rate × share followed up in time. */
export function performanceWeight(weight: number, winMillionths: number, state: RepState): number {
  const followedPermille = 1000 - Math.max(0, Math.min(1000, state.unfollowedPermille))
  return Math.floor((weight * Math.floor((winMillionths * followedPermille) / 1_000_000)) / 1000)
}

/** Someone who will not come back today or tomorrow takes no part in the shares; who is merely off duty does. */
export function isQueueMember(state: RepState): boolean {
  return state.availability !== 'inactive' && state.availability !== 'on_leave'
}

/** What every rep received in one virtual queue (X2), by roster index; told on to the queues that share in it. */
export class QueueAccounts {
  readonly received: Float64Array
  readonly calibration: Float64Array
  /** The sum of both: what is compared with a share. */
  readonly owned: Float64Array
  readonly #sharing: FairnessQueue[] = []
  /** Reps booked on since somebody last asked: what a hash over the accounts has to look at again. */
  #touched: number[] = []
  readonly #isTouched: Uint8Array

  constructor(reps: number) {
    this.received = new Float64Array(reps)
    this.calibration = new Float64Array(reps)
    this.owned = new Float64Array(reps)
    this.#isTouched = new Uint8Array(reps)
  }

  own(rep: number): number {
    return this.owned[rep] ?? 0
  }

  set(rep: number, receivedThousandths: number, calibrationThousandths: number): void {
    const before = this.own(rep)
    this.received[rep] = receivedThousandths
    this.calibration[rep] = calibrationThousandths
    this.owned[rep] = receivedThousandths + calibrationThousandths
    this.#touch(rep)
    for (const queue of this.#sharing) queue.moved(rep, this.own(rep) - before)
  }

  add(rep: number, turnThousandths: number): void {
    this.received[rep] = (this.received[rep] ?? 0) + turnThousandths
    this.owned[rep] = (this.owned[rep] ?? 0) + turnThousandths
    this.#touch(rep)
    const sharing = this.#sharing
    for (let n = 0; n < sharing.length; n++) sharing[n]?.moved(rep, turnThousandths)
  }

  #touch(rep: number): void {
    if (this.#isTouched[rep] === 1) return
    this.#isTouched[rep] = 1
    this.#touched.push(rep)
  }

  /** The reps booked on since the last call. */
  takeTouched(): readonly number[] {
    const touched = this.#touched
    for (const rep of touched) this.#isTouched[rep] = 0
    this.#touched = []
    return touched
  }

  share(queue: FairnessQueue): void {
    this.#sharing.push(queue)
  }
}

/**
 * Who shares in a virtual queue under one rule, and what each is owed (X1), thousandths of a turn. Several rules may
 * book into the same accounts with different people sharing.
 * Shortfall of a rep = what all members received × the rep's share of all weights − what the rep received
 * (shortfall rotation as in Cal.com's getLuckyUser, with running sums instead of a scan).
 */
export class FairnessQueue {
  readonly accounts: QueueAccounts
  readonly #weights: Float64Array
  readonly #performance: Float64Array
  readonly #members: Uint8Array
  /** Reps of equal weight have equal shares: one class each, so that a share is worked out once per class. */
  readonly weightClasses: Uint16Array
  readonly #classOfWeight = new Map<number, number>()
  readonly #classWeights: number[] = []
  #shares = new Float64Array(1)
  #total = 0
  #weight = 0
  #performanceTotal = 0
  #count = 0

  constructor(accounts: QueueAccounts) {
    const reps = accounts.received.length
    this.accounts = accounts
    this.#weights = new Float64Array(reps)
    this.#performance = new Float64Array(reps)
    this.#members = new Uint8Array(reps)
    this.weightClasses = new Uint16Array(reps)
    accounts.share(this)
  }

  /** What all members together received, calibration included. */
  get total(): number {
    return this.#total
  }

  weightOf(rep: number): number {
    return this.#weights[rep] ?? 0
  }

  /** Booked in the accounts: only what members have counts here. */
  moved(rep: number, thousandths: number): void {
    if (this.#members[rep] === 1) this.#total += thousandths
  }

  /** Says whether a rep shares in the queue, and with which weights. */
  setMember(rep: number, member: boolean, weight: number, performance: number): void {
    if (this.#members[rep] === 1) {
      this.#total -= this.accounts.own(rep)
      this.#weight -= this.#weights[rep] ?? 0
      this.#performanceTotal -= this.#performance[rep] ?? 0
      this.#count -= 1
    }
    this.#weights[rep] = weight
    this.#performance[rep] = performance
    this.weightClasses[rep] = this.#classOf(weight)
    this.#members[rep] = member ? 1 : 0
    if (member) {
      this.#total += this.accounts.own(rep)
      this.#weight += weight
      this.#performanceTotal += performance
      this.#count += 1
    }
  }

  #classOf(weight: number): number {
    const known = this.#classOfWeight.get(weight)
    if (known !== undefined) return known
    const fresh = this.#classWeights.push(weight) - 1
    this.#classOfWeight.set(weight, fresh)
    if (this.#shares.length <= fresh) this.#shares = new Float64Array(2 * fresh + 2)
    return fresh
  }

  /** The share of every weight class now. The array is used again by the next call. */
  sharesByClass(): Float64Array {
    for (let place = 0; place < this.#classWeights.length; place++) {
      this.#shares[place] = this.shareOfWeight(this.#classWeights[place] ?? 0)
    }
    return this.#shares
  }

  /** Share of the total a weight entitles to. Where all weights are 0, everybody has the same share (X19). */
  shareOfWeight(weight: number): number {
    if (this.#weight > 0) return Math.floor((this.#total * weight) / this.#weight)
    return this.#count > 0 ? Math.floor(this.#total / this.#count) : 0
  }

  /** The share a rep is entitled to, permille; 0 for who takes no part. */
  targetPermille(rep: number): number {
    if (this.#members[rep] !== 1) return 0
    if (this.#weight > 0) return Math.floor(((this.#weights[rep] ?? 0) * 1000) / this.#weight)
    return Math.floor(1000 / this.#count)
  }

  shortfall(rep: number): number {
    return this.shareOfWeight(this.#weights[rep] ?? 0) - this.accounts.own(rep)
  }

  /** Shortfall where `percent` of the weight follows performance. */
  performanceShortfall(rep: number, percent: number): number {
    const base = this.shareOfWeight(this.#weights[rep] ?? 0)
    if (percent === 0 || this.#performanceTotal === 0) return base - this.accounts.own(rep)
    const earned = Math.floor((this.#total * (this.#performance[rep] ?? 0)) / this.#performanceTotal)
    return Math.floor((base * (100 - percent) + earned * percent) / 100) - this.accounts.own(rep)
  }
}
