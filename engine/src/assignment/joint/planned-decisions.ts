import { gaugeEffects } from '../../matching/index.ts'
import type { CapUse, Decision, Snapshot, WorkItem } from '../../model/index.ts'
import type { CompiledPolicy } from '../../policy/compiled-policy.ts'
import { createAssigner } from '../assigner.ts'
import type { DecidedMany } from '../decide-many.ts'
import type { ItemPlan } from './item-plan.ts'

/**
 * The decisions of a plan, each seeing what the ones before it took: planned places in the mode `plan`, the
 * customer's owner and those nobody can have as the engine decides them. What moves leaves its holder first. Items
 * that stay have no decision: nothing changes for them.
 */
export function plannedDecisions(
  made: ItemPlan,
  items: readonly WorkItem[],
  snapshot: Snapshot,
  policy: CompiledPolicy,
): DecidedMany & { readonly capUses: readonly CapUse[] } {
  const assigner = createAssigner(snapshot, policy)
  const byId = new Map(items.map((item) => [item.id, item]))
  const changing = made.places.flatMap((place) => {
    const item = byId.get(place.itemId)
    return item === undefined || place.how === 'stays' ? [] : [{ item, ...place }]
  })
  for (const { item, from } of changing) if (from !== null) assigner.release(from, gaugeEffects(item))
  const decisions: Decision[] = []
  for (const { item, place } of changing) {
    const decision = (place === null ? null : assigner.decidePlanned(item, place)) ?? assigner.decide(item)
    assigner.apply(decision, item)
    decisions.push(decision)
  }
  return { decisions, states: assigner.states(), ledger: assigner.ledger(), capUses: assigner.capUses() }
}
