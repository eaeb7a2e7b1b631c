import type { WorkItem } from '@peineng/engine'
import { type Adoption, type Duplicate, settleDuplicates } from '../../assignment/index.ts'
import {
  type LeadHistory,
  type LeadInput,
  type NewLead,
  type NormalisedLead,
  normaliseLead,
  settleHistory,
  toFacts,
} from '../../customers/index.ts'
import { type Saying, type SentenceKey, says } from '../../platform/errors/sentences/index.ts'
import { uuidv7 } from '../../platform/ids.ts'
import { outcomeOf } from './outcomes.ts'
import type { ParsedRow } from './parse-row.ts'
import { placeImported } from './place-imported.ts'
import type { RowProblem } from './run-state.ts'
import {
  given,
  matched,
  numberOf,
  ownerOf,
  type TakeContext,
  type Taken,
  type Taker,
  textOf,
} from './taker.ts'

interface Candidate {
  readonly row: ParsedRow
  readonly id: string
  readonly lead: NormalisedLead
  readonly createdAt: number
}

/** Leads normalised ahead of their batch; gone with their rows. */
const prepared = new WeakMap<ParsedRow, NormalisedLead>()

/** Leads out of a file: normalised, told from their twins, understood; owned, waiting or closed as the file says. */
export const leadTaker: Taker = {
  keyOf: (row) => textOf(row, 'id') ?? `#${row.hash}`,
  prepare: (context, row) => void prepared.set(row, normaliseLead(inputOf(context, row))),
  async take(db, context, rows, problems, now) {
    const taken: Taken[] = []
    const candidates: Candidate[] = []
    for (const row of rows) {
      const lead = prepared.get(row) ?? normaliseLead(inputOf(context, row))
      const fault = warn(context, row, lead, problems)
      if (fault) taken.push({ row: row.number, what: 'failed' })
      else
        candidates.push({
          row,
          id: uuidv7(now),
          lead,
          createdAt: Math.min(numberOf(row, 'createdAt') ?? now, now),
        })
    }
    const { policy } = await context.assignment.contextOf(db, now)
    const known = await knownLeads(db, context, candidates, policy.policy.duplicates.action)
    const fresh = candidates.filter(({ id }) => (known.get(id)?.action ?? 'link') === 'link')
    for (const { id, row } of candidates) {
      const found = known.get(id)
      if (found === undefined) continue
      if (found.action !== 'link')
        taken.push({
          row: row.number,
          what: 'duplicate',
          entityId: found.action === 'merge' && found.heldBy !== '' ? found.heldBy : null,
        })
      // Several leads of one company are nothing to look at.
      if (found.action !== 'link' || found.kind !== 'company')
        problems.push({ row: row.number, header: '', given: givenIdentity(row), ...reports[found.action] })
    }
    const accounts = await context.assignment.services.customers.matchAccounts(
      db,
      fresh.map(({ id, lead }) => ({ ref: id, identities: lead.identities })),
    )
    const newLeads: NewLead[] = []
    const adoptions: Adoption[] = []
    const histories: LeadHistory[] = []
    for (const { row, id, lead, createdAt } of fresh) {
      const raw = toFacts(lead, createdAt)
      const found = policy.assess(raw)
      const facts = policy.enrich(raw, found)
      newLeads.push({
        id,
        createdAt,
        lead,
        assessment: { ...found, facts, scoreTerms: found.terms },
        accountId: accounts.get(id)?.accountId ?? known.get(id)?.accountId ?? null,
        intake: 'import',
        importId: context.importId,
        createdBy: context.actor.actorId,
      })
      const repId = ownerOf(context, row, problems)
      const outcome = outcomeOf(textOf(row, 'outcome'))
      const item: WorkItem = {
        id,
        kind: 'lead',
        priority: 0,
        createdAt,
        facts,
        tags: found.tags,
        value: found.value,
        difficulty: found.difficulty,
        amountMinor: lead.amountMinor,
        pointsHundredths: found.pointsHundredths,
        ...given({ accountOwnerId: accounts.get(id)?.ownerId ?? known.get(id)?.ownerId ?? undefined }),
      }
      const kept = context.mapping.owners === 'keep' ? repId : null
      adoptions.push({
        item,
        state: outcome !== 'open' ? 'closed' : kept === null ? 'waiting' : 'owned',
        ownerId: outcome !== 'open' ? repId : kept,
        actorId: context.actor.actorId,
      })
      const lastActivityAt = numberOf(row, 'lastActivityAt') ?? null
      const nextStepAt = numberOf(row, 'nextStepAt') ?? null
      if (outcome !== 'open' || lastActivityAt !== null || nextStepAt !== null)
        histories.push({
          id,
          outcome,
          closedAt: outcome === 'open' ? null : (numberOf(row, 'closedAt') ?? now),
          closedRepId: outcome === 'open' ? null : repId,
          lastActivityAt,
          nextStepAt: outcome === 'open' ? nextStepAt : null,
        })
      taken.push({ row: row.number, what: 'created', entityId: id })
    }
    await context.assignment.services.customers.insertLeads(db, newLeads, now)
    await settleHistory(db, histories)
    await placeImported(db, context, now, adoptions)
    return taken
  },
}

