import type { Decision, Snapshot, WorkItem } from '../model/index.ts'
import type { CompiledPolicy } from '../policy/compiled-policy.ts'
import { decideItem } from './decide-item.ts'
import { WorkingState } from './working-state.ts'

/**
 * Decides who gets one item, with every candidate, term and exclusion (laws 1–4). Pure: the same arguments give the
 * same decision in every runtime, and none of them is changed.
 */
export function decide(item: WorkItem, snapshot: Snapshot, policy: CompiledPolicy): Decision {
  return decideItem(new WorkingState(snapshot, policy), item)
}
