import { describe, expect, test, vi } from 'vitest'
import { stream } from '../random/index.ts'
import { asWinModel } from './inference/as-win-model.ts'
import { rowScorer } from './inference/row-scorer.ts'
import { LabelError } from './label-error.ts'
import { normal, shuffleColumn, syntheticHistory, withColumn } from './synthetic-history.ts'
import { columnOf, type Table, tableOf } from './table/table.ts'
import { trainModel } from './train.ts'

const roles = { rep: 'rep', segment: 'segment' }
// Dozens of trainings in one test are slow on a busy machine; none of them waits for anything.
vi.setConfig({ testTimeout: 60_000 })

const cellOf = (table: Table, row: number) => (name: string) => columnOf(table, name)?.[row]

describe('a model of a history with signal', () => {
  const history = syntheticHistory({ rows: 4000, seed: 11, openShare: 0.2 })
  const model = trainModel({ table: history.table, label: 'stage', exclude: ['arrived'], roles })

  test('is used, and better than the base rate by an interval', () => {
    expect(model.verdict).toEqual({ code: 'USED', used: true })
    expect(model.kind).toBe('hierarchical-logit')
    expect(model.validation.model!.auc.low).toBeGreaterThan(0.65)
    expect(model.validation.model!.logLoss.value).toBeLessThan(model.validation.baseRate!.logLoss.low)
  })

  test('is calibrated on rows it had not seen', () => {
    expect(model.validation.model!.ece.value).toBeLessThan(0.03)
  })

  test('comes close to the truth, and its intervals cover it', () => {
    const scorer = rowScorer(model)
    let gap = 0
    let covered = 0
    for (let row = 0; row < history.table.rows; row++) {
      const scored = scorer.score(cellOf(history.table, row))
      gap += Math.abs(scored.probability / 1e6 - history.truth[row]!) / history.table.rows
      if (scored.low / 1e6 <= history.truth[row]! && history.truth[row]! <= scored.high / 1e6) covered++
    }
    expect(gap).toBeLessThan(0.05)
    expect(covered / history.table.rows).toBeGreaterThan(0.85)
  })

  test('counts open work as open, never as lost', () => {
    const open = columnOf(history.table, 'stage')!.filter((text) => text === 'in progress').length
    expect(model.outcomes.open).toBe(open)
    expect(model.outcomes.won + model.outcomes.lost).toBe(4000 - open)
    const closedRate = model.outcomes.won / (model.outcomes.won + model.outcomes.lost)
    expect(model.baseRateMillionths / 1e6).toBeCloseTo(closedRate, 2)
  })

  test('is the same document every time, and its hash moves with the data', () => {
    const again = trainModel({ table: history.table, label: 'stage', exclude: ['arrived'], roles })
    expect(JSON.stringify(again)).toBe(JSON.stringify(model))
    const other = trainModel({ table: history.table, label: 'stage', exclude: ['arrived', 'noise'], roles })
    expect(other.hash).not.toBe(model.hash)
  })

  test('gives the same probabilities when the rows of the file are reversed', () => {
    const reversed = tableOf(
      history.table.columns,
      history.table.values.map((texts) => [...texts].reverse()),
    )
    const mirrored = rowScorer(trainModel({ table: reversed, label: 'stage', exclude: ['arrived'], roles }))
    const scorer = rowScorer(model)
    for (let row = 0; row < 100; row++) {
      const cell = cellOf(history.table, row)
      // Summation order differs, so the last millionths may.
      expect(Math.abs(scorer.score(cell).probability - mirrored.score(cell).probability)).toBeLessThan(20)
    }
  })

  test('explains itself exactly: intercept and contributions add up to the total', () => {
    const scorer = rowScorer(model)
    for (let row = 0; row < 200; row++) {
      const { interceptMicro, totalMicro, contributions } = scorer.explain(cellOf(history.table, row))
      expect(contributions.reduce((sum, part) => sum + part.micro, interceptMicro)).toBe(totalMicro)
    }
  })
})

describe('where there is nothing to learn', () => {
  test('shuffled outcomes never make a model, whatever the shuffle', () => {
    const { table } = syntheticHistory({ rows: 1200, seed: 21 })
    for (let seed = 1; seed <= 20; seed++) {
      const model = trainModel({ table: shuffleColumn(table, 'stage', seed), label: 'stage', roles })
      expect(model.verdict, `seed ${seed}`).toEqual({ code: 'NO_BETTER_THAN_BASE_RATE', used: false })
      expect(model.terms).toEqual([])
    }
  })

  test('a model that is not used scores the base rate on every row', () => {
    const { table } = syntheticHistory({ rows: 1200, seed: 22 })
    const model = trainModel({ table: shuffleColumn(table, 'stage', 3), label: 'stage' })
    const scorer = rowScorer(model)
    const scores = new Set(
      Array.from({ length: 50 }, (_, row) => scorer.score(cellOf(table, row)).probability),
    )
    expect(scores.size).toBe(1)
    expect([...scores][0]).toBe(model.baseRateMillionths)
  })

  test('one kind of outcome only is said so', () => {
    const table = tableOf(
      ['a', 'won'],
      [Array.from({ length: 300 }, (_, i) => String(i % 7)), Array(300).fill('yes')],
    )
    expect(trainModel({ table, label: 'won' }).verdict.code).toBe('ONE_OUTCOME_ONLY')
  })

  test('a label that is not a yes/no column is refused with a sentence', () => {
    const { table } = syntheticHistory({ rows: 300, seed: 1 })
    expect(() => trainModel({ table, label: 'nowhere' })).toThrow(LabelError)
    expect(() => trainModel({ table, label: 'interest' })).toThrow(/won or lost/)
  })
})

