import type { ComparisonOperator } from '../model/condition.ts'
import type { FieldType } from '../model/field.ts'
import type { CompiledCondition } from './compile-condition.ts'
import type { Literal } from './literals.ts'

/** A condition as codes: what a sentence in any language is rendered from. */
export type ConditionDescription =
  | { readonly code: 'ALWAYS' | 'NEVER' }
  | { readonly code: 'ALL' | 'ANY'; readonly parts: readonly ConditionDescription[] }
  | { readonly code: 'NOT'; readonly part: ConditionDescription }
  | {
      readonly code: 'COMPARISON'
      readonly field: string
      readonly type: FieldType
      readonly op: ComparisonOperator
      readonly literal: Literal
    }

/** Describes a condition; empty groups become ALWAYS / NEVER and groups of one their only part. */
export function describeCondition(condition: CompiledCondition): ConditionDescription {
  const { node } = condition
  if (node.kind === 'not') return { code: 'NOT', part: describeCondition(node.part) }
  if (node.kind === 'comparison') {
    const { field, op, literal } = node.typed
    return { code: 'COMPARISON', field: field.key, type: field.type, op, literal }
  }
  const parts = node.parts.map(describeCondition)
  const [only] = parts
  if (!only) return { code: node.kind === 'all' ? 'ALWAYS' : 'NEVER' }
  if (parts.length === 1) return only
  return { code: node.kind === 'all' ? 'ALL' : 'ANY', parts }
}
