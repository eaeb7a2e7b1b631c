/** What can be wrong with a document somebody wrote. Stable API; the sentence is rendered outside the engine. */
export const problemCodes = [
  'WRONG_TYPE',
  'REQUIRED',
  'UNKNOWN_KEY',
  'NOT_ONE_OF',
  'TOO_SMALL',
  'TOO_LARGE',
  'NOT_AN_INTEGER',
  'EMPTY',
  'TOO_DEEP',
  'NOT_A_CONDITION',
  'UNKNOWN_FIELD',
  'OPERATOR_NOT_FOR_TYPE',
  'VALUE_NOT_FOR_FIELD',
  'VALUE_NOT_ALLOWED',
  'BOUNDS_REVERSED',
  'DUPLICATE',
  'UNKNOWN_TIME_ZONE',
  'UNKNOWN_SLA_CLASS',
  'NOT_JSON',
] as const
export type ProblemCode = (typeof problemCodes)[number]

/** One thing wrong at one place, and what would be right. */
export interface Problem {
  /** JSON pointer (RFC 6901) into the document; '' is the whole. */
  readonly path: string
  readonly code: ProblemCode
  /** What would be right: a type name, a bound, or the values allowed. */
  readonly expected: string | number | readonly string[]
}