describe('does it matter who sells', () => {
  test('where it does, leads with a preferred rep won more than the leads explain, and the rep is in the model', () => {
    const { table } = syntheticHistory({ rows: 5000, seed: 71 })
    const { match, terms } = trainModel({ table, label: 'stage', exclude: ['arrived'], roles })
    expect(match?.used).toBe(true)
    expect(match!.preferredGain.low).toBeGreaterThan(0.03)
    expect(terms.some((term) => term.spec.name === 'rep')).toBe(true)
  })

  test('where only the leads differ, the model is used for the leads and the reps rotate', () => {
    for (let seed = 72; seed < 76; seed++) {
      const { table } = syntheticHistory({ rows: 1500, seed, repSpread: 0, matchSpread: 0 })
      const model = trainModel({ table, label: 'stage', exclude: ['arrived'], roles })
      expect(model.verdict.used).toBe(true)
      expect(model.match?.used).toBe(false)
      expect(model.crosses).toEqual([])
      const win = asWinModel(model, roles, ['rep-1', 'rep-2', 'rep-3'])
      const chances = ['rep-1', 'rep-2', 'rep-3'].map((rep) => win.probabilityMillionths(rep, 'segment-1'))
      expect(new Set(chances).size).toBe(1)
    }
  })
})

describe('few outcomes', () => {
  test('below 200 a strong difference between reps is learnt as shrunken rates', () => {
    const { table } = syntheticHistory({
      rows: 190,
      seed: 8,
      reps: 3,
      repSpread: 1.6,
      matchSpread: 0,
      segments: 2,
    })
    const model = trainModel({ table, label: 'stage', roles })
    expect(model.kind).toBe('beta-binomial')
    expect(model.verdict.code).toBe('USED_FEW_OUTCOMES')
  })

  test('without roles the one telling column is enough, and shuffling it away is noticed', () => {
    const channel = Array.from({ length: 160 }, (_, i) => (i % 2 === 0 ? 'fair' : 'cold call'))
    const won = channel.map((text, i) => ((i * 7) % 10 < (text === 'fair' ? 8 : 2) ? 'yes' : 'no'))
    const other = channel.map((_, i) => `o${(i * 11) % 6}`)
    const table = tableOf(['channel', 'other', 'won'], [channel, other, won])
    const model = trainModel({ table, label: 'won' })
    expect(model.verdict.code).toBe('USED_FEW_OUTCOMES')
    const scorer = rowScorer(model)
    const at = (channelText: string) =>
      scorer.score((name) => (name === 'channel' ? channelText : 'o1')).probability
    expect(at('fair')).toBeGreaterThan(2 * at('cold call'))
    for (let seed = 1; seed <= 20; seed++) {
      const shuffled = trainModel({ table: shuffleColumn(table, 'won', seed), label: 'won' })
      expect(shuffled.verdict.used, `seed ${seed}`).toBe(false)
    }
  })

  test('a history without any outcome is not an error', () => {
    const table = tableOf(
      ['a', 'won'],
      [
        ['x', 'y'],
        ['', ''],
      ],
    )
    expect(trainModel({ table, label: 'won' }).verdict.code).toBe('NOT_ENOUGH_OUTCOMES')
    expect(trainModel({ table: tableOf(['a', 'won'], [[], []]), label: 'won' }).kind).toBe('base-rate')
  })

  test('a hundred thousand rows and more do not overflow anything', () => {
    const { table } = syntheticHistory({ rows: 130_000, seed: 77, reps: 4, segments: 3 })
    const model = trainModel({ table, label: 'stage', exclude: ['arrived', 'noise'] })
    expect(model.validation.how).toBe('hash-holdout')
    expect(model.verdict.used).toBe(true)
  })

  test('below 200 without difference it says so', () => {
    const { table } = syntheticHistory({
      rows: 150,
      seed: 9,
      repSpread: 0,
      segmentSpread: 0,
      matchSpread: 0,
      slope: 0,
    })
    expect(trainModel({ table, label: 'stage', roles }).verdict.code).toBe('NOT_ENOUGH_OUTCOMES')
  })
})

