import type { PlanProblem } from '../problem.ts'

/**
 * The slow, obvious way to the optimum of a unit-load problem without floors: one shortest augmenting path at a
 * time by Bellman–Ford, stopping when the next item would not gain. Shares no code with the solvers it checks.
 */
export function bestUnitValue(problem: PlanProblem): number {
  const { itemCount, repCount } = problem
  const source = 0
  const sink = 1 + itemCount + repCount
  const arcs: { from: number; to: number; room: number; cost: number }[] = []
  const connect = (from: number, to: number, room: number, cost: number): void => {
    arcs.push({ from, to, room, cost }, { from: to, to: from, room: 0, cost: -cost })
  }
  for (let i = 0; i < itemCount; i++) {
    connect(source, 1 + i, 1, 0)
    for (let e = problem.start[i] ?? 0; e < (problem.start[i + 1] ?? 0); e++) {
      connect(1 + i, 1 + itemCount + (problem.rep[e] ?? 0), 1, -(problem.value[e] ?? 0))
    }
  }
  for (let j = 0; j < repCount; j++) connect(1 + itemCount + j, sink, Math.floor(problem.capacity[j] ?? 0), 0)
  let total = 0
  for (;;) {
    const distance = new Array<number>(sink + 1).fill(Number.POSITIVE_INFINITY)
    const via = new Array<number>(sink + 1).fill(-1)
    distance[source] = 0
    for (let changed = true; changed; ) {
      changed = false
      arcs.forEach((arc, k) => {
        const reached = (distance[arc.from] ?? 0) + arc.cost
        if (arc.room <= 0 || reached >= (distance[arc.to] ?? 0) - 1e-9) return
        distance[arc.to] = reached
        via[arc.to] = k
        changed = true
      })
    }
    const length = distance[sink] ?? Number.POSITIVE_INFINITY
    if (length >= 0) return total
    total -= length
    for (let node = sink; node !== source; ) {
      const k = via[node] ?? -1
      const forward = arcs[k]
      const back = arcs[k ^ 1]
      if (forward === undefined || back === undefined) throw new Error('broken path')
      forward.room--
      back.room++
      node = forward.from
    }
  }
}
