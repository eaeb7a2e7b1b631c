import type { ItemContext, RepView } from '../../matching/index.ts'
import type { RepState, ScoreWeights } from '../../model/index.ts'
import type { Change } from './change.ts'

/** Something that can be moved step by step in the rep's favour. */
export interface Lever {
  /** At most this many steps; at least 1. */
  readonly steps: number
  /** What one full pull costs against other levers: changing a rule touches everybody, so it comes last. */
  readonly price: number
  at(step: number): Change
}

const maxRepWeight = 1000
const scoreWeightReach = 100

const weightNames: readonly (keyof ScoreWeights)[] = [
  'winValue',
  'fit',
  'headroom',
  'fairness',
  'continuity',
  'development',
]

/** Less load, better tags, a larger share, another weight of the rule: in the order they are preferred at equal price. */
export function leversFor(view: RepView, state: RepState, ctx: ItemContext): Lever[] {
  const levers: Lever[] = []
  const load = state.gauges.load_index ?? 0
  if (load > 0) {
    levers.push({
      steps: load,
      price: 1,
      at: (step) => ({ kind: 'load', gauge: 'load_index', from: load, to: load - step }),
    })
  }
  for (const tag of ctx.tags) {
    const level = view.tagLevels.get(tag) ?? 0
    if (level === 5) continue
    levers.push({
      steps: 5 - level,
      price: 1,
      at: (step) => ({ kind: 'tag', tag, from: level, to: level + step }),
    })
  }
  const { weight } = view.rep
  if (weight < maxRepWeight) {
    levers.push({
      steps: maxRepWeight - weight,
      price: 2,
      at: (step) => ({ kind: 'rep_weight', from: weight, to: weight + step }),
    })
  }
  const { strategy } = ctx.action
  if (strategy.kind === 'scored')
    levers.push(...weightNames.flatMap((name) => scoreWeightLevers(strategy.weights, name)))
  return levers
}

function scoreWeightLevers(weights: ScoreWeights, weight: keyof ScoreWeights): Lever[] {
  const from = weights[weight]
  const toward = (steps: number, sign: 1 | -1): Lever => ({
    steps,
    price: 4,
    at: (step) => ({ kind: 'score_weight', weight, from, to: from + sign * step }),
  })
  return from > 0 ? [toward(scoreWeightReach, 1), toward(from, -1)] : [toward(scoreWeightReach, 1)]
}
