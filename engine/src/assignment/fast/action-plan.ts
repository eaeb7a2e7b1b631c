import {
  type Band,
  bandOf,
  effectiveStrategy,
  type FairnessQueue,
  type ItemContext,
  requirementsOf,
  softmaxWeight,
  suitabilityExclusion,
  type TermColumns,
} from '../../matching/index.ts'
import { type ExclusionCode, exclusionCodes, type ScoreWeights, type WorkItem } from '../../model/index.ts'
import type { WorkingState } from '../working-state.ts'
import { type BitRow, rowOf } from './bit-rows.ts'
import type { CoverageRows } from './coverage-rows.ts'
import { type LeadNode, LeadNodes } from './lead-nodes.ts'
import { StaticRows } from './static-rows.ts'

/** A rule's action made ready for the fast path, at one depth of relaxation. */
export interface ActionPlan {
  readonly ctx: ItemContext
  readonly weights: ScoreWeights
  readonly band: Band
  /** The band as it is drawn from: without a temperature only the very best are. */
  readonly draws: Band & {
    /** Softmax weight by thousandths of a point below the best. */
    readonly weights: readonly number[]
  }
  /** Fairness of this queue, where all items of the rule share one; null = looked up per item. */
  readonly queue: FairnessQueue | null
  /** Who the rule leaves out by which code, before and after the item's own matches (order of the codes). */
  readonly leftOut: readonly { readonly code: ExclusionCode; readonly row: BitRow }[]
  /** Tags the rule itself names. */
  readonly ruleTags: number
  readonly matchRegion: boolean
  /** Who covers the item in what the rule matches. */
  readonly covering: (item: WorkItem) => Readonly<Record<'region' | 'industry' | 'product', BitRow>>
  readonly makeNode: (item: WorkItem) => LeadNode
  readonly rows: StaticRows
  readonly nodes: LeadNodes
  readonly columns: TermColumns
}

/** Weights beyond this distance are worked out each time. */
const widestTable = 5000

/** null where the strategy is not the scored one: the plain path serves those. */
export function planOf(working: WorkingState, ctx: ItemContext, coverage: CoverageRows): ActionPlan | null {
  const strategy = effectiveStrategy(ctx.action.strategy)
  if (strategy.kind !== 'scored') return null
  const { action, relaxation, item } = ctx
  const set = action.candidates
  const matches = (part: 'region' | 'industry' | 'product') =>
    set?.match?.includes(part) === true && !relaxation.dropped.has(part)
  const ofRule = requirementsOf(set && { ...set, match: [] }, item, relaxation.dropped)
  const reps = working.views.length
  const band = bandOf(strategy)
  const drawn = band.temperature > 0 ? band.width : 0
  const columns = working.memo.termColumns(strategy.weights)
  const codes = working.views.map((view) => suitabilityExclusion(view, ofRule))
  const wanted = rowOf(reps, (rep) => codes[rep] === null)
  const [matchRegion, matchIndustry, matchProduct] = [
    matches('region'),
    matches('industry'),
    matches('product'),
  ]
  const covering = (of: WorkItem) => ({
    region: matchRegion ? coverage.region(of) : coverage.everybody,
    industry: matchIndustry ? coverage.industry(of) : coverage.everybody,
    product: matchProduct ? coverage.product(of) : coverage.everybody,
  })
  return {
    ctx,
    weights: strategy.weights,
    band,
    draws: {
      width: drawn,
      temperature: band.temperature,
      weights: Array.from({ length: Math.min(drawn, widestTable) + 1 }, (_, behind) =>
        softmaxWeight(behind, band.temperature),
      ),
    },
    queue: (action.queueBy ?? []).length === 0 ? working.queueFor(ctx) : null,
    leftOut: exclusionCodes.flatMap((code) =>
      codes.includes(code) ? [{ code, row: rowOf(reps, (rep) => codes[rep] === code) }] : [],
    ),
    ruleTags: set?.tags?.length ?? 0,
    matchRegion,
    covering,
    makeNode(of) {
      const { region, industry, product } = covering(of)
      const row = wanted.map((word, at) => word & region[at]! & industry[at]! & product[at]!)
      return { row, parts: [], excluded: null }
    },
    rows: new StaticRows(working.views, strategy.weights, working.policy.policy, working.winModel, columns),
    nodes: new LeadNodes(),
    columns,
  }
}
