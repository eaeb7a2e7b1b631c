import type { Comparison, ComparisonOperator } from '../model/condition.ts'
import type { FieldDefinition, FieldType } from '../model/field.ts'
import type { Problem } from '../model/problem.ts'
import { canonicalOption } from './option-aliases.ts'

/** Which tests make sense on which type; everything else is a problem, never a silent false. */
export const operatorsByType: Readonly<Record<FieldType, readonly ComparisonOperator[]>> = {
  text: ['eq', 'ne', 'in', 'notIn', 'contains', 'startsWith', 'exists', 'missing'],
  number: ['eq', 'ne', 'in', 'notIn', 'gt', 'gte', 'lt', 'lte', 'between', 'exists', 'missing'],
  time: ['eq', 'ne', 'gt', 'gte', 'lt', 'lte', 'between', 'exists', 'missing'],
  boolean: ['eq', 'ne', 'exists', 'missing'],
  list: ['contains', 'hasAny', 'hasAll', 'exists', 'missing'],
}

export const comparisonOperators: readonly ComparisonOperator[] = [
  ...new Set(Object.values(operatorsByType).flat()),
]

/** A comparison whose field is resolved and whose literal has the type its operator needs. */
export interface TypedComparison {
  readonly field: FieldDefinition
  readonly op: ComparisonOperator
  readonly literal: Literal
}

export type Literal =
  | { readonly kind: 'none' }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'texts'; readonly values: readonly string[] }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'numbers'; readonly values: readonly number[] }
  | { readonly kind: 'range'; readonly from: number; readonly to: number }
  | { readonly kind: 'boolean'; readonly value: boolean }

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/

/** A number, or for time fields also an ISO instant with its offset (a local time would depend on the machine). */
function asNumber(field: FieldDefinition, value: unknown): number | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return value
  if (field.type === 'time' && typeof value === 'string' && instant.test(value)) {
    const at = Date.parse(value)
    return Number.isNaN(at) ? undefined : at
  }
  return undefined
}

/** Text of a closed field in its canonical spelling; undefined where the set does not hold it. */
function asOption(field: FieldDefinition, value: string): string | undefined {
  if (!field.options || field.options.includes(value)) return value
  return canonicalOption(field.key, value)
}

const wanted = (field: FieldDefinition, op: ComparisonOperator): string => {
  if (op === 'between') return field.type === 'time' ? 'two instants' : 'two numbers'
  const many = op === 'in' || op === 'notIn' || op === 'hasAny' || op === 'hasAll'
  if (many) return field.type === 'number' ? 'list of numbers' : 'list of texts'
  return field.type === 'time' ? 'instant' : field.type === 'list' ? 'text' : field.type
}

/** Gives the comparison its type, or the one problem it has. `path` points at the comparison. */
export function typeComparison(
  comparison: Comparison,
  field: FieldDefinition,
  path: string,
): TypedComparison | Problem {
  const { op, value } = comparison
  if (!operatorsByType[field.type].includes(op)) {
    return { path: `${path}/op`, code: 'OPERATOR_NOT_FOR_TYPE', expected: operatorsByType[field.type] }
  }
  if (op === 'exists' || op === 'missing') return { field, op, literal: { kind: 'none' } }
  const valuePath = `${path}/value`
  const wrong: Problem = { path: valuePath, code: 'VALUE_NOT_FOR_FIELD', expected: wanted(field, op) }
  const notAllowed = (at: string): Problem => ({
    path: at,
    code: 'VALUE_NOT_ALLOWED',
    expected: field.options ?? [],
  })

  if (op === 'between') {
    if (!Array.isArray(value) || value.length !== 2) return wrong
    const [from, to] = value.map((v) => asNumber(field, v))
    if (from === undefined || to === undefined) return wrong
    if (from > to) return { path: valuePath, code: 'BOUNDS_REVERSED', expected: [String(to), String(from)] }
    return { field, op, literal: { kind: 'range', from, to } }
  }
  if (op === 'in' || op === 'notIn' || op === 'hasAny' || op === 'hasAll') {
    if (!Array.isArray(value)) return wrong
    if (field.type === 'number') {
      const numbers = value.filter((v): v is number => typeof v === 'number' && Number.isFinite(v))
      return numbers.length === value.length
        ? { field, op, literal: { kind: 'numbers', values: numbers } }
        : wrong
    }
    const texts: string[] = []
    for (const [index, entry] of value.entries()) {
      if (typeof entry !== 'string') return wrong
      const text = asOption(field, entry)
      if (text === undefined) return notAllowed(`${valuePath}/${index}`)
      texts.push(text)
    }
    return { field, op, literal: { kind: 'texts', values: texts } }
  }
  if (field.type === 'boolean') {
    return typeof value === 'boolean' ? { field, op, literal: { kind: 'boolean', value } } : wrong
  }
  if (field.type === 'number' || field.type === 'time') {
    const number = asNumber(field, value)
    return number === undefined ? wrong : { field, op, literal: { kind: 'number', value: number } }
  }
  if (typeof value !== 'string') return wrong
  // `contains` and `startsWith` look for a part, so they need not name a whole option.
  const text = op === 'eq' || op === 'ne' ? asOption(field, value) : value
  return text === undefined ? notAllowed(valuePath) : { field, op, literal: { kind: 'text', value: text } }
}

export const isProblem = (result: object): result is Problem => 'code' in result
