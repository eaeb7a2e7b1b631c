import type { GaugeName, RepState } from '../model/index.ts'
import { gaugeOrder } from '../workload/index.ts'

/** One column an item moves, and by how much; `stays` = giving the item back does not undo it. */
export interface GaugeMove {
  readonly column: Float64Array
  readonly amount: number
  readonly stays: boolean
}

/** Gauges that count work done in a period. */
const staysOnGivingBack = gaugeOrder.map(
  (name) => name === 'high_intent_today' || name === 'followed_this_month',
)

/** Gauges and received counts of all reps as columns (struct of arrays): moving one is a handful of stores. Columns are as long as the roster, hence the `!`. */
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

  take(index: number, moves: readonly GaugeMove[]): void {
    for (let n = 0; n < moves.length; n++) {
      const { column, amount } = moves[n]!
      column[index]! += amount
    }
    this.today[index]! += 1
    this.week[index]! += 1
    this.month[index]! += 1
  }

  giveBack(index: number, moves: readonly GaugeMove[]): void {
    for (let n = 0; n < moves.length; n++) {
      const { column, amount, stays } = moves[n]!
      if (!stays) column[index] = Math.max(0, column[index]! - amount)
    }
  }

  /** What an item with these increments (in `gaugeOrder`) moves, zeros left out. */
  movesOf(increments: readonly number[]): GaugeMove[] {
    return increments.flatMap((amount, place) => {
      const column = this.gauges[place]
      return amount === 0 || column === undefined
        ? []
        : [{ column, amount, stays: staysOnGivingBack[place] === true }]
    })
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
