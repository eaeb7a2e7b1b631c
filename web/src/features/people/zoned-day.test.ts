import { describe, expect, it } from 'vitest'
import { dayStart, leaveSpan } from './zoned-day.ts'

describe('calendar days in the organisation’s zone', () => {
  it('begin at midnight there, not at midnight of the device', () => {
    expect(dayStart('2026-11-22', 'Asia/Shanghai').toISOString()).toBe('2026-11-21T16:00:00.000Z')
    expect(dayStart('2026-07-01', 'America/New_York').toISOString()).toBe('2026-07-01T04:00:00.000Z')
  })
  it('a leave over the night clocks change is an hour longer', () => {
    const { startsAt, endsAt } = leaveSpan('2026-10-25', '2026-10-25', 'Europe/Berlin')
    expect((Date.parse(endsAt) - Date.parse(startsAt)) / 3_600_000).toBe(25)
  })
  it('one day from and to itself lasts that whole day', () => {
    expect(leaveSpan('2026-11-22', '2026-11-22', 'Asia/Shanghai')).toEqual({
      startsAt: '2026-11-21T16:00:00.000Z',
      endsAt: '2026-11-22T16:00:00.000Z',
    })
  })
})
