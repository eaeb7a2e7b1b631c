import type { FieldValue } from './field.ts'

export type ComparisonOperator =
  | 'eq'
  | 'ne'
  | 'in'
  | 'notIn'
  | 'gt'
  | 'gte'
  | 'lt'
  | 'lte'
  | 'between'
  | 'contains'
  | 'startsWith'
  | 'hasAny'
  | 'hasAll'
  | 'exists'
  | 'missing'

/** One test of one field. `value` is absent for exists/missing, a pair for between, a list for in/notIn/hasAny/hasAll. */
export interface Comparison {
  readonly field: string
  readonly op: ComparisonOperator
  readonly value?: FieldValue | readonly number[]
}

/** The JSON tree rules are stored as. An empty `all` is true, an empty `any` is false. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | Comparison
