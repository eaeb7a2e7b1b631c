import type { GaugeName, RepState } from '../model/index.ts'
import { gaugeOrder } from '../workload/index.ts'

/** Gauges that count work done in a period: giving an item back does not undo them. */
const keptOnGivingBack = gaugeOrder.map(
  (name) => name === 'high_intent_today' || name === 'followed_this_month',
)

/** Gauges and received counts of all reps as columns (struct of arrays): moving one is a handful of stores. */
export class StateCounts {
  /** One column per gauge, in `gaugeOrder`. */
  readonly gauges: readonly Float64Array[]
  readonly today: Float64Array
  readonly week: Float64Array
  readonly month: Float64Array

  constructor(states: readonly RepState[]) {
    this.gauges = gaugeOrder.map(() => new Float64Array(states.length))
    this.today = new Float64Array(states.length)
    this.week = new Float64Array(states.length)
    this.month = new Float64Array(states.length)
    for (const [index, state] of states.entries()) this.read(index, state)
  }

  read(index: number, state: RepState): void {
    gaugeOrder.forEach((name, place) => {
      const column = this.gauges[place]
      if (column !== undefined) column[index] = state.gauges[name] ?? 0
    })
    this.today[index] = state.receivedToday
    this.week[index] = state.receivedThisWeek
    this.month[index] = state.receivedThisMonth
  }

  move(index: number, deltas: readonly number[], sign: 1 | -1): void {
    for (let place = 0; place < deltas.length; place++) {
      const delta = deltas[place] ?? 0
      const column = this.gauges[place]
      if (delta === 0 || column === undefined || (sign === -1 && keptOnGivingBack[place])) continue
      column[index] = Math.max(0, (column[index] ?? 0) + sign * delta)
    }
    if (sign === -1) return
    this.today[index] = (this.today[index] ?? 0) + 1
    this.week[index] = (this.week[index] ?? 0) + 1
    this.month[index] = (this.month[index] ?? 0) + 1
  }

  /** The state with the counts of the columns; gauges that were absent and are 0 stay absent. */
  stateOf(index: number, state: RepState): RepState {
    const gauges: Partial<Record<GaugeName, number>> = {}
    gaugeOrder.forEach((name, place) => {
      const value = this.gauges[place]?.[index] ?? 0
      if (value !== 0 || state.gauges[name] !== undefined) gauges[name] = value
    })
    return {
      ...state,
      gauges,
      receivedToday: this.today[index] ?? 0,
      receivedThisWeek: this.week[index] ?? 0,
      receivedThisMonth: this.month[index] ?? 0,
    }
  }
}
