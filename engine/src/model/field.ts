/** A value a rule may look at. Absent facts are absent keys, never null. Times are epoch milliseconds. */
export type FieldValue = string | number | boolean | readonly string[]

export type FieldType = 'text' | 'number' | 'boolean' | 'list' | 'time'

/** One column rules may name. Custom attributes get keys that start with `custom.`. */
export interface FieldDefinition {
  readonly key: string
  readonly type: FieldType
  /** Closed set of values, where there is one. */
  readonly options?: readonly string[]
}

export type Facts = Readonly<Record<string, FieldValue>>
