import type { Reason } from '@peineng/engine'
import type { TenantWriter } from '../../platform/database/index.ts'
import { ProblemError } from '../../platform/errors/catalogue.ts'
import { type IdempotencyClaim, type StoredAnswer, storedAnswer } from '../../platform/http/index.ts'
import { retryOnConflict } from '../retry-on-conflict.ts'
import type { SentenceContext } from '../sentences/index.ts'
import type { Services } from '../services.ts'
import { anythingDue, readWorkItems, type WorkItemRow } from '../state/work-item-store.ts'
import { assignNewLeads, type LeadOutcome, type LeadSubmission } from './assign-new-leads.ts'
import { createGroupCommit, type GroupCommit } from './group-commit.ts'
import { serveDue } from './serve-waiting.ts'
import type { TenantContext } from './tenant-context.ts'

/** Where a lead stands after it was handed in, in the words an answer needs. */
export interface LeadPlace {
  readonly leadId: string
  readonly state: WorkItemRow['state']
  readonly owner: { readonly id: string; readonly name: string } | null
  readonly poolId: string | null
  readonly decisionId: string | null
  readonly reason: Reason
  readonly words: SentenceContext
  /** Of an item that was closed: its owner's turn went back. */
  readonly turnReturned?: boolean
}

export interface Submission extends LeadSubmission {
  readonly claim: IdempotencyClaim | null
  /** Makes the answer, inside the transaction, so that it can be kept for the same key's next call. */
  readonly answer: (outcome: LeadOutcome, place: LeadPlace) => StoredAnswer
}

/** The way in for leads: one group commit per tenant. Resolves when the lead is durable, with its owner or its reason. */
export function createLeadDoor(services: Services): {
  submit(tenantId: string, submission: Submission): Promise<StoredAnswer>
  drained(): Promise<void>
} {
  const doors = new Map<string, GroupCommit<Submission, StoredAnswer>>()
  const doorOf = (tenantId: string): GroupCommit<Submission, StoredAnswer> => {
    const known = doors.get(tenantId)
    if (known !== undefined) return known
    const { database, clock } = services.platform
    const made = createGroupCommit<Submission, StoredAnswer>(async (batch) => {
      // Whoever waits and may be served now comes before whoever just arrived (X16).
      for (let served = false; ; served = true) {
        const answers = await retryOnConflict(() =>
          database.write(tenantId, async (db) => {
            const now = clock.now()
            const [due, context] = await Promise.all([
              served ? false : anythingDue(db, now),
              services.contextOf(db, now),
            ])
            return due ? null : takeIn(db, services, context, now, batch)
          }),
        )
        if (answers !== null) return answers
        await serveDue(services, tenantId)
      }
    })
    doors.set(tenantId, made)
    return made
  }
  return {
    submit: (tenantId, submission) => doorOf(tenantId).submit(submission),
    drained: async () => void (await Promise.all([...doors.values()].map((door) => door.drained()))),
  }
}

async function takeIn(
  db: TenantWriter,
  { customers }: Services,
  context: TenantContext,
  now: number,
  batch: readonly Submission[],
): Promise<StoredAnswer[]> {
  const answers = new Map<Submission, StoredAnswer>()
  const fresh = await claimKeys(db, now, batch, answers)
  if (fresh.length > 0) {
    const outcomes = await assignNewLeads(db, customers, context, now, fresh)
    const places = await placesOf(db, context, outcomes)
    fresh.forEach((submission, index) => {
      const outcome = outcomes[index]
      const place = outcome === undefined ? undefined : places.get(outcome.leadId)
      if (outcome === undefined || place === undefined) throw new Error('a lead came out without a place')
      answers.set(submission, submission.answer(outcome, place))
    })
    await keepAnswers(db, fresh, answers)
  }
  // Twins of one key inside this batch get the answer of the first.
  return batch.map((submission) => {
    const answer = answers.get(submission) ?? answers.get(firstWithKey(batch, submission))
    if (answer === undefined) throw new Error('a submission was left without an answer')
    return answer
  })
}

const keyOf = ({ claim }: Submission): string | null =>
  claim === null ? null : `${claim.principalId} ${claim.key}`

function firstWithKey(batch: readonly Submission[], submission: Submission): Submission {
  const key = keyOf(submission)
  return batch.find((other) => keyOf(other) === key) ?? submission
}

