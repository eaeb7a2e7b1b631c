import type { CanonicalProblem } from './canonical-problem.ts'

/** Where a set of owners stands, in the order in which plans are compared. */
export interface PlanStanding {
  /** Items with candidates that have no rep; counts only where all are to be placed. */
  readonly waiting: number
  /** Load units missing to floors. */
  readonly floorMissing: number
  readonly value: number
  readonly used: Float64Array
}

/** Sums on the decimal grid of the values (`factor`), so that sums of cents stay cents. */
export function standingOf(
  problem: CanonicalProblem,
  owner: Int32Array,
  factor: number | null,
): PlanStanding {
  const { itemCount, repCount, start, rep, value, load, floor } = problem
  const used = new Float64Array(repCount)
  let sum = 0
  let waiting = 0
  for (let i = 0; i < itemCount; i++) {
    const e = owner[i] as number
    if (e === -1) {
      if (start[i] !== start[i + 1]) waiting++
      continue
    }
    sum += factor === null ? (value[e] as number) : Math.round((value[e] as number) * factor)
    used[rep[e] as number]! += load === null ? 1 : (load[e] as number)
  }
  let floorMissing = 0
  if (floor !== null) {
    for (let j = 0; j < repCount; j++) floorMissing += Math.max(0, (floor[j] as number) - (used[j] as number))
  }
  return { waiting, floorMissing, value: factor === null ? sum : sum / factor, used }
}

/** True where `a` is the better plan: more placed (with `all`), fewer floors missed, more value. */
export function isBetter(a: PlanStanding, b: PlanStanding, all: boolean): boolean {
  if (all && a.waiting !== b.waiting) return a.waiting < b.waiting
  if (a.floorMissing !== b.floorMissing) return a.floorMissing < b.floorMissing
  return a.value > b.value
}
