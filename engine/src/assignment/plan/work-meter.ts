/** About 10 ms of work: short enough for a cancel button, long enough to cost nothing. */
const CHECK_EVERY = 1_000_000

/**
 * Counts work instead of time, so that a plan can be repeated exactly. One unit is about one candidate pair
 * looked at. `shouldStop` (a cancel token or a deadline) is asked only at unit checkpoints: whoever was stopped
 * at `used` units gets the same plan again by passing that figure as `maxUnits`.
 */
export class WorkMeter {
  used = 0
  stopped = false
  private readonly maxUnits: number
  private readonly onCheck: ((usedUnits: number) => boolean) | undefined
  private readonly parent: WorkMeter | undefined
  private nextCheck: number

  /** `onCheck` is told the units used and answers whether to stop. */
  constructor(maxUnits: number, onCheck?: (usedUnits: number) => boolean, parent?: WorkMeter) {
    this.maxUnits = maxUnits
    this.onCheck = onCheck
    this.parent = parent
    this.nextCheck = Math.min(CHECK_EVERY, maxUnits)
  }

  /** Adds `units`; true once the budget is spent or the caller asked to stop. */
  spend(units: number): boolean {
    // What is tidied up after the stop does not count: stopping again at `used` has to stop at the same place.
    if (this.stopped && this.parent === undefined) return true
    this.used += units
    if (this.parent?.spend(units) === true) this.stopped = true
    if (this.used < this.nextCheck) return this.stopped
    if (this.used >= this.maxUnits || this.onCheck?.(this.used) === true) this.stopped = true
    this.nextCheck = this.stopped
      ? Number.POSITIVE_INFINITY
      : Math.min(this.used + CHECK_EVERY, this.maxUnits)
    return this.stopped
  }

  /** A budget inside this one: what it spends is spent here too, and it stops when this one does. */
  part(maxUnits: number): WorkMeter {
    return new WorkMeter(maxUnits, undefined, this)
  }
}
