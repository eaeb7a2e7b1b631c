import type { CapacitySuggestion, DomainEvidence, RepStrength } from '@peineng/engine/learning'
import type { z } from 'zod'
import type { PersonalLimit } from '../people/index.ts'
import type { ProposalRow } from './capability-store.ts'
import type { DomainStrength } from './evaluate-capability.ts'
import type { MeasuredPace } from './evaluate-pace.ts'
import type { proposal, repCapability } from './schemas.ts'

type Part = z.infer<typeof repCapability>

export function presentStrength(one: RepStrength): NonNullable<Part['strength']> {
  const { repId: _, ...figures } = one
  return figures
}

export function presentDomainStrength(one: DomainStrength): Part['byDomain'][number] {
  const { repId: _, ...figures } = one
  return figures
}

export function presentCapacity(one: CapacitySuggestion): NonNullable<Part['capacity']> {
  const { repId: _, ...figures } = one
  return figures
}

export function presentPace(one: MeasuredPace): Part['pace'][number] {
  const { repId: _, ...figures } = one
  return figures
}

export const presentLimit = (one: PersonalLimit): NonNullable<Part['highIntentLimit']> => ({
  value: one.value,
  start: one.startValue,
  since: new Date(one.since).toISOString(),
})

export function presentDomain(one: DomainEvidence): Part['domains'][number] {
  return {
    dimension: one.dimension,
    value: one.value,
    sharePermille: one.shareThousandths,
    opportunities: one.opportunities,
    trials: one.rate.trials,
    wins: one.rate.wins,
    rate: one.rate.rate,
    low: one.rate.low,
    high: one.rate.high,
    teamRate: one.teamRate,
    lastOutcomeAt: one.lastOutcomeAt === null ? null : new Date(one.lastOutcomeAt).toISOString(),
    stale: one.stale,
  }
}

export function presentProposal(row: ProposalRow, name: string): z.infer<typeof proposal> {
  return {
    id: row.id,
    rep: { id: row.repId, name },
    kind: row.kind,
    subject: row.subject,
    family: row.family,
    was: row.was,
    proposed: row.proposed,
    evidence: row.evidence,
    madeAt: row.madeAt.toISOString(),
    state: row.state,
    decidedAt: row.decidedAt?.toISOString() ?? null,
    byPolicy: row.state === 'accepted' && row.decidedBy === null,
  }
}
