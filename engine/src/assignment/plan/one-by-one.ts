import type { CanonicalProblem } from './canonical-problem.ts'

/**
 * What a team without joint planning does: items in canonical order, each to the rep with room where it is worth
 * most (with `all`: wherever there is room). The plan is never worse than this.
 */
export function oneByOne(problem: CanonicalProblem, all: boolean): Int32Array {
  const { itemCount, start, rep, value, load } = problem
  const room = Float64Array.from(problem.capacity)
  const owner = new Int32Array(itemCount).fill(-1)
  for (let i = 0; i < itemCount; i++) {
    let best = all ? Number.NEGATIVE_INFINITY : 0
    for (let e = start[i] as number; e < (start[i + 1] as number); e++) {
      const units = load === null ? 1 : (load[e] as number)
      if ((value[e] as number) <= best || units > (room[rep[e] as number] as number)) continue
      best = value[e] as number
      owner[i] = e
    }
    const taken = owner[i] as number
    if (taken !== -1) room[rep[taken] as number]! -= load === null ? 1 : (load[taken] as number)
  }
  return owner
}
