import {
  continuityPermille,
  developmentPermille,
  fitParts,
  type ItemContext,
  industryFit,
  productFit,
  type RepView,
  tagFitContribution,
  tagLevelSum,
  valuePermille,
  winKey,
  winValueContribution,
} from '../../matching/index.ts'
import type { FieldValue, Policy, ScoreWeights, WinModel, WorkItem } from '../../model/index.ts'

/** Rows kept per plan before they are dropped and made anew; 8 000 rows of 1 000 reps are 32 MB. */
const cellsKept = 8_000_000

const valueSlots = { high: 0, mid: 4, low: 8 } as const
const difficultySlots = { hard: 0, medium: 1, easy: 2 } as const

/** A set of tags in the order an item names them; `row` undefined = not asked yet, null = no tag fit. */
interface TagNode {
  readonly next: Map<string, TagNode>
  row: Int32Array | null | undefined
}

function newNode(): TagNode {
  return { next: new Map(), row: undefined }
}

/**
 * The part of a total that does not move with load or turns, per segment × value × difficulty (rep-major within, so
 * that neighbours in memory are neighbouring reps), and the tag fit per set of tags. Sums of the same terms as the
 * plain path's, made by the same functions on first use. Thousandths of a point fit 31 bits: 2 million points do.
 */
export class StaticRows {
  readonly #views: readonly RepView[]
  readonly #weights: ScoreWeights
  readonly #policy: Policy
  readonly #model: WinModel
  /** By what the model calls the items; one entry where it goes by segments. */
  readonly #slotsByKey = new Map<
    string,
    Map<FieldValue | undefined, Map<FieldValue | undefined, Int32Array>>[]
  >()
  #tags = newNode()
  #cells = 0

  constructor(views: readonly RepView[], weights: ScoreWeights, policy: Policy, model: WinModel) {
    this.#views = views
    this.#weights = weights
    this.#policy = policy
    this.#model = model
  }

  /** The row of an item; `context` is asked for only where the row is not there yet. */
  fixed(item: WorkItem, context: () => ItemContext): Int32Array {
    const { industry, product, tier } = item.facts
    // Without industry and product the tier is the segment: slots of its own, or a product named A would meet tier A.
    const byTier = industry === undefined && product === undefined
    const slot =
      (item.value === null ? 12 : valueSlots[item.value]) +
      (item.difficulty === null ? 3 : difficultySlots[item.difficulty]) +
      (byTier ? 16 : 0)
    const second = byTier ? tier : product
    const slots = this.#slotsOf(this.#model.keyOf?.(item) ?? '')
    const byIndustry = slots[slot]
    const known = byIndustry?.get(industry)?.get(second)
    if (known !== undefined) return known
    const ctx = context()
    // Without the owner's part: whoever owns the customer is looked at by the plain path.
    const stranger = { ...ctx, item: withoutOwner(item) }
    const row = this.#make((view) => this.#fixedOf(view, stranger))
    // A blank industry or product is like none, so the tier decides although it is not in the key: not kept.
    const named = byTier || ctx.industries.length > 0 || ctx.products.length > 0
    if (named && [industry, product, tier].every((value) => typeof value !== 'object')) {
      const kept = slots[slot] ?? new Map<FieldValue | undefined, Map<FieldValue | undefined, Int32Array>>()
      slots[slot] = kept
      const bySecond = kept.get(industry) ?? new Map<FieldValue | undefined, Int32Array>()
      kept.set(industry, bySecond.set(second, row))
    }
    return row
  }

  /** The tag fit of an item, or null where neither item nor rule names a tag. */
  tags(item: WorkItem, context: () => ItemContext): Int32Array | null {
    let node = this.#tags
    for (const tag of item.tags) {
      let next = node.next.get(tag)
      if (next === undefined) {
        next = newNode()
        node.next.set(tag, next)
      }
      node = next
    }
    if (node.row !== undefined) return node.row
    const { tags } = context()
    const { fit } = this.#weights
    const row =
      tags.length === 0 || fit === 0
        ? null
        : this.#make((view) => tagFitContribution(fit, tagLevelSum(view, tags), tags.length))
    node.row = row
    return row
  }

  #slotsOf(key: string): Map<FieldValue | undefined, Map<FieldValue | undefined, Int32Array>>[] {
    const known = this.#slotsByKey.get(key)
    if (known !== undefined) return known
    const fresh: Map<FieldValue | undefined, Map<FieldValue | undefined, Int32Array>>[] = []
    this.#slotsByKey.set(key, fresh)
    return fresh
  }

  #make(of: (view: RepView) => number): Int32Array {
    this.#cells += this.#views.length
    if (this.#cells > cellsKept) {
      this.#slotsByKey.clear()
      this.#tags = newNode()
      this.#cells = this.#views.length
    }
    return Int32Array.from(this.#views, of)
  }

  #fixedOf(view: RepView, ctx: ItemContext): number {
    const weights = this.#weights
    const { item } = ctx
    const win = this.#model.probabilityMillionths(view.rep.id, winKey(this.#model, ctx))
    return (
      winValueContribution(weights.winValue, win, valuePermille(item.value)) +
      weights.fit * fitParts.industry * industryFit(view, ctx.industries) +
      weights.fit * fitParts.productStep * productFit(view, ctx.products) +
      weights.continuity * continuityPermille(view, ctx, this.#policy, this.#model) +
      weights.development * developmentPermille(item.value, item.difficulty, view.rep.level)
    )
  }
}

function withoutOwner(item: WorkItem): WorkItem {
  const { accountOwnerId: _, ...rest } = item
  return rest
}
