import { drawOf, itemContext } from '../matching/index.ts'
import type { Decision, WorkItem } from '../model/index.ts'
import { judgeAll, withChances } from './candidates.ts'
import { engineVersion } from './engine-version.ts'
import { outcomeOf } from './outcome.ts'
import { squadProposals } from './squad.ts'
import type { WorkingState } from './working-state.ts'

/** The choice for one item against a working state, all candidates in it. Changes nothing. */
export function decideItem(working: WorkingState, item: WorkItem): Decision {
  const { snapshot, policy } = working
  const ctx = itemContext(item, policy.match(item), policy.policy, working.now)
  const queue = working.queueFor(ctx)
  const judged = judgeAll(working, ctx, queue)
  const draw = drawOf(item.id, snapshot.seed)
  const outcome = outcomeOf(working, ctx, queue, judged, draw)
  const slaClass = ctx.action.slaClass
  return {
    itemId: item.id,
    mode: 'engine',
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
    candidates: withChances(judged, outcome.propensities),
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
