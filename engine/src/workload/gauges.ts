import type { ExclusionCode } from '../model/reason.ts'
import type { Gauge, GaugeName, Rep, RepState } from '../model/rep.ts'
import type { WorkItem } from '../model/work-item.ts'

/** The exclusion each pausing gauge gives. */
export const gaugeExclusions: Readonly<Record<GaugeName, ExclusionCode>> = {
  load_index: 'LOAD_INDEX_FULL',
  open_items: 'OPEN_ITEMS_FULL',
  key_projects: 'KEY_PROJECTS_FULL',
  concurrent_opportunities: 'OPPORTUNITIES_FULL',
  high_intent_today: 'HIGH_INTENT_FULL',
  followed_this_month: 'FOLLOWED_FULL',
  current_customers: 'CUSTOMERS_FULL',
}

/** The order in which gauges are tested: that of the exclusion codes. */
export const gaugeOrder: readonly GaugeName[] = [
  'load_index',
  'open_items',
  'key_projects',
  'concurrent_opportunities',
  'high_intent_today',
  'followed_this_month',
  'current_customers',
]

const isCustomerWork = (item: WorkItem): boolean => item.kind !== 'task'

/** By how much taking the item moves a gauge: hundredths of a point for `load_index`, else a count. */
export function gaugeIncrement(gauge: GaugeName, item: WorkItem): number {
  switch (gauge) {
    case 'load_index':
      return item.pointsHundredths
    case 'open_items':
      return 1
    // E3: a key project is the heaviest cell, high value and hard.
    case 'key_projects':
      return item.value === 'high' && item.difficulty === 'hard' ? 1 : 0
    case 'concurrent_opportunities':
      return item.kind === 'opportunity' ? 1 : 0
    case 'high_intent_today':
      return item.facts['intent'] === 'high' ? 1 : 0
    case 'followed_this_month':
    case 'current_customers':
      return isCustomerWork(item) ? 1 : 0
  }
}

/**
 * A gauge admits the item while its value after taking it is at or below the threshold (law 2). Somebody already
 * above a pausing gauge gets nothing, not even an item that does not move that gauge (D13).
 */
export function gaugeAdmits(gauge: Gauge, state: RepState, item: WorkItem): boolean {
  if (gauge.action !== 'pause') return true
  return (state.gauges[gauge.name] ?? 0) + gaugeIncrement(gauge.name, item) <= gauge.threshold
}

/** The first pausing gauge, in the order of the exclusion codes, that does not admit the item; null = room. */
export function firstFullGauge(rep: Rep, state: RepState, item: WorkItem): GaugeName | null {
  let first: GaugeName | null = null
  let firstRank = gaugeOrder.length
  for (const gauge of rep.gauges) {
    const rank = gaugeOrder.indexOf(gauge.name)
    if (rank < firstRank && !gaugeAdmits(gauge, state, item)) {
      first = gauge.name
      firstRank = rank
    }
  }
  return first
}
