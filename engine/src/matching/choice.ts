import { hashPair, hashToMillionths } from '../random/index.ts'
import { placeOfDraw, shareMillion, softmaxWeight } from './propensities.ts'
import type { Band } from './strategy.ts'

/** What a choice compares: the place of the candidate in the roster, its total and its tie key. */
export interface Contender {
  readonly index: number
  readonly total: number
  readonly tieKey: number
}

export interface Choice {
  readonly chosen: Contender
  /** Those that could have been drawn, in roster order, with their propensities (millionths, sum 1 000 000). */
  readonly inBand: readonly Contender[]
  readonly propensities: readonly number[]
}

/** The draw of an item, in millionths: depends on its id and the seed only, so it can be replayed (X18). */
export function drawOf(itemId: string, seed: number): number {
  return hashToMillionths(hashPair(itemId, 'choice', seed))
}

/** Picks among contenders in roster order: near-ties by softmax, exact ties evenly, both by the draw. */
export function choose(contenders: readonly Contender[], band: Band, draw: number): Choice | null {
  let best: Contender | undefined
  for (let n = 0; n < contenders.length; n++) {
    const one = contenders[n] as Contender
    if (
      best === undefined ||
      one.total > best.total ||
      (one.total === best.total && one.tieKey > best.tieKey)
    ) {
      best = one
    }
  }
  if (best === undefined) return null
  const { total, tieKey } = best
  const randomised = band.temperature > 0
  const inBand = contenders.filter((one) =>
    randomised ? one.total >= total - band.width : one.total === total && one.tieKey === tieKey,
  )
  const propensities = shareMillion(
    inBand.map((one) => (randomised ? softmaxWeight(total - one.total, band.temperature) : 1)),
  )
  const chosen = inBand[placeOfDraw(propensities, draw)] ?? best
  return { chosen, inBand, propensities }
}
