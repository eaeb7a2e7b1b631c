import {
  availabilityExclusion,
  backlogCap,
  type Choice,
  type Contender,
  capacityExclusion,
  effectiveStrategy,
  type FairnessQueue,
  type ItemContext,
  leftOutBecause,
  scoreCandidate,
} from '../matching/index.ts'
import type { Candidate, ExclusionCode, ScoreWeights } from '../model/index.ts'
import { priceScorer, pricesInForce } from './price-scorer.ts'
import type { Scorer } from './scorer.ts'
import type { WorkingState } from './working-state.ts'

/** A candidate before anybody's chances are known. */
type Draft = Candidate & { propensity: number }

/** The chance each candidate had; whoever is not in it had none. */
export type Chances = Pick<Choice, 'inBand' | 'propensities'>

/** Everybody looked at for one item. */
export interface Judged {
  /** In roster order, so a place is a roster index; propensities still 0, entered by whoever settles the choice. */
  readonly candidates: readonly Draft[]
  /** Those who could have it, in roster order. */
  readonly contenders: readonly Contender[]
}

/** Looks at every rep of the roster, in roster order. */
export function judgeAll(working: WorkingState, ctx: ItemContext, queue: FairnessQueue): Judged {
  return judge(working, ctx, scorerOf(working, ctx, queue))
}

/** The same, with whatever says what an admissible rep is worth. */
export function judge(working: WorkingState, ctx: ItemContext, score: Scorer): Judged {
  const { repIds } = working
  const exclusion = exclusionTest(working, ctx)
  const candidates: Draft[] = []
  const contenders: Contender[] = []
  for (let index = 0; index < repIds.length; index++) {
    const repId = repIds[index] ?? ''
    const excludedBy = exclusion(index)
    if (excludedBy !== null) {
      candidates.push({ repId, excludedBy, total: 0, propensity: 0 })
      continue
    }
    const scored = score(index)
    candidates.push({ repId, terms: scored.terms, total: scored.total, propensity: 0 })
    contenders.push(scored)
  }
  return { candidates, contenders }
}

/** The one coded reason why a rep may not have the item, or null: the first in the order of `exclusionCodes`. */
export function exclusionTest(
  working: WorkingState,
  ctx: ItemContext,
): (index: number) => ExclusionCode | null {
  const { views, states, memo, repIds } = working
  const { excludedRepIds } = ctx.item
  const suitability = memo.suitabilityFor(ctx)
  // The owner of the customer need not be in the rule's candidate set, but must have room like everybody (law 2).
  const owner = firstOwner(working, ctx)
  const full = working.caps.fullFor(ctx, views, working.now)
  return (index) => {
    const view = views[index]
    const state = states[index]
    if (view === undefined || state === undefined) return 'REP_INACTIVE'
    const away = availabilityExclusion(state)
    if (away !== null) return away
    if (excludedRepIds?.includes(view.rep.id) === true) return leftOutBecause(ctx.item, view.rep.id)
    if (owner === undefined || repIds[index] !== owner) {
      const unsuitable = memo.suitabilityIn(suitability, index, ctx)
      if (unsuitable !== null) return unsuitable
    }
    const noRoom = capacityExclusion(view, state, ctx.effects)
    if (noRoom !== null || full.length === 0) return noRoom
    const held = working.caps.heldBack(ctx, full, view)
    if (held === null) return null
    return held.cap === backlogCap ? 'BACKLOG_SHARE' : 'CAP_WINDOW'
  }
}

function scorerOf(working: WorkingState, ctx: ItemContext, queue: FairnessQueue): Scorer {
  const strategy = effectiveStrategy(ctx.action.strategy)
  if (strategy.kind === 'scored') {
    const plain = termScorer(working, ctx, queue, strategy.weights)
    const prices = pricesInForce(working)
    // Prices are points of the score: they say nothing to strategies that only order.
    return prices === null ? plain : priceScorer(working, ctx, prices, plain)
  }
  const { views, states, winModel } = working
  const { policy } = working.policy
  return (index) => {
    const view = views[index]
    const state = states[index]
    if (view === undefined || state === undefined) throw new RangeError(`No rep at place ${index}`)
    return { index, ...scoreCandidate(strategy, { index, view, state }, ctx, queue, policy, winModel) }
  }
}

/** The scored strategy out of remembered terms: the same as `scoreCandidate`, several times faster. */
function termScorer(
  working: WorkingState,
  ctx: ItemContext,
  queue: FairnessQueue,
  weights: ScoreWeights,
): Scorer {
  const columns = working.memo.termColumns(weights)
  const still = columns.stillTerms(ctx)
  const shares = queue.sharesByClass()
  const classes = queue.weightClasses
  const { owned } = queue.accounts
  return (index) => {
    const free = working.freePermille(index)
    const shortfall = (shares[classes[index] ?? 0] ?? 0) - (owned[index] ?? 0)
    const terms = columns.termsOf(index, still, ctx, shortfall, free, working.missingToFloor(index))
    let total = 0
    for (let n = 0; n < terms.length; n++) total += terms[n]?.contribution ?? 0
    return { index, terms, total, tieKey: 0 }
  }
}

/** Whom the policy hands the item before anything is compared, because the customer is theirs (A6, X9). */
export function firstOwner(working: WorkingState, ctx: ItemContext): string | undefined {
  return working.policy.policy.continuity.owner === 'first' ? ctx.item.accountOwnerId : undefined
}

/** Enters the chances of those who could have been drawn. */
export function withChances({ candidates }: Judged, { inBand, propensities }: Chances): readonly Candidate[] {
  for (let place = 0; place < inBand.length; place++) {
    const one = candidates[inBand[place]?.index ?? -1]
    if (one !== undefined) one.propensity = propensities[place] ?? 0
  }
  return candidates
}
