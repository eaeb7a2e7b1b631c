import { describe, expect, it } from 'vitest'
import { withCsvNames } from './csv-names.ts'

describe('a rep in the column names of reps.csv', () => {
  it('counts items instead of points where a capacity is given, and both where both are', () => {
    expect(withCsvNames({ capacity: 5 })).toEqual({
      gauges: [
        { name: 'load_index', threshold: 10_000_000, action: 'pause' },
        { name: 'open_items', threshold: 5, action: 'pause' },
      ],
    })
    expect(
      withCsvNames<{ capacity: number; capacityPoints: number; gauges?: never }>({
        capacity: 5,
        capacityPoints: 7.5,
      }).gauges?.[0],
    ).toMatchObject({ threshold: 750 })
  })

  it('lets the names of the API win, and leaves alone what was not said', () => {
    expect(withCsvNames({ regions: ['浙江'], territories: ['江苏'] })).toEqual({ territories: ['江苏'] })
    expect(withCsvNames({ dailyMax: 3, limits: { weeklyMax: 9 } })).toEqual({
      limits: { dailyMax: 3, weeklyMax: 9 },
    })
    expect(withCsvNames({})).toEqual({})
  })
})
