import {
  type CompiledPolicy,
  compilePolicy,
  createAssigner,
  type ExclusionCode,
  type ItemPlanOptions,
  planItems,
  plannedDecisions,
  type Snapshot,
  type WorkItem,
} from '@peineng/engine'
import { movesOfStep } from './moves-of-step.ts'
import type { PlannedMove } from './plan-document.ts'
import type { Step } from './plan-step.ts'
import { summaryOf } from './plan-summary.ts'
import { type PlanItem, type SolveInput, type SolveOutput, winModelOf } from './solve-input.ts'
import { solveReoptimisation } from './solve-reoptimisation.ts'

/**
 * Plans items jointly against a snapshot; nothing is done by it. Customers come first and what belongs to them after,
 * so that it follows its customer where the policy says the owner goes first. Pure: the same input, the same plan.
 */
export function solvePlan(
  input: SolveInput,
  options: Pick<ItemPlanOptions, 'shouldStop' | 'onProgress'> = {},
): SolveOutput {
  const policy = compilePolicy(input.policy, input.customFields)
  const winModel = winModelOf(input.winTable, input.roster)
  let snapshot: Snapshot = { ...input, winModel }
  if (input.reoptimise !== null)
    return solveReoptimisation(input, input.reoptimise, snapshot, policy, options)
  const chosen = movable(input, policy, snapshot)
  const free = chosen.filter((one) => !one.pinned)
  const customers = free.filter(({ item }) => item.kind === 'account')
  const steps: Step[] = []
  const ownerOf = new Map<string, string>()
  for (const part of [customers, free.filter(({ item }) => item.kind !== 'account')]) {
    if (part.length === 0) continue
    const items = part.map((one) => ({ ...one, item: withCustomer(one, ownerOf, input) }))
    const works = items.map(({ item }) => item)
    const made = planItems(works, snapshot, policy, { ...planOptions(input, items), ...options })
    const { decisions, states, ledger, capUses } = plannedDecisions(made, works, snapshot, policy)
    steps.push({ items, made, decisions: new Map(decisions.map((one) => [one.itemId, one])) })
    for (const { itemId, to } of made.places) if (to !== null) ownerOf.set(itemId, to)
    snapshot = { ...snapshot, states, ledger, capUses }
  }
  return {
    moves: [
      ...steps.flatMap((step) => movesOfStep(step, policy, winModel)),
      ...chosen.filter((one) => one.pinned).map(pinnedMove),
    ],
    summary: summaryOf({ input, policy, winModel, steps, items: chosen }),
  }
}

function planOptions(input: SolveInput, items: readonly PlanItem[]): ItemPlanOptions {
  const held = items.flatMap(({ item, ownerId }) =>
    ownerId === null ? [] : [[item.id, { repId: ownerId, movedAt: null }] as const],
  )
  return {
    holders: new Map(held),
    fairSharePermille: input.fairSharePermille,
    prices: input.warmPrices,
    ...(input.maxUnits === null ? {} : { maxUnits: input.maxUnits }),
  }
}

/** The item with its customer's new owner, and without those the plan may not give anything. */
function withCustomer(
  { item, accountId }: PlanItem,
  ownerOf: ReadonlyMap<string, string>,
  { within, roster }: SolveInput,
): WorkItem {
  const owner = accountId === null ? undefined : ownerOf.get(accountId)
  const outside =
    within === null ? [] : roster.reps.filter(({ id }) => !within.includes(id)).map(({ id }) => id)
  return {
    ...item,
    ...(owner === undefined ? {} : { accountOwnerId: owner }),
    excludedRepIds: [...new Set([...(item.excludedRepIds ?? []), ...outside])],
  }
}

const UNCOVERED: ReadonlySet<ExclusionCode> = new Set([
  'TERRITORY_NOT_IN_RULE',
  'REGION_NOT_COVERED',
  'INDUSTRY_NOT_COVERED',
  'PRODUCT_NOT_COVERED',
])

/** A territory plan leaves alone what its owner still covers. */
function movable(input: SolveInput, policy: CompiledPolicy, snapshot: Snapshot): readonly PlanItem[] {
  if (!input.onlyUncovered) return input.items
  // Whether somebody covers a place has nothing to do with whether they are there today.
  const states = snapshot.states.map((state) => ({ ...state, availability: 'on_duty' as const }))
  const assigner = createAssigner({ ...snapshot, states }, policy)
  return input.items.filter(({ item, ownerId }) => {
    if (ownerId === null) return true
    const { accountOwnerId: _, ...alone } = item
    const owner = assigner.decide(alone).candidates.find(({ repId }) => repId === ownerId)
    return owner?.excludedBy !== undefined && UNCOVERED.has(owner.excludedBy)
  })
}

const pinnedMove = ({ item }: PlanItem): PlannedMove => ({
  itemId: item.id,
  toRepId: null,
  place: null,
  expectedMinor: 0,
  loadHundredths: item.pointsHundredths,
  reason: { code: 'PINNED', params: {} },
  options: [],
})
