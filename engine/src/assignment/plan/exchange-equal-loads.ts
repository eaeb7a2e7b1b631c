import type { CanonicalProblem } from './canonical-problem.ts'
import { flowRelaxation } from './flow-relaxation.ts'
import type { WorkMeter } from './work-meter.ts'

/*
 * Indices below are inside their arrays by construction (CSR), hence the `!`.
 */

/** Beyond this many different loads each class is too thin for exchanges inside it to matter. */
const MOST_CLASSES = 8

/** The different loads of a problem, largest first; null where they are too many. */
export function loadClasses(problem: CanonicalProblem): number[] | null {
  if (problem.itemLoad === null) return null
  const classes = new Set<number>()
  for (let i = 0; i < problem.itemCount; i++) {
    if (problem.start[i] !== problem.start[i + 1]) classes.add(problem.itemLoad[i]!)
    if (classes.size > MOST_CLASSES) return null
  }
  return [...classes].sort((a, b) => b - a)
}

/**
 * Best possible exchange among items of equal load: with the number of such items per rep held (plus what idle
 * room allows), who goes where is an assignment problem with unit loads, which flow solves exactly. This is every
 * ring of swaps of equal items at once, of any length; local search only has to find the right mix. Null = stopped.
 */
export function exchangeEqualLoads(
  problem: CanonicalProblem,
  owner: Int32Array,
  prices: Float64Array,
  classes: readonly number[],
  all: boolean,
  meter: WorkMeter,
): Int32Array | null {
  const { itemCount, repCount, start, rep } = problem
  const result = owner.slice()
  const idle = Float64Array.from(problem.capacity)
  for (let i = 0; i < itemCount; i++) if (result[i] !== -1) idle[rep[result[i]!]!]! -= problem.itemLoad![i]!
  for (const load of classes) {
    const members: number[] = []
    const capacity = new Int32Array(repCount)
    for (let i = 0; i < itemCount; i++) {
      if (problem.itemLoad![i] !== load || start[i] === start[i + 1]) continue
      members.push(i)
      if (result[i] !== -1) capacity[rep[result[i]!]!]!++
    }
    for (let j = 0; j < repCount; j++) {
      idle[j]! += capacity[j]! * load
      capacity[j] = Math.floor(idle[j]! / load)
    }
    const { part, pairOf } = classProblem(problem, members, capacity)
    const warm = prices.map((price) => price * load)
    const relaxed = flowRelaxation(part, all, warm, meter)
    if (!relaxed.finished) return null
    for (let k = 0; k < members.length; k++) {
      const e = relaxed.owner[k]! === -1 ? -1 : pairOf[relaxed.owner[k]!]!
      result[members[k]!] = e
      if (e !== -1) idle[rep[e]!]! -= load
    }
  }
  return result
}

function classProblem(
  problem: CanonicalProblem,
  members: readonly number[],
  capacity: Int32Array,
): { part: CanonicalProblem; pairOf: Int32Array } {
  const start = new Int32Array(members.length + 1)
  for (let k = 0; k < members.length; k++) {
    start[k + 1] = start[k]! + problem.start[members[k]! + 1]! - problem.start[members[k]!]!
  }
  const pairs = start[members.length]!
  const rep = new Int32Array(pairs)
  const value = new Float64Array(pairs)
  const pairOf = new Int32Array(pairs)
  for (let k = 0; k < members.length; k++) {
    const from = problem.start[members[k]!]!
    for (let at = start[k]!; at < start[k + 1]!; at++) {
      const e = from + at - start[k]!
      pairOf[at] = e
      rep[at] = problem.rep[e]!
      value[at] = problem.value[e]!
    }
  }
  const part: CanonicalProblem = {
    ...problem,
    itemCount: members.length,
    start,
    rep,
    value,
    load: null,
    itemLoad: null,
    capacity,
    floor: null,
    loads: 'unit',
  }
  return { part, pairOf }
}
