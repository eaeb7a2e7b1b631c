import { describe, expect, it } from 'vitest'
import type { Group } from './condition.ts'
import { toWhere } from './to-where.ts'

const fields = { known: ['region', 'amount', 'tier'], money: ['amount'] }

describe('what the server is asked', () => {
  it('keeps groups, drops what is half written or unknown, and counts money in whole units', () => {
    const filter: Group = {
      match: 'all',
      items: [
        { field: 'region', operator: 'is', values: [' 江苏 ', ''] },
        { field: 'tier', operator: 'is', values: [] },
        { field: 'gone', operator: 'is', values: ['x'] },
        {
          match: 'any',
          items: [
            { field: 'amount', operator: 'atLeast', values: ['50000050'] },
            { field: 'tier', operator: 'empty', values: [] },
          ],
        },
      ],
    }
    expect(toWhere(filter, fields)).toBe(
      '{"all":[["region","is","江苏"],{"any":[["amount","atLeast","500000.5"],["tier","empty"]]}]}',
    )
  })

  it('is nothing where nothing is asked', () => {
    expect(toWhere({ match: 'any', items: [{ match: 'all', items: [] }] }, fields)).toBeUndefined()
  })
})
