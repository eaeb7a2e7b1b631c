import type { Facts, OutcomeCount } from '../model/index.ts'
import { segmentOf } from './item-facts.ts'

/** Below this many outcomes in all there is no history to speak of. */
const fewest = 50
/** A segment counts as if it had had so many outcomes more at the rate of the whole company. */
const shrinkage = 20

/**
 * How often leads of a kind were won by anybody, integer percent (B6): of the segment, drawn towards the company's own
 * rate where the segment has few outcomes. null where there is too little history.
 */
export function segmentRates(counts: readonly OutcomeCount[]): (facts: Facts) => number | null {
  let won = 0
  let all = 0
  const bySegment = new Map<string, { won: number; all: number }>()
  for (const count of counts) {
    const segment = bySegment.get(count.segment) ?? { won: 0, all: 0 }
    bySegment.set(count.segment, { won: segment.won + count.won, all: segment.all + count.won + count.lost })
    won += count.won
    all += count.won + count.lost
  }
  if (all < fewest) return () => null
  return (facts) => {
    const own = bySegment.get(segmentOf({ facts })) ?? { won: 0, all: 0 }
    // (won + k × W / N) ÷ (n + k), in whole percent.
    return Math.round((100 * (own.won * all + shrinkage * won)) / ((own.all + shrinkage) * all))
  }
}
