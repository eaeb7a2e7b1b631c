import type { PlanProblem } from '../problem.ts'

/** Best value over every single plan, by enumeration; −Infinity where nothing is allowed. For tiny problems. */
export function bestOfEveryPlan(problem: PlanProblem, all: boolean): { value: number; placed: number } {
  const used = new Array<number>(problem.repCount).fill(0)
  let best = { value: Number.NEGATIVE_INFINITY, placed: -1 }
  const walk = (item: number, value: number, placed: number): void => {
    if (item === problem.itemCount) {
      const better = all
        ? placed > best.placed || (placed === best.placed && value > best.value)
        : value > best.value
      if (better) best = { value, placed }
      return
    }
    walk(item + 1, value, placed)
    for (let e = problem.start[item] ?? 0; e < (problem.start[item + 1] ?? 0); e++) {
      const rep = problem.rep[e] ?? 0
      const load = problem.load?.[e] ?? problem.itemLoad?.[item] ?? 1
      if ((used[rep] ?? 0) + load > (problem.capacity[rep] ?? 0) + 1e-9) continue
      used[rep] = (used[rep] ?? 0) + load
      walk(item + 1, value + (problem.value[e] ?? 0), placed + 1)
      used[rep] = (used[rep] ?? 0) - load
    }
  }
  walk(0, 0, 0)
  return best
}
