import type { Condition } from '../model/condition.ts'
import type { RoutingRule } from '../model/policy.ts'

/** Number of comparisons in a condition: the more it asks, the more specific it is. */
export function specificity(condition: Condition): number {
  if ('all' in condition) return condition.all.reduce((sum, part) => sum + specificity(part), 0)
  if ('any' in condition) return condition.any.reduce((sum, part) => sum + specificity(part), 0)
  if ('not' in condition) return specificity(condition.not)
  return 1
}

/**
 * Total order of rules: higher priority, then more specific, then id by code units. Ids are unique, so two rules
 * never tie and the order they were written in does not matter.
 */
export function compareRules(a: RoutingRule, b: RoutingRule): number {
  return (
    b.priority - a.priority ||
    specificity(b.when) - specificity(a.when) ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  )
}

/** Enabled rules in the order they are asked; the first that matches wins. */
export function rankRules(rules: readonly RoutingRule[]): readonly RoutingRule[] {
  return rules.filter((rule) => rule.enabled !== false).sort(compareRules)
}
