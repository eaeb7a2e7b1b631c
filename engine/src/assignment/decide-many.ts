import type { Decision, LedgerEntry, RepState, Snapshot, WorkItem } from '../model/index.ts'
import type { CompiledPolicy } from '../policy/compiled-policy.ts'
import { createAssigner } from './assigner.ts'

export interface DecidedMany {
  /** In the order they were decided: priority, then age, then id. */
  readonly decisions: readonly Decision[]
  /** States after all of them, in roster order. */
  readonly states: readonly RepState[]
  /** Ledger after all of them; queues in name order, reps in roster order, empty entries left out. */
  readonly ledger: readonly LedgerEntry[]
}

/**
 * Decides items one after another, each seeing what the ones before it took (law 1). The order of the input does not
 * matter: highest priority first, oldest first inside it (law 5), id last so that the order is total.
 */
export function decideMany(
  items: readonly WorkItem[],
  snapshot: Snapshot,
  policy: CompiledPolicy,
): DecidedMany {
  const assigner = createAssigner(snapshot, policy)
  const decisions = [...items].sort(inServingOrder).map((item) => {
    const decision = assigner.decide(item)
    assigner.apply(decision, item)
    return decision
  })
  return { decisions, states: assigner.states(), ledger: assigner.ledger() }
}

/** Priority descending, creation ascending, id by code units: a total order over items. */
export function inServingOrder(a: WorkItem, b: WorkItem): number {
  if (a.priority !== b.priority) return b.priority - a.priority
  if (a.createdAt !== b.createdAt) return a.createdAt - b.createdAt
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}
