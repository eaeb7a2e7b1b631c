/**
 * What a joint plan says about one item: an input of its decision, as the state is, and stored beside it. With it
 * the decision is made again bit for bit without solving the whole plan again.
 */
export interface PlannedPlace {
  /** Names the plan. */
  readonly planHash: string
  /** Whom the plan gives the item. */
  readonly repId: string
  /** What prices are per: one item, or one load point. */
  readonly per: 'item' | 'point'
  /** What a rep's time costs, thousandths of a point, in roster order; below zero where a floor pulls work to a rep. */
  readonly prices: readonly number[]
  /** Who holds the item already, and what handing it to anybody else costs, thousandths of a point. */
  readonly holder: { readonly repId: string; readonly handOverThousandths: number } | null
  /** Nobody asked for this plan: what waits and what may move was planned anew by itself (2.B-9). */
  readonly reoptimised?: true
  /** Where its rule asks first, so does the plan (X3); decisions of before that was so replay without it. */
  readonly heedsOffers?: true
}
