import type { FieldError } from '../errors/catalogue.ts'
import {
  type Filling,
  isSentenceKey,
  type Saying,
  type SentenceKey,
  says,
} from '../errors/sentences/index.ts'

/** The parts of a Zod issue an answer is made of. */
export interface FieldIssue {
  readonly path: string
  readonly code: string
  /** A key of the catalogue where the schema names one. */
  readonly message: string
  /** Of `unrecognized_keys`. */
  readonly keys?: unknown
  /** Of `invalid_union`: what each alternative had against the value. */
  readonly errors?: unknown
  readonly expected?: unknown
  readonly origin?: unknown
  readonly minimum?: unknown
  readonly maximum?: unknown
  readonly inclusive?: unknown
  readonly exact?: unknown
  readonly format?: unknown
  readonly values?: unknown
  readonly divisor?: unknown
  /** Of `custom`: what fills the holes of its sentence. */
  readonly params?: unknown
}

/** A field nobody knows is named where a client looks for names: one error each, not one sentence about all. */
export function fieldErrors(issue: FieldIssue, missing: boolean): FieldError[] {
  const { path, code } = issue
  if (code === 'unrecognized_keys' && Array.isArray(issue.keys))
    return issue.keys.map((key) => ({
      field: path === '' ? String(key) : `${path}.${key}`,
      code,
      message: 'no_such_field',
    }))
  return [{ field: path, code, message: missing && wantsValue.has(code) ? 'is_required' : sayingOf(issue) }]
}

/** What a value that is not there is refused with; anything else knows that it may lack. */
const wantsValue = new Set(['invalid_type', 'invalid_value', 'invalid_union'])

/** What would be right, from what the schema knows; Zod's own sentences have one language. */
function sayingOf(issue: FieldIssue): Saying {
  const { message } = issue
  if (isSentenceKey(message)) return says(message, (issue.params ?? {}) as Readonly<Record<string, Filling>>)
  switch (issue.code) {
    case 'too_small':
      return tooSmall(issue)
    case 'too_big':
      return tooBig(issue)
    case 'invalid_value':
      return says('one_of', { options: optionsOf(issue) })
    case 'not_multiple_of':
      return says('multiple_of', { divisor: String(issue.divisor) })
    default: {
      const wanted = wantedBy(issue)
      if (wanted.length === 0) return 'not_acceptable'
      return wanted.length === 1 && wanted[0] !== undefined
        ? says('must_be', { expected: wanted[0] })
        : says('one_of', { options: wanted })
    }
  }
}

const isSized = (issue: FieldIssue): boolean => issue.origin === 'string'
const isList = (issue: FieldIssue): boolean =>
  issue.origin === 'array' || issue.origin === 'set' || issue.origin === 'map'

function tooSmall(issue: FieldIssue): Saying {
  const minimum = String(issue.minimum)
  if (isSized(issue) || isList(issue)) {
    if (minimum === '1') return 'not_empty'
    if (isList(issue)) return says('at_least_items', { minimum })
    return issue.exact === true
      ? says('exactly_characters', { exact: minimum })
      : says('at_least_characters', { minimum })
  }
  return issue.inclusive === false ? says('more_than', { minimum }) : says('at_least', { minimum })
}

function tooBig(issue: FieldIssue): Saying {
  const maximum = String(issue.maximum)
  if (isList(issue)) return says('at_most_items', { maximum })
  if (isSized(issue))
    return issue.exact === true
      ? says('exactly_characters', { exact: maximum })
      : says('at_most_characters', { maximum })
  return issue.inclusive === false ? says('less_than', { maximum }) : says('at_most', { maximum })
}

const optionsOf = ({ values }: FieldIssue): string[] => (Array.isArray(values) ? values.map(String) : [])

/** Words for what one issue, or the alternatives of a union, would take. */
function wantedBy(issue: Omit<FieldIssue, 'path'> & { readonly path?: unknown }): Filling[] {
  if (issue.code === 'invalid_union' && Array.isArray(issue.errors)) {
    const own = issue.errors.flat().filter((each) => !Array.isArray(each.path) || each.path.length === 0)
    const words = own.flatMap((each) => wantedBy(each))
    return [...new Map(words.map((word) => [JSON.stringify(word), word])).values()]
  }
  if (issue.code === 'invalid_value') return optionsOf({ ...issue, path: '' })
  if (issue.code === 'invalid_type' && typeof issue.expected === 'string') {
    const key = types[issue.expected]
    return key === undefined ? [] : [{ key }]
  }
  if (issue.code === 'invalid_format') return [{ key: forms[String(issue.format)] ?? 'form_other' }]
  return []
}

const types: Readonly<Record<string, SentenceKey>> = {
  string: 'type_string',
  number: 'type_number',
  int: 'type_int',
  boolean: 'type_boolean',
  array: 'type_array',
  object: 'type_object',
  record: 'type_object',
  null: 'type_null',
  date: 'type_date',
}

const forms: Readonly<Record<string, SentenceKey>> = {
  email: 'form_email',
  uuid: 'form_uuid',
  datetime: 'form_datetime',
  date: 'form_date',
  url: 'form_url',
}

/** What stands at a path like `items.3.phone`; undefined = nothing, so that a field which lacks is told as missing. */
export function valueAt(root: unknown, path: string): unknown {
  if (path === '') return root
  let here = root
  for (const step of path.split('.')) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, step)) return undefined
    here = (here as Record<string, unknown>)[step]
  }
  return here
}

/**
 * Where in a body stands a text no database of ours can hold: a NUL or half a character. Looked for only once it was
 * refused, so nobody pays for it otherwise. Gives up beyond a depth no schema of ours has.
 */
export function unstorableField(body: unknown, depth = 0): string | null {
  if (typeof body === 'string') return body.includes('\u0000') || !wellFormed(body) ? '' : null
  if (typeof body !== 'object' || body === null || depth > 8) return null
  for (const [key, value] of Object.entries(body)) {
    const below = unstorableField(value, depth + 1)
    if (below !== null) return below === '' ? key : `${key}.${below}`
  }
  return null
}

const wellFormed = (text: string): boolean => !/\p{Surrogate}/u.test(text)
