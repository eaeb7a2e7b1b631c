import { expect, test } from 'vitest'
import { compareModels } from './compare-models.ts'
import { shuffleColumn, syntheticHistory } from './synthetic-history.ts'
import { tableOf } from './table/table.ts'
import { trainModel } from './train.ts'

const { table } = syntheticHistory({ rows: 5000, seed: 91 })
const part = (from: number, to: number) =>
  tableOf(
    table.columns,
    table.values.map((texts) => texts.slice(from, to)),
  )
const good = trainModel({ table: part(0, 3500), label: 'stage', exclude: ['arrived'] })
const baseRate = trainModel({
  table: shuffleColumn(part(0, 3500), 'stage', 1),
  label: 'stage',
  exclude: ['arrived'],
})
const fresh = part(3500, 5000)

test('a better version is preferred on fresh outcomes, a worse one is not, an equal one is undecided', () => {
  expect(compareModels(baseRate, good, fresh)).toMatchObject({ better: 'candidate', outcomes: 1500 })
  expect(compareModels(good, baseRate, fresh).better).toBe('current')
  expect(compareModels(good, good, fresh)).toMatchObject({ better: 'undecided', gain: 0 })
})

test('without outcomes nothing is decided', () => {
  expect(compareModels(baseRate, good, part(0, 0))).toMatchObject({ better: 'undecided', outcomes: 0 })
})
