import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { plan } from './plan.ts'
import type { Plan, PlanProblem } from './problem.ts'

const data = process.env['PEINENG_DATA'] ?? resolve(import.meta.dirname, '../../../../../shared/data')
const present = existsSync(join(data, 'gap')) && existsSync(join(data, 'lap'))
if (!present) console.warn(`skipped: published planning instances, no folder ${join(data, 'gap')} or lap`)

function numbers(path: string): number[] {
  return readFileSync(path, 'utf8').trim().split(/\s+/).map(Number)
}

/** Agents, jobs, cost matrix, consumption matrix, capacities; costs become negative values. */
function gapProblem(name: string): PlanProblem {
  const all = numbers(join(data, 'gap', name.startsWith('gap') ? 'gap1-12' : 'abc', name))
  const [agents = 0, jobs = 0] = all
  const cells = agents * jobs
  const at = (matrix: number, agent: number, job: number): number =>
    all[2 + matrix * cells + agent * jobs + job] ?? 0
  const value = new Float64Array(cells)
  const load = new Float64Array(cells)
  const rep = new Int32Array(cells)
  for (let i = 0; i < jobs; i++) {
    for (let j = 0; j < agents; j++) {
      rep[i * agents + j] = j
      value[i * agents + j] = -at(0, j, i)
      load[i * agents + j] = at(1, j, i)
    }
  }
  const start = Int32Array.from({ length: jobs + 1 }, (_, i) => i * agents)
  const capacity = Float64Array.from(all.slice(2 + 2 * cells))
  return { itemCount: jobs, repCount: agents, start, rep, value, load, capacity }
}

function expectComplete(problem: PlanProblem, made: Plan): void {
  const used = new Float64Array(problem.repCount)
  made.assignments.forEach((rep, item) => {
    expect(rep, `item ${item}`).toBeGreaterThanOrEqual(0)
    used[rep] = (used[rep] ?? 0) + (problem.load?.[item * problem.repCount + rep] ?? 0)
  })
  used.forEach((load, rep) => {
    expect(load).toBeLessThanOrEqual(problem.capacity[rep] ?? 0)
  })
}

describe.skipIf(!present)('published instances', () => {
  const best = new Map<string, number>()
  if (present) {
    for (const line of readFileSync(join(data, 'gap', 'best-known.csv'), 'utf8')
      .trim()
      .split('\n')
      .slice(1)) {
      const [name = '', , , , , known] = line.split(',')
      best.set(name, Number(known))
    }
  }
  // Budgets are a hundredth of ten seconds: the marks hold already there.
  const families: [string, RegExp, number, number][] = [
    ['gap1-12', /^gap/, 0.8, 250_000],
    ['A', /^a/, 0.05, 1_000_000],
    ['B', /^b/, 0.8, 1_000_000],
    ['C', /^c/, 0.8, 1_000_000],
    ['E', /^e/, 3, 1_000_000],
  ]
  test.each(families)(
    'generalized assignment %s: complete, within capacity, within the mark',
    (_name, pattern, mark, maxUnits) => {
      let sum = 0
      let count = 0
      for (const [name, known] of best) {
        if (!pattern.test(name)) continue
        const problem = gapProblem(name)
        const made = plan(problem, { all: true, maxUnits })
        expectComplete(problem, made)
        expect(-made.objective).toBeGreaterThanOrEqual(known)
        expect(-made.bound).toBeLessThanOrEqual(known)
        sum += (100 * (-made.objective - known)) / known
        count++
      }
      expect(count).toBeGreaterThan(0)
      expect(sum / count).toBeLessThanOrEqual(mark)
    },
    60_000,
  )

  test.each([
    ['assign100.txt', 305],
    ['assign500.txt', 991],
  ])(
    'linear assignment %s reaches its optimum, proven',
    (name, optimum) => {
      const [n = 0, ...costs] = numbers(join(data, 'lap', name))
      const made = plan(
        {
          itemCount: n,
          repCount: n,
          start: Int32Array.from({ length: n + 1 }, (_, i) => i * n),
          rep: Int32Array.from({ length: n * n }, (_, e) => e % n),
          value: Float64Array.from(costs.slice(0, n * n), (cost) => -cost),
          capacity: new Float64Array(n).fill(1),
        },
        { all: true },
      )
      expect(made.objective).toBe(-optimum)
      expect(made.gap).toBe(0)
      expect(made.waiting).toEqual([])
    },
    60_000,
  )
})
