import type { Policy, RuleAction, WorkItem } from '../model/index.ts'
import { type GaugeEffects, gaugeEffects } from './gauge-effects.ts'
import { factNames, segmentOf } from './item-facts.ts'
import { type RelaxationState, type Requirements, relaxationAt, requirementsOf } from './requirements.ts'
import { normalizeName } from './territory.ts'

/** Everything about an item under one rule that does not depend on the rep: worked out once per decision. */
export interface ItemContext {
  readonly item: WorkItem
  readonly ruleId: string | null
  readonly action: RuleAction
  readonly wanted: Requirements
  readonly relaxation: RelaxationState
  readonly effects: GaugeEffects
  readonly queue: string
  readonly segment: string
  readonly industries: readonly string[]
  readonly products: readonly string[]
  /** Tags of the item and of the rule, normalised, each once: what the tag fit is measured against. */
  readonly tags: readonly string[]
  readonly turnThousandths: number
}

export function itemContext(
  item: WorkItem,
  match: { readonly ruleId: string | null; readonly action: RuleAction },
  policy: Policy,
  now: number,
): ItemContext {
  const { action, ruleId } = match
  const relaxation = relaxationAt(action, item, now)
  const tags = new Set(item.tags.map(normalizeName))
  for (const { tag } of action.candidates?.tags ?? []) tags.add(normalizeName(tag))
  return {
    item,
    ruleId,
    action,
    relaxation,
    wanted: requirementsOf(action.candidates, item, relaxation.dropped),
    effects: gaugeEffects(item),
    queue: queueOf(ruleId, action, item),
    segment: segmentOf(item),
    industries: factNames(item, 'industry'),
    products: factNames(item, 'product'),
    tags: [...tags],
    turnThousandths: turnOf(item, policy),
  }
}

/** Name of the virtual queue (X2): that of the rule (by default its id), split by the values of its `queueBy` fields. */
export function queueOf(ruleId: string | null, action: RuleAction, item: WorkItem): string {
  const parts = [action.queue ?? ruleId ?? '*']
  for (const field of action.queueBy ?? []) {
    const value = item.facts[field]
    const names = factNames(item, field)
    parts.push(`${field}=${names.length > 0 || value === undefined ? names.join(',') : String(value)}`)
  }
  return parts.join('|')
}

const bandTurns = { high: 2000, mid: 1000, low: 500 } as const

/**
 * What an assignment counts in the ledger, thousandths of a turn: one turn, or turns in proportion to the expected
 * value against a medium order of the policy (between a tenth and ten turns, so one deal cannot end a year's turns).
 */
export function turnOf(item: WorkItem, policy: Policy): number {
  if (policy.fairness.measure === 'count') return 1000
  const { medium } = policy.scoring.amountBands
  if (item.amountMinor === null || medium <= 0) return item.value === null ? 1000 : bandTurns[item.value]
  return Math.max(100, Math.min(10_000, Math.floor((item.amountMinor * 1000) / medium)))
}
