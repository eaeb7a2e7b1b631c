import { expect, test } from 'vitest'
import { stream } from '../../random/index.ts'
import {
  chooseExploring,
  DEFAULT_EXPLORATION,
  type ExplorationCandidate,
  explorationBudget,
  normalThousandths,
} from './budget.ts'

const known: ExplorationCandidate = {
  repId: 'a-known',
  micro: 300_000,
  deviationMicro: 100_000,
  evidenceThousandths: 900,
  budget: explorationBudget(DEFAULT_EXPLORATION, 100, 0),
}
const newcomer = (spent: number, intake = 50): ExplorationCandidate => ({
  repId: 'b-new',
  micro: 0,
  deviationMicro: 600_000,
  evidenceThousandths: 50,
  budget: explorationBudget(DEFAULT_EXPLORATION, intake, spent),
})

test('a newcomer with budget is tried sometimes on mid and low value, never on high', () => {
  const tried = { high: 0, mid: 0, low: 0 }
  for (const tier of ['high', 'mid', 'low'] as const) {
    for (let seed = 0; seed < 1000; seed++) {
      if (chooseExploring([known, newcomer(0)], tier, DEFAULT_EXPLORATION, seed)!.repId === 'b-new')
        tried[tier]++
    }
  }
  expect(tried.high).toBe(0)
  // P(N(0, 0.6) > 0.3) = 31 %.
  expect(tried.mid).toBeGreaterThan(250)
  expect(tried.mid).toBeLessThan(370)
  expect(tried.low).toBe(tried.mid)
})

test('a spent budget stops exploration, and the budget never exceeds its share of the intake', () => {
  expect(newcomer(5).budget).toEqual({ allowed: 5, spent: 5, left: 0 })
  for (let seed = 0; seed < 300; seed++) {
    expect(chooseExploring([known, newcomer(5)], 'low', DEFAULT_EXPLORATION, seed)).toEqual({
      repId: 'a-known',
      explored: false,
    })
  }
  let explored = 0
  for (let lead = 1; lead <= 500; lead++) {
    const choice = chooseExploring([known, newcomer(explored, lead)], 'low', DEFAULT_EXPLORATION, lead)!
    if (choice.explored) explored++
    expect(explored).toBeLessThanOrEqual(Math.max(1, lead / 10))
  }
  expect(explored).toBeGreaterThan(40)
})

test('the choice depends on the seed, not on the order of candidates', () => {
  for (let seed = 0; seed < 200; seed++) {
    expect(chooseExploring([known, newcomer(0)], 'mid', DEFAULT_EXPLORATION, seed)).toEqual(
      chooseExploring([newcomer(0), known], 'mid', DEFAULT_EXPLORATION, seed),
    )
  }
  expect(chooseExploring([], 'mid', DEFAULT_EXPLORATION, 1)).toBeNull()
})

test('draws are normal enough: mean 0, spread 1', () => {
  const random = stream(9)
  let sum = 0
  let squares = 0
  for (let i = 0; i < 20_000; i++) {
    const draw = normalThousandths(random.next32) / 1000
    sum += draw
    squares += draw * draw
  }
  expect(Math.abs(sum / 20_000)).toBeLessThan(0.03)
  expect(Math.abs(squares / 20_000 - 1)).toBeLessThan(0.04)
})