function inputOf(context: TakeContext, row: ParsedRow): LeadInput {
  const {
    id,
    owner: _o,
    outcome: _s,
    closedAt: _c,
    lastActivityAt: _a,
    nextStepAt: _n,
    createdAt: _t,
    ...fields
  } = row.fields
  return {
    ...fields,
    ...given({
      externalId: id === undefined ? undefined : String(id),
      product: matched(context, row, 'product'),
      industry: matched(context, row, 'industry'),
    }),
    custom: row.custom,
  } as LeadInput
}

/** Notes what could not be read; true where nothing is left to know the lead by. */
function warn(context: TakeContext, row: ParsedRow, lead: NormalisedLead, problems: RowProblem[]): boolean {
  const note = (
    severity: RowProblem['severity'],
    field: string,
    code: string,
    text: string,
    expected: Saying,
  ): void =>
    void problems.push({
      row: row.number,
      severity,
      header: context.headerOf(field),
      code,
      given: text,
      expected,
    })
  for (const warning of lead.warnings)
    note(
      'warning',
      warning.field,
      warning.code,
      warning.given,
      warning.expected === undefined
        ? (expectedFor[warning.code] ?? 'not_acceptable')
        : says('wants_options', { options: warning.expected }),
    )
  const known =
    lead.name !== '' || lead.company !== '' || [lead.phone, lead.email, lead.wechat].some((x) => x !== null)
  if (!known) note('error', 'name', 'required', '', 'wants_identity')
  return !known
}

const expectedFor: Readonly<Record<string, SentenceKey>> = {
  not_a_phone: 'wants_phone',
  not_an_email: 'wants_email',
  not_a_credit_code: 'wants_credit_code',
  not_an_amount: 'wants_money',
}

const givenIdentity = (row: ParsedRow): string => textOf(row, 'phone') ?? textOf(row, 'email') ?? ''

/** What the report of a row says that was known already. */
const reports: Readonly<Record<Duplicate['action'], Pick<RowProblem, 'severity' | 'code' | 'expected'>>> = {
  merge: {
    severity: 'warning',
    code: 'duplicate',
    expected: 'wants_new_lead',
  },
  link: {
    severity: 'warning',
    code: 'duplicate_linked',
    expected: 'wants_nothing',
  },
  block: {
    severity: 'error',
    code: 'duplicate_blocked',
    expected: 'wants_unknown_lead',
  },
}

/**
 * What is known already and what the policy says of it. A company alone is reported where it decides (link, block), as
 * at the door. `heldBy` is '' for an earlier row of a dry run, whose writes were rolled back.
 */
async function knownLeads(
  db: Parameters<Taker['take']>[0],
  context: TakeContext,
  candidates: readonly Candidate[],
  action: 'merge' | 'link' | 'block' | 'off',
): Promise<Map<string, Duplicate>> {
  const { customers } = context.assignment.services
  const leads = candidates.map(({ id, lead, row }) => ({
    id,
    identities: lead.identities,
    closed: outcomeOf(textOf(row, 'outcome')) !== 'open',
  }))
  if (context.mapping.duplicates === 'create') {
    await customers.reserveIdentities(
      db,
      leads.flatMap(({ id, identities }) => identities.map((identity) => ({ ...identity, leadId: id }))),
    )
    return new Map()
  }
  const known = await settleDuplicates(db, customers, action, leads)
  const { seen } = context
  if (seen !== null && action !== 'off')
    for (const { id, identities, closed } of leads)
      for (const { kind, key } of identities) {
        if (kind === 'company') continue
        const before = seen.get(`${kind} ${key}`)
        if (before !== undefined && !known.has(id))
          known.set(id, {
            action: before === 'closed' || (action === 'merge' && kind === 'credit_code') ? 'link' : action,
            heldBy: '',
            kind,
            ownerId: null,
            accountId: null,
          })
        if (before === undefined) seen.set(`${kind} ${key}`, closed ? 'closed' : 'open')
      }
  return known
}
