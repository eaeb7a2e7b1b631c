import type { WorkItem } from '@peineng/engine'
import {
  type Customers,
  type IdentityKind,
  type MatchedAccount,
  type NewLead,
  type NormalisedLead,
  toFacts,
} from '../../customers/index.ts'
import type { TenantWriter } from '../../platform/database/index.ts'
import { uuidv7 } from '../../platform/ids.ts'
import { assessFacts } from './assess-facts.ts'
import { type Committed, commitMoves } from './commit-moves.ts'
import { decideBatch } from './decide-batch.ts'
import { atItsPlace } from './queue-priority.ts'
import { type Duplicate, settleDuplicates } from './settle-duplicates.ts'
import type { TenantContext } from './tenant-context.ts'

/** A lead at the door, normalised and not yet understood. */
export interface LeadSubmission {
  readonly lead: NormalisedLead
  /** Epoch milliseconds; when it arose. */
  readonly createdAt: number
  readonly intake: string
  readonly createdBy: string | null
  readonly actorId: string | null
}

export type LeadOutcome =
  | {
      readonly kind: 'created'
      readonly leadId: string
      readonly committed: Committed
      readonly linkedTo: string | null
    }
  /** The lead that was there already has it; nothing new was made. */
  | { readonly kind: 'merged'; readonly leadId: string }
  | { readonly kind: 'blocked'; readonly leadId: string; readonly matchedBy: IdentityKind }

/** Takes leads in: understood, checked against what is known, decided together, committed. Order of outcomes = order of input. */
export async function assignNewLeads(
  db: TenantWriter,
  customers: Customers,
  context: TenantContext,
  now: number,
  submissions: readonly LeadSubmission[],
): Promise<LeadOutcome[]> {
  const entries = submissions.map((submission) => ({ id: uuidv7(now), submission }))
  const duplicates = await settleDuplicates(
    db,
    customers,
    context.policy.policy.duplicates.action,
    entries.map(({ id, submission }) => ({ id, identities: submission.lead.identities })),
  )
  const fresh = entries.filter(({ id }) => {
    const found = duplicates.get(id)
    return found === undefined || found.action === 'link'
  })
  const accounts = await customers.matchAccounts(
    db,
    fresh.map(({ id, submission }) => ({ ref: id, identities: submission.lead.identities })),
  )
  const understood = fresh.map(({ id, submission }) =>
    understand(context, id, submission, duplicates.get(id), accounts.get(id), now),
  )
  const items = understood.map((entry) => entry.item)
  const rows = understood.map((entry) => entry.row)
  // What the decision reads is asked for first, so the database writes the leads while they are decided.
  const [decided] = await Promise.all([
    decideBatch(db, context, now, items, { seed: seedOf(now), allLocked: false }),
    customers.insertLeads(db, rows, now),
  ])
  const submissionOf = new Map(fresh.map(({ id, submission }) => [id, submission]))
  const committed = await commitMoves(
    db,
    context,
    now,
    decided.map((one) => ({
      decided: one,
      before: null,
      cause: 'created',
      actorId: submissionOf.get(one.item.id)?.actorId ?? null,
      note: null,
      pinned: false,
    })),
  )
  const committedOf = new Map(committed.map((one) => [one.placement.id, one]))
  return entries.map(({ id }): LeadOutcome => {
    const duplicate = duplicates.get(id)
    const own = committedOf.get(id)
    if (own !== undefined)
      return { kind: 'created', leadId: id, committed: own, linkedTo: duplicate?.heldBy ?? null }
    if (duplicate === undefined) throw new Error('a lead was neither created nor found to be known')
    return duplicate.action === 'merge'
      ? { kind: 'merged', leadId: duplicate.heldBy }
      : { kind: 'blocked', leadId: duplicate.heldBy, matchedBy: duplicate.kind }
  })
}

/** The draw differs from moment to moment and is stored with the decision. */
export function seedOf(now: number): number {
  return Math.floor(now) % 2_147_483_647
}

function understand(
  context: TenantContext,
  id: string,
  submission: LeadSubmission,
  duplicate: Duplicate | undefined,
  account: MatchedAccount | undefined,
  now: number,
): { row: NewLead; item: WorkItem } {
  const { lead, createdAt } = submission
  const assessment = assessFacts(context, toFacts(lead, createdAt))
  // Who has the customer comes before who had an earlier lead of theirs.
  const continuityOwnerId = account?.ownerId ?? duplicate?.ownerId ?? null
  const item: WorkItem = {
    id,
    kind: 'lead',
    priority: 0,
    createdAt,
    waitingSince: now,
    facts: assessment.facts,
    tags: assessment.tags,
    value: assessment.value,
    difficulty: assessment.difficulty,
    amountMinor: lead.amountMinor,
    pointsHundredths: assessment.pointsHundredths,
    ...(continuityOwnerId === null ? {} : { accountOwnerId: continuityOwnerId }),
  }
  const row: NewLead = {
    id,
    createdAt,
    lead,
    assessment,
    accountId: account?.accountId ?? duplicate?.accountId ?? null,
    intake: submission.intake,
    importId: null,
    createdBy: submission.createdBy,
  }
  return { item: atItsPlace(context, item, now), row }
}
