import type { Facts, FieldDefinition } from '../model/field.ts'
import type { Policy } from '../model/policy.ts'
import {
  type ConditionTrace,
  compileCondition,
  createFieldSet,
  rankRules,
  traceCondition,
} from '../rules/index.ts'

/** One rule as it was asked: whether it held and which of its parts did. */
export interface RuleTrace {
  readonly ruleId: string
  readonly trace: ConditionTrace
}

/** Every rule up to and including the one that matched, in the order they are asked: why this rule and not another. */
export function traceRules(
  policy: Policy,
  customFields: readonly FieldDefinition[],
  facts: Facts,
): readonly RuleTrace[] {
  const fields = createFieldSet(customFields)
  const asked: RuleTrace[] = []
  for (const rule of rankRules(policy.rules)) {
    const trace = traceCondition(compileCondition(rule.when, fields), facts)
    asked.push({ ruleId: rule.id, trace })
    if (trace.holds) break
  }
  return asked
}
