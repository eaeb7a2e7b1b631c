import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { plan } from './plan.ts'
import { type Plan, type PlanProblem, PlanProblemError } from './problem.ts'
import { bestOfEveryPlan } from './testing/every-plan.ts'
import golden from './testing/golden-plan.json' with { type: 'json' }
import { randomProblem, type Shape } from './testing/random-problem.ts'
import { bestUnitValue } from './testing/successive-paths.ts'

// Property runs share a busy machine with everything else that is tested.
vi.setConfig({ testTimeout: 60_000 })

const UNITS = 300_000

function anyProblem(shape: Shape): fc.Arbitrary<PlanProblem> {
  return fc
    .tuple(
      fc.integer({ min: 1, max: shape.items }),
      fc.integer({ min: 1, max: shape.reps }),
      fc.integer({ min: 1, max: 1_000_000 }),
    )
    .map(([itemCount, repCount, seed]) => randomProblem(itemCount, repCount, seed, shape))
}

function loadOf(problem: PlanProblem, item: number, pair: number): number {
  return problem.load?.[pair] ?? problem.itemLoad?.[item] ?? 1
}

/** Recomputes value and loads from the assignments alone; fails on a rep the item does not know. */
function recount(problem: PlanProblem, made: Plan): { value: number; used: number[]; placed: number } {
  const used = new Array<number>(problem.repCount).fill(0)
  let value = 0
  let placed = 0
  made.assignments.forEach((rep, item) => {
    if (rep === -1) return
    let pair = -1
    for (let e = problem.start[item] ?? 0; e < (problem.start[item + 1] ?? 0); e++)
      if (problem.rep[e] === rep) pair = e
    expect(pair, `item ${item} was given a rep it does not know`).toBeGreaterThanOrEqual(0)
    value += problem.value[pair] ?? 0
    used[rep] = (used[rep] ?? 0) + loadOf(problem, item, pair)
    placed++
  })
  return { value, used, placed }
}

function expectLawful(problem: PlanProblem, made: Plan): void {
  const { value, used, placed } = recount(problem, made)
  expect(made.objective).toBeCloseTo(value, 6)
  used.forEach((load, rep) => {
    expect(load).toBeLessThanOrEqual((problem.capacity[rep] ?? 0) + 1e-9)
  })
  expect(made.bound).toBeGreaterThanOrEqual(made.objective)
  expect(made.waiting.length).toBe(problem.itemCount - placed)
  expect(made.waiting.every(({ item }) => made.assignments[item] === -1)).toBe(true)
}

/** Arrival order, best rep with room: what planning must never fall behind. */
function oneByOneValue(problem: PlanProblem): number {
  const room = Array.from(problem.capacity)
  let value = 0
  for (let i = 0; i < problem.itemCount; i++) {
    let best = -1
    for (let e = problem.start[i] ?? 0; e < (problem.start[i + 1] ?? 0); e++) {
      const fits = loadOf(problem, i, e) <= (room[problem.rep[e] ?? 0] ?? 0)
      if (fits && (problem.value[e] ?? 0) > (best === -1 ? 0 : (problem.value[best] ?? 0))) best = e
    }
    if (best === -1) continue
    value += problem.value[best] ?? 0
    const rep = problem.rep[best] ?? 0
    room[rep] = (room[rep] ?? 0) - loadOf(problem, i, best)
  }
  return value
}

