import {
  clampTurns,
  type FairnessQueue,
  gaugeEffects,
  type ItemContext,
  itemContext,
  type StillTerms,
  type TermColumns,
} from '../../matching/index.ts'
import type { Snapshot, WorkItem } from '../../model/index.ts'
import type { CompiledPolicy } from '../../policy/compiled-policy.ts'
import { planningSettings } from '../../policy/planning-settings.ts'
import { firstOwner } from '../candidates.ts'
import { inServingOrder } from '../decide-many.ts'
import { WorkingState } from '../working-state.ts'
import { defaultHandOver, type ItemPlanOptions } from './item-plan.ts'
import { planWeights } from './plan-weights.ts'

/** An item on the desk. Reps by roster index. */
export interface DeskItem {
  readonly item: WorkItem
  readonly ctx: ItemContext
  /** −1 = nobody. */
  readonly holder: number
  /** It has rested long enough to be moved. */
  readonly movable: boolean
  readonly handOver: number
  /** Its holder may keep it. */
  readonly keeps: boolean
  /** The customer's owner goes before any comparison; −1 = none. */
  readonly first: number
  /** Its rule gives it to somebody at all: not to a pool at once, not to a manager. */
  readonly planned: boolean
  /** Who is behind in it is owed more, where the policy says so. */
  readonly queue: FairnessQueue
  readonly columns: TermColumns
  readonly still: StillTerms
}

/** Items to be planned together, in the order they would be served, and what each is worth with whom. */
export class PlanDesk {
  readonly snapshot: Snapshot
  readonly policy: CompiledPolicy
  readonly items: readonly DeskItem[]
  readonly repIds: readonly string[]
  readonly #debtPoints: number

  constructor(
    items: readonly WorkItem[],
    snapshot: Snapshot,
    policy: CompiledPolicy,
    options: ItemPlanOptions,
  ) {
    // A plan finds prices of its own; those of an earlier one are where its search may start.
    const { timePrices: _, ...world } = snapshot
    this.snapshot = world
    this.policy = policy
    this.#debtPoints = planningSettings(policy.policy).fairnessDebtPoints
    const working = new WorkingState(world, policy)
    this.repIds = working.repIds
    this.items = [...items].sort(inServingOrder).map((item) => deskItem(working, item, options))
  }

  /** The state before the plan, with what it may move taken from its holders. */
  open(released: (at: number) => boolean): WorkingState {
    const working = new WorkingState(this.snapshot, this.policy)
    for (const [at, { item, holder }] of this.items.entries()) {
      if (holder !== -1 && released(at)) working.release(holder, gaugeEffects(item))
    }
    return working
  }

  /** Thousandths of a point, at least one: to be with somebody is always worth more than to wait. */
  valueOf({ ctx, columns, still, queue, holder }: DeskItem, rep: number): number {
    let value = 0
    if (this.#debtPoints > 0 && holder === -1)
      value = this.#debtPoints * clampTurns(queue.shortfall(rep), this.policy.policy)
    for (const { contribution } of columns.standingTermsOf(rep, still, ctx)) value += contribution
    return Math.max(1, value)
  }

  /** The worth of a whole plan, hand-overs paid; −1 = nowhere. */
  worthOf(places: Int32Array): number {
    let sum = 0
    for (const [at, one] of this.items.entries()) {
      const to = places[at] ?? -1
      if (to !== -1) sum += this.netOf(one, to)
    }
    return sum
  }

  /** The same less what the hand-over costs; 0 with a holder who may not keep it. */
  netOf(one: DeskItem, rep: number): number {
    if (one.holder === rep) return one.keeps ? this.valueOf(one, rep) : 0
    return this.valueOf(one, rep) - (one.holder === -1 ? 0 : one.handOver)
  }
}

function deskItem(working: WorkingState, item: WorkItem, options: ItemPlanOptions): DeskItem {
  const { policy } = working.policy
  const ctx = itemContext(item, working.policy.match(item), policy, working.now)
  const { action } = ctx
  const columns = working.memo.termColumns(planWeights(action, policy))
  const still = columns.stillTerms(ctx)
  const given = options.holders?.get(item.id)
  const holder = given === undefined ? -1 : (working.indexOf(given.repId) ?? -1)
  const { perMoveThousandths, relativePermille, restMinutes } = options.handOver ?? defaultHandOver
  const rested =
    given == null || given.movedAt === null || working.now - given.movedAt >= restMinutes * 60_000
  const owner = firstOwner(working, ctx)
  const one = {
    item,
    ctx,
    holder,
    movable: rested,
    handOver: 0,
    keeps: false,
    first: owner === undefined ? -1 : (working.indexOf(owner) ?? -1),
    planned: action.pool?.when !== 'always' && action.strategy.kind !== 'manual',
    queue: working.queueFor(ctx),
    columns,
    still,
  }
  if (holder === -1) return one
  // Whoever may no longer have it does not keep it for the trouble a hand-over is.
  if (!mayKeep(working, ctx, holder)) return one
  let worth = 0
  for (const { contribution } of columns.standingTermsOf(holder, still, ctx)) worth += contribution
  const handOver = Math.max(perMoveThousandths, Math.floor((Math.max(0, worth) * relativePermille) / 1000))
  return { ...one, handOver, keeps: true }
}

/** May the holder keep it: active, and wanted by the rule? Duty and load do not matter for what one has. */
function mayKeep({ states, memo, repIds }: WorkingState, ctx: ItemContext, holder: number): boolean {
  if (states[holder]?.availability === 'inactive') return false
  if (ctx.item.excludedRepIds?.includes(repIds[holder] ?? '') === true) return false
  return memo.suitabilityIn(memo.suitabilityFor(ctx), holder, ctx) === null
}
