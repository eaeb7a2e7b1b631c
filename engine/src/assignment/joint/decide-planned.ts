import {
  clampTurns,
  drawOf,
  type FairnessQueue,
  type ItemContext,
  itemContext,
  term,
  timePriceTerm,
} from '../../matching/index.ts'
import type { Decision, Term, WorkItem } from '../../model/index.ts'
import { planningSettings } from '../../policy/planning-settings.ts'
import { askingOf } from '../asking.ts'
import { type Judged, judge } from '../candidates.ts'
import { decisionOf } from '../decide-item.ts'
import { certain, owned } from '../outcome.ts'
import type { Scorer } from '../scorer.ts'
import type { WorkingState } from '../working-state.ts'
import { planWeights } from './plan-weights.ts'
import type { PlannedPlace } from './planned-place.ts'

/**
 * The decision for an item a plan gives to a rep: all candidates with what each is worth for it, net of the price of
 * their time. Where the rule asks first, they are asked. null where the rep may not have it (any more): then the plan is stale here. Changes nothing.
 */
export function decidePlanned(working: WorkingState, item: WorkItem, place: PlannedPlace): Decision | null {
  const chosen = working.indexOf(place.repId)
  if (chosen === undefined) return null
  const ctx = itemContext(item, working.policy.match(item), working.policy.policy, working.now)
  const queue = working.queueFor(ctx)
  const judged = judge(working, ctx, plannedScorer(working, ctx, queue, place))
  const contender = judged.contenders.find((one) => one.index === chosen)
  if (contender === undefined) return null
  const asking = place.heedsOffers === true ? askingOf(ctx, working.policy.policy) : null
  // After too many rounds a manager decides: whoever commits a plan does, a plan nobody asked for does not.
  if (asking?.kind === 'nobody' && place.reoptimised === true) return null
  const given = owned(
    chosen,
    certain(contender),
    place.reoptimised === true ? 'REOPTIMISED' : 'PLANNED',
    { ...plannedParams(working, judged, chosen, place), ...gained(working, ctx, chosen, place) },
    ctx.turnThousandths,
  )
  const outcome = asking?.kind === 'ask' ? { ...given, state: 'offered' as const } : given
  const draw = drawOf(item.id, working.snapshot.seed)
  return decisionOf(working, { ctx, queue, judged, outcome, draw }, 'plan')
}

/** Who has the item is not looked at again when prices and places of a plan are compared: its terms stand still. */
function plannedScorer(
  working: WorkingState,
  ctx: ItemContext,
  queue: FairnessQueue,
  place: PlannedPlace,
): Scorer {
  const columns = working.memo.termColumns(planWeights(ctx.action, working.policy.policy))
  const still = columns.stillTerms(ctx)
  const { prices, per, holder } = place
  const { policy } = working.policy
  // What somebody holds already was counted once: debts are paid out of what nobody has.
  const debtPoints = holder === null ? planningSettings(policy).fairnessDebtPoints : 0
  return (index) => {
    const price = prices[index] ?? 0
    const terms: Term[] = [
      ...columns.standingTermsOf(index, still, ctx),
      timePriceTerm(price, per, ctx.item.pointsHundredths),
    ]
    if (debtPoints > 0) {
      const turns = clampTurns(queue.shortfall(index), policy)
      terms.push(term('FAIRNESS', debtPoints * turns, turns))
    }
    if (holder !== null) {
      const cost = working.repIds[index] === holder.repId ? 0 : holder.handOverThousandths
      terms.push(term('HAND_OVER', 0 - cost, cost))
    }
    let total = 0
    for (const one of terms) total += one.contribution
    return { index, terms, total, tieKey: 0 }
  }
}

/** What it is worth there before the price of time, and how far ahead of the next best after it. */
function plannedParams(
  working: WorkingState,
  { contenders, candidates }: Judged,
  chosen: number,
  { planHash }: PlannedPlace,
): Record<string, string | number> {
  const total = contenders.find((one) => one.index === chosen)?.total ?? 0
  let runnerUp: (typeof contenders)[number] | undefined
  for (const one of contenders) {
    if (one.index !== chosen && (runnerUp === undefined || one.total > runnerUp.total)) runnerUp = one
  }
  const charged = candidates[chosen]?.terms?.find((one) => one.code === 'TIME_PRICE')?.contribution ?? 0
  return {
    value: total - charged,
    total,
    eligible: contenders.length,
    ...(runnerUp === undefined
      ? {}
      : { runnerUp: working.repIds[runnerUp.index] ?? '', margin: total - runnerUp.total }),
    plan: planHash,
  }
}

/** What a move nobody asked for gains over where the item was, the hand-over paid. */
function gained(
  working: WorkingState,
  ctx: ItemContext,
  chosen: number,
  { holder, reoptimised }: PlannedPlace,
): Record<string, string | number> {
  if (reoptimised !== true || holder === null) return {}
  const from = working.indexOf(holder.repId)
  if (from === undefined) return { from: holder.repId }
  const columns = working.memo.termColumns(planWeights(ctx.action, working.policy.policy))
  const still = columns.stillTerms(ctx)
  const worth = (rep: number): number => {
    let sum = 0
    for (const { contribution } of columns.standingTermsOf(rep, still, ctx)) sum += contribution
    return sum
  }
  return { from: holder.repId, gain: worth(chosen) - worth(from) - holder.handOverThousandths }
}
