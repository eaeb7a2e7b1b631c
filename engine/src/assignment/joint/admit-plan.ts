import { capacityExclusion } from '../../matching/index.ts'
import type { WorkingState } from '../working-state.ts'
import type { DeskItem, PlanDesk } from './plan-desk.ts'

/** Where items of the desk go, −1 = nowhere; and the pairs that had to be refused. */
export interface Admitted {
  readonly places: Int32Array
  readonly refused: readonly { readonly at: number; readonly rep: number }[]
  /** The state after all of it. */
  readonly after: WorkingState
}

/**
 * Goes through a wished plan with the engine's own tests of capacity and caps (law 2), most valuable items first. What must
 * stay with its holder because the place it was to have is full takes its load back there before anybody else is
 * looked at; what nobody had goes to the best of those with room.
 */
export function admitPlan(
  desk: PlanDesk,
  wished: Int32Array,
  candidates: (at: number) => ReadonlyMap<number, number>,
): Admitted {
  const staying = new Set<number>()
  const refused: { at: number; rep: number }[] = []
  const byValue = desk.items
    .map((one, at) => ({ one, at, value: urgency(desk, one, wished[at] ?? -1) }))
    .sort((a, b) => (a.value === b.value ? a.at - b.at : b.value > a.value ? 1 : -1))
  for (;;) {
    const moves = (at: number): boolean => {
      const { holder } = desk.items[at] as DeskItem
      const to = wished[at] ?? -1
      return holder !== -1 && to !== -1 && to !== holder && !staying.has(at)
    }
    const working = desk.open(moves)
    const places = Int32Array.from(desk.items, ({ holder }, at) => (holder === -1 || moves(at) ? -1 : holder))
    let stuck = false
    for (const { one, at } of byValue) {
      const to = wished[at] ?? -1
      if (to === -1 || places[at] !== -1) continue
      if (take(working, one, to)) places[at] = to
      else {
        refused.push({ at, rep: to })
        // A cap holds all of a team back, or everybody: the next solution need not try them one after another.
        for (const rep of candidates(at).keys())
          if (rep !== to && capHolds(working, one, rep)) refused.push({ at, rep })
        if (one.holder === -1) continue
        staying.add(at)
        stuck = true
      }
    }
    if (stuck) continue
    complete(desk, working, places, candidates)
    return { places, refused, after: working }
  }
}

/** The customer's owner goes before any comparison, as it does one by one. */
function urgency(desk: PlanDesk, one: DeskItem, to: number): number {
  if (to === -1) return 0
  return to === one.first ? Number.POSITIVE_INFINITY : desk.netOf(one, to)
}

function take(working: WorkingState, { item, ctx }: DeskItem, rep: number): boolean {
  const view = working.views[rep]
  if (view === undefined || capacityExclusion(view, working.stateAt(rep), ctx.effects) !== null) return false
  if (working.caps.isFull(ctx, view, working.now)) return false
  working.receive(rep, item, ctx.queue, 0)
  working.caps.note(ctx, view, working.now)
  return true
}

function capHolds(working: WorkingState, { ctx }: DeskItem, rep: number): boolean {
  const view = working.views[rep]
  return view !== undefined && working.caps.isFull(ctx, view, working.now)
}

/** No item waits while somebody who could have it has room. */
function complete(
  desk: PlanDesk,
  working: WorkingState,
  places: Int32Array,
  candidates: (at: number) => ReadonlyMap<number, number>,
): void {
  for (const [at, one] of desk.items.entries()) {
    if (places[at] !== -1) continue
    // Best net of price first, equal ones in roster order.
    const best = [...candidates(at)].sort((a, b) => b[1] - a[1] || a[0] - b[0])
    for (const [rep] of best) {
      if (!take(working, one, rep)) continue
      places[at] = rep
      break
    }
  }
}
