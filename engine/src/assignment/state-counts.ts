import type { GaugeName, RepState } from '../model/index.ts'
import { gaugeOrder } from '../workload/index.ts'

/** One cell an item moves, and by how much; `stays` = giving the item back does not undo it. */
export interface GaugeMove {
  /** Place in `gaugeOrder`, which is the cell of a rep. */
  readonly place: number
  readonly amount: number
  readonly stays: boolean
}

/** Gauges that count work done in a period. */
const staysOnGivingBack = gaugeOrder.map(
  (name) => name === 'high_intent_today' || name === 'followed_this_month',
)

/** Cells of one rep: gauges in `gaugeOrder`, then what was received. One or two lines of cache for all of them. */
export const cells = {
  today: gaugeOrder.length,
  week: gaugeOrder.length + 1,
  month: gaugeOrder.length + 2,
  perRep: gaugeOrder.length + 3,
} as const

/** Gauges and received counts of all reps as flat cells: moving one is a handful of stores. All indexes are inside, hence the `!`. */
export class StateCounts {
  readonly flat: Float64Array

  constructor(states: readonly RepState[]) {
    this.flat = new Float64Array(states.length * cells.perRep)
    for (const [index, state] of states.entries()) this.read(index, state)
  }

  read(index: number, state: RepState): void {
    const { flat } = this
    const from = index * cells.perRep
    for (let place = 0; place < gaugeOrder.length; place++) {
      flat[from + place] = state.gauges[gaugeOrder[place]!] ?? 0
    }
    flat[from + cells.today] = state.receivedToday
    flat[from + cells.week] = state.receivedThisWeek
    flat[from + cells.month] = state.receivedThisMonth
  }

  take(index: number, moves: readonly GaugeMove[]): void {
    const { flat } = this
    const from = index * cells.perRep
    for (let n = 0; n < moves.length; n++) {
      const move = moves[n]!
      flat[from + move.place]! += move.amount
    }
    flat[from + cells.today]! += 1
    flat[from + cells.week]! += 1
    flat[from + cells.month]! += 1
  }

  giveBack(index: number, moves: readonly GaugeMove[]): void {
    const { flat } = this
    const from = index * cells.perRep
    for (let n = 0; n < moves.length; n++) {
      const { place, amount, stays } = moves[n]!
      if (!stays) flat[from + place] = Math.max(0, flat[from + place]! - amount)
    }
  }

  /** What an item with these increments (in `gaugeOrder`) moves, zeros left out. */
  movesOf(increments: readonly number[]): GaugeMove[] {
    return increments.flatMap((amount, place) =>
      amount === 0 ? [] : [{ place, amount, stays: staysOnGivingBack[place] === true }],
    )
  }

  /** The state with the counts of the cells; gauges that were absent and are 0 stay absent. */
  stateOf(index: number, state: RepState): RepState {
    const { flat } = this
    const from = index * cells.perRep
    const gauges: Partial<Record<GaugeName, number>> = {}
    gaugeOrder.forEach((name, place) => {
      const value = flat[from + place] ?? 0
      if (value !== 0 || state.gauges[name] !== undefined) gauges[name] = value
    })
    return { ...state, gauges, ...this.receivedOf(index) }
  }

  receivedOf(index: number): Pick<RepState, 'receivedToday' | 'receivedThisWeek' | 'receivedThisMonth'> {
    const from = index * cells.perRep
    return {
      receivedToday: this.flat[from + cells.today] ?? 0,
      receivedThisWeek: this.flat[from + cells.week] ?? 0,
      receivedThisMonth: this.flat[from + cells.month] ?? 0,
    }
  }
}