/** Claims idempotency keys, fills in the answers of keys that were used before, and returns what is left to do. */
async function claimKeys(
  db: TenantWriter,
  now: number,
  batch: readonly Submission[],
  answers: Map<Submission, StoredAnswer>,
): Promise<Submission[]> {
  const claims = new Map<string, { claim: IdempotencyClaim; submission: Submission }>()
  const twins = new Set<Submission>()
  for (const submission of batch) {
    const key = keyOf(submission)
    if (key === null || submission.claim === null) continue
    const first = claims.get(key)
    if (first === undefined) claims.set(key, { claim: submission.claim, submission })
    else if (first.claim.requestHash === submission.claim.requestHash) twins.add(submission)
    else answers.set(submission, reusedKey())
  }
  const fresh = batch.filter((submission) => !twins.has(submission) && !answers.has(submission))
  if (claims.size === 0) return fresh
  const sorted = [...claims].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry)
  const inserted = await db.query<{ principal_id: string; key: string }>(
    `insert into idempotency_key (tenant_id, principal_id, key, request_hash, created_at)
     select $1, p, k, h, $5 from unnest($2::uuid[], $3::text[], $4::text[]) as u(p, k, h)
     on conflict do nothing returning principal_id, key`,
    [
      db.tenantId,
      sorted.map(({ claim }) => claim.principalId),
      sorted.map(({ claim }) => claim.key),
      sorted.map(({ claim }) => claim.requestHash),
      new Date(now),
    ],
    'idempotency_claim_many',
  )
  const mine = new Set(inserted.map((row) => `${row.principal_id} ${row.key}`))
  for (const [key, { claim, submission }] of claims) {
    if (mine.has(key)) continue
    answers.set(submission, await earlierAnswer(db, claim))
  }
  return fresh.filter((submission) => !answers.has(submission))
}

async function earlierAnswer(db: TenantWriter, claim: IdempotencyClaim): Promise<StoredAnswer> {
  try {
    const answer = await storedAnswer(db, claim)
    if (answer !== null) return answer
  } catch (error) {
    if (error instanceof ProblemError) return { status: error.status, body: error.toStored() }
    throw error
  }
  throw new Error('an idempotency key was taken and then gone')
}

function reusedKey(): StoredAnswer {
  const problem = new ProblemError('IDEMPOTENCY_KEY_REUSED')
  return { status: problem.status, body: problem.toStored() }
}

async function keepAnswers(
  db: TenantWriter,
  submissions: readonly Submission[],
  answers: ReadonlyMap<Submission, StoredAnswer>,
): Promise<void> {
  const kept = submissions.flatMap((submission) => {
    const answer = answers.get(submission)
    return submission.claim === null || answer === undefined ? [] : [{ claim: submission.claim, answer }]
  })
  if (kept.length === 0) return
  await db.query(
    `update idempotency_key i set status = u.s, response = u.r::json
     from unnest($2::uuid[], $3::text[], $4::int[], $5::text[]) as u(p, k, s, r)
     where i.tenant_id = $1 and i.principal_id = u.p and i.key = u.k`,
    [
      db.tenantId,
      kept.map(({ claim }) => claim.principalId),
      kept.map(({ claim }) => claim.key),
      kept.map(({ answer }) => answer.status),
      kept.map(({ answer }) => JSON.stringify(answer.body)),
    ],
    'idempotency_answer_many',
  )
}

async function placesOf(
  db: TenantWriter,
  context: TenantContext,
  outcomes: readonly LeadOutcome[],
): Promise<Map<string, LeadPlace>> {
  const places = new Map<string, LeadPlace>()
  for (const outcome of outcomes) {
    if (outcome.kind !== 'created') continue
    const { placement, decisionId } = outcome.committed
    places.set(outcome.leadId, {
      leadId: outcome.leadId,
      state: placement.state,
      owner: ownerOf(context, placement.ownerId),
      poolId: placement.poolId,
      decisionId,
      reason: { code: placement.reasonCode, params: placement.reasonParams },
      words: context.words,
    })
  }
  const known = outcomes.filter((outcome) => !places.has(outcome.leadId)).map((outcome) => outcome.leadId)
  if (known.length > 0)
    for (const row of await readWorkItems(db, known)) places.set(row.id, placeOf(context, row))
  return places
}

export function placeOf(context: TenantContext, row: WorkItemRow): LeadPlace {
  return {
    leadId: row.id,
    state: row.state,
    owner: ownerOf(context, row.ownerId),
    poolId: row.poolId,
    decisionId: row.decisionId,
    reason: { code: row.reasonCode, params: row.reasonParams },
    words: context.words,
  }
}

const ownerOf = (context: TenantContext, id: string | null): LeadPlace['owner'] =>
  id === null ? null : { id, name: context.repById.get(id)?.name ?? '' }
