import { type ItemContext, pacedPrice, timePriceTerm } from '../matching/index.ts'
import type { Term, TimePrices } from '../model/index.ts'
import type { Scorer } from './scorer.ts'
import type { WorkingState } from './working-state.ts'

/** Prices that count now; null where there are none or they are too old. */
export function pricesInForce({ snapshot, now }: WorkingState): TimePrices | null {
  const { timePrices } = snapshot
  return timePrices !== undefined && now < timePrices.until ? timePrices : null
}

/** A score net of what the rep's time costs at this moment. */
export function priceScorer(
  working: WorkingState,
  ctx: ItemContext,
  prices: TimePrices,
  score: Scorer,
): Scorer {
  return (index) => {
    const { terms, total, tieKey } = score(index)
    const charge = chargeOf(working, ctx, prices, index)
    return { index, terms: [...terms, charge], total: total + charge.contribution, tieKey }
  }
}

function chargeOf(working: WorkingState, { item }: ItemContext, prices: TimePrices, index: number): Term {
  const view = working.views[index]
  if (view === undefined) throw new RangeError(`No rep at place ${index}`)
  const price = pacedPrice(prices, index, view, working.stateAt(index))
  return timePriceTerm(price, prices.per, item.pointsHundredths)
}
