import type { Condition } from '../model/condition.ts'
import type { FieldValue } from '../model/field.ts'
import { compileComparison, type FactsTest } from './compile-comparison.ts'
import type { FieldSet } from './fields.ts'
import { isProblem, type TypedComparison, typeComparison } from './literals.ts'

/** A condition made ready: the closure to run, and the typed tree to trace and describe. */
export interface CompiledCondition {
  readonly test: FactsTest
  readonly node: CompiledNode
  /** Number of comparisons: what makes one rule more specific than another. */
  readonly comparisons: number
}

export type CompiledNode =
  | { readonly kind: 'all' | 'any'; readonly parts: readonly CompiledCondition[] }
  | { readonly kind: 'not'; readonly part: CompiledCondition }
  | {
      readonly kind: 'comparison'
      readonly typed: TypedComparison
      readonly value: FieldValue | readonly number[] | null
    }

function allOf(tests: readonly FactsTest[]): FactsTest {
  const [first, second, third] = tests
  // Small trees are the rule: two and three parts without a loop are measurably faster.
  if (!first) return () => true
  if (!second) return first
  if (!third) return (facts) => first(facts) && second(facts)
  if (tests.length === 3) return (facts) => first(facts) && second(facts) && third(facts)
  return (facts) => {
    for (const test of tests) if (!test(facts)) return false
    return true
  }
}

function anyOf(tests: readonly FactsTest[]): FactsTest {
  const [first, second] = tests
  if (!first) return () => false
  if (!second) return first
  if (tests.length === 2) return (facts) => first(facts) || second(facts)
  return (facts) => {
    for (const test of tests) if (test(facts)) return true
    return false
  }
}

/**
 * Compiles a condition tree to closures over whitelisted fields. The tree must have passed `checkCondition`: an
 * unknown field or a literal of the wrong type is a bug of the caller by now and throws.
 */
export function compileCondition(condition: Condition, fields: FieldSet): CompiledCondition {
  if ('all' in condition || 'any' in condition) {
    const isAll = 'all' in condition
    const parts = (isAll ? condition.all : condition.any).map((part) => compileCondition(part, fields))
    const tests = parts.map((part) => part.test)
    return {
      test: isAll ? allOf(tests) : anyOf(tests),
      node: { kind: isAll ? 'all' : 'any', parts },
      comparisons: parts.reduce((sum, part) => sum + part.comparisons, 0),
    }
  }
  if ('not' in condition) {
    const part = compileCondition(condition.not, fields)
    return { test: (facts) => !part.test(facts), node: { kind: 'not', part }, comparisons: part.comparisons }
  }
  const field = fields.resolve(condition.field)
  if (!field) throw new Error(`unknown field ${condition.field}: check the condition before compiling it`)
  const typed = typeComparison(condition, field, '')
  if (isProblem(typed))
    throw new Error(`${typed.code} at ${typed.path}: check the condition before compiling it`)
  return {
    test: compileComparison(typed),
    node: { kind: 'comparison', typed, value: condition.value ?? null },
    comparisons: 1,
  }
}
