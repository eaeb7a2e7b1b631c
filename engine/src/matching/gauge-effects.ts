import type { GaugeName, RepState, WorkItem } from '../model/index.ts'
import { gaugeIncrement, gaugeOrder } from '../workload/index.ts'

export type GaugeEffects = Readonly<Partial<Record<GaugeName, number>>>

/** What taking an item adds to each gauge of its owner, zeros left out. */
export function gaugeEffects(item: WorkItem): GaugeEffects {
  const effects: Partial<Record<GaugeName, number>> = {}
  for (const name of gaugeOrder) {
    const increment = gaugeIncrement(name, item)
    if (increment !== 0) effects[name] = increment
  }
  return effects
}

/**
 * The state after an item left its owner (closed, released, recalled): its load goes, what was received in the
 * period stays received, and what was worked on today or this month stays worked on.
 */
export function giveBack(state: RepState, effects: GaugeEffects): RepState {
  const gauges: Partial<Record<GaugeName, number>> = { ...state.gauges }
  for (const name of gaugeOrder) {
    if (name === 'high_intent_today' || name === 'followed_this_month') continue
    const amount = effects[name]
    if (amount !== undefined) gauges[name] = Math.max(0, (gauges[name] ?? 0) - amount)
  }
  return { ...state, gauges }
}
