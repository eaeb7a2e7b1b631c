import { describe, expect, test, vi } from 'vitest'
import { stream } from '../../random/index.ts'
import { adjustForForeseen } from './cuped.ts'
import { normalQuantile } from './normal-quantile.ts'
import { leadsPerArm, smallestDetectable } from './sample-size.ts'
import { confidenceSequence, type SequentialResult, sequentialTest } from './sequential-test.ts'

// A thousand simulated experiments per test: slow on a busy machine, waiting for nothing.
vi.setConfig({ testTimeout: 60_000 })

interface Peeked {
  sequential: boolean
  naive: boolean
  /** Leads per arm when the sequential test stopped. */
  stoppedAt: number
  coveredAlways: boolean
}

/** One experiment of 200 days with 60 leads per arm and day, looked at every day. */
function experiment(seed: number, rateA: number, rateB: number, days = 200, perDay = 60): Peeked {
  const random = stream(seed)
  let winsA = 0
  let winsB = 0
  let result: SequentialResult | null = null
  const peeked: Peeked = { sequential: false, naive: false, stoppedAt: days * perDay, coveredAlways: true }
  for (let day = 1; day <= days; day++) {
    for (let i = 0; i < perDay; i++) {
      if (random.nextUnit() < rateA) winsA++
      if (random.nextUnit() < rateB) winsB++
    }
    const n = day * perDay
    result = sequentialTest(
      { count: n, sum: winsA, sumOfSquares: winsA },
      { count: n, sum: winsB, sumOfSquares: winsB },
      { alpha: 0.05, tau: 0.02 },
      result,
    )
    if (result.decided && !peeked.sequential) {
      peeked.sequential = true
      peeked.stoppedAt = n
    }
    if (rateB - rateA < result.low || rateB - rateA > result.high) peeked.coveredAlways = false
    const pooled = (winsA + winsB) / (2 * n)
    const z = (winsB - winsA) / n / Math.sqrt((2 * pooled * (1 - pooled)) / n)
    if (Math.abs(z) > 1.96) peeked.naive = true
  }
  return peeked
}

const share = (runs: readonly Peeked[], what: (run: Peeked) => boolean): number =>
  runs.filter(what).length / runs.length

describe('looking every day', () => {
  const same = Array.from({ length: 1000 }, (_, seed) => experiment(seed + 1, 0.2, 0.2))

  test('A/A with daily peeking: at most 5 % false positives, where the naive test has over 30 %', () => {
    expect(share(same, (run) => run.sequential)).toBeLessThanOrEqual(0.05)
    expect(share(same, (run) => run.naive)).toBeGreaterThan(0.3)
  })

  test('the interval contains the truth at every look in at least 95 % of experiments', () => {
    expect(share(same, (run) => run.coveredAlways)).toBeGreaterThanOrEqual(0.95)
    const lifted = Array.from({ length: 300 }, (_, seed) => experiment(seed + 1, 0.2, 0.23))
    expect(share(lifted, (run) => run.coveredAlways)).toBeGreaterThanOrEqual(0.95)
  })

  test('a real lift of three points is found, and sooner than a plan for it would end twice over', () => {
    const lifted = Array.from({ length: 300 }, (_, seed) => experiment(seed + 5000, 0.2, 0.23))
    expect(share(lifted, (run) => run.sequential)).toBeGreaterThan(0.95)
    const mean = lifted.reduce((sum, run) => sum + run.stoppedAt, 0) / lifted.length
    expect(mean).toBeLessThan(2 * leadsPerArm({ baseRate: 0.2, difference: 0.03 }))
  })

  test('A/A on uneven money instead of wins keeps the promise too', () => {
    let alarms = 0
    for (let seed = 1; seed <= 400; seed++) {
      const random = stream(seed)
      const sums = [
        { count: 0, sum: 0, sumOfSquares: 0 },
        { count: 0, sum: 0, sumOfSquares: 0 },
      ]
      let result: SequentialResult | null = null
      for (let day = 1; day <= 60; day++) {
        for (let i = 0; i < 80; i++) {
          const arm = sums[i % 2]!
          const u = random.nextUnit()
          // 20 % win; what they win is skewed tenfold.
          const value = u < 0.2 ? 1 + 9 * (u / 0.2) ** 3 : 0
          arm.count++
          arm.sum += value
          arm.sumOfSquares += value * value
        }
        result = sequentialTest(sums[0]!, sums[1]!, { alpha: 0.05, tau: 0.1 }, result)
      }
      if (result!.decided) alarms++
    }
    expect(alarms / 400).toBeLessThanOrEqual(0.05)
  })

  test('nothing is said before thirty leads per arm', () => {
    const few = { count: 29, sum: 29, sumOfSquares: 29 }
    const none = { count: 29, sum: 0, sumOfSquares: 0 }
    expect(sequentialTest(none, few, { alpha: 0.05, tau: 0.02 })).toMatchObject({ decided: false, p: 1 })
  })
})

