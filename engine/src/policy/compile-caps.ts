import type { CapRule, Facts, Policy } from '../model/index.ts'
import { compileCondition, type FieldSet } from '../rules/index.ts'

export interface CompiledCap {
  readonly id: string
  readonly per: CapRule['per']
  readonly limit: number
  readonly windowMs: number
}

const minuteMs = 60_000

export const windowMs = ({ window: { minutes = 0, hours = 0, days = 0 } }: Pick<CapRule, 'window'>): number =>
  (minutes + 60 * hours + 1440 * days) * minuteMs

/** The caps an item of a rule falls under; always the same empty list where the policy has none. */
export function compileCaps(
  { caps = [] }: Pick<Policy, 'caps'>,
  fields: FieldSet,
): (facts: Facts, ruleId: string | null) => readonly CompiledCap[] {
  const none: readonly CompiledCap[] = []
  if (caps.length === 0) return () => none
  const compiled = caps.map((cap) => ({
    test: compileCondition(cap.when, fields).test,
    rules: cap.rules,
    cap: { id: cap.id, per: cap.per, limit: cap.limit, windowMs: windowMs(cap) },
  }))
  return (facts, ruleId) =>
    compiled.flatMap(({ test, rules, cap }) =>
      (rules === undefined || rules.includes(ruleId ?? '*')) && test(facts) ? [cap] : [],
    )
}
