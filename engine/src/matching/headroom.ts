import type { IntakeLimits, Policy, RepState } from '../model/index.ts'
import type { RepView } from './rep-view.ts'

/** Free share of the tightest pausing gauge before the item, in parts of `scale`; all of it where nothing pauses. */
export function freeShare(view: RepView, state: RepState, scale: number): number {
  let least = scale
  for (const { name, threshold } of view.pausingGauges) {
    const free = threshold - (state.gauges[name] ?? 0)
    const share = threshold > 0 && free > 0 ? Math.floor((free * scale) / threshold) : 0
    if (share < least) least = share
  }
  return least
}

/** The load index in hundredths of a point: what "least load" compares. */
export function loadHundredths(state: RepState): number {
  return state.gauges.load_index ?? 0
}

/** How many items are missing to the largest unmet floor (D7); 0 while the rep lets work lie (E14). */
export function missingToFloor(limits: IntakeLimits, state: RepState, policy: Policy): number {
  if (state.unfollowedPermille > policy.fairness.unfollowedLimitPermille) return 0
  return Math.max(
    0,
    limits.dailyMin - state.receivedToday,
    limits.weeklyMin - state.receivedThisWeek,
    limits.monthlyMin - state.receivedThisMonth,
  )
}
