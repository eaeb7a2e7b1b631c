import { describe, expect, it } from 'vitest'
import { readAmount } from './read-amount.ts'

describe('readAmount', () => {
  it.each([
    ['53.5万', 535_000],
    ['1.2亿', 120_000_000],
    ['1,200', 1200],
    ['¥ 1，200', 1200],
    ['535k', 535_000],
    ['2w', 20_000],
    ['３百万', 3_000_000],
    ['１２．５万', 125_000],
    ['-3', -3],
    ['1.1万', 11_000],
    ['100元', 100],
  ])('understands %s', (typed, amount) => {
    expect(readAmount(typed)).toBe(amount)
  })

  it('tells nothing typed from something unclear', () => {
    expect(readAmount('  ')).toBeNull()
    expect(readAmount('五万左右')).toBeUndefined()
    expect(readAmount('1.2.3')).toBeUndefined()
  })
})
