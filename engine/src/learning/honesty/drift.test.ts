import { expect, test } from 'vitest'
import { stream } from '../../random/index.ts'
import { isUnknown, preferenceOf } from './certainty.ts'
import { checkDrift, driftOverTime } from './drift.ts'

function outcomes(rows: number, predicted: number, actual: number, seed: number) {
  const random = stream(seed)
  return {
    probability: Float64Array.from({ length: rows }, () => predicted),
    won: Uint8Array.from({ length: rows }, () => (random.nextUnit() < actual ? 1 : 0)),
  }
}

test('a world as predicted rarely rings, a changed one does', () => {
  let falseAlarms = 0
  for (let seed = 1; seed <= 200; seed++) {
    const same = outcomes(500, 0.25, 0.25, seed)
    if (checkDrift(same.won, same.probability).alarm) falseAlarms++
  }
  expect(falseAlarms).toBeLessThanOrEqual(3)
  const moved = outcomes(500, 0.25, 0.4, 5)
  const check = checkDrift(moved.won, moved.probability)
  expect(check.alarm).toBe(true)
  expect(check.observedWins).toBeGreaterThan(check.expectedWins)
})

test('a handful of outcomes never rings', () => {
  expect(checkDrift([1, 1, 1, 1], [0.1, 0.1, 0.1, 0.1]).alarm).toBe(false)
})

test('the course over time shows since when', () => {
  const before = outcomes(600, 0.2, 0.2, 7)
  const after = outcomes(600, 0.2, 0.5, 8)
  const won = [...before.won, ...after.won]
  const probability = [...before.probability, ...after.probability]
  expect(driftOverTime(won, probability, 300).map((check) => check.alarm)).toEqual([false, false, true, true])
})

test('two reps whose order is a coin toss are "I do not know"; a clear lead is known', () => {
  const a = { repId: 'a', micro: 200_000, deviationMicro: 300_000 }
  expect(preferenceOf([a, { repId: 'b', micro: 100_000, deviationMicro: 300_000 }])).toMatchObject({
    known: false,
    bestRepId: 'a',
  })
  expect(preferenceOf([a, { repId: 'b', micro: -600_000, deviationMicro: 300_000 }])).toMatchObject({
    known: true,
    bestRepId: 'a',
  })
  expect(preferenceOf([a])).toMatchObject({ known: true })
  expect(preferenceOf([])).toBeNull()
  expect(isUnknown({ low: 100_000, high: 700_000 })).toBe(true)
  expect(isUnknown({ low: 100_000, high: 200_000 })).toBe(false)
})
