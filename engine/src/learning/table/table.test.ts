import { describe, expect, test } from 'vitest'
import { clean, parseDate, parseNumber } from './cell.ts'
import { readerFor } from './encode.ts'
import { inferSpec } from './infer-spec.ts'
import { readLabels } from './label.ts'

describe('cells', () => {
  test('numbers come with separators, currency and percent', () => {
    expect(['1,234.5', '¥ 1,200', '12%', '-3', '1e3', '３', '12,34', 'abc', ''].map(parseNumber)).toEqual([
      1234.5,
      1200,
      12,
      -3,
      1000,
      Number.NaN,
      Number.NaN,
      Number.NaN,
      Number.NaN,
    ])
  })

  test('dates come in Chinese, ISO, day first and month first', () => {
    const day = Date.UTC(2025, 2, 4)
    expect(['2025-03-04', '2025/3/4', '2025年3月4日', '4/3/2025'].map((text) => parseDate(text))).toEqual([
      day,
      day,
      day,
      day,
    ])
    expect(parseDate('3/4/2025', false)).toBe(day)
    expect(parseDate('2025-03-04 08:30:00')).toBe(day + 8.5 * 3_600_000)
    expect(parseDate('2025-13-04')).toBeNaN()
  })

  test('what exports write for nothing is nothing', () => {
    expect([' ', 'NULL', 'n/a', '?', '无', '　'].map(clean)).toEqual(['', '', '', '', '', ''])
    expect(clean(' Select ')).toBe('Select')
  })
})

describe('labels', () => {
  test.each([
    [
      ['Won', 'Lost', 'Engaging', ''],
      [1, 0, -1, -1],
    ],
    [
      ['yes', 'no', 'NO', 'Yes'],
      [1, 0, 0, 1],
    ],
    [
      ['1', '0', '1.0', '0'],
      [1, 0, 1, 0],
    ],
    [
      ['是', '否', '跟进中', '是'],
      [1, 0, -1, 1],
    ],
    [
      ['赢单', '输单', '赢单', ''],
      [1, 0, 1, -1],
    ],
    [
      ['signed', 'walked', 'walked', 'walked'],
      [1, 0, 0, 0],
    ],
    [
      ['赢单', '成交', '丢单', '流失'],
      [1, 1, 0, 0],
    ],
    [
      ['Won', 'In progress', 'Won', ''],
      [1, -1, 1, -1],
    ],
    [
      ['Won', 'Gone', 'Won', 'Gone'],
      [1, 0, 1, 0],
    ],
  ])('%j is read', (texts, outcomes) => {
    const labels = readLabels(texts)
    expect('problem' in labels ? labels.problem : [...labels.outcomes]).toEqual(outcomes)
  })

  test('a column of many values is refused', () => {
    expect(readLabels(['red', 'green', 'blue', 'red'])).toHaveProperty('problem')
  })
})

describe('column kinds', () => {
  const many = (text: (i: number) => string, rows = 400): string[] =>
    Array.from({ length: rows }, (_, i) => text(i))

  test('999 for "never" gets a level of its own and does not bend the line', () => {
    const { specs } = inferSpec(
      'pdays',
      many((i) => (i % 10 === 0 ? String(i % 17) : '999')),
    )
    expect(specs[0]).toMatchObject({ kind: 'number', sentinels: [999] })
    const reader = readerFor(specs[0]!)
    expect(reader.linear('999')).toBe(0)
    expect(reader.level('999')).not.toBe(reader.level('16'))
    expect(reader.level('500')).toBe(reader.level('16'))
  })

  test('identifiers, constants, empties and free text are dropped with their reason', () => {
    expect(
      inferSpec(
        'id',
        many((i) => `L-${i}`),
      ).dropped,
    ).toBe('identifier')
    expect(
      inferSpec(
        'number',
        many((i) => String(100_000 + i)),
      ).dropped,
    ).toBe('identifier')
    expect(
      inferSpec(
        'country',
        many(() => 'CN'),
      ).dropped,
    ).toBe('constant')
    expect(
      inferSpec(
        'fax',
        many(() => ''),
      ).dropped,
    ).toBe('empty')
    expect(
      inferSpec(
        'note',
        many((i) => `called the customer about ${i}`),
      ).dropped,
    ).toBe('free-text')
  })

  test('a month is a feature only where two years are there', () => {
    const dated = (days: number) =>
      inferSpec(
        'd',
        many((i) => new Date(Date.UTC(2024, 0, 1) + ((i * 7) % days) * 864e5).toISOString().slice(0, 10)),
      )
    expect(dated(300).specs.map((spec) => spec.kind === 'date' && spec.part)).toEqual(['weekday'])
    expect(dated(800).specs.map((spec) => spec.kind === 'date' && spec.part)).toEqual(['weekday', 'month'])
    expect(dated(20).dropped).toBe('date-without-pattern')
  })

  test('levels ignore case and new values fall into "other"', () => {
    const { specs } = inferSpec(
      'source',
      many((i) => ['Google', 'google ', 'Fair', 'Referral'][i % 4]!),
    )
    const reader = readerFor(specs[0]!)
    expect(reader.level('GOOGLE')).toBe(reader.level('google'))
    expect(reader.level('brand new')).toBe(1)
    expect(reader.level('')).toBe(0)
  })
})
