import { type FieldProblem, NETWORK_UNREACHABLE, Problem } from '../api/problem.ts'
import { getLocale } from '../i18n/locale.ts'
import { m } from '../i18n/messages.ts'

type Sentence = (facts: Readonly<Record<string, unknown>>) => string

// An explicit table, not m[code]: looking messages up by a computed name would pull all of them into the first page.
const sentences = new Map<string, Sentence>([
  [NETWORK_UNREACHABLE, () => m.problem_network()],
  ['ALREADY_IN_STATE', () => m.problem_already_in_state()],
  ['MODEL_NOT_PROVEN', () => m.problem_model_not_proven()],
  ['NOTHING_TO_ROLL_BACK', () => m.problem_nothing_to_roll_back()],
  ['ALREADY_OWNED', () => m.problem_already_owned()],
  ['CONFLICT', () => m.problem_conflict()],
  ['CONTENTION', () => m.problem_contention()],
  ['DECISION_SUPERSEDED', () => m.problem_decision_superseded()],
  ['DUPLICATE_LEAD', () => m.problem_duplicate_lead()],
  ['EMAIL_TAKEN', () => m.problem_email_taken()],
  ['FORBIDDEN', () => m.problem_forbidden()],
  ['HANDOVER_INCOMPLETE', () => m.problem_handover_incomplete()],
  ['HANDOVER_NOT_READY', () => m.problem_handover_not_ready()],
  ['HANDOVER_UNREAD', () => m.problem_handover_unread()],
  ['IDEMPOTENCY_KEY_REUSED', () => m.problem_idempotency_key_reused()],
  ['LEAD_CLOSED', () => m.problem_lead_closed()],
  ['LINK_EXPIRED', () => m.problem_link_expired()],
  ['MALFORMED_REQUEST', () => m.problem_malformed_request()],
  ['NAME_TAKEN', () => m.problem_name_taken()],
  ['NOT_FOUND', () => m.problem_not_found()],
  ['NOT_OWNER', () => m.problem_not_owner()],
  ['NOT_READY', () => m.problem_not_ready()],
  ['PAYLOAD_TOO_LARGE', () => m.problem_payload_too_large()],
  ['RATE_LIMITED', () => m.problem_rate_limited()],
  ['REP_NOT_ADMISSIBLE', () => m.problem_rep_not_admissible()],
  ['SCOPE_TOO_WIDE', () => m.problem_scope_too_wide()],
  ['SLUG_TAKEN', () => m.problem_slug_taken()],
  ['TOTP_REQUIRED', () => m.problem_totp_required()],
  ['TOTP_WRONG', () => m.problem_totp_wrong()],
  ['UNAUTHENTICATED', () => m.problem_unauthenticated()],
  ['UNDO_TOO_LATE', () => m.problem_undo_too_late()],
  ['VALIDATION_FAILED', () => m.problem_validation_failed()],
  ['VERSION_MISMATCH', () => m.problem_version_mismatch()],
  ['VERSION_REQUIRED', () => m.problem_version_required()],
  ['WRONG_CREDENTIALS', () => m.problem_wrong_credentials()],
])

const byStatus: Readonly<Record<number, Sentence>> = {
  400: () => m.problem_malformed_request(),
  401: () => m.problem_unauthenticated(),
  403: () => m.problem_forbidden(),
  404: () => m.problem_not_found(),
  409: () => m.problem_conflict(),
  412: () => m.problem_version_mismatch(),
  413: () => m.problem_payload_too_large(),
  422: () => m.problem_validation_failed(),
  429: () => m.problem_rate_limited(),
  503: () => m.problem_not_ready(),
}

// Everything else is told in the server's words, which name what would be right.
const fieldSentences = new Map<string, () => string>([
  ['required', () => m.problem_field_required()],
  ['taken', () => m.problem_field_taken()],
])

// Codes that stand for many reasons: the server's detail says which one it is.
const explained = new Set([
  'ALREADY_IN_STATE',
  'CONFLICT',
  'FILE_SUSPICIOUS',
  'FILE_UNREADABLE',
  'FORBIDDEN',
  'NOT_FOUND',
  'REP_NOT_ADMISSIBLE',
  'UNDO_TOO_LATE',
  'VALIDATION_FAILED',
])

/** The server writes what is wrong without capital and full stop, as a part of any answer. */
const asSentence = (words: string): string =>
  words.charAt(0).toUpperCase() +
  words.slice(1) +
  (/[.。!！?？]$/.test(words) ? '' : getLocale() === 'en' ? '.' : '。')

/** A slice's screens bring the sentences of their own codes: call once at the top of the slice's module. */
export function addProblemSentences(own: Readonly<Record<string, Sentence>>): void {
  for (const [code, sentence] of Object.entries(own)) sentences.set(code, sentence)
}

/** One sentence in the reader's language; the code is shown only where we know nothing better to say. */
export function problemSentence(error: unknown): string {
  if (!(error instanceof Problem))
    return m.problem_unknown({ code: error instanceof Error ? error.name : 'UNKNOWN' })
  const { code, status, extra, detail } = error.facts
  if (detail !== undefined && explained.has(code)) return asSentence(detail)
  const sentence = sentences.get(code) ?? byStatus[status]
  if (sentence) return sentence(extra)
  return status >= 500
    ? m.problem_server({ code: String(extra['requestId'] ?? code) })
    : m.problem_unknown({ code })
}

export function fieldSentence(problem: FieldProblem): string {
  const known = fieldSentences.get(problem.code.toLowerCase()) ?? sentences.get(problem.code)?.bind(null, {})
  return known?.() ?? (problem.message ? asSentence(problem.message) : m.problem_field_invalid())
}

/** Errors by field name, for `Field`'s `error`; what belongs to no shown field stays in the sentence above the form. */
export function fieldErrors(error: unknown): Readonly<Record<string, string>> {
  if (!(error instanceof Problem)) return {}
  return Object.fromEntries(error.facts.errors.map((entry) => [entry.field, fieldSentence(entry)]))
}
