import { learningSettings, periodStart, type Rep } from '@peineng/engine'
import { capabilityTags } from '@peineng/engine/learning'
import type { Actor } from '../identity/index.ts'
import type { TenantWriter } from '../platform/database/index.ts'
import { announce } from '../platform/outbox/index.ts'
import {
  closeProposal,
  listProposals,
  markProposed,
  type Proposal,
  replaceProposals,
} from './capability-store.ts'
import { applyProposal } from './decide-proposal.ts'
import type { CapabilityDocument, RepCapability } from './evaluate-capability.ts'
import type { LearningServices } from './services.ts'

/** What was declined is not proposed again at the same value for so long. */
const DECLINED_RESTS_MS = 90 * 86_400_000
/** A weight moves at most by a fifth at a time, in steps of five. */
const WEIGHT_STEP = 5
const WEIGHT_RANGE = 0.2

/**
 * The month's proposals (C2, C8): tags the history bears out, tags it no longer does, weights that follow what was
 * really sold. Nothing is proposed from stale figures. By policy tags are written at once or wait for a manager.
 */
export async function proposeFromCapability(
  services: LearningServices,
  db: TenantWriter,
  now: number,
  actor: Actor,
  report: { readonly id: string; readonly document: CapabilityDocument },
  asked: boolean,
): Promise<void> {
  const { policy } = await services.policies.current(db)
  const { tags: mode } = learningSettings(policy).capability
  const month = new Date(periodStart('month', now, policy.timeZone))
  if (mode === 'off' || (!(await markProposed(db, report.id, month)) && !asked)) return
  const roster = new Map((await services.people.loadRoster(db)).reps.map((rep) => [rep.id, rep]))
  const recent = await listProposals(db, null, new Date(now - DECLINED_RESTS_MS))
  const keyOf = (one: Proposal): string => [one.repId, one.kind, one.subject, one.proposed].join('|')
  const declined = new Set(recent.filter((one) => one.state === 'declined').map(keyOf))
  const proposals = proposalsOf(report.document, roster).filter((one) => !declined.has(keyOf(one)))
  await replaceProposals(db, now, proposals)
  if (mode === 'write') {
    for (const one of await listProposals(db, null, month)) {
      if (one.state !== 'open' || one.kind === 'weight') continue
      await applyProposal(services, db, now, actor, one)
      await closeProposal(db, now, one.id, { state: 'accepted', by: null, note: null })
    }
  }
  if (proposals.length === 0) return
  await announce(db, now, [
    {
      type: 'capability.proposed',
      entityKind: 'capability_proposal',
      entityId: null,
      payload: { count: proposals.length },
    },
  ])
}

/** Everything the figures say differently from what stands on the reps. Pure. */
export function proposalsOf(document: CapabilityDocument, roster: ReadonlyMap<string, Rep>): Proposal[] {
  return document.reps.flatMap((own) => {
    const rep = roster.get(own.repId)
    return rep === undefined ? [] : [...tagProposals(own, rep, document), ...weightProposals(own, rep)]
  })
}

function tagProposals(own: RepCapability, rep: Rep, { madeAt, settings }: CapabilityDocument): Proposal[] {
  const rhythm = own.rhythm !== null && own.rhythm.kind !== 'even' ? own.rhythm : null
  const borneOut: Proposal[] = capabilityTags(own.domains, [], madeAt, { ...settings, minRatings: 3 })
    .filter((tag) => tag.domain?.dimension !== 'business')
    .map(({ tag, level, evidenceCount, lastEvidenceAt, domain }) => ({
      repId: own.repId,
      kind: 'tag',
      subject: tag,
      family: domain?.dimension === 'customerType' ? 'industry' : 'sales_skill',
      was: null,
      proposed: level,
      evidence: {
        outcomes: evidenceCount,
        wins: domain?.rate.wins ?? null,
        rate: domain?.rate.rate ?? null,
        low: domain?.rate.low ?? null,
        high: domain?.rate.high ?? null,
        teamRate: domain?.teamRate ?? null,
        lastAt: new Date(lastEvidenceAt).toISOString(),
      },
    }))
  if (rhythm !== null)
    borneOut.push({
      repId: own.repId,
      kind: 'tag',
      subject: rhythm.kind === 'fast' ? '快刀型' : '长线型',
      family: 'rhythm',
      was: null,
      proposed: 4,
      evidence: {
        outcomes: rhythm.wins,
        wins: rhythm.wins,
        rate: rhythm.days,
        low: null,
        high: null,
        teamRate: rhythm.teamDays,
        lastAt: null,
      },
    })
  const held = rep.tags.filter((tag) => tag.source === 'history')
  const levelOf = (subject: string): number | null => held.find((tag) => tag.tag === subject)?.level ?? null
  const news = borneOut.flatMap((one) => {
    const was = levelOf(one.subject)
    return was === one.proposed ? [] : [{ ...one, was }]
  })
  // A tag from history lives as long as the history does: stale or no longer borne out, it is proposed to go.
  const gone = held
    .filter((tag) => !borneOut.some((one) => one.subject === tag.tag))
    .map((tag): Proposal => {
      const last = own.domains.find((domain) => domain.value === tag.tag)
      return {
        repId: own.repId,
        kind: 'stale_tag',
        subject: tag.tag,
        family: null,
        was: tag.level,
        proposed: null,
        evidence: {
          outcomes: last?.rate.trials ?? 0,
          wins: last?.rate.wins ?? null,
          rate: last?.rate.rate ?? null,
          low: last?.rate.low ?? null,
          high: last?.rate.high ?? null,
          teamRate: last?.teamRate ?? null,
          lastAt: last?.lastOutcomeAt == null ? null : new Date(last.lastOutcomeAt).toISOString(),
        },
      }
    })
  return [...news, ...gone]
}

function weightProposals({ repId, strength }: RepCapability, rep: Rep): Proposal[] {
  // Only where the interval leaves no doubt about the direction, and nobody goes to zero or comes back from it.
  if (strength === null || !strength.known || rep.weight <= 0) return []
  const share = Math.max(-WEIGHT_RANGE, Math.min(WEIGHT_RANGE, (strength.score - 50) / 100))
  const proposed = Math.max(WEIGHT_STEP, Math.round((rep.weight * (1 + share)) / WEIGHT_STEP) * WEIGHT_STEP)
  if (proposed === rep.weight) return []
  return [
    {
      repId,
      kind: 'weight',
      subject: 'weight',
      family: null,
      was: rep.weight,
      proposed,
      evidence: {
        outcomes: strength.outcomes,
        wins: Math.round(strength.outcomes * strength.rawRate),
        rate: strength.soldBetter,
        low: strength.soldBetterLow,
        high: strength.soldBetterHigh,
        teamRate: null,
        lastAt: null,
      },
    },
  ]
}
