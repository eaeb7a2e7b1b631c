import {
  type Assignment,
  type LeadOutcome,
  type LeadPlace,
  type PresentedPlace,
  presentPlace,
} from '../assignment/index.ts'
import {
  type IdentityKind,
  type LeadInput,
  type LeadWarning,
  type NormalisedLead,
  normaliseLead,
} from '../customers/index.ts'
import { type FieldError, ProblemError } from '../platform/errors/catalogue.ts'
import { type SentenceKey, says } from '../platform/errors/sentences/index.ts'
import type { IdempotencyClaim, Language, StoredAnswer } from '../platform/http/index.ts'

/** What an answer about a lead says: the contract of `POST /api/v1/leads`. */
export type LeadAnswer = PresentedPlace & {
  /** Only where it was known already. */
  readonly duplicateOf?: string
  readonly merged?: boolean
}

export interface IncomingLead {
  readonly input: LeadInput
  readonly intake: 'api' | 'bulk' | 'form' | 'manual'
  readonly actorId: string
  readonly createdBy: string | null
  readonly claim: IdempotencyClaim | null
  readonly language: Language
}

/** A lead from the door to its place: 201 new (or linked), 200 merged, 409 blocked; anything else was refused whole. */
export async function createLead(
  assignment: Assignment,
  tenantId: string,
  now: number,
  incoming: IncomingLead,
): Promise<StoredAnswer> {
  const lead = normaliseLead(incoming.input)
  requireUsable(lead)
  return assignment.submitLead(tenantId, {
    lead,
    createdAt: createdAt(incoming.input, now),
    intake: incoming.intake,
    createdBy: incoming.createdBy,
    actorId: incoming.actorId,
    claim: incoming.claim,
    answer: (outcome, place) => respond(outcome, place, incoming.language),
  })
}

function respond(outcome: LeadOutcome, place: LeadPlace, language: Language): StoredAnswer {
  const answer = presentPlace(place, language)
  if (outcome.kind === 'created')
    return {
      status: 201,
      body: outcome.linkedTo === null ? answer : { ...answer, duplicateOf: outcome.linkedTo },
    }
  if (outcome.kind === 'merged')
    return { status: 200, body: { ...answer, merged: true, duplicateOf: outcome.leadId } }
  const problem = new ProblemError('DUPLICATE_LEAD', {
    detail: says('same_identity', { by: { key: identityWords[outcome.matchedBy] } }),
    extra: { leadId: outcome.leadId, owner: place.owner, matchedBy: outcome.matchedBy },
  })
  return { status: problem.status, body: problem.toStored() }
}

const identityWords = {
  phone: 'identity_phone',
  email: 'identity_email',
  company: 'identity_company',
  credit_code: 'identity_credit_code',
} as const satisfies Readonly<Record<IdentityKind, SentenceKey>>

/** A lead may arise before it arrives, never after. */
function createdAt(input: LeadInput, now: number): number {
  if (input.createdAt === undefined) return now
  return Math.min(Date.parse(input.createdAt), now)
}

/** A phone that is none is kept as text and told; a value that is not one of the closed set would change who gets it. */
function requireUsable(lead: NormalisedLead): void {
  const errors = lead.warnings
    .filter((warning) => warning.code === 'not_one_of' || warning.code === 'not_an_amount')
    .map(toFieldError)
  if (
    lead.name === '' &&
    lead.company === '' &&
    lead.phone === null &&
    lead.email === null &&
    lead.wechat === null
  )
    errors.push({
      field: 'name',
      code: 'required',
      message: 'some_identity',
    })
  if (errors.length > 0) throw new ProblemError('VALIDATION_FAILED', { errors })
}

function toFieldError(warning: LeadWarning): FieldError {
  return {
    field: warning.field,
    code: warning.code,
    message:
      warning.expected === undefined
        ? says('not_an_amount', { given: warning.given })
        : says('one_of', { options: warning.expected }),
  }
}