describe('columns known only after the work', () => {
  const history = syntheticHistory({ rows: 3000, seed: 31, openShare: 0.2 })
  const stage = columnOf(history.table, 'stage')!
  const reasonsFor = (name: string, text: (row: number) => string): string[] => {
    const model = trainModel({
      table: withColumn(history.table, name, text),
      label: 'stage',
      exclude: ['arrived'],
    })
    return model.leftOut.find((column) => column.name === name)?.signs.map((sign) => sign.reason) ?? []
  }

  test('a value written when closing is named and left out', () => {
    expect(
      reasonsFor('amount', (row) => (stage[row] === 'Won' ? String(1000 + (row % 900)) : '0')),
    ).toContain('implausible-power')
  })

  test('a column filled mostly for the won is named', () => {
    expect(
      reasonsFor('note', (row) => (stage[row] === 'Won' && row % 5 > 0 ? `n${row % 40}` : '')),
    ).toContain('filled-after-outcome')
  })

  test('a column empty on all open work is named', () => {
    expect(reasonsFor('paid on', (row) => (stage[row] === 'in progress' ? '' : `d${row % 9}`))).toContain(
      'empty-while-open',
    )
  })

  test('a tool switched on half way is named', () => {
    expect(reasonsFor('tool', (row) => (row > 1500 ? `t${row % 5}` : ''))).toContain('filling-switched')
  })

  test('honest columns are not accused', () => {
    const model = trainModel({ table: history.table, label: 'stage', exclude: ['arrived'] })
    expect(model.leftOut.filter((column) => column.why === 'suspected-leakage')).toEqual([])
  })

  test('a column missing at random is not accused', () => {
    expect(reasonsFor('phone kind', (row) => (row % 3 === 0 ? '' : `p${row % 4}`))).toEqual([])
  })

  test('what somebody confirms is used', () => {
    const table = withColumn(history.table, 'amount', (row) =>
      stage[row] === 'Won' ? String(1000 + (row % 900)) : '0',
    )
    const model = trainModel({ table, label: 'stage', include: ['amount'] })
    expect(model.terms.some((term) => term.spec.name === 'amount')).toBe(true)
  })
})

describe('time', () => {
  test('the last quarter judges, and a relation that has ended is not used', () => {
    const { table } = syntheticHistory({ rows: 2400, seed: 41, slope: 1.2 })
    const interest = columnOf(table, 'interest')!
    // From three quarters on the number means the opposite: a mixture of times would still find signal.
    const turned = tableOf(
      table.columns,
      table.values.map((texts, at) =>
        table.columns[at] === 'interest'
          ? texts.map((text, row) => (row < 1800 ? text : String(-Number(text))))
          : texts,
      ),
    )
    expect(interest.length).toBe(2400)
    const request = { table: turned, label: 'stage', exclude: ['rep', 'segment', 'noise'] }
    expect(trainModel({ ...request, exclude: [...request.exclude, 'arrived'] }).verdict.used).toBe(true)
    const judged = trainModel({ ...request, time: 'arrived' })
    expect(judged.validation.how).toBe('time')
    expect(judged.verdict.used).toBe(false)
  })

  test('without a time column, a file whose win rate moves is judged on its last quarter too', () => {
    // The number explains early rows; late ones win three times as often and the number means the opposite.
    const rows = 3000
    const random = stream(5)
    const interest = Float64Array.from({ length: rows }, () => normal(random))
    const late = (row: number): boolean => row >= 2550
    const won = Array.from(interest, (x, row) => {
      const logit = late(row) ? 1 - 1.6 * x : -1.5 + 1.6 * x
      return random.nextUnit() < 1 / (1 + Math.exp(-logit)) ? 'Won' : 'Lost'
    })
    const table = tableOf(['interest', 'stage'], [Array.from(interest, (x) => x.toFixed(3)), won])
    expect(trainModel({ table, label: 'stage' }).verdict).toEqual({ code: 'FAILS_FORWARD', used: false })
    expect(trainModel({ table, label: 'stage', fileOrder: 'ignore' }).validation.how).toBe('hash-folds')
  })

  test('a file sorted by outcome is not taken for one in order of time', () => {
    const { table } = syntheticHistory({ rows: 1500, seed: 43 })
    const order = [...columnOf(table, 'stage')!.keys()].sort((a, b) =>
      columnOf(table, 'stage')![a]! < columnOf(table, 'stage')![b]! ? -1 : 1,
    )
    const sorted = tableOf(
      table.columns,
      table.values.map((texts) => order.map((row) => texts[row]!)),
    )
    expect(trainModel({ table: sorted, label: 'stage', exclude: ['arrived'] }).verdict.used).toBe(true)
  })

  test('old rows count less', () => {
    const { table } = syntheticHistory({ rows: 6000, seed: 42, openShare: 0 })
    const model = trainModel({ table, label: 'stage', time: 'arrived', halfLifeDays: 30 })
    expect(model.time).toEqual({ column: 'arrived', halfLifeDays: 30 })
    const flat = trainModel({ table, label: 'stage', exclude: ['arrived'] })
    expect(model.interceptMicro).not.toBe(flat.interceptMicro)
  })
})
