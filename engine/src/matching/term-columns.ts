import type { Policy, ScoreWeights, Term, WinModel } from '../model/index.ts'
import type { ItemContext } from './item-context.ts'
import type { RepView } from './rep-view.ts'
import {
  continuityTerm,
  developmentTerm,
  fairnessTerm,
  floorTerm,
  headroomTerm,
  industryTerm,
  productTerm,
  tagsTerm,
  winKey,
  winTerm,
} from './score-terms.ts'

/** One term of every rep for all items alike in what it looks at; made on first use, rep by rep. */
type TermColumn = (Term | undefined)[]

/** Cells kept before they are dropped and made anew: some 10 MB, or 64 columns of a large roster. */
const cellsKept = 200_000
const columnsKept = 64

/** The terms of one item that no load and no turn moves. */
export interface StillTerms {
  readonly win: TermColumn
  readonly industry: TermColumn
  readonly product: TermColumn
  readonly tags: TermColumn
  readonly continuity: TermColumn
  readonly development: TermColumn
}

/**
 * The terms of the scored strategy under one set of weights, remembered by what they are made of: most items of a
 * company are alike in segment, value or tags, and the terms are never changed, so decisions may share them.
 * The same as `scoredTerms`, term by term.
 */
export class TermColumns {
  readonly #views: readonly RepView[]
  readonly #weights: ScoreWeights
  readonly #policy: Policy
  readonly #model: WinModel
  readonly #columns = new Map<string, TermColumn>()
  readonly #headroom: TermColumn = []
  readonly #floors: TermColumn = []

  constructor(views: readonly RepView[], weights: ScoreWeights, policy: Policy, model: WinModel) {
    this.#views = views
    this.#weights = weights
    this.#policy = policy
    this.#model = model
  }

  #column(key: string): TermColumn {
    const known = this.#columns.get(key)
    if (known !== undefined) return known
    const most = Math.max(columnsKept, Math.floor(cellsKept / Math.max(1, this.#views.length)))
    if (this.#columns.size >= most) this.#columns.clear()
    const fresh = new Array<undefined>(this.#views.length).fill(undefined)
    this.#columns.set(key, fresh)
    return fresh
  }

  stillTerms(ctx: ItemContext): StillTerms {
    const { value, difficulty } = ctx.item
    return {
      win: this.#column(`w|${value}|${winKey(this.#model, ctx)}`),
      industry: this.#column(`i|${listKey(ctx.industries)}`),
      product: this.#column(`p|${listKey(ctx.products)}`),
      tags: this.#column(`t|${listKey(ctx.tags)}`),
      continuity: this.#column(`c|${ctx.segment}`),
      development: this.#column(`d|${value}|${difficulty}`),
    }
  }

  /**
   * The nine terms of one rep, in the order of `scoredTerms`. `shortfall` in thousandths of a turn,
   * `free` in permille, `missing` items to the floor.
   */
  termsOf(
    rep: number,
    still: StillTerms,
    ctx: ItemContext,
    shortfall: number,
    free: number,
    missing: number,
  ): Term[] {
    const { win, industry, product, tags, continuity, development } = this.#standing(rep, still, ctx)
    // One list a candidate and nothing else: taking a tuple of the six apart would make a second and walk through it.
    return [
      win[rep] as Term,
      industry[rep] as Term,
      product[rep] as Term,
      tags[rep] as Term,
      this.headroomAt(free),
      fairnessTerm(shortfall, this.#weights, this.#policy),
      this.floorAt(missing),
      this.#continuityTerm(rep, continuity, ctx),
      development[rep] as Term,
    ]
  }

  headroomAt(free: number): Term {
    this.#headroom[free] ??= headroomTerm(free, this.#weights)
    return this.#headroom[free]
  }

  floorAt(missing: number): Term {
    this.#floors[missing] ??= floorTerm(missing, this.#weights, this.#policy)
    return this.#floors[missing]
  }

  /** The six of them that no load and no turn moves. */
  standingTermsOf(
    rep: number,
    still: StillTerms,
    ctx: ItemContext,
  ): readonly [win: Term, industry: Term, product: Term, tags: Term, continuity: Term, development: Term] {
    const { win, industry, product, tags, continuity, development } = this.#standing(rep, still, ctx)
    return [
      win[rep] as Term,
      industry[rep] as Term,
      product[rep] as Term,
      tags[rep] as Term,
      this.#continuityTerm(rep, continuity, ctx),
      development[rep] as Term,
    ]
  }

  /** The columns, with this rep in all of them but that of continuity. */
  #standing(rep: number, still: StillTerms, ctx: ItemContext): StillTerms {
    const { win, industry, product, tags, development } = still
    const view = this.#viewOf(rep)
    const weights = this.#weights
    win[rep] ??= winTerm(view, ctx, weights, this.#model)
    industry[rep] ??= industryTerm(view, ctx, weights)
    product[rep] ??= productTerm(view, ctx, weights)
    tags[rep] ??= tagsTerm(view, ctx, weights)
    development[rep] ??= developmentTerm(view, ctx, weights)
    return still
  }

  /** The owner of the customer stands out of the column: it is the same for every customer of the segment. */
  #continuityTerm(rep: number, column: TermColumn, ctx: ItemContext): Term {
    const view = this.#viewOf(rep)
    const known = view.rep.id === ctx.item.accountOwnerId ? undefined : column[rep]
    if (known !== undefined) return known
    const made = continuityTerm(view, ctx, this.#weights, this.#policy, this.#model)
    if (view.rep.id !== ctx.item.accountOwnerId) column[rep] = made
    return made
  }

  #viewOf(rep: number): RepView {
    const view = this.#views[rep]
    if (view === undefined) throw new RangeError(`No rep at place ${rep}`)
    return view
  }
}

/** Distinct for distinct lists, whatever stands in the names. */
function listKey(names: readonly string[]): string {
  return names.length === 0 ? '' : JSON.stringify(names)
}
