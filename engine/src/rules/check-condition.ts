import type { Comparison } from '../model/condition.ts'
import type { Problem } from '../model/problem.ts'
import type { FieldSet } from './fields.ts'
import { comparisonOperators, isProblem, typeComparison } from './literals.ts'

/** Deeper trees are refused, so that no document can exhaust the stack. */
export const maxConditionDepth = 32

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function onlyKeys(node: Record<string, unknown>, allowed: readonly string[], path: string): Problem[] {
  return Object.keys(node)
    .filter((key) => !allowed.includes(key))
    .map((key) => ({
      path: `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`,
      code: 'UNKNOWN_KEY',
      expected: allowed,
    }))
}

function checkComparison(node: Record<string, unknown>, path: string, fields: FieldSet): Problem[] {
  const problems = onlyKeys(node, ['field', 'op', 'value'], path)
  const { field, op } = node
  if (typeof field !== 'string') {
    problems.push({ path: `${path}/field`, code: 'WRONG_TYPE', expected: 'text' })
  }
  if (typeof op !== 'string' || !(comparisonOperators as readonly string[]).includes(op)) {
    problems.push({ path: `${path}/op`, code: 'NOT_ONE_OF', expected: comparisonOperators })
  }
  if (problems.length > 0) return problems
  const comparison = node as unknown as Comparison
  const definition = fields.resolve(comparison.field)
  if (!definition) {
    const expected = fields.definitions.map((f) => f.key)
    return [{ path: `${path}/field`, code: 'UNKNOWN_FIELD', expected }]
  }
  const typed = typeComparison(comparison, definition, path)
  return isProblem(typed) ? [typed] : []
}

/**
 * Everything wrong with a condition of unknown origin, each with its place. An empty list means `compileCondition`
 * takes it: shape, whitelisted fields, operators that fit the type, literals of the right type.
 */
export function checkCondition(node: unknown, path: string, fields: FieldSet, depth = 0): Problem[] {
  if (depth > maxConditionDepth) return [{ path, code: 'TOO_DEEP', expected: maxConditionDepth }]
  if (!isRecord(node)) return [{ path, code: 'NOT_A_CONDITION', expected: ['all', 'any', 'not', 'field'] }]
  for (const key of ['all', 'any'] as const) {
    if (!Object.hasOwn(node, key)) continue
    const problems = onlyKeys(node, [key], path)
    const parts = node[key]
    if (!Array.isArray(parts))
      return [...problems, { path: `${path}/${key}`, code: 'WRONG_TYPE', expected: 'list' }]
    return [
      ...problems,
      ...parts.flatMap((part, index) => checkCondition(part, `${path}/${key}/${index}`, fields, depth + 1)),
    ]
  }
  if (Object.hasOwn(node, 'not')) {
    return [
      ...onlyKeys(node, ['not'], path),
      ...checkCondition(node['not'], `${path}/not`, fields, depth + 1),
    ]
  }
  if (Object.hasOwn(node, 'field')) return checkComparison(node, path, fields)
  return [{ path, code: 'NOT_A_CONDITION', expected: ['all', 'any', 'not', 'field'] }]
}
