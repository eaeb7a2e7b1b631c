import type { Snapshot, WorkItem } from '../../model/index.ts'
import type { CompiledPolicy } from '../../policy/compiled-policy.ts'
import { exclusionTest } from '../candidates.ts'
import type { ItemPlan, ItemPlanOptions } from './item-plan.ts'
import { oneByOnePlaces } from './one-by-one-places.ts'
import { missingToFloors, pairProblem } from './pair-problem.ts'
import { type DeskItem, PlanDesk } from './plan-desk.ts'
import { solvePairs } from './solve-pairs.ts'
import { writtenPlan } from './written-plan.ts'

/**
 * Plans many items jointly under a policy: everybody the engine would admit, worth what the terms of the score say
 * that no load moves, capacity from pausing gauges and ceilings, floors as floors; the customer's owner goes first;
 * who holds something movable keeps it unless a hand-over gains more than it costs. Nobody is taken beyond a pausing
 * gauge (law 2), nothing waits while somebody who could have it has room, and the plan is never worth less than
 * deciding one by one (law 7). The same arguments and units give the same plan.
 */
export function planItems(
  items: readonly WorkItem[],
  snapshot: Snapshot,
  policy: CompiledPolicy,
  options: ItemPlanOptions = {},
): ItemPlan {
  const desk = new PlanDesk(items, snapshot, policy, options)
  const first = new Int32Array(desk.items.length).fill(-1)
  const working = desk.open((at) => mayMove(desk.items[at]))
  const free = freeItems(desk, working, first)
  const pairs = pairProblem(desk, working, free, options.fairSharePermille ?? 0)
  const solved = solvePairs(desk, pairs, first, options)
  const baseline = oneByOnePlaces(desk)
  const oneByOne = { objective: desk.worthOf(baseline), placed: baseline.filter((rep) => rep !== -1).length }
  const ours = desk.worthOf(solved.admitted.places)
  const theirFloors = missingToFloors(pairs, baseline)
  const ourFloors = missingToFloors(pairs, solved.admitted.places)
  const lost = theirFloors < ourFloors || (theirFloors === ourFloors && oneByOne.objective > ours)
  const places = lost ? baseline : solved.admitted.places
  const objective = lost ? oneByOne.objective : ours
  return writtenPlan(desk, { ...solved, places, objective, oneByOne }, options)
}

/** Somebody holds it, and it is neither too fresh a move, nor its own customer's, nor for a pool or a manager. */
function mayMove(one: DeskItem | undefined): boolean {
  if (one === undefined || one.holder === -1 || !one.movable || !one.planned) return false
  return one.first !== one.holder || !one.keeps
}

/** The items to be compared; those whose customer has an owner with room are settled in `first` and booked. */
function freeItems(
  desk: PlanDesk,
  working: ReturnType<PlanDesk['open']>,
  first: Int32Array,
): readonly number[] {
  const free: number[] = []
  for (const [at, one] of desk.items.entries()) {
    if (one.holder !== -1 && !mayMove(one)) first[at] = one.holder
    else if (one.first !== -1 && exclusionTest(working, one.ctx)(one.first) === null) {
      first[at] = one.first
      working.receive(one.first, one.item, one.ctx.queue, 0)
      const view = working.views[one.first]
      if (view !== undefined) working.caps.note(one.ctx, view, working.now)
    } else if (one.planned) free.push(at)
  }
  return free
}
