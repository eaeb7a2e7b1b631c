import { beforeAll, describe, expect, test, vi } from 'vitest'
import { DEFAULT_ASSUMPTIONS, decay, quality, type SimulationAssumptions } from './assumptions.ts'
import { comparePolicies, POLICIES, type SimulationReport } from './compare.ts'
import { EventQueue } from './event-queue.ts'
import { drawMarket } from './market.ts'
import { gini } from './metrics.ts'
import type { PolicyFactory } from './policy.ts'
import { runPolicy } from './run.ts'

// Whole comparisons per test: slow on a busy machine, waiting for nothing.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const SMALL: SimulationAssumptions = { ...DEFAULT_ASSUMPTIONS, reps: 20, days: 12 }
const all = Object.values(POLICIES)
const of = (report: SimulationReport, name: string) =>
  report.policies.find((policy) => policy.policy === name)!

describe('the pieces', () => {
  test('events come out by time, simultaneous ones in the order they went in', () => {
    const queue = new EventQueue<number>()
    const times = [5, 1, 3, 1, 4, 1, 2, 5]
    times.forEach((time, at) => {
      queue.push(time, at)
    })
    const out: (readonly [number, number])[] = []
    for (let next = queue.pop(); next !== null; next = queue.pop()) out.push([next.time, next.event])
    expect(out).toEqual([
      [1, 1],
      [1, 3],
      [1, 5],
      [2, 6],
      [3, 2],
      [4, 4],
      [5, 0],
      [5, 7],
    ])
  })

  test('the documented decay and quality curves', () => {
    expect([5, 30, 60, 480].map((minutes) => Number(decay(DEFAULT_ASSUMPTIONS, minutes).toFixed(2)))).toEqual(
      [0.88, 0.64, 0.5, 0.16],
    )
    expect(quality(DEFAULT_ASSUMPTIONS, 5)).toBe(1)
    expect(quality(DEFAULT_ASSUMPTIONS, 10)).toBeCloseTo(0.925)
    expect(quality(DEFAULT_ASSUMPTIONS, 12)).toBeCloseTo(0.925 * 0.81)
  })

  test('Gini of equal shares is 0, of one taking all nearly 1', () => {
    expect(gini([3, 3, 3, 3])).toBeCloseTo(0)
    expect(gini([0, 0, 0, 0, 0, 0, 0, 0, 0, 5])).toBeCloseTo(0.9)
    expect(gini([])).toBe(0)
  })

  test('the offered work is what the load says', () => {
    const market = drawMarket({ ...DEFAULT_ASSUMPTIONS, days: 60 }, 1)
    const points = market.leads.reduce((sum, lead) => sum + lead.points * lead.workMinutes, 0)
    expect(points / (60 * 480 * 50 * 10)).toBeCloseTo(0.8, 1)
  })
})

describe('a comparison', () => {
  let calm: SimulationReport
  let busy: SimulationReport
  beforeAll(() => {
    calm = comparePolicies(SMALL, all, 4)
    busy = comparePolicies({ ...SMALL, load: 1.2 }, all, 4)
  })

  test('is the same to the last bit when repeated', () => {
    expect(JSON.stringify(comparePolicies(SMALL, all, 4))).toBe(JSON.stringify(calm))
  })

  test('does not depend on which other policies run beside it', () => {
    const pair = comparePolicies(SMALL, [POLICIES['rotation']!, POLICIES['hybrid']!], 4)
    expect(of(pair, 'hybrid').metrics).toEqual(of(calm, 'hybrid').metrics)
  })

  test('nobody capped is ever above the cap, the uncapped rotation is', () => {
    for (const { policy, metrics } of busy.policies) {
      if (policy === 'rotation-uncapped') {
        expect(metrics.overloadHours.mean).toBeGreaterThan(100)
        continue
      }
      expect(metrics.overloadHours.mean, policy).toBe(0)
      expect(metrics.mostPoints.mean, policy).toBeLessThanOrEqual(10)
    }
  })

  test('rotation is fair in numbers; fit-based assignment wins more; fairness debt brings equality at little cost', () => {
    expect(of(calm, 'rotation').metrics.giniCount.mean).toBeLessThan(0.05)
    expect(
      of(calm, 'hybrid').upliftOverFirst.mean - 2 * of(calm, 'hybrid').upliftOverFirst.error,
    ).toBeGreaterThan(0)
    expect(of(calm, 'hybrid-fair').metrics.giniCount.mean).toBeLessThan(
      of(calm, 'hybrid').metrics.giniCount.mean / 3,
    )
  })

  test('waiting for a batch costs first response', () => {
    expect(of(calm, 'batch').metrics.responseP50.mean).toBeGreaterThan(
      of(calm, 'hybrid').metrics.responseP50.mean + 5,
    )
  })

  test('overload: queues behind a cap answer after days, the price of time keeps answers quick and gives low value another exit', () => {
    expect(of(busy, 'rotation').metrics.responseP90.mean).toBeGreaterThan(
      3 * of(busy, 'hybrid').metrics.responseP90.mean,
    )
    const never = of(busy, 'hybrid').neverAssigned
    expect(never.find((tier) => tier.tier === 'low')!.share.mean).toBeGreaterThan(
      never.find((tier) => tier.tier === 'high')!.share.mean,
    )
    expect(of(busy, 'hybrid').metrics.wonShare.mean).toBeGreaterThan(of(busy, 'greedy').metrics.wonShare.mean)
  })
})

test('a policy cannot give a lead away twice', () => {
  const cheat: PolicyFactory = () => ({
    name: 'cheat',
    arrive(floor, lead) {
      floor.assign(lead, 0)
      floor.assign(lead, 1)
    },
  })
  expect(() => runPolicy(SMALL, drawMarket(SMALL, 1), cheat, 1)).toThrow(/not in the pool/)
})

test('without differences between reps, fit gains nothing over rotation', () => {
  const alike = { ...SMALL, repSpread: 0, matchSpread: 0, beliefError: 0 }
  const report = comparePolicies(alike, [POLICIES['rotation']!, POLICIES['hybrid-fair']!], 6)
  expect(Math.abs(of(report, 'hybrid-fair').upliftOverFirst.mean)).toBeLessThan(0.08)
})
