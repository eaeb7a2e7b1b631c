import type { WorkItem } from '@peineng/engine'
import type { TenantContext } from './tenant-context.ts'

/**
 * The item at its place in the queue as the policy in force says at this moment (B5, B6); as it came where the policy
 * serves in order of arrival. What was imported knows no win rate of its kind yet: it is looked up.
 */
export function atItsPlace(
  { policy, segmentRate }: Pick<TenantContext, 'policy' | 'segmentRate'>,
  item: WorkItem,
  now: number,
): WorkItem {
  const { facts } = item
  const rate = facts['segmentWinRate'] ?? segmentRate(facts)
  const read = rate === null ? facts : { ...facts, segmentWinRate: rate }
  const priority = policy.priorityOf(read, now - (item.waitingSince ?? now))
  return priority === null ? item : { ...item, priority }
}
