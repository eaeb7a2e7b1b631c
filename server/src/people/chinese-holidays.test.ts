import { describe, expect, it } from 'vitest'
import { chineseHolidays } from './chinese-holidays.ts'

describe('public holidays as announced', () => {
  it('has the National Day week of 2026 and the weekends worked for it', () => {
    const days = new Map(chineseHolidays(2026)?.map((day) => [day.day, day]))
    for (const day of ['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'])
      expect(days.get(day), day).toMatchObject({ kind: 'off', name: '国庆节' })
    expect(days.get('2026-10-10')).toMatchObject({ kind: 'work', name: '国庆节调休' })
    expect(days.get('2026-11-21'), 'an ordinary Saturday').toBeUndefined()
    expect(days.get('2026-11-23'), 'an ordinary Monday').toBeUndefined()
  })
  it('says that it does not know a year instead of calling it ordinary', () => {
    expect(chineseHolidays(2040)).toBeNull()
  })
})
