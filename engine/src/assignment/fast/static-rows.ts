import {
  continuityPermille,
  developmentPermille,
  fitParts,
  type ItemContext,
  industryFit,
  productFit,
  type RepView,
  type TermColumns,
  tagFitContribution,
  tagLevelSum,
  valuePermille,
  winKey,
  winValueContribution,
} from '../../matching/index.ts'
import type { Policy, ScoreWeights, Term, WinModel, WorkItem } from '../../model/index.ts'
import type { FixedPart } from './lead-nodes.ts'

/** The tag fit of all items that name the same tags. */
export interface TagPart {
  /** Sum of the levels of every rep; a byte each, since this row is the one with the most siblings. */
  readonly levels: Uint8Array
  /** Contribution per sum of levels. */
  readonly worth: Int32Array
  readonly terms: (Term | undefined)[]
}

/** Cells kept per plan before they are dropped and made anew: 8 000 rows of 1 000 reps are 32 MB. */
const cellsKept = 8_000_000
/** Five levels each, so that the sum fits a byte; the plain path decides items with more. */
export const mostTags = 51

const valueSlots = { high: 0, mid: 4, low: 8 } as const
const difficultySlots = { hard: 0, medium: 1, easy: 2 } as const

/** 0–15: value and difficulty as a place among the parts of a node. */
export function slotOf({ value, difficulty }: WorkItem): number {
  return (value === null ? 12 : valueSlots[value]) + (difficulty === null ? 3 : difficultySlots[difficulty])
}

/** A set of tags in the order an item names them; `part` undefined = not asked yet, null = no tag fit. */
export interface TagNode {
  readonly next: Map<string, TagNode>
  part: TagPart | null | undefined
}

const newNode = (): TagNode => ({ next: new Map(), part: undefined })

/**
 * The parts of a total that do not move with load or turns: rows over all reps, so that neighbours in memory are
 * neighbouring reps, and the tag fit per set of tags. Sums of the same terms as the plain path's, made by the
 * same functions on first use. Thousandths of a point fit 31 bits: 2 million points do.
 */
export class StaticRows {
  readonly #views: readonly RepView[]
  readonly #weights: ScoreWeights
  readonly #policy: Policy
  readonly #model: WinModel
  readonly #columns: TermColumns
  /** By segment or what the model calls the item, value and difficulty. */
  readonly #parts = new Map<string, FixedPart>()
  #tags = newNode()
  #cells = 0
  /** Raised whenever what was kept is dropped. */
  dropped = 0

  constructor(
    views: readonly RepView[],
    weights: ScoreWeights,
    policy: Policy,
    model: WinModel,
    columns: TermColumns,
  ) {
    this.#views = views
    this.#weights = weights
    this.#policy = policy
    this.#model = model
    this.#columns = columns
  }

  /** The worth of everybody for items like this one. */
  fixed(ctx: ItemContext): FixedPart {
    const key = `${slotOf(ctx.item)}|${winKey(this.#model, ctx)}|${JSON.stringify([ctx.segment, ctx.industries, ctx.products])}`
    const known = this.#parts.get(key)
    if (known !== undefined) return known
    this.#grow()
    // Without the owner's part: whoever owns the customer is looked at by the plain path.
    const stranger = { ...ctx, item: withoutOwner(ctx.item), tags: [] }
    const part = {
      worth: Int32Array.from(this.#views, (view) => this.#fixedOf(view, stranger)),
      still: this.#columns.stillTerms(stranger),
    }
    this.#parts.set(key, part)
    return part
  }

  /** Where the tag fit of an item is kept: null where neither item nor rule names a tag, undefined = not made yet. */
  tagNode({ tags }: WorkItem): TagNode {
    let node = this.#tags
    for (let n = 0; n < tags.length; n++) {
      const tag = tags[n] ?? ''
      let next = node.next.get(tag)
      if (next === undefined) {
        next = newNode()
        node.next.set(tag, next)
      }
      node = next
    }
    return node
  }

  /** Makes the tag fit of a node. */
  tags(node: TagNode, ctx: ItemContext): TagPart | null {
    node.part = this.#tagPart(ctx)
    return node.part
  }

  #tagPart(ctx: ItemContext): TagPart | null {
    const { tags } = ctx
    if (tags.length === 0) return null
    this.#grow()
    const { fit } = this.#weights
    return {
      levels: Uint8Array.from(this.#views, (view) => tagLevelSum(view, tags)),
      worth: Int32Array.from({ length: 256 }, (_, sum) => tagFitContribution(fit, sum, tags.length)),
      terms: this.#columns.stillTerms(ctx).tags,
    }
  }

  #grow(): void {
    this.#cells += this.#views.length
    if (this.#cells <= cellsKept) return
    this.#parts.clear()
    this.#tags = newNode()
    this.#cells = this.#views.length
    this.dropped += 1
  }

  #fixedOf(view: RepView, ctx: ItemContext): number {
    const weights = this.#weights
    const win = this.#model.probabilityMillionths(view.rep.id, winKey(this.#model, ctx))
    return (
      winValueContribution(weights.winValue, win, valuePermille(ctx.item.value)) +
      weights.fit * fitParts.industry * industryFit(view, ctx.industries) +
      weights.fit * fitParts.productStep * productFit(view, ctx.products) +
      weights.continuity * continuityPermille(view, ctx, this.#policy, this.#model) +
      weights.development * developmentPermille(ctx.item.value, ctx.item.difficulty, view.rep.level)
    )
  }
}

function withoutOwner(item: WorkItem): WorkItem {
  const { accountOwnerId: _, ...rest } = item
  return rest
}
