import type { ComparisonOperator } from '../model/condition.ts'
import type { Facts, FieldValue } from '../model/field.ts'
import type { CompiledCondition } from './compile-condition.ts'

/** Which parts of a condition were true for one item, and what was seen there. */
export type ConditionTrace =
  | { readonly kind: 'all' | 'any'; readonly holds: boolean; readonly parts: readonly ConditionTrace[] }
  | { readonly kind: 'not'; readonly holds: boolean; readonly part: ConditionTrace }
  | {
      readonly kind: 'comparison'
      readonly holds: boolean
      readonly field: string
      readonly op: ComparisonOperator
      readonly expected: FieldValue | readonly number[] | null
      /** The fact; null = absent. */
      readonly actual: FieldValue | null
    }

/** Evaluates every part (no short cut), so the explanation can show what held and what did not. */
export function traceCondition(condition: CompiledCondition, facts: Facts): ConditionTrace {
  const { node } = condition
  const holds = condition.test(facts)
  if (node.kind === 'not') return { kind: 'not', holds, part: traceCondition(node.part, facts) }
  if (node.kind === 'comparison') {
    const { field, op } = node.typed
    const actual = Object.hasOwn(facts, field.key) ? (facts[field.key] ?? null) : null
    return { kind: 'comparison', holds, field: field.key, op, expected: node.value, actual }
  }
  return { kind: node.kind, holds, parts: node.parts.map((part) => traceCondition(part, facts)) }
}
