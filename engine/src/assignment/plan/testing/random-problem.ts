import type { PlanProblem } from '../problem.ts'

export interface Shape {
  readonly items: number
  readonly reps: number
  readonly loads: 'unit' | 'by-item' | 'by-pair'
  readonly negative: boolean
}

/** One problem from a seed (stream of Park and Miller): sparse candidates, ties, empty lists, zero capacities. */
export function randomProblem(itemCount: number, repCount: number, seed: number, shape: Shape): PlanProblem {
  let state = seed
  const draw = (below: number): number => {
    state = (state * 48271) % 2147483647
    return state % below
  }
  const start = [0]
  const rep: number[] = []
  const value: number[] = []
  const load: number[] = []
  const itemLoad: number[] = []
  for (let i = 0; i < itemCount; i++) {
    itemLoad.push([0.5, 1.5, 3][draw(3)] ?? 1)
    for (let j = 0; j < repCount; j++) {
      if (draw(3) === 0) continue
      rep.push(j)
      value.push(draw(60) - (shape.negative ? 25 : 0))
      load.push(1 + draw(5))
    }
    start.push(rep.length)
  }
  const typical = shape.loads === 'unit' ? 1 : shape.loads === 'by-item' ? 1.5 : 3
  const perRep = (1.6 * itemCount * typical) / repCount
  return {
    itemCount,
    repCount,
    start: Int32Array.from(start),
    rep: Int32Array.from(rep),
    value: Float64Array.from(value),
    capacity: Float64Array.from({ length: repCount }, () => Math.floor((draw(100) / 100) * perRep * 2) / 2),
    ...(shape.loads === 'by-pair' ? { load: Float64Array.from(load) } : {}),
    ...(shape.loads === 'by-item' ? { itemLoad: Float64Array.from(itemLoad) } : {}),
  }
}
