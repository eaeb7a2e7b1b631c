import { stream } from '../../random/index.ts'
import type { RepChance } from '../honesty/certainty.ts'

/** How much of a newcomer's intake may go into finding out what they can do. */
export interface ExplorationPolicy {
  /** Share of the rep's intake in thousandths; 100 = one lead in ten. */
  readonly shareThousandths: number
  /** Only leads of these value tiers; learning on the best customers is too dear. */
  readonly tiers: readonly ('high' | 'mid' | 'low')[]
  /** A rep with less evidence than this (see `PairScorer.evidenceThousandths`) is a newcomer. */
  readonly newcomerBelowThousandths: number
}

export const DEFAULT_EXPLORATION: ExplorationPolicy = {
  shareThousandths: 100,
  tiers: ['mid', 'low'],
  newcomerBelowThousandths: 500,
}

/** The budget as shown to the manager: what may be spent, what was, what is left in this period. */
export interface ExplorationBudget {
  readonly allowed: number
  readonly spent: number
  readonly left: number
}

/** `intake` leads received this period, `explored` of them to learn. The first lead may always be one. */
export function explorationBudget(
  policy: ExplorationPolicy,
  intake: number,
  explored: number,
): ExplorationBudget {
  const allowed =
    policy.shareThousandths > 0 ? Math.max(1, Math.floor((intake * policy.shareThousandths) / 1000)) : 0
  return { allowed, spent: explored, left: Math.max(0, allowed - explored) }
}

export interface ExplorationCandidate extends RepChance {
  readonly evidenceThousandths: number
  readonly budget: ExplorationBudget
}

export interface ExplorationChoice {
  readonly repId: string
  /** True: the draw, not the estimate, chose; it counts against the rep's budget. */
  readonly explored: boolean
}

/**
 * Thompson sampling within the budget: newcomers with budget left are ranked by a draw from what they may be worth,
 * everybody else by the estimate. Null without candidates. Integer arithmetic and a seeded stream: replayable.
 */
export function chooseExploring(
  candidates: readonly ExplorationCandidate[],
  tier: 'high' | 'mid' | 'low',
  policy: ExplorationPolicy,
  seed: number,
): ExplorationChoice | null {
  // Draws are dealt in order of rep id, so the order in which candidates are handed over changes nothing.
  const ordered = [...candidates].sort((a, b) => (a.repId < b.repId ? -1 : 1))
  const random = stream(seed)
  let best: { repId: string; micro: number } | null = null
  let bestKnown: { repId: string; micro: number } | null = null
  for (const candidate of ordered) {
    const draw = normalThousandths(random.next32)
    const mayExplore =
      policy.tiers.includes(tier) &&
      candidate.budget.left > 0 &&
      candidate.evidenceThousandths < policy.newcomerBelowThousandths
    const micro = mayExplore
      ? candidate.micro + Math.round((candidate.deviationMicro * draw) / 1000)
      : candidate.micro
    if (best === null || micro > best.micro) best = { repId: candidate.repId, micro }
    if (bestKnown === null || candidate.micro > bestKnown.micro) bestKnown = candidate
  }
  if (best === null || bestKnown === null) return null
  return { repId: best.repId, explored: best.repId !== bestKnown.repId }
}

/** A standard normal draw in thousandths: twelve uniforms minus six (Irwin–Hall); no logarithm, no cosine. */
export function normalThousandths(next32: () => number): number {
  let sum = 0
  for (let i = 0; i < 12; i++) sum += next32() % 1000
  return sum - 5994
}
