import { missingToFloor } from '../../matching/index.ts'
import { gaugeIncrement } from '../../workload/index.ts'
import { exclusionTest } from '../candidates.ts'
import type { PlanProblem } from '../plan/index.ts'
import type { WorkingState } from '../working-state.ts'
import type { DeskItem, PlanDesk } from './plan-desk.ts'
import type { PlannedPlace } from './planned-place.ts'

/** Items and who could have them, as the solver takes it. */
export interface PairProblem {
  readonly problem: PlanProblem
  readonly per: PlannedPlace['per']
  /** Desk place of each item of the problem. */
  readonly deskAt: readonly number[]
  /** Items each rep can take at most; Infinity where only points bind. null where capacity is in items anyway. */
  readonly counts: Float64Array | null
}

/**
 * Pairs of the desk's items `ats` in a state where what may move was taken from its holders: everybody the engine
 * would admit, and the holder who may keep it. Load is counted in items where nothing else can bind, else in
 * hundredths of a point; gauges the solver does not know are looked at when the plan is admitted.
 */
export function pairProblem(
  desk: PlanDesk,
  working: WorkingState,
  ats: readonly number[],
  fairSharePermille: number,
): PairProblem {
  const reps = desk.repIds.length
  const start = new Int32Array(ats.length + 1)
  const rep: number[] = []
  const value: number[] = []
  for (const [place, at] of ats.entries()) {
    const one = desk.items[at] as DeskItem
    const exclusion = exclusionTest(working, one.ctx)
    for (let index = 0; index < reps; index++) {
      const keeps = one.keeps && index === one.holder
      if (!keeps && exclusion(index) !== null) continue
      rep.push(index)
      value.push(desk.netOf(one, index))
    }
    start[place + 1] = rep.length
  }
  const items = ats.map((at) => desk.items[at] as DeskItem)
  const per = unitOf(working, items)
  const loadOf = (one: DeskItem): number => (per === 'item' ? 1 : one.item.pointsHundredths)
  const load = Float64Array.from(items, loadOf)
  const counts = itemRooms(working, items, per)
  const capacity = capacities(working, items, per, load, counts)
  const floor = floors(working, load, capacity, fairSharePermille)
  return {
    per,
    deskAt: ats,
    counts: per === 'item' ? null : counts,
    problem: {
      itemCount: ats.length,
      repCount: reps,
      start,
      rep: Int32Array.from(rep),
      value: Float64Array.from(value),
      ...(per === 'item' ? {} : { itemLoad: load }),
      capacity,
      ...(floor === null ? {} : { floor }),
      itemKeys: items.map((one) => one.item.id),
      repKeys: desk.repIds,
    },
  }
}

/** Points matter only where items differ in them and somebody's load index pauses. */
function unitOf(working: WorkingState, items: readonly DeskItem[]): PlannedPlace['per'] {
  const first = items[0]?.item.pointsHundredths ?? 0
  const differ = items.some((one) => one.item.pointsHundredths !== first)
  const pauses = working.views.some((view) => view.pausingGauges.some(({ name }) => name === 'load_index'))
  return differ && pauses ? 'point' : 'item'
}

