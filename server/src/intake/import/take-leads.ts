import type { WorkItem } from '@peineng/engine'
import type { Adoption } from '../../assignment/index.ts'
import {
  type LeadHistory,
  type LeadInput,
  type NewLead,
  type NormalisedLead,
  normaliseLead,
  settleHistory,
  toFacts,
} from '../../customers/index.ts'
import { uuidv7 } from '../../platform/ids.ts'
import { outcomeOf } from './outcomes.ts'
import type { ParsedRow } from './parse-row.ts'
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
    const twins = await twinsOf(db, context, candidates)
    const fresh = candidates.filter(({ id }) => !twins.has(id))
    for (const { id, row } of candidates) {
      const heldBy = twins.get(id)
      if (heldBy === undefined) continue
      taken.push({ row: row.number, what: 'duplicate', entityId: heldBy === '' ? null : heldBy })
      problems.push({
        row: row.number,
        severity: 'warning',
        header: '',
        code: 'duplicate',
        given: textOf(row, 'phone') ?? textOf(row, 'email') ?? '',
        expected: 'a lead that is not known yet by phone, mail or credit code',
      })
    }
    const accounts = await context.assignment.services.customers.matchAccounts(
      db,
      fresh.map(({ id, lead }) => ({ ref: id, identities: lead.identities })),
    )
    const { policy } = await context.assignment.contextOf(db, now)
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
        accountId: accounts.get(id)?.accountId ?? null,
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
        ...given({ accountOwnerId: accounts.get(id)?.ownerId ?? undefined }),
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
    await context.assignment.adopt(db, now, adoptions)
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
    expected: string,
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
      warning.expected?.join(', ') ?? expectedFor[warning.code] ?? '',
    )
  const known =
    lead.name !== '' || lead.company !== '' || [lead.phone, lead.email, lead.wechat].some((x) => x !== null)
  if (!known) note('error', 'name', 'required', '', 'one of name, company, phone, email, wechat')
  return !known
}

const expectedFor: Readonly<Record<string, string>> = {
  not_a_phone: 'a phone number, like 13800138000 or 0755-28780808',
  not_an_email: 'a mail address, like li@example.com',
  not_a_credit_code: '18 characters with a right check digit',
  not_an_amount: 'an amount, like 120000 or 12万',
}

/** Candidates somebody was first with, and who; '' = an earlier row of a dry run. A company alone is no twin. */
async function twinsOf(
  db: Parameters<Taker['take']>[0],
  context: TakeContext,
  candidates: readonly Candidate[],
): Promise<Map<string, string>> {
  const { customers } = context.assignment.services
  const twins = new Map<string, string>()
  const held = await customers.reserveIdentities(
    db,
    candidates.flatMap(({ id, lead }) => lead.identities.map((identity) => ({ ...identity, leadId: id }))),
  )
  if (context.mapping.duplicates === 'create') return twins
  for (const one of held)
    if (one.kind !== 'company' && !twins.has(one.leadId))
      twins.set(one.leadId, twins.get(one.heldBy) ?? one.heldBy)
  await customers.moveIdentities(
    db,
    [...twins].map(([from, to]) => ({ from, to })),
  )
  const { seen } = context
  if (seen !== null)
    for (const { id, lead } of candidates)
      for (const { kind, key } of lead.identities) {
        if (kind === 'company') continue
        if (seen.has(`${kind} ${key}`) && !twins.has(id)) twins.set(id, '')
        seen.add(`${kind} ${key}`)
      }
  return twins
}
