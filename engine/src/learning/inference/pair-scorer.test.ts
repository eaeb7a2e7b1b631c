import { expect, test } from 'vitest'
import { syntheticHistory } from '../synthetic-history.ts'
import { columnOf } from '../table/table.ts'
import { trainModel } from '../train.ts'
import { asWinModel } from './as-win-model.ts'
import { logisticMillionths } from './logistic-table.ts'
import { pairScorer } from './pair-scorer.ts'
import { rowScorer } from './row-scorer.ts'

const roles = { rep: 'rep', segment: 'segment' }
const history = syntheticHistory({ rows: 5000, seed: 51 })
const model = trainModel({ table: history.table, label: 'stage', exclude: ['arrived'], roles })
const repIds = Array.from({ length: 12 }, (_, rep) => `rep-${rep}`)

test('a pair scored for routing equals the row scored from text, to the millionth', () => {
  const pairs = pairScorer(model, roles, repIds)
  const rows = rowScorer(model)
  const out = new Int32Array(repIds.length)
  for (let row = 0; row < 60; row++) {
    const cell = (name: string) => columnOf(history.table, name)?.[row]
    pairs.scorePairs(pairs.prepare(cell), out)
    repIds.forEach((id, rep) => {
      expect(out[rep]).toBe(rows.score((name) => (name === 'rep' ? id : cell(name))).probability)
    })
  }
})

test('picking by the model wins clearly more than picking at random, close to an oracle', () => {
  const pairs = pairScorer(model, roles, repIds)
  const out = new Int32Array(repIds.length)
  let picked = 0
  let oracle = 0
  let random = 0
  for (let segment = 0; segment < 6; segment++) {
    pairs.scorePairs(pairs.prepareSegment(`segment-${segment}`), out)
    const truth = repIds.map((_, rep) => history.repEffect[rep]! + history.matchEffect[rep * 6 + segment]!)
    picked += truth[out.indexOf(Math.max(...out))]!
    oracle += Math.max(...truth)
    random += truth.reduce((a, b) => a + b, 0) / truth.length
  }
  expect((picked - random) / (oracle - random)).toBeGreaterThan(0.85)
})

test('a rep nobody has seen gets the average effect and the full uncertainty of the prior', () => {
  const pairs = pairScorer(model, roles, ['rep-0', 'rep-new'])
  const lead = pairs.prepareSegment('segment-1')
  expect(pairs.evidenceThousandths(0)).toBeGreaterThan(700)
  expect(pairs.evidenceThousandths(1)).toBeLessThan(20)
  expect(pairs.chance(lead, 1).deviationMicro).toBeGreaterThan(pairs.chance(lead, 0).deviationMicro)
})

test('as the win model of a decision it answers integers, for unknown reps and segments too', () => {
  const win = asWinModel(model, roles, repIds)
  expect(win.version).toBe(model.version)
  for (const rep of ['rep-1', 'rep-unknown']) {
    for (const segment of ['segment-2', 'segment-unknown']) {
      const p = win.probabilityMillionths(rep, segment)
      expect(Number.isInteger(p)).toBe(true)
      expect(p).toBeGreaterThan(0)
      expect(p).toBeLessThan(1_000_000)
    }
  }
})

test('a model that is not in use prefers nobody', () => {
  const unused = { ...model, verdict: { code: 'NO_BETTER_THAN_BASE_RATE' as const, used: false } }
  const win = asWinModel(unused, roles, repIds)
  expect(new Set(repIds.map((rep) => win.probabilityMillionths(rep, 'segment-1')))).toEqual(
    new Set([model.baseRateMillionths]),
  )
  expect(logisticMillionths(0)).toBe(500_000)
})
