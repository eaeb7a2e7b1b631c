import type { Policy, RuleAction, ScoreWeights, Strategy } from '../../model/index.ts'
import { scoredStrategy } from '../../policy/default-policy.ts'

/** Does any weight speak for a rep whatever they hold? Headroom and turns move with every item: prices stand for them. */
function weightsOf(strategy: Strategy): ScoreWeights | null {
  if (strategy.kind !== 'scored') return null
  const { winValue, fit, continuity, development } = strategy.weights
  return winValue + fit + continuity + development > 0 ? strategy.weights : null
}

/**
 * What a pair is worth in a plan: the weights of the item's rule, or, where its strategy only orders (rotation, least
 * load …), those of the policy's first scored rule, else the defaults: a plan needs to compare items with each other.
 */
export function planWeights(action: RuleAction, policy: Policy): ScoreWeights {
  const others = [policy.fallback, ...policy.rules.map((rule) => rule.then)]
  for (const { strategy } of [action, ...others]) {
    const weights = weightsOf(strategy)
    if (weights !== null) return weights
  }
  return weightsOf(scoredStrategy) ?? noWeights
}

const noWeights: ScoreWeights = {
  winValue: 1,
  fit: 0,
  headroom: 0,
  fairness: 0,
  continuity: 0,
  development: 0,
}
