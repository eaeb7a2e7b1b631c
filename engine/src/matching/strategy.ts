import type { Policy, ReasonCode, Strategy, Term, WinModel } from '../model/index.ts'
import type { FairnessQueue } from './fairness-queue.ts'
import { freeShare, loadHundredths, missingToFloor } from './headroom.ts'
import type { ItemContext } from './item-context.ts'
import { placesOf } from './item-facts.ts'
import {
  floorContribution,
  industryFit,
  productFit,
  type RepInContext,
  scoredTerms,
  term,
} from './score-terms.ts'
import { territoryCovers } from './territory.ts'

/** A candidate's terms, their sum, and what decides between equal sums (higher first) before the seeded draw. */
export interface CandidateScore {
  readonly terms: readonly Term[]
  readonly total: number
  readonly tieKey: number
}

/** Near-tie band and softmax temperature, thousandths of a point; 0/0 for every strategy but the scored one. */
export interface Band {
  readonly width: number
  readonly temperature: number
}

/** The scored strategy with all weights 0 becomes plain rotation: it neither throws nor starves anybody (X19). */
export function effectiveStrategy(strategy: Strategy): Strategy {
  if (strategy.kind !== 'scored') return strategy
  return Object.values(strategy.weights).every((weight) => weight === 0)
    ? { kind: 'weighted_rotation' }
    : strategy
}

/** One turn of shortfall always outweighs the band, else equals would not be served in turn (law 4). */
export function bandOf(strategy: Strategy): Band {
  if (strategy.kind !== 'scored') return { width: 0, temperature: 0 }
  const { fairness } = strategy.weights
  const widest = fairness > 0 ? fairness * 1000 - 1 : strategy.nearTieThousandths
  return {
    width: strategy.temperatureThousandths > 0 ? Math.min(strategy.nearTieThousandths, widest) : 0,
    temperature: strategy.temperatureThousandths,
  }
}

export const strategyReasons: Readonly<Record<Exclude<Strategy['kind'], 'manual'>, ReasonCode>> = {
  scored: 'BEST_SCORE',
  weighted_rotation: 'NEXT_IN_ROTATION',
  least_load: 'LEAST_LOADED',
  spare_capacity: 'MOST_SPARE_CAPACITY',
  attributes: 'BEST_ATTRIBUTE_MATCH',
}

/** Scores one admissible rep under a strategy. `manual` ranks by attributes: the list a manager picks from (D14). */
export function scoreCandidate(
  strategy: Strategy,
  rep: RepInContext,
  ctx: ItemContext,
  queue: FairnessQueue,
  policy: Policy,
  model: WinModel,
): CandidateScore {
  const { view, state, index } = rep
  if (strategy.kind === 'scored') {
    return summed(scoredTerms(rep, ctx, queue, strategy.weights, policy, model), 0)
  }
  const missing = missingToFloor(view.rep.limits, state, policy)
  const floor = term('FLOOR', floorContribution(missing, 1, policy), missing)
  switch (strategy.kind) {
    case 'weighted_rotation':
      return summed(
        [...rotationTerms(strategy.performancePercent ?? 0, index, queue), floor],
        0 - loadHundredths(state),
      )
    case 'least_load': {
      const load = loadHundredths(state)
      return summed([term('LOAD', -10 * load, load), floor], queue.shortfall(index))
    }
    case 'spare_capacity': {
      const free = freeShare(view, state, 100_000)
      return summed([term('SPARE_CAPACITY', free, free), floor], queue.shortfall(index))
    }
    case 'attributes':
    case 'manual': {
      const matches = attributeMatches(rep, ctx)
      return summed([term('ATTRIBUTE_MATCH', 1000 * matches, matches), floor], queue.shortfall(index))
    }
  }
}

/** The turn by weight, and what following performance adds to it or takes from it. */
function rotationTerms(performancePercent: number, index: number, queue: FairnessQueue): Term[] {
  const turn = queue.shortfall(index)
  const base = term('ROTATION_TURN', turn, turn)
  if (performancePercent <= 0) return [base]
  const earned = queue.performanceShortfall(index, Math.min(100, performancePercent)) - turn
  return [base, term('PERFORMANCE', earned, earned)]
}

/** One each for region, industry and product line named by the rep, one for every tag: generalists match by name only. */
export function attributeMatches({ view }: RepInContext, ctx: ItemContext): number {
  const places = placesOf(ctx.item)
  const region = view.territories.some((covered) => places.some((place) => territoryCovers(covered, place)))
  const product = productFit(view, ctx.products) === 2
  let matches = (region ? 1 : 0) + industryFit(view, ctx.industries) + (product ? 1 : 0)
  for (const tag of ctx.tags) if (view.tagLevels.has(tag)) matches += 1
  return matches
}

function summed(terms: readonly Term[], tieKey: number): CandidateScore {
  let total = 0
  for (const term of terms) total += term.contribution
  return { terms, total, tieKey }
}