describe('unit loads are planned exactly', () => {
  test('the plan is worth what successive shortest paths find, and its bound says so', () => {
    fc.assert(
      fc.property(anyProblem({ items: 24, reps: 8, loads: 'unit', negative: true }), (problem) => {
        const made = plan(problem)
        expectLawful(problem, made)
        expect(made.objective).toBe(bestUnitValue(problem))
        expect(made.gap).toBe(0)
      }),
      { numRuns: 400 },
    )
  })

  test('one item per rep at most takes the path solver to the same optimum', () => {
    fc.assert(
      fc.property(anyProblem({ items: 12, reps: 12, loads: 'unit', negative: true }), (drawn) => {
        const problem = { ...drawn, capacity: drawn.capacity.map((units) => Math.min(1, Math.floor(units))) }
        const made = plan(problem)
        expectLawful(problem, made)
        if (problem.rep.length > 0) expect(made.solver).toMatch(/linear-assignment|none/)
        expect(made.objective).toBe(bestUnitValue(problem))
        expect(made.gap).toBe(0)
      }),
      { numRuns: 400 },
    )
  })

  test('with `all`, as many as possible are placed, at the best value', () => {
    fc.assert(
      fc.property(anyProblem({ items: 6, reps: 4, loads: 'unit', negative: true }), (problem) => {
        const made = plan(problem, { all: true })
        expectLawful(problem, made)
        const best = bestOfEveryPlan(problem, true)
        expect(made.waiting.length).toBe(problem.itemCount - best.placed)
        expect(made.objective).toBe(best.value)
        expect(made.gap).toBe(0)
      }),
      { numRuns: 400 },
    )
  })

  test('cents are cents: decimal values add up exactly', () => {
    const problem = randomProblem(40, 6, 11, { items: 40, reps: 6, loads: 'unit', negative: false })
    const cents = { ...problem, value: problem.value.map((x) => x / 100) }
    expect(plan(cents).objective).toBe(plan(problem).objective / 100)
    expect(plan(cents).gap).toBe(0)
  })
})

describe('loads that differ', () => {
  test.each(['by-item', 'by-pair'] as const)('tiny problems %s: lawful, bounded, optimal', (loads) => {
    let optimal = 0
    let runs = 0
    fc.assert(
      fc.property(anyProblem({ items: 6, reps: 3, loads, negative: true }), (problem) => {
        const made = plan(problem, { maxUnits: UNITS })
        expectLawful(problem, made)
        const best = bestOfEveryPlan(problem, false)
        expect(made.objective).toBeLessThanOrEqual(best.value + 1e-9)
        expect(made.bound).toBeGreaterThanOrEqual(best.value - 1e-9)
        runs++
        if (made.objective >= best.value - 1e-9) optimal++
      }),
      { numRuns: 150, seed: 7 },
    )
    expect(optimal / runs).toBeGreaterThanOrEqual(0.97)
  })

  test.each(['by-item', 'by-pair'] as const)('%s: with `all` nobody waits who could be placed', (loads) => {
    let complete = 0
    let runs = 0
    fc.assert(
      fc.property(anyProblem({ items: 6, reps: 3, loads, negative: true }), (problem) => {
        const made = plan(problem, { all: true, maxUnits: UNITS })
        expectLawful(problem, made)
        const best = bestOfEveryPlan(problem, true)
        const placed = problem.itemCount - made.waiting.length
        if (placed === best.placed) expect(made.bound).toBeGreaterThanOrEqual(best.value - 1e-9)
        runs++
        if (placed === best.placed) complete++
      }),
      { numRuns: 120, seed: 7 },
    )
    expect(complete / runs).toBeGreaterThanOrEqual(0.97)
  })

  test.each(['unit', 'by-item', 'by-pair'] as const)('%s: never worse than one by one', (loads) => {
    fc.assert(
      fc.property(anyProblem({ items: 40, reps: 6, loads, negative: true }), (problem) => {
        const made = plan(problem, { maxUnits: 50_000 })
        expectLawful(problem, made)
        expect(made.objective).toBeGreaterThanOrEqual(oneByOneValue(problem))
      }),
      { numRuns: 80 },
    )
  })
})

describe('the same question gets the same answer', () => {
  const shapes = ['unit', 'by-item', 'by-pair'] as const

  test.each(shapes)('%s: the order of items and reps does not matter', (loads) => {
    fc.assert(
      fc.property(anyProblem({ items: 20, reps: 6, loads, negative: true }), fc.integer(), (drawn, turn) => {
        const problem = named(drawn)
        const other = reversed(problem, Math.abs(turn) % problem.repCount)
        const first = plan(problem, { maxUnits: UNITS })
        const second = plan(other, { maxUnits: UNITS })
        expect(byName(other, second)).toEqual(byName(problem, first))
        expect(second.objective).toBe(first.objective)
        expect(second.bound).toBe(first.bound)
      }),
      { numRuns: 30 },
    )
  })

  test.each(shapes)(
    '%s: replay with the units used is identical, and arguments stay as they were',
    (loads) => {
      const problem = randomProblem(300, 12, 5, { items: 300, reps: 12, loads, negative: false })
      const before = structuredClone(problem)
      let asked = 0
      const stopped = plan(problem, { maxUnits: 50_000_000, shouldStop: () => ++asked === 2 })
      const again = plan(problem, { maxUnits: stopped.unitsUsed })
      expect(again).toEqual(stopped)
      expect(plan(problem, { maxUnits: stopped.unitsUsed })).toEqual(stopped)
      expect(problem).toEqual(before)
    },
  )

  test('stopped at any moment there is a lawful plan with a valid bound', () => {
    const problem = randomProblem(400, 10, 3, { items: 400, reps: 10, loads: 'unit', negative: false })
    const optimum = plan(problem).objective
    for (const maxUnits of [1, 100, 2_000, 5_000, 10_000, 20_000]) {
      const made = plan(problem, { maxUnits })
      expectLawful(problem, made)
      expect(made.objective).toBeGreaterThanOrEqual(oneByOneValue(problem))
      expect(made.bound).toBeGreaterThanOrEqual(optimum)
    }
  })
})

