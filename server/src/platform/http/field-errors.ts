import type { FieldError } from '../errors/catalogue.ts'

/** The parts of a Zod issue an answer is made of. */
export interface FieldIssue {
  readonly path: string
  readonly code: string
  readonly message: string
  /** Of `unrecognized_keys`. */
  readonly keys?: unknown
  /** Of `invalid_union`: what each alternative had against the value. */
  readonly errors?: unknown
}

/** A field nobody knows is named where a client looks for names: one error each, not one sentence about all. */
export function fieldErrors(issue: FieldIssue): FieldError[] {
  const { path, code, message } = issue
  if (code === 'unrecognized_keys' && Array.isArray(issue.keys))
    return issue.keys.map((key) => ({
      field: path === '' ? String(key) : `${path}.${key}`,
      code,
      message: 'there is no such field',
    }))
  return [{ field: path, code, message: code === 'invalid_union' ? alternatives(issue) : message }]
}

/** "Invalid input" helps nobody: what the alternatives want is what would be right. */
function alternatives({ errors, message }: FieldIssue): string {
  if (!Array.isArray(errors)) return message
  const wanted = errors.flat().map((each: { path?: unknown[]; message?: unknown; expected?: unknown }) => {
    const own = each.path === undefined || each.path.length === 0
    return own && typeof each.expected === 'string' ? each.expected : null
  })
  const words = [...new Set(wanted.filter((word) => word !== null))]
  return words.length === 0 ? message : `Invalid input: expected ${words.join(' or ')}`
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
