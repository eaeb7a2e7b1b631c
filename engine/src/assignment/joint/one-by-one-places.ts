import { createAssigner } from '../assigner.ts'
import type { PlanDesk } from './plan-desk.ts'

/** Where deciding the same items one after another would put them, holders keeping what they have; −1 = nowhere. */
export function oneByOnePlaces(desk: PlanDesk): Int32Array {
  const assigner = createAssigner(desk.snapshot, desk.policy)
  return Int32Array.from(desk.items, ({ item, holder }) => {
    if (holder !== -1) return holder
    const route = assigner.route(item)
    assigner.book(route)
    return route.index
  })
}