/** How many more items each rep may get by ceilings, caps and gauges every item counts in, what they hold included. */
function itemRooms(
  working: WorkingState,
  items: readonly DeskItem[],
  per: PlannedPlace['per'],
): Float64Array {
  const least = items.reduce((a, one) => Math.min(a, one.item.pointsHundredths), Number.POSITIVE_INFINITY)
  const held = new Float64Array(working.views.length)
  for (const { holder, keeps } of items) if (holder !== -1 && keeps) held[holder] = (held[holder] ?? 0) + 1
  const capped = working.caps.roomsFor(
    items.map(({ ctx }) => ctx),
    working.views,
    working.now,
  )
  return Float64Array.from(working.views, (view, index) => {
    const state = working.stateAt(index)
    let count = Number.POSITIVE_INFINITY
    for (const { name, threshold } of view.pausingGauges) {
      const free = Math.max(0, threshold - (state.gauges[name] ?? 0))
      // Where loads differ they are counted as such.
      if (name === 'load_index')
        count = per === 'point' || least === 0 ? count : Math.min(count, Math.floor(free / least))
      else if (items.every((one) => gaugeIncrement(name, one.item) > 0)) count = Math.min(count, free)
    }
    const { dailyMax, weeklyMax, monthlyMax } = view.rep.limits
    if (dailyMax !== null) count = Math.min(count, Math.max(0, dailyMax - state.receivedToday))
    if (weeklyMax !== null) count = Math.min(count, Math.max(0, weeklyMax - state.receivedThisWeek))
    if (monthlyMax !== null) count = Math.min(count, Math.max(0, monthlyMax - state.receivedThisMonth))
    // What they keep is given by nobody: no cap counts it.
    if (capped !== null) count = Math.min(count, (capped[index] ?? 0) + (held[index] ?? 0))
    return Math.max(count, held[index] ?? 0)
  })
}

/** Room per rep: never less than what the engine would admit, so that the solver's bound holds. */
function capacities(
  working: WorkingState,
  items: readonly DeskItem[],
  per: PlannedPlace['per'],
  load: Float64Array,
  counts: Float64Array,
): Float64Array {
  let all = 0
  for (const units of load) all += units
  const most = load.reduce((a, b) => Math.max(a, b), 0)
  const held = new Float64Array(working.views.length)
  for (const [place, { holder, keeps }] of items.entries()) {
    if (holder !== -1 && keeps) held[holder] = (held[holder] ?? 0) + (load[place] ?? 0)
  }
  return Float64Array.from(working.views, (view, index) => {
    const state = working.stateAt(index)
    let units = all
    for (const { name, threshold } of view.pausingGauges) {
      if (name === 'load_index' && per === 'point')
        units = Math.min(units, Math.max(0, threshold - (state.gauges[name] ?? 0)))
    }
    const count = counts[index] ?? Number.POSITIVE_INFINITY
    const room = Math.min(units, count === Number.POSITIVE_INFINITY ? units : count * most)
    // What a rep holds they may keep, also where it is more than they could take today.
    return Math.max(room, held[index] ?? 0)
  })
}

/** Floors of the intake limits and of fair shares, in units of load; a floor in items counts mean loads. null = none. */
function floors(
  working: WorkingState,
  load: Float64Array,
  capacity: Float64Array,
  fairSharePermille: number,
): Float64Array | null {
  let all = 0
  for (const units of load) all += units
  const mean = load.length === 0 ? 0 : all / load.length
  let room = 0
  let weights = 0
  for (const [index, view] of working.views.entries()) {
    room += capacity[index] ?? 0
    weights += working.states[index]?.availability === 'on_duty' ? view.rep.weight : 0
  }
  const shared = Math.min(all, room)
  const floor = Float64Array.from(working.views, ({ rep }, index) => {
    const state = working.stateAt(index)
    if (state.availability !== 'on_duty') return 0
    const missing = missingToFloor(rep.limits, state, working.policy.policy) * mean
    const fair = weights > 0 ? (shared * rep.weight * fairSharePermille) / (1000 * weights) : 0
    return Math.min(capacity[index] ?? 0, Math.floor(Math.max(missing, fair)))
  })
  return floor.some((units) => units > 0) ? floor : null
}

/** Units still missing to each rep's floor, with these places. */
export function missingByRep({ problem, deskAt }: PairProblem, places: Int32Array): Float64Array {
  const { floor, itemLoad, repCount } = problem
  if (floor === undefined) return new Float64Array(repCount)
  const missing = floor.slice()
  for (const [place, at] of deskAt.entries()) {
    const to = places[at] ?? -1
    if (to !== -1) missing[to] = (missing[to] ?? 0) - (itemLoad?.[place] ?? 1)
  }
  return missing.map((units) => Math.max(0, units))
}

export function missingToFloors(pairs: PairProblem, places: Int32Array): number {
  return missingByRep(pairs, places).reduce((sum, units) => sum + units, 0)
}
