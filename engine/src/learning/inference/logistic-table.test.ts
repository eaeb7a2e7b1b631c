import { expect, test } from 'vitest'
import { logisticMillionths } from './logistic-table.ts'

test('the table is within one millionth of the logistic function everywhere', () => {
  let worst = 0
  for (let micro = -17_000_000; micro <= 17_000_000; micro += 37) {
    const exact = 1_000_000 / (1 + Math.exp(-micro / 1_000_000))
    worst = Math.max(worst, Math.abs(logisticMillionths(micro) - exact))
  }
  expect(worst).toBeLessThan(1)
})

test('more logit never means less probability, and the two sides mirror each other', () => {
  let before = -1
  let broken = 0
  for (let micro = -16_100_000; micro <= 16_100_000; micro += 501) {
    const p = logisticMillionths(micro)
    if (p < before || !Number.isInteger(p) || p + logisticMillionths(-micro) !== 1_000_000) broken++
    before = p
  }
  expect(broken).toBe(0)
})

test('golden values, equal in every runtime', () => {
  expect([0, 1_000_000, -1_000_000, 2_500_000, -7_654_321, 15_999_999].map(logisticMillionths)).toEqual([
    500_000, 731_059, 268_941, 924_142, 474, 1_000_000,
  ])
})
