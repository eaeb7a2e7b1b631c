import {
  type Band,
  bandOf,
  effectiveStrategy,
  type FairnessQueue,
  type ItemContext,
  requirementsOf,
  suitabilityExclusion,
} from '../../matching/index.ts'
import { type ExclusionCode, exclusionCodes, type ScoreWeights } from '../../model/index.ts'
import type { WorkingState } from '../working-state.ts'
import { type BitRow, rowOf } from './bit-rows.ts'
import { StaticRows } from './static-rows.ts'

/** A rule's action made ready for the fast path, at one depth of relaxation. */
export interface ActionPlan {
  readonly ctx: ItemContext
  readonly weights: ScoreWeights
  readonly band: Band
  /** Fairness of this queue, where all items of the rule share one; null = looked up per item. */
  readonly queue: FairnessQueue | null
  /** Reps the rule itself wants, whatever the item. */
  readonly wanted: BitRow
  /** Who the rule leaves out by which code, before and after the item's own matches (order of the codes). */
  readonly leftOut: readonly { readonly code: ExclusionCode; readonly row: BitRow }[]
  readonly matchRegion: boolean
  readonly matchIndustry: boolean
  readonly matchProduct: boolean
  readonly rows: StaticRows
}

/** null where the strategy is not the scored one: the plain path serves those. */
export function planOf(working: WorkingState, ctx: ItemContext): ActionPlan | null {
  const strategy = effectiveStrategy(ctx.action.strategy)
  if (strategy.kind !== 'scored') return null
  const { action, relaxation, item } = ctx
  const set = action.candidates
  const matches = (part: 'region' | 'industry' | 'product') =>
    set?.match?.includes(part) === true && !relaxation.dropped.has(part)
  const ofRule = requirementsOf(set && { ...set, match: [] }, item, relaxation.dropped)
  const reps = working.views.length
  const codes = working.views.map((view) => suitabilityExclusion(view, ofRule))
  return {
    ctx,
    weights: strategy.weights,
    band: bandOf(strategy),
    queue: (action.queueBy ?? []).length === 0 ? working.queueFor(ctx) : null,
    wanted: rowOf(reps, (rep) => codes[rep] === null),
    leftOut: exclusionCodes.flatMap((code) =>
      codes.includes(code) ? [{ code, row: rowOf(reps, (rep) => codes[rep] === code) }] : [],
    ),
    matchRegion: matches('region'),
    matchIndustry: matches('industry'),
    matchProduct: matches('product'),
    rows: new StaticRows(working.views, strategy.weights, working.policy.policy, working.winModel),
  }
}
