import {
  type CandidateScore,
  effectiveStrategy,
  exclusionOf,
  type FairnessQueue,
  type ItemContext,
  scoreCandidate,
} from '../matching/index.ts'
import type { Candidate, ExclusionCode } from '../model/index.ts'
import type { WorkingState } from './working-state.ts'

/** One rep looked at for one item: either a coded exclusion or a score. */
export type Judgement =
  | { readonly index: number; readonly excludedBy: ExclusionCode; readonly score?: undefined }
  | { readonly index: number; readonly excludedBy?: undefined; readonly score: CandidateScore }

/** Looks at every rep of the roster, in roster order. */
export function judgeAll(working: WorkingState, ctx: ItemContext, queue: FairnessQueue): Judgement[] {
  const { policy } = working.policy
  const strategy = effectiveStrategy(ctx.action.strategy)
  return working.views.map((view, index) => {
    const state = working.states[index]
    if (state === undefined) return { index, excludedBy: 'REP_INACTIVE' }
    // The owner of the customer need not be in the rule's candidate set, but must have room like everybody (law 2).
    const wanted = isFirstOwner(working, ctx, view.rep.id) ? null : ctx.wanted
    const excludedBy = exclusionOf(view, state, ctx.item, wanted, ctx.effects)
    if (excludedBy !== null) return { index, excludedBy }
    const score = scoreCandidate(strategy, { index, view, state }, ctx, queue, policy, working.winModel)
    return { index, score }
  })
}

/** Does the policy hand this item to this rep before anything is compared, because the customer is theirs (A6, X9)? */
export function isFirstOwner(working: WorkingState, ctx: ItemContext, repId: string): boolean {
  return working.policy.policy.continuity.owner === 'first' && ctx.item.accountOwnerId === repId
}

export function asCandidate(repId: string, judged: Judgement, propensity: number): Candidate {
  if (judged.score === undefined) return { repId, excludedBy: judged.excludedBy, total: 0, propensity: 0 }
  return { repId, terms: judged.score.terms, total: judged.score.total, propensity }
}
