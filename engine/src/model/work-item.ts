import type { Facts } from './field.ts'
import type { OfferStanding } from './offer-policy.ts'

export type WorkItemKind = 'lead' | 'account' | 'opportunity' | 'task'
export type ValueBand = 'high' | 'mid' | 'low'
export type DifficultyBand = 'easy' | 'medium' | 'hard'

/**
 * What is to be given to somebody, as facts. Everything `assess` found out (tags, score, grade, tier, grid cell,
 * task type, quadrant) stands in `facts` under the built-in field keys, so rules read facts and derived values alike.
 */
export interface WorkItem {
  readonly id: string
  readonly kind: WorkItemKind
  /** Triage class; higher is served first. Default 0 = one class for all. */
  readonly priority: number
  /** Epoch milliseconds; the place in the queue. */
  readonly createdAt: number
  /** Since when it waits, if it waits; relaxation over time counts from here. */
  readonly waitingSince?: number
  readonly facts: Facts
  readonly tags: readonly string[]
  readonly value: ValueBand | null
  readonly difficulty: DifficultyBand | null
  /** Expected money in minor units (fen); null where unknown. */
  readonly amountMinor: number | null
  /** Load it puts on its owner, integer hundredths of a point (Decision 2). */
  readonly pointsHundredths: number
  /** Who owns the customer already: owner continuity (A6, X9). */
  readonly accountOwnerId?: string
  /** Reps who must not get it (just released it, declined it, asked to be left out). */
  readonly excludedRepIds?: readonly string[]
  /** Offers that came back; whoever they went to stands in `excludedRepIds` too. */
  readonly offers?: OfferStanding
}
