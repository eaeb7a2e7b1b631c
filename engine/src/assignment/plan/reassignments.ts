/** An owned, movable item: where it is and where the new plan wants it. */
export interface MovableItem {
  readonly item: string
  readonly currentRep: string | null
  readonly plannedRep: string | null
  /** Worth of staying and of the planned place, in the unit of the plan's values. */
  readonly currentValue: number
  readonly plannedValue: number
  /** Minutes since it was last moved, Infinity if never. */
  readonly sinceMovedMinutes: number
}

export interface SwitchingCost {
  /** What a hand-over costs at least, in the unit of values: lost context, a customer who has to start again. */
  readonly perMove: number
  /** The gain has to be this share of the current value as well; keeps noise from moving anything. */
  readonly relative: number
  /** Nothing moves again before this many minutes. */
  readonly restMinutes: number
}

export interface Reassignment {
  readonly item: string
  readonly from: string | null
  readonly to: string | null
  /** Gain net of the switching cost; an unowned item has no switching cost. */
  readonly gain: number
}

/**
 * Which moves of a new plan are worth making. Unowned items go where the plan says. An owned item moves only where
 * the gain exceeds the switching cost, and not before it has rested: an item moved from A to B would have to gain the
 * cost again to go back, so values that only wobble never make it ping-pong. Never sends an owned item to waiting.
 * Largest gains first. The caller checks room move by move: a refused move may leave another without room.
 */
export function worthwhileReassignments(
  items: readonly MovableItem[],
  cost: SwitchingCost,
): readonly Reassignment[] {
  const moves: Reassignment[] = []
  for (const each of items) {
    const { item, currentRep: from, plannedRep: to } = each
    if (to === null || to === from) continue
    if (from === null) {
      moves.push({ item, from, to, gain: each.plannedValue })
      continue
    }
    if (each.sinceMovedMinutes < cost.restMinutes) continue
    const threshold = Math.max(cost.perMove, cost.relative * Math.abs(each.currentValue))
    const gain = each.plannedValue - each.currentValue - threshold
    if (gain > 0) moves.push({ item, from, to, gain })
  }
  // Item names are unique, so gain then name is a total order.
  return moves.sort((a, b) => b.gain - a.gain || (a.item < b.item ? -1 : 1))
}
