import type { CompiledPolicy, WinModel } from '@peineng/engine'
import { expectedWith, moneyPerPoint } from './expected-value.ts'
import type { PlanSummary, RepInSummary } from './plan-document.ts'
import type { Step } from './plan-step.ts'
import type { PlanItem, SolveInput } from './solve-input.ts'

interface Solved {
  readonly input: SolveInput
  readonly policy: CompiledPolicy
  readonly winModel: WinModel
  readonly steps: readonly Step[]
  /** Everything that was looked at, pinned items too. */
  readonly items: readonly PlanItem[]
}

/** Headline, certificate and who gains: of a plan in one step, or of customers and then what belongs to them. */
export function summaryOf({ input, policy, winModel, steps, items }: Solved): PlanSummary {
  const sum = (of: (step: Step) => number): number => steps.reduce((all, step) => all + of(step), 0)
  const objective = sum(({ made }) => made.objective)
  const bound = sum(({ made }) => made.bound)
  const placed = sum(({ made }) => made.places.filter(({ how }) => how !== 'left' && how !== 'stays').length)
  const reps = repsOf({ input, policy, winModel, steps, items })
  const fairness = steps.flatMap(({ made }) => (made.priceOfFairness === null ? [] : [made.priceOfFairness]))
  const last = steps.at(-1)?.made
  return {
    items: items.length,
    placed,
    unplaced: items.length - placed,
    objective,
    bound,
    gap: bound === objective ? 0 : (bound - objective) / Math.abs(bound),
    oneByOne: {
      objective: sum(({ made }) => made.oneByOne.objective),
      placed: sum(({ made }) => made.oneByOne.placed),
    },
    expectedNow: reps.reduce((all, { expectedLost }) => all + expectedLost, 0),
    expectedPlanned: reps.reduce((all, { expectedGained }) => all + expectedGained, 0),
    moneyPerPoint: moneyPerPoint(
      items.map(({ item }) => item),
      policy,
    ),
    priceOfFairness: fairness.length === 0 ? null : fairness.reduce((a, b) => a + b, 0),
    unmetFloors: steps.flatMap(({ made }) => [...made.unmetFloors]),
    per: last?.per ?? 'item',
    steps: steps.map(({ made }) => ({
      planHash: made.hash,
      prices: made.reps.flatMap(({ repId, price }) => (price === 0 ? [] : [{ repId, price }])),
    })),
    solver: last?.solver ?? 'none',
    finished: steps.every(({ made }) => made.finished),
    units: sum(({ made }) => made.unitsUsed),
    reps,
  }
}

/** Everybody who may receive and everybody who gives, so that who gets nothing is seen as well. */
function repsOf({ input, policy, winModel, steps }: Solved): RepInSummary[] {
  const money = new Map<string, { gained: number; lost: number }>()
  const of = (repId: string): { gained: number; lost: number } => {
    const known = money.get(repId) ?? { gained: 0, lost: 0 }
    money.set(repId, known)
    return known
  }
  for (const { items, made } of steps) {
    const byId = new Map(items.map(({ item }) => [item.id, item]))
    for (const { itemId, how, from, to } of made.places) {
      const item = byId.get(itemId)
      if (item === undefined || how === 'stays' || how === 'left') continue
      if (to !== null) of(to).gained += expectedWith(to, item, policy.policy, winModel)
      if (from !== null) of(from).lost += expectedWith(from, item, policy.policy, winModel)
    }
  }
  return input.roster.reps.flatMap(({ id }, index) => {
    const parts = steps.flatMap(({ made }) => made.reps[index] ?? [])
    const [first, last] = [parts[0], parts.at(-1)]
    if (first === undefined || last === undefined) return []
    const gains = parts.reduce((all, { receives }) => all + receives, 0)
    const losses = parts.reduce((all, { gives }) => all + gives, 0)
    if (input.within !== null && !input.within.includes(id) && gains + losses === 0) return []
    return [
      {
        repId: id,
        gains,
        losses,
        expectedGained: of(id).gained,
        expectedLost: of(id).lost,
        loadBefore: first.loadBefore,
        loadAfter: last.loadAfter,
        price: last.price,
      },
    ]
  })
}
