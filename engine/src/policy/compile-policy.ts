import type { FieldDefinition } from '../model/field.ts'
import type { Policy, RuleAction } from '../model/policy.ts'
import { compileCondition, createFieldSet, type FieldSet, rankRules } from '../rules/index.ts'
import { compilePriority } from '../scoring/index.ts'
import { compileAssess, enrich } from './assess.ts'
import { documentHash } from './canonical-json.ts'
import { compileCaps } from './compile-caps.ts'
import type { CompiledPolicy, RuleMatch } from './compiled-policy.ts'

const byKey = (a: FieldDefinition, b: FieldDefinition): number => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)

/** Bare names of custom attributes become the keys facts have. */
function withFieldKeys(action: RuleAction, fields: FieldSet): RuleAction {
  if (!action.queueBy) return action
  return { ...action, queueBy: action.queueBy.map((name) => fields.resolve(name)?.key ?? name) }
}

/**
 * Makes a policy ready to run. The policy must have passed `parsePolicy` with the same custom fields; a condition
 * over an unknown field is a bug of the caller by now and throws.
 */
export function compilePolicy(policy: Policy, customFields: readonly FieldDefinition[] = []): CompiledPolicy {
  const fields = createFieldSet(customFields)
  const rules = rankRules(policy.rules).map((rule) => ({
    test: compileCondition(rule.when, fields).test,
    match: { ruleId: rule.id, action: withFieldKeys(rule.then, fields) } satisfies RuleMatch,
  }))
  const fallback: RuleMatch = { ruleId: null, action: withFieldKeys(policy.fallback, fields) }
  return {
    policy,
    // Sorted, because the same attributes may be read from a database in any order.
    hash: documentHash({ policy, customFields: [...customFields].sort(byKey) }),
    fields: fields.definitions,
    assess: compileAssess(policy, fields),
    enrich,
    priorityOf: compilePriority(policy.scoring),
    capsOf: compileCaps(policy, fields),
    match: (item) => rules.find((rule) => rule.test(item.facts))?.match ?? fallback,
  }
}
