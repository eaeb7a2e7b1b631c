import { type Language, render, type Saying, titlesZhCn, verbatim } from './sentences/index.ts'

/**
 * Every error a client can meet. Codes are stable API; sentences live in the clients' languages.
 * `status` is HTTP, `title` a short English sentence for whoever reads raw JSON.
 * Slices add theirs here, so that no code is used twice.
 */
export const errorCatalogue = {
  VALIDATION_FAILED: { status: 422, title: 'Some fields are not acceptable' },
  MALFORMED_REQUEST: { status: 400, title: 'The request cannot be read' },
  UNAUTHENTICATED: { status: 401, title: 'Sign in or send an API key' },
  FORBIDDEN: { status: 403, title: 'Your role does not allow this' },
  NOT_FOUND: { status: 404, title: 'There is no such thing, or it is not yours to see' },
  CONFLICT: { status: 409, title: 'Somebody else changed this in the meantime' },
  VERSION_MISMATCH: { status: 412, title: 'The version you edited is no longer the current one' },
  VERSION_REQUIRED: { status: 428, title: 'Send If-Match with the version you edited' },
  PAYLOAD_TOO_LARGE: { status: 413, title: 'The request is too large' },
  UNSUPPORTED_MEDIA_TYPE: { status: 415, title: 'This content type is not taken here' },
  RATE_LIMITED: { status: 429, title: 'Too many requests; try again later' },
  INTERNAL: { status: 500, title: 'Something broke on our side; it has been logged' },
  NOT_READY: { status: 503, title: 'The server is starting or stopping' },
  IDEMPOTENCY_KEY_REUSED: { status: 422, title: 'This Idempotency-Key was used with another body' },
  // identity
  WRONG_CREDENTIALS: { status: 401, title: 'The e-mail or password is wrong' },
  TOTP_REQUIRED: { status: 401, title: 'A one-time code is required' },
  TOTP_WRONG: { status: 401, title: 'The one-time code is wrong' },
  LINK_EXPIRED: { status: 410, title: 'This link has expired or was used' },
  SLUG_TAKEN: { status: 409, title: 'This company name is taken' },
  EMAIL_TAKEN: { status: 409, title: 'This e-mail is registered already' },
  LAST_OWNER: { status: 409, title: 'A company needs at least one owner' },
  SCOPE_TOO_WIDE: { status: 403, title: 'A key cannot have more rights than its maker' },
  // people
  TREE_CYCLE: { status: 409, title: 'A node cannot stand below itself' },
  NAME_TAKEN: { status: 409, title: 'This name is used already' },
  REP_HAS_OPEN_WORK: { status: 409, title: 'This rep still owns open work' },
  LEAVE_OVERLAPS: { status: 409, title: 'There is leave in this period already' },
  // customers, intake
  DUPLICATE_LEAD: { status: 409, title: 'This lead is known already' },
  UNKNOWN_ATTRIBUTE: { status: 422, title: 'There is no such custom attribute' },
  FORM_CLOSED: { status: 410, title: 'This form takes no more answers' },
  FILE_TOO_LARGE: { status: 413, title: 'The file is larger than 200 MB' },
  FILE_UNREADABLE: { status: 422, title: 'The file cannot be read' },
  FILE_SUSPICIOUS: { status: 422, title: 'The file looks like an attack and was refused' },
  IMPORT_NOT_READY: { status: 409, title: 'The import is not in a state that allows this' },
  // policies
  POLICY_INVALID: { status: 422, title: 'The policy has problems' },
  POLICY_UNCHANGED: { status: 409, title: 'There is nothing to publish' },
  // assignment
  ALREADY_OWNED: { status: 409, title: 'Somebody owns this already' },
  NOT_OWNER: { status: 409, title: 'You do not own this' },
  LEAD_CLOSED: { status: 409, title: 'This is closed' },
  REP_NOT_ADMISSIBLE: { status: 409, title: 'This rep cannot take work' },
  DECISION_SUPERSEDED: { status: 409, title: 'A later decision stands on this one' },
  UNDO_TOO_LATE: { status: 409, title: 'The undo window is over' },
  OFFER_OVER: { status: 409, title: 'The offer is over' },
  OFFER_NOT_ANSWERED: { status: 409, title: 'Accept or decline the offer first' },
  // handover
  HANDOVER_UNREAD: { status: 409, title: 'The handover has to be read first' },
  HANDOVER_INCOMPLETE: { status: 422, title: 'The checklist is not filled in' },
  HANDOVER_NOT_READY: { status: 409, title: 'The handover is not in a state that allows this' },
  // learning
  MODEL_NOT_PROVEN: { status: 409, title: 'This model was no better than the base rate' },
  NOTHING_TO_ROLL_BACK: { status: 409, title: 'No other model was in use before' },
  // tasks
  TASK_INCOMPLETE: { status: 422, title: 'The card does not say who does what by when and how' },
  ALREADY_IN_STATE: { status: 409, title: 'It is in this state already' },
  PLAN_NOT_READY: { status: 409, title: 'The plan is not in a state that allows this' },
  // pools
  LEAD_ALREADY_CLAIMED: { status: 409, title: 'Somebody else was faster' },
  NOT_IN_POOL: { status: 409, title: 'This does not lie in a pool' },
  CLAIM_REFUSED: { status: 409, title: 'The rules of the pool do not allow this claim' },
  CUSTOMER_FOLLOWED: { status: 409, title: 'A colleague already follows this customer' },
  POOL_VIEW_LIMIT: { status: 429, title: 'You have opened as many records of this pool today as it allows' },
  POOL_NOT_EMPTY: { status: 409, title: 'Records still lie in this pool' },
  WINDOW_CLOSED: { status: 409, title: 'This grab window is over' },
} as const satisfies Record<string, { readonly status: number; readonly title: string }>

