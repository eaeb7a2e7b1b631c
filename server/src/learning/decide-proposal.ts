import type { Actor } from '../identity/index.ts'
import { type TagFamily, tagFamilies } from '../people/index.ts'
import { record } from '../platform/audit/index.ts'
import type { TenantWriter } from '../platform/database/index.ts'
import { ProblemError } from '../platform/errors/catalogue.ts'
import { closeProposal, lockProposal, type Proposal, type ProposalRow } from './capability-store.ts'
import type { LearningServices } from './services.ts'

/** A manager's word on a proposal. Accepting changes the rep; declining rests the same proposal for three months. */
export async function decideProposal(
  services: LearningServices,
  db: TenantWriter,
  now: number,
  actor: Actor,
  id: string,
  decision: { readonly accept: boolean; readonly note: string | null },
  mayDecide: (repId: string) => Promise<void>,
): Promise<ProposalRow> {
  const proposal = await lockProposal(db, id)
  if (proposal === null) throw new ProblemError('NOT_FOUND')
  await mayDecide(proposal.repId)
  // What was written by policy may still be declined: then it is taken off again.
  const written = proposal.state === 'accepted' && proposal.decidedBy === null && !decision.accept
  if (proposal.state !== 'open' && !written) throw new ProblemError('ALREADY_IN_STATE')
  if (decision.accept) await applyProposal(services, db, now, actor, proposal)
  else if (written) await takeBack(services, db, now, actor, proposal)
  const state = decision.accept ? 'accepted' : 'declined'
  await closeProposal(db, now, id, { state, by: actor.actorId, note: decision.note })
  await record(db, now, {
    ...actor,
    action: `capability_proposal.${state}`,
    entityKind: 'rep',
    entityId: proposal.repId,
    detail: {
      kind: proposal.kind,
      subject: proposal.subject,
      proposed: proposal.proposed,
      note: decision.note,
    },
  })
  return { ...proposal, state, decidedAt: new Date(now), decidedBy: actor.actorId, note: decision.note }
}

/** Writes what a proposal says to the rep. */
export async function applyProposal(
  { people }: LearningServices,
  db: TenantWriter,
  now: number,
  actor: Actor,
  proposal: Proposal,
): Promise<void> {
  const { repId, kind, subject, family, proposed } = proposal
  if (kind === 'weight' && proposed !== null) {
    await people.changeRep(db, now, actor, repId, null, { weight: proposed })
  } else if (kind === 'tag' && proposed !== null) {
    await people.assessTag(db, now, actor, repId, {
      family: isFamily(family) ? family : 'sales_skill',
      tag: subject,
      level: proposed,
      source: 'history',
      evidence: evidenceText(proposal),
    })
  } else if (kind === 'stale_tag') await people.removeHistoryTag(db, now, actor, repId, subject)
}

async function takeBack(
  { people }: LearningServices,
  db: TenantWriter,
  now: number,
  actor: Actor,
  { repId, kind, subject }: ProposalRow,
): Promise<void> {
  if (kind === 'tag') await people.removeHistoryTag(db, now, actor, repId, subject)
}

const isFamily = (name: string | null): name is TagFamily =>
  (tagFamilies as readonly (string | null)[]).includes(name)

const percent = (share: number): string => `${Math.round(share * 100)}%`

/** Figures, not a sentence: what stands on the rep is read in two languages. */
function evidenceText({ evidence, family }: Proposal): string {
  const { outcomes, wins, rate, low, high, teamRate, lastAt } = evidence
  if (family === 'rhythm')
    return `n=${outcomes} · ${Math.round(rate ?? 0)}d · Ø ${Math.round(teamRate ?? 0)}d`
  const interval = low === null || high === null ? '' : ` (${percent(low)}–${percent(high)})`
  const parts = [
    `${wins ?? 0}/${outcomes}`,
    rate === null ? null : `${percent(rate)}${interval}`,
    teamRate === null ? null : `Ø ${percent(teamRate)}`,
    lastAt === null ? null : lastAt.slice(0, 10),
  ]
  return parts.filter((part) => part !== null).join(' · ')
}
