import { expect, test } from 'vitest'
import { stream } from '../../random/index.ts'
import { normal } from '../synthetic-history.ts'
import type { Design } from './design.ts'
import { fitHierarchicalLogit } from './hierarchical-logit.ts'

function history(rows: number, levels: number, spread: number, slope: number, seed = 5) {
  const random = stream(seed)
  const effect = Float64Array.from({ length: levels }, () => spread * normal(random))
  const index = new Int32Array(rows)
  const useless = new Int32Array(rows)
  const x = new Float64Array(rows)
  const won = new Uint8Array(rows)
  for (let row = 0; row < rows; row++) {
    index[row] = random.nextInt(levels)
    useless[row] = random.nextInt(30)
    x[row] = normal(random)
    const logit = -0.5 + effect[index[row]!]! + slope * x[row]!
    won[row] = random.nextUnit() < 1 / (1 + Math.exp(-logit)) ? 1 : 0
  }
  const design: Design = {
    rows,
    won,
    weight: new Float64Array(rows).fill(1),
    numeric: [x],
    groups: [
      { levels, index },
      { levels: 30, index: useless },
    ],
  }
  return { design, effect }
}

test('recovers slope, effects and the spread between levels', () => {
  const { design, effect } = history(20_000, 40, 0.7, 0.8)
  const fit = fitHierarchicalLogit(design)
  expect(fit.numeric[0]).toBeCloseTo(0.8, 1)
  expect(Math.sqrt(fit.groupVariance[0]!)).toBeGreaterThan(0.5)
  expect(Math.sqrt(fit.groupVariance[0]!)).toBeLessThan(0.95)
  const mean = effect.reduce((a, b) => a + b, 0) / effect.length
  let worst = 0
  fit.effects[0]!.forEach((estimate, level) => {
    worst = Math.max(worst, Math.abs(estimate - (effect[level]! - mean)))
  })
  expect(worst).toBeLessThan(0.5)
})

test('a column without influence is shrunk to nothing', () => {
  const fit = fitHierarchicalLogit(history(20_000, 40, 0.7, 0.8).design)
  expect(Math.sqrt(fit.groupVariance[1]!)).toBeLessThan(0.08)
})

test('groups too wide for the joint solve are back-fitted to the same effects', () => {
  const { design, effect } = history(40_000, 100, 0.6, 0.4)
  const fit = fitHierarchicalLogit(design, { maxRounds: 20 })
  expect(fit.denseStart[0]).toBe(-1)
  const estimate = fit.effects[0]!
  const meanTruth = effect.reduce((a, b) => a + b, 0) / effect.length
  const meanEstimate = estimate.reduce((a, b) => a + b, 0) / estimate.length
  let gap = 0
  effect.forEach((truth, level) => {
    gap += Math.abs(truth - meanTruth - (estimate[level]! - meanEstimate)) / effect.length
  })
  expect(gap).toBeLessThan(0.12)
})

test('columns that say the same thing twice do not make the solve diverge', () => {
  const { design } = history(3000, 8, 0.7, 0.8)
  const doubled: Design = {
    ...design,
    numeric: [design.numeric[0]!, design.numeric[0]!.map((value) => value * 1.0000001), design.numeric[0]!],
    groups: [design.groups[0]!, design.groups[0]!, design.groups[0]!],
  }
  const fit = fitHierarchicalLogit(doubled)
  const slope = fit.numeric.reduce((a, b) => a + b, 0)
  expect(slope).toBeGreaterThan(0.6)
  expect(slope).toBeLessThan(1)
})

test('separable data give large but finite effects', () => {
  const rows = 400
  const index = Int32Array.from({ length: rows }, (_, row) => row % 4)
  const won = Uint8Array.from(index, (level) => (level < 2 ? 1 : 0))
  const fit = fitHierarchicalLogit({
    rows,
    won,
    weight: new Float64Array(rows).fill(1),
    numeric: [],
    groups: [{ levels: 4, index }],
  })
  for (const effect of fit.effects[0]!) expect(Number.isFinite(effect)).toBe(true)
  expect(fit.effects[0]![0]! - fit.effects[0]![3]!).toBeGreaterThan(4)
})