export type ErrorCode = keyof typeof errorCatalogue

const chineseTitles: Readonly<Record<ErrorCode, string>> = titlesZhCn

/** One thing wrong with one field; `field` is a JSON path like `items.3.phone`. */
export interface FieldError {
  readonly field: string
  readonly code: string
  readonly message: Saying
}

export interface ProblemDetails {
  readonly detail?: Saying
  readonly errors?: readonly FieldError[]
  /** Extra members of the problem document, e.g. `owner`, `leadId`. */
  readonly extra?: Readonly<Record<string, unknown>>
}

/** An expected refusal: thrown anywhere below a route, answered as problem+json in the language asked for. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  readonly code: ErrorCode
  readonly details: ProblemDetails

  constructor(code: ErrorCode, details: ProblemDetails = {}) {
    super(details.detail === undefined ? errorCatalogue[code].title : render(details.detail, 'en'))
    this.code = code
    this.details = details
  }

  /** A refusal that was stored, e.g. under an idempotency key; before 1.0 they were stored as sentences. */
  static revive(stored: Readonly<Record<string, unknown>>): ProblemError {
    const { type, title, status, code, detail, errors, sayings, ...extra } = stored
    const known = Object.hasOwn(errorCatalogue, String(code)) ? (code as ErrorCode) : 'INTERNAL'
    if (typeof sayings === 'object' && sayings !== null)
      return new ProblemError(known, { ...(sayings as ProblemDetails), extra })
    return new ProblemError(known, {
      ...(typeof detail === 'string' ? { detail: verbatim(detail) } : {}),
      ...(Array.isArray(errors)
        ? { errors: errors.map((each) => ({ ...each, message: verbatim(String(each.message)) })) }
        : {}),
      extra,
    })
  }

  get status(): number {
    return errorCatalogue[this.code].status
  }

  /** As it is stored: in no language yet. */
  toStored(): Record<string, unknown> {
    const { extra, ...sayings } = this.details
    return { code: this.code, sayings, ...extra }
  }

  /** The RFC 9457 document. */
  toProblem(language: Language): Record<string, unknown> {
    const { detail, errors, extra } = this.details
    return {
      type: `urn:peineng:problem:${this.code}`,
      title: language === 'en' ? errorCatalogue[this.code].title : chineseTitles[this.code],
      status: this.status,
      code: this.code,
      ...(detail === undefined ? {} : { detail: render(detail, language) }),
      ...(errors === undefined
        ? {}
        : { errors: errors.map((each) => ({ ...each, message: render(each.message, language) })) }),
      ...extra,
    }
  }
}
