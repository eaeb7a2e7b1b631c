import type { FieldValue, WorkItem } from '../model/index.ts'
import { segmentOf } from './item-facts.ts'

/** Columns a win model joins reps and items by. */
export const modelRoles = { rep: 'rep', segment: 'segment' } as const

/**
 * Facts a win model may not see: who the customer is by name, what moves while the work is done, and what a policy
 * works out anew whenever it changes. Everything else is known when the item arrives, or is accused by the detector.
 */
const notAtArrival: ReadonlySet<string> = new Set([
  ...['name', 'company', 'phone', 'email', 'note', 'createdAt', 'tags'],
  ...['interactions30d', 'daysSinceInteraction', 'channelsUsed', 'waitingDays', 'lifecycleStage'],
  ...['score', 'tier', 'gridCell', 'taskType', 'quadrant', 'completeness', 'value', 'difficulty', 'kind'],
])

export function isArrivalColumn(key: string): boolean {
  return !notAtArrival.has(key)
}

/** An item's cell in the table a win model learns from, as text: history and new items both pass through here. */
export function arrivalCell(item: Pick<WorkItem, 'kind' | 'facts'>, column: string): string | undefined {
  if (column === modelRoles.segment) return segmentOf(item)
  if (column === 'kind') return item.kind
  if (!isArrivalColumn(column)) return undefined
  const value = item.facts[column]
  return value === undefined ? undefined : cellText(value)
}

/** Lists are sets: their order is an accident of typing. */
function cellText(value: FieldValue): string {
  return typeof value === 'object' ? [...value].sort().join(';') : String(value)
}
