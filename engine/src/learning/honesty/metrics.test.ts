import { expect, test } from 'vitest'
import { stream } from '../../random/index.ts'
import { auc, measure } from './metrics.ts'

test('a perfect order has AUC 1, a reversed one 0, a constant one 0.5', () => {
  const won = Uint8Array.of(0, 0, 1, 1)
  expect(auc(won, Float64Array.of(0.1, 0.2, 0.8, 0.9))).toBe(1)
  expect(auc(won, Float64Array.of(0.9, 0.8, 0.2, 0.1))).toBe(0)
  expect(auc(won, Float64Array.of(0.3, 0.3, 0.3, 0.3))).toBe(0.5)
})

test('calibrated probabilities have a small calibration error and intervals contain the figure', () => {
  const random = stream(3)
  const probability = Float64Array.from({ length: 8000 }, () => random.nextUnit())
  const won = Uint8Array.from(probability, (p) => (random.nextUnit() < p ? 1 : 0))
  const metrics = measure(won, probability)
  expect(metrics.ece.value).toBeLessThan(0.02)
  for (const figure of [metrics.auc, metrics.logLoss, metrics.brier, metrics.ece]) {
    expect(figure.low).toBeLessThanOrEqual(figure.value)
    expect(figure.high).toBeGreaterThanOrEqual(figure.value)
  }
  expect(metrics.auc.high - metrics.auc.low).toBeLessThan(0.03)
  // Uniform probabilities: the true area is 5/6, and 8 000 rows come within three standard errors of it.
  expect(Math.abs(metrics.auc.value - 5 / 6)).toBeLessThan(0.015)
})

test('overconfident probabilities are caught by the calibration error', () => {
  const random = stream(4)
  const won = Uint8Array.from({ length: 4000 }, () => (random.nextUnit() < 0.5 ? 1 : 0))
  const probability = Float64Array.from(won, () => (random.nextUnit() < 0.5 ? 0.05 : 0.95))
  expect(measure(won, probability).ece.value).toBeGreaterThan(0.4)
})
