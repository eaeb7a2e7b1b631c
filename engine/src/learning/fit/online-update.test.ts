import { expect, test } from 'vitest'
import { readDocument } from '../document.ts'
import { pairScorer } from '../inference/pair-scorer.ts'
import { rowScorer } from '../inference/row-scorer.ts'
import { syntheticHistory } from '../synthetic-history.ts'
import { type Table, tableOf } from '../table/table.ts'
import { trainModel } from '../train.ts'
import { updateOnline } from './online-update.ts'

const roles = { rep: 'rep', segment: 'segment' }
const request = { label: 'stage', exclude: ['arrived'], roles }
const history = syntheticHistory({ rows: 4000, seed: 61 })
const model = trainModel({ ...request, table: history.table })
const cells: Readonly<Record<string, string>> = {
  rep: 'rep-3',
  segment: 'segment-2',
  interest: '0.4',
  noise: '0',
}
const cell = (name: string) => cells[name]

function refitWith(stage: string, times: number): Table {
  const extra: Readonly<Record<string, string>> = { ...cells, stage, arrived: '2025-08-01' }
  return tableOf(
    history.table.columns,
    history.table.values.map((texts, at) => [
      ...texts,
      ...Array<string>(times).fill(extra[history.table.columns[at]!]!),
    ]),
  )
}

for (const won of [true, false]) {
  test(`twenty ${won ? 'wins' : 'losses'} move the probability as a refit would`, () => {
    const before = rowScorer(model).score(cell).probability
    const updated = updateOnline(model, Array(20).fill({ cell, won }))
    const after = rowScorer(updated).score(cell).probability
    const refit = rowScorer(trainModel({ ...request, table: refitWith(won ? 'Won' : 'Lost', 20) })).score(
      cell,
    ).probability
    expect(Math.sign(after - before)).toBe(won ? 1 : -1)
    expect(Math.sign(refit - before)).toBe(won ? 1 : -1)
    const ratio = (after - before) / (refit - before)
    expect(ratio).toBeGreaterThan(0.6)
    expect(ratio).toBeLessThan(1.6)
  })
}

test('evidence narrows the uncertainty, and the document stays sound', () => {
  const updated = updateOnline(model, Array(30).fill({ cell, won: true }))
  // On the logit scale: a probability nearer to one half has a wider interval for the same certainty.
  const deviation = (document: typeof model): number => {
    const scorer = pairScorer(document, roles, ['rep-3'])
    return scorer.chance(scorer.prepareSegment('segment-2'), 0).deviationMicro
  }
  expect(deviation(updated)).toBeLessThan(deviation(model))
  expect(updated.hash).not.toBe(model.hash)
  expect(readDocument(JSON.stringify(updated))).toEqual(updated)
  expect(updated.outcomes.won).toBe(model.outcomes.won + 30)
})

test('other reps are not credited for it', () => {
  const updated = updateOnline(model, Array(10).fill({ cell, won: true }))
  const gain = (rep: string): number => {
    const micro = (document: typeof model): number => {
      const scorer = pairScorer(document, roles, [rep])
      return scorer.chance(scorer.prepareSegment('segment-2'), 0).micro
    }
    return micro(updated) - micro(model)
  }
  expect(gain('rep-3')).toBeGreaterThan(5 * Math.abs(gain('rep-4')))
})

test('a file changed by hand is refused', () => {
  const tampered = JSON.stringify({ ...model, interceptMicro: model.interceptMicro + 1 })
  expect(readDocument(tampered)).toHaveProperty('problem')
  expect(readDocument('{"format":"other"}')).toHaveProperty('problem')
  expect(readDocument('not json')).toHaveProperty('problem')
})
