/** What the server answers when it refuses (RFC 9457 with our `code` and per-field errors). */
export type FieldProblem = { field: string; code: string; message?: string }

export type ProblemFacts = {
  status: number
  code: string
  title?: string
  detail?: string
  errors: readonly FieldProblem[]
  extra: Readonly<Record<string, unknown>>
}

/** No answer at all: offline, DNS, a proxy that hung up. */
export const NETWORK_UNREACHABLE = 'NETWORK_UNREACHABLE'

export class Problem extends Error {
  readonly facts: ProblemFacts

  constructor(facts: ProblemFacts, options?: ErrorOptions) {
    super(`${facts.status} ${facts.code}`, options)
    this.name = 'Problem'
    this.facts = facts
  }
}

const text = (value: unknown) => (typeof value === 'string' ? value : undefined)

function readFieldProblem(entry: unknown): FieldProblem[] {
  if (typeof entry !== 'object' || entry === null) return []
  const { field, path, code, message } = entry as Record<string, unknown>
  const name = text(field) ?? text(path)
  if (name === undefined) return []
  const sentence = text(message)
  return [
    {
      field: name.replace(/^\/|^body[./]/g, '').replaceAll('/', '.'),
      code: text(code) ?? 'INVALID',
      ...(sentence ? { message: sentence } : {}),
    },
  ]
}

/** Anything in place of problem+json (a proxy's HTML page) still becomes a problem with the status as its code. */
export function readProblem(status: number, body: unknown): Problem {
  const facts = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>
  const { type: _type, title, status: _status, code, detail, errors, ...extra } = facts
  const [titleText, detailText] = [text(title), text(detail)]
  return new Problem({
    status,
    code: text(code) ?? `HTTP_${status}`,
    ...(titleText ? { title: titleText } : {}),
    ...(detailText ? { detail: detailText } : {}),
    errors: Array.isArray(errors) ? errors.flatMap(readFieldProblem) : [],
    extra,
  })
}

export function networkProblem(cause: unknown): Problem {
  return new Problem({ status: 0, code: NETWORK_UNREACHABLE, errors: [], extra: {} }, { cause })
}