describe('warm prices', () => {
  test('re-planning from earlier prices reaches the optimum, also from prices that make no sense', () => {
    const shape = { items: 200, reps: 10, loads: 'unit', negative: false } as const
    const yesterday = randomProblem(200, 10, 21, shape)
    const today = { ...yesterday, value: yesterday.value.map((x, e) => (e % 90 === 0 ? x + 7 : x)) }
    const cold = plan(today)
    const warm = plan(today, { warmPrices: plan(yesterday).prices })
    expect(warm.objective).toBe(cold.objective)
    const absurd = plan(today, {
      warmPrices: Float64Array.from({ length: 10 }, (_, j) => (j % 2 === 0 ? 1e9 : -4)),
    })
    expect(absurd.objective).toBe(cold.objective)
    expect(absurd.gap).toBe(0)
  })
})

describe('floors, ceilings and their price', () => {
  const shape = { items: 60, reps: 5, loads: 'unit', negative: false } as const

  test('a floor is met where it can be, what is missing is reported, and fairness has its price', () => {
    const base = randomProblem(60, 5, 9, shape)
    const capacity = new Float64Array(5).fill(20)
    const free = plan({ ...base, capacity })
    const counts = (made: Plan): number[] =>
      [0, 1, 2, 3, 4].map((rep) => made.assignments.filter((owner) => owner === rep).length)
    const least = counts(free).indexOf(Math.min(...counts(free)))
    const floor = new Float64Array(5)
    floor[least] = Math.min(...counts(free)) + 3
    const fair = plan({ ...base, capacity, floor })
    expect(counts(fair)[least]).toBeGreaterThanOrEqual(floor[least] ?? 0)
    expect(fair.unmetFloors).toEqual([])
    expect(fair.objective).toBeLessThan(free.objective)
    expect(fair.priceOfFairness).toBeCloseTo(free.objective - fair.objective, 6)
    expect(fair.prices[least]).toBeLessThan(0)
    expect(fair.gap).toBe(0)
  })

  test('floors nobody can meet are reported, never an error', () => {
    const problem: PlanProblem = {
      itemCount: 2,
      repCount: 2,
      start: Int32Array.of(0, 2, 4),
      rep: Int32Array.of(0, 1, 0, 1),
      value: Float64Array.of(5, 4, 3, 1),
      capacity: Float64Array.of(10, 10),
      floor: Float64Array.of(2, 3),
    }
    const made = plan(problem)
    expect(made.unmetFloors.reduce((sum, { missing }) => sum + missing, 0)).toBe(3)
    expect(made.waiting).toEqual([])
  })

  test('a ceiling below the capacity holds', () => {
    const base = randomProblem(60, 5, 13, shape)
    const ceiling = Float64Array.of(3, 3, 3, 3, 3)
    const made = plan({ ...base, capacity: new Float64Array(5).fill(50), ceiling })
    for (let rep = 0; rep < 5; rep++) {
      expect(made.assignments.filter((owner) => owner === rep).length).toBeLessThanOrEqual(3)
    }
    expect(made.priceOfFairness).toBeGreaterThan(0)
  })

  test.each(['by-item', 'by-pair'] as const)('floors hold for loads %s too', (loads) => {
    const base = randomProblem(60, 4, 17, { items: 60, reps: 4, loads, negative: false })
    const capacity = new Float64Array(4).fill(loads === 'by-item' ? 30 : 60)
    const floor = new Float64Array(4).fill(15)
    const made = plan({ ...base, capacity, floor }, { maxUnits: 2_000_000 })
    expect(made.unmetFloors).toEqual([])
    expectLawful({ ...base, capacity }, made)
  })
})

