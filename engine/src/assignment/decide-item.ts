import { drawOf, type FairnessQueue, type ItemContext, itemContext } from '../matching/index.ts'
import type { Decision, WorkItem } from '../model/index.ts'
import { type Judged, judgeAll, withChances } from './candidates.ts'
import { engineVersion } from './engine-version.ts'
import { type Outcome, outcomeOf } from './outcome.ts'
import { squadProposals } from './squad.ts'
import type { WorkingState } from './working-state.ts'

/** The choice for one item against a working state, all candidates in it. Changes nothing. */
export function decideItem(working: WorkingState, item: WorkItem): Decision {
  const { policy } = working
  const ctx = itemContext(item, policy.match(item), policy.policy, working.now)
  const queue = working.queueFor(ctx)
  const judged = judgeAll(working, ctx, queue)
  const draw = drawOf(item.id, working.snapshot.seed)
  const outcome = outcomeOf(working, ctx, queue, judged, draw)
  return decisionOf(working, { ctx, queue, judged, outcome, draw }, 'engine')
}

/** Everything a decision is made of. */
export interface Settled {
  readonly ctx: ItemContext
  readonly queue: FairnessQueue
  readonly judged: Judged
  readonly outcome: Outcome
  readonly draw: number
}

/** The decision as it is written down. */
export function decisionOf(
  working: WorkingState,
  { ctx, queue, judged, outcome, draw }: Settled,
  mode: Decision['mode'],
): Decision {
  const { snapshot, policy } = working
  const { item } = ctx
  const slaClass = ctx.action.slaClass
  return {
    itemId: item.id,
    mode,
    state: outcome.state,
    repId: outcome.index === null ? null : (working.repIds[outcome.index] ?? null),
    poolId: outcome.poolId,
    reason: outcome.reason,
    release: outcome.release,
    ruleId: ctx.ruleId,
    relaxed: ctx.relaxation.steps,
    slaClass: slaClass ?? null,
    queue: ctx.queue,
    turnThousandths: outcome.turnThousandths,
    segment: ctx.segment,
    pointsHundredths: item.pointsHundredths,
    candidates: withChances(judged, outcome.chances),
    proposals: squadProposals(working, ctx, judged, outcome.index),
    decidedAt: working.now,
    seed: snapshot.seed,
    draw,
    engineVersion,
    policyHash: policy.hash,
    rosterVersion: snapshot.roster.version,
    modelVersion: snapshot.winModel.version,
    stateHash: working.hashFor(ctx.queue, queue),
  }
}