test('the confidence sequence of a mean covers it at every look', () => {
  let missed = 0
  for (let seed = 1; seed <= 400; seed++) {
    const random = stream(seed)
    const arm = { count: 0, sum: 0, sumOfSquares: 0 }
    let always = true
    for (let i = 1; i <= 3000; i++) {
      const value = random.nextUnit() < 0.3 ? 1 : 0
      arm.count++
      arm.sum += value
      arm.sumOfSquares += value
      if (i % 20 !== 0) continue
      const { low, high } = confidenceSequence(arm, 0.05, 500)
      if (low > 0.3 || high < 0.3) always = false
    }
    if (!always) missed++
  }
  expect(missed / 400).toBeLessThanOrEqual(0.05)
})

test('CUPED removes the foreseeable part of the noise and keeps the difference between arms', () => {
  const random = stream(4)
  const foreseen = Float64Array.from({ length: 6000 }, () => random.nextUnit())
  const treated = Uint8Array.from({ length: 6000 }, (_, i) => i % 2)
  const outcome = foreseen.map((x, i) => 3 * x + 0.2 * treated[i]! + 0.5 * random.nextUnit())
  const { adjusted, varianceRemoved } = adjustForForeseen(outcome, foreseen)
  const difference = (values: Float64Array): number =>
    values.reduce((sum, value, i) => sum + (treated[i] === 1 ? value : -value), 0) / 3000
  expect(varianceRemoved).toBeGreaterThan(0.9)
  expect(Math.abs(difference(adjusted) - 0.2)).toBeLessThan(0.02)
  expect(Math.abs(difference(adjusted) - 0.2)).toBeLessThanOrEqual(Math.abs(difference(outcome) - 0.2))
  expect(adjustForForeseen([1, 2, 3], [5, 5, 5])).toMatchObject({ theta: 0, varianceRemoved: 0 })
  expect(() => adjustForForeseen([1], [])).toThrow(RangeError)
})

describe('sample size', () => {
  test('textbook figures', () => {
    expect(leadsPerArm({ baseRate: 0.2, difference: 0.02 })).toBeGreaterThan(6270)
    expect(leadsPerArm({ baseRate: 0.2, difference: 0.02 })).toBeLessThan(6290)
    expect(smallestDetectable(1000, { baseRate: 0.2 })).toBeCloseTo(0.0501, 3)
  })

  test('clusters need more, CUPED less', () => {
    const single = leadsPerArm({ baseRate: 0.2, difference: 0.03 })
    const clustered = leadsPerArm({
      baseRate: 0.2,
      difference: 0.03,
      clusterSize: 21,
      intraclassCorrelation: 0.05,
    })
    expect(clustered / single).toBeCloseTo(2, 2)
    expect(leadsPerArm({ baseRate: 0.2, difference: 0.03, varianceRemoved: 0.5 }) / single).toBeCloseTo(
      0.5,
      2,
    )
    expect(() => leadsPerArm({ baseRate: 0.2, difference: 0 })).toThrow(RangeError)
  })

  test('quantiles agree with the tables', () => {
    expect(normalQuantile(0.975)).toBeCloseTo(1.959964, 6)
    expect(normalQuantile(0.001)).toBeCloseTo(-3.090232, 6)
    expect(normalQuantile(0.5)).toBeCloseTo(0, 9)
    expect(() => normalQuantile(1)).toThrow(RangeError)
  })
})