describe('every waiting item has a reason', () => {
  test('all five reasons occur where they should', () => {
    const problem: PlanProblem = {
      itemCount: 5,
      repCount: 2,
      start: Int32Array.of(0, 0, 1, 2, 3, 4),
      rep: Int32Array.of(0, 0, 1, 1),
      value: Float64Array.of(9, -2, 10, 4),
      itemLoad: Float64Array.of(1, 5, 1, 2, 2),
      capacity: Float64Array.of(3, 2),
    }
    const made = plan(problem)
    expect(made.waiting).toEqual([
      { item: 0, reason: 'NO_CANDIDATE' },
      { item: 1, reason: 'LOAD_TOO_LARGE' },
      { item: 2, reason: 'NO_GAIN' },
      { item: 4, reason: 'NOT_WORTH_PRICE' },
    ])
    const everyone = plan(problem, { all: true })
    expect(everyone.waiting.at(-1)).toEqual({ item: 4, reason: 'NO_CAPACITY' })
  })
})

test('contradicting arrays are refused by name', () => {
  const good = randomProblem(4, 2, 1, { items: 4, reps: 2, loads: 'unit', negative: false })
  expect(() => plan({ ...good, capacity: Float64Array.of(1) })).toThrow(PlanProblemError)
  expect(() => plan({ ...good, value: good.value.map(() => Number.NaN) })).toThrow(/value\[0\]/)
  expect(() => plan({ ...good, itemKeys: ['a', 'a', 'b', 'c'] })).toThrow(/unique/)
})

function named(problem: PlanProblem): PlanProblem {
  return {
    ...problem,
    itemKeys: Array.from({ length: problem.itemCount }, (_, i) => `item-${i}`),
    repKeys: Array.from({ length: problem.repCount }, (_, j) => `rep-${j}`),
  }
}

/** Items backwards, reps rotated by `turn`. */
function reversed(problem: PlanProblem, turn: number): PlanProblem {
  const { itemCount: n, repCount: m } = problem
  const start = [0]
  const rep: number[] = []
  const value: number[] = []
  const load: number[] = []
  for (let i = n - 1; i >= 0; i--) {
    for (let e = (problem.start[i + 1] ?? 0) - 1; e >= (problem.start[i] ?? 0); e--) {
      rep.push(((problem.rep[e] ?? 0) + turn) % m)
      value.push(problem.value[e] ?? 0)
      load.push(problem.load?.[e] ?? 1)
    }
    start.push(rep.length)
  }
  const rotate = <T>(list: ArrayLike<T>): T[] =>
    Array.from({ length: m }, (_, j) => list[(j - turn + m) % m] as T)
  return {
    ...problem,
    start: Int32Array.from(start),
    rep: Int32Array.from(rep),
    value: Float64Array.from(value),
    capacity: Float64Array.from(rotate(problem.capacity)),
    ...(problem.load === undefined ? {} : { load: Float64Array.from(load) }),
    ...(problem.itemLoad === undefined ? {} : { itemLoad: problem.itemLoad.slice().reverse() }),
    itemKeys: [...(problem.itemKeys ?? [])].reverse(),
    repKeys: rotate(problem.repKeys ?? []),
  }
}

function byName(problem: PlanProblem, made: Plan): Record<string, string | undefined> {
  const named: Record<string, string | undefined> = {}
  made.assignments.forEach((rep, item) => {
    named[problem.itemKeys?.[item] ?? ''] = rep === -1 ? 'waiting' : problem.repKeys?.[rep]
  })
  return named
}

test('the golden plan has not changed: solvers are pinned between releases', () => {
  const { problem, units, expected } = golden
  const made = plan(
    {
      itemCount: problem.itemCount,
      repCount: problem.repCount,
      start: Int32Array.from(problem.start),
      rep: Int32Array.from(problem.rep),
      value: Float64Array.from(problem.value),
      load: Float64Array.from(problem.load),
      capacity: Float64Array.from(problem.capacity),
    },
    { maxUnits: units },
  )
  expect({
    objective: made.objective,
    bound: made.bound,
    assignments: Array.from(made.assignments),
    waiting: made.waiting,
    solver: made.solver,
  }).toEqual(expected)
})
