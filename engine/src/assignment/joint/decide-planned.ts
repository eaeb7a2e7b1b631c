import { drawOf, type ItemContext, itemContext, term } from '../../matching/index.ts'
import type { Decision, Term, WorkItem } from '../../model/index.ts'
import { type Judged, judge, type Scorer } from '../candidates.ts'
import { decisionOf } from '../decide-item.ts'
import { owned } from '../outcome.ts'
import type { WorkingState } from '../working-state.ts'
import { planWeights } from './plan-weights.ts'
import { type PlannedPlace, timePrice } from './planned-place.ts'

/**
 * The decision for an item a plan gives to a rep: all candidates with what each is worth for it, net of the price of
 * their time. null where the rep may not have it (any more): then the plan is stale here. Changes nothing.
 */
export function decidePlanned(working: WorkingState, item: WorkItem, place: PlannedPlace): Decision | null {
  const chosen = working.indexOf(place.repId)
  if (chosen === undefined) return null
  const ctx = itemContext(item, working.policy.match(item), working.policy.policy, working.now)
  const queue = working.queueFor(ctx)
  const judged = judge(working, ctx, plannedScorer(working, ctx, place))
  if (!judged.contenders.some((one) => one.index === chosen)) return null
  const outcome = owned(
    chosen,
    new Map([[chosen, 1_000_000]]),
    'PLANNED',
    plannedParams(working, judged, chosen, place),
    ctx.turnThousandths,
  )
  const draw = drawOf(item.id, working.snapshot.seed)
  return decisionOf(working, { ctx, queue, judged, outcome, draw }, 'plan')
}

/** Who has the item is not looked at again when prices and places of a plan are compared: its terms stand still. */
function plannedScorer(working: WorkingState, ctx: ItemContext, place: PlannedPlace): Scorer {
  const columns = working.memo.termColumns(planWeights(ctx.action, working.policy.policy))
  const still = columns.stillTerms(ctx)
  const { prices, per, holder } = place
  return (index) => {
    const price = prices[index] ?? 0
    const terms: Term[] = [
      ...columns.standingTermsOf(index, still, ctx),
      term('TIME_PRICE', 0 - timePrice(price, per, ctx.item.pointsHundredths), price),
    ]
    if (holder !== null) {
      const cost = working.repIds[index] === holder.repId ? 0 : holder.handOverThousandths
      terms.push(term('HAND_OVER', 0 - cost, cost))
    }
    let total = 0
    for (const one of terms) total += one.contribution
    return { terms, total, tieKey: 0 }
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
