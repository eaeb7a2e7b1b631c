import {
  type CompiledPolicy,
  type ItemPlace,
  type ItemPlan,
  type ItemPlanOptions,
  planItems,
  plannedDecisions,
  type Snapshot,
} from '@peineng/engine'
import { movesOfStep } from './moves-of-step.ts'
import { summaryOf } from './plan-summary.ts'
import type { PlanItem, SolveInput, SolveOutput } from './solve-input.ts'

/**
 * Plans what waits and what may move anew, with the cost of a hand-over in every comparison. Where that would move
 * more than one look may, the moves that gain most are planned again alone, everything else staying where it is: a
 * part of a plan need not fit, a plan of a part does.
 */
export function solveReoptimisation(
  input: SolveInput,
  { handOver, maxMoves }: NonNullable<SolveInput['reoptimise']>,
  snapshot: Snapshot,
  policy: CompiledPolicy,
  options: Pick<ItemPlanOptions, 'shouldStop' | 'onProgress'>,
): SolveOutput {
  const planOf = (items: readonly PlanItem[]): ItemPlan =>
    planItems(
      items.map(({ item }) => item),
      snapshot,
      policy,
      {
        holders: new Map(
          items.flatMap(({ item, ownerId: repId, movedAt }) =>
            repId === null ? [] : [[item.id, { repId, movedAt }] as const],
          ),
        ),
        handOver,
        reoptimised: true,
        prices: input.warmPrices,
        ...(input.maxUnits === null ? {} : { maxUnits: input.maxUnits }),
        ...options,
      },
    )
  const whole = planOf(input.items)
  const changes = whole.places.filter(changesHands)
  let { items } = input
  let made = whole
  if (changes.length > maxMoves) {
    const most = new Set(
      changes
        .sort((a, b) => gainOf(b) - gainOf(a) || (a.itemId < b.itemId ? -1 : 1))
        .slice(0, maxMoves)
        .map(({ itemId }) => itemId),
    )
    items = items.filter(({ item }) => most.has(item.id))
    made = planOf(items)
  }
  const { decisions } = plannedDecisions(
    made,
    items.map(({ item }) => item),
    snapshot,
    policy,
  )
  const step = { items, made, decisions: new Map(decisions.map((one) => [one.itemId, one])) }
  const { winModel } = snapshot
  const summary = summaryOf({ input, policy, winModel, steps: [step], items: input.items })
  return {
    moves: movesOfStep(step, policy, winModel).filter(({ toRepId }) => toRepId !== null),
    // What time costs is what everything that was looked at says, not the part that moves.
    summary: {
      ...summary,
      per: whole.per,
      steps: [
        { planHash: made.hash, prices: pricesOf(made) },
        { planHash: whole.hash, prices: pricesOf(whole) },
      ],
    },
  }
}

const changesHands = ({ how }: ItemPlace): boolean => how === 'placed' || how === 'moved' || how === 'owner'

const gainOf = ({ value, valueBefore, place }: ItemPlace): number =>
  value - valueBefore - (place?.holder?.handOverThousandths ?? 0)

const pricesOf = ({ reps }: ItemPlan): { repId: string; price: number }[] =>
  reps.flatMap(({ repId, price }) => (price === 0 ? [] : [{ repId, price }]))
