import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { shrunkenRate } from './capability/shrunken-rate.ts'
import { readDocument } from './document.ts'
import { measure } from './honesty/metrics.ts'
import { hashFolds, splitByHash, splitByTime } from './honesty/split.ts'
import { rowScorer } from './inference/row-scorer.ts'
import { tableOf } from './table/table.ts'
import { trainModel } from './train.ts'

vi.setConfig({ testTimeout: 60_000 })

const oddText = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '?',
    'NULL',
    '0',
    '-1',
    '999',
    '1e999',
    '1e200',
    '-1e200',
    '3.5',
    '1,234',
    '¥ 9',
    '是',
    '否',
  ),
  fc.constantFrom('2025-01-31', '31/12/2024', 'a', 'A ', 'b', '展会', '"x"', '__proto__', 'constructor'),
  fc.string({ maxLength: 6 }),
  fc.integer({ min: -50, max: 50 }).map(String),
)

test('whatever stands in the cells, training ends with a sound document and sound probabilities', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(oddText, oddText, oddText, fc.constantFrom('yes', 'no', 'open', '')), {
        minLength: 0,
        maxLength: 330,
      }),
      fc.constantFrom(null, 'row', 'a'),
      (rows, time) => {
        const table = tableOf(
          ['a', 'b', 'c', 'won'],
          [0, 1, 2, 3].map((at) => rows.map((row) => row[at]!)),
        )
        if (!rows.some((row) => row[3] === 'yes' || row[3] === 'no') && rows.some((row) => row[3] !== ''))
          return
        const model = trainModel({ table, label: 'won', time, roles: { rep: 'a', segment: 'b' } })
        expect(readDocument(JSON.stringify(model))).toEqual(model)
        const scorer = rowScorer(model)
        for (let row = 0; row < Math.min(20, rows.length); row++) {
          const { low, probability, high } = scorer.score(
            (name) => table.values[table.columns.indexOf(name)]?.[row],
          )
          expect(
            Number.isInteger(probability) &&
              low <= probability &&
              probability <= high &&
              low >= 0 &&
              high <= 1e6,
          ).toBe(true)
        }
      },
    ),
    { numRuns: 60, seed: 5 },
  )
})

test('every row is judged at most once and never by a fit that saw it', () => {
  fc.assert(
    fc.property(fc.array(oddText, { minLength: 10, maxLength: 200 }), (texts) => {
      const rows = Int32Array.from(texts.keys())
      const folds = hashFolds(tableOf(['a', 'y'], [texts, texts]), rows, 'y')
      for (const split of [splitByHash(folds), splitByTime(Float64Array.from(rows, (row) => row % 7))]) {
        const judged = new Set<number>()
        for (const { train, test: tested } of split.parts) {
          const seen = new Set(train)
          for (const row of tested) {
            expect(seen.has(row) || judged.has(row)).toBe(false)
            judged.add(row)
          }
          expect(train.length + tested.length).toBe(texts.length)
        }
      }
    }),
    { numRuns: 100, seed: 6 },
  )
})

test('a shrunken rate lies between the observed rate and its parent, inside its interval', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 500 }),
      fc.integer({ min: 0, max: 500 }),
      fc.double({ min: 0.01, max: 0.99, noNaN: true }),
      fc.double({ min: 5, max: 200, noNaN: true }),
      (wins, losses, parent, prior) => {
        const { rate, low, high } = shrunkenRate(wins, wins + losses, parent, prior)
        const observed = wins + losses > 0 ? wins / (wins + losses) : parent
        expect(rate).toBeGreaterThanOrEqual(Math.min(observed, parent) - 1e-9)
        expect(rate).toBeLessThanOrEqual(Math.max(observed, parent) + 1e-9)
        expect(low <= rate && rate <= high && low > 0 && high < 1).toBe(true)
      },
    ),
    { seed: 7 },
  )
})

test('AUC does not change under a strictly rising transformation of the probabilities', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 1, max: 999 }), fc.boolean()), { minLength: 5, maxLength: 80 }),
      (rows) => {
        const won = Uint8Array.from(rows, ([, y]) => (y ? 1 : 0))
        const p = Float64Array.from(rows, ([x]) => x / 1000)
        expect(measure(won, p).auc.value).toBeCloseTo(
          measure(
            won,
            p.map((x) => x * x),
          ).auc.value,
          12,
        )
      },
    ),
    { numRuns: 30, seed: 8 },
  )
})
