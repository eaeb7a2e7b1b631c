import type { z } from 'zod'
import type { ItemLabel } from '../customers/index.ts'
import type { Language } from '../platform/http/index.ts'
import type { Committed } from './decide/commit-moves.ts'
import type { Decided } from './decide/decide-batch.ts'
import type { LeadPlace } from './decide/submit-lead.ts'
import type { TenantContext } from './decide/tenant-context.ts'
import type { leadPlace, proposal, repLoad } from './schemas.ts'
import { renderReason } from './sentences/index.ts'
import type { WorkItemRow } from './state/work-item-store.ts'

export type PresentedPlace = z.infer<typeof leadPlace>

export function presentPlace(place: LeadPlace, language: Language): PresentedPlace {
  return {
    id: place.leadId,
    state: place.state,
    owner: place.owner,
    poolId: place.poolId,
    decisionId: place.decisionId,
    reason: { ...place.reason, text: renderReason(place.reason, language, place.words) },
    ...(place.turnReturned === undefined ? {} : { turnReturned: place.turnReturned }),
  }
}

const named = (context: TenantContext, repId: string | null): { id: string; name: string } | null =>
  repId === null ? null : { id: repId, name: context.repById.get(repId)?.name ?? '' }

export function presentCommitted(
  context: TenantContext,
  committed: readonly Committed[],
  skipped: readonly WorkItemRow[],
  language: Language,
): { items: z.infer<typeof leadPlace>[]; assigned: number; waiting: number; skipped: string[] } {
  const items = committed.map(({ placement, decisionId, decision }) => ({
    id: placement.id,
    state: placement.state,
    owner: named(context, placement.ownerId),
    poolId: placement.poolId,
    decisionId,
    reason: { ...decision.reason, text: renderReason(decision.reason, language, context.words) },
  }))
  return {
    items,
    assigned: items.filter((item) => item.owner !== null).length,
    waiting: items.filter((item) => item.state === 'waiting').length,
    skipped: skipped.map((row) => row.id),
  }
}

const RECOMMENDED = 5

/** Each decision with its recommendation list (D14), and what every touched rep would carry. */
export function presentPreview(
  {
    decided,
    context,
    visible,
  }: {
    decided: readonly Decided[]
    context: TenantContext
    /** Whose load the caller may see; null = everybody's. */
    visible: readonly string[] | null
  },
  labels: ReadonlyMap<string, ItemLabel>,
  language: Language,
): { items: z.infer<typeof proposal>[]; reps: z.infer<typeof repLoad>[]; assigned: number; waiting: number } {
  const items = decided.map(({ decision }) => ({
    leadId: decision.itemId,
    label: labels.get(decision.itemId)?.label ?? '',
    state: decision.state,
    owner: named(context, decision.repId),
    reason: { ...decision.reason, text: renderReason(decision.reason, language, context.words) },
    recommendations: decision.candidates
      .filter((candidate) => candidate.terms !== undefined)
      .sort((a, b) => b.total - a.total || b.propensity - a.propensity || (a.repId < b.repId ? -1 : 1))
      .slice(0, RECOMMENDED)
      .map(({ repId, total, propensity }) => ({
        repId,
        name: context.repById.get(repId)?.name ?? '',
        total,
        propensity,
      })),
  }))
  return {
    items,
    reps: repLoadsOf(decided, context).filter((rep) => visible === null || visible.includes(rep.repId)),
    assigned: items.filter((item) => item.owner !== null).length,
    waiting: items.filter((item) => item.state === 'waiting').length,
  }
}

function repLoadsOf(decided: readonly Decided[], context: TenantContext): z.infer<typeof repLoad>[] {
  const gained = new Map<string, { received: number; points: number }>()
  for (const { decision } of decided) {
    if (decision.repId === null) continue
    const sum = gained.get(decision.repId) ?? { received: 0, points: 0 }
    gained.set(decision.repId, { received: sum.received + 1, points: sum.points + decision.pointsHundredths })
  }
  const before = decided[0]?.statesBefore ?? []
  return before.map((state) => {
    const { received, points } = gained.get(state.repId) ?? { received: 0, points: 0 }
    const load = state.gauges.load_index ?? 0
    const rep = context.repById.get(state.repId)
    return {
      repId: state.repId,
      name: rep?.name ?? '',
      received,
      loadHundredthsBefore: load,
      loadHundredthsAfter: load + points,
      loadLimitHundredths: rep?.gauges.find((gauge) => gauge.name === 'load_index')?.threshold ?? null,
    }
  })
}
