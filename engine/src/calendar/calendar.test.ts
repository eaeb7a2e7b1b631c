import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addWorkingMs,
  availabilityAt,
  dutySpans,
  type HolidayCalendar,
  instantOf,
  isTimeZone,
  localTime,
  nextOnDutyAt,
  parseWorkingHours,
  periodEnd,
  periodStart,
  type Schedule,
  type WeeklyHours,
  workingMsBetween,
  zoneOffset,
} from './index.ts'

const at = (iso: string) => Date.parse(iso)
const iso = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString())
const hours = (text: string): WeeklyHours => {
  const parsed = parseWorkingHours(text)
  if (!parsed.ok) throw new Error(`${parsed.error.code} ${parsed.error.text}`)
  return parsed.value
}
const shanghai = (text: string, more: Partial<Schedule> = {}): Schedule => ({
  timeZone: 'Asia/Shanghai',
  hours: hours(text),
  ...more,
})
const nineToSix = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, fromMinute: 540, toMinute: 1080 }))

describe('working hours', () => {
  it.each([
    'Mon-Fri 09:00-18:00',
    '周一-周五 9:00-18:00',
    '周一至周五 09：00～18：00',
    '工作日 9:00 - 18:00',
    '9-18',
  ])('reads %s', (text) => expect(hours(text)).toEqual(nineToSix))
  it('reads lists of spans and of days', () => {
    expect(hours('Mon,Wed 09:00-12:00,13:30-18:00; Sat 10:00-14:00')).toHaveLength(5)
    expect(hours('Mon-Fri 09:00-18:00, Sat 10:00-14:00')).toEqual([
      ...nineToSix,
      { weekday: 6, fromMinute: 600, toMinute: 840 },
    ])
    expect(hours('Mon 09:00-12:00 13:00-18:00')).toHaveLength(2)
  })
  it('reads days over the end of the week and overnight shifts', () => {
    expect(hours('Sat-Mon 22:00-06:00')).toEqual(
      [1, 6, 7].map((weekday) => ({ weekday, fromMinute: 1320, toMinute: 1800 })),
    )
    expect(hours('24/7')).toHaveLength(7)
    expect(hours('每天 00:00-24:00')).toEqual(hours('24/7'))
  })
  it('merges overlapping spans of one day', () => {
    expect(hours('Mon 09:00-12:00,11:00-13:00')).toEqual([{ weekday: 1, fromMinute: 540, toMinute: 780 }])
  })
  it.each([
    ['', 'NO_TIMES'],
    ['Mon-Fri', 'NO_TIMES'],
    ['Foo 09:00-18:00', 'NO_DAYS'],
    ['Mon 25:00-26:00', 'BAD_TIME'],
    ['Mon 09:00', 'BAD_TIME'],
    ['Mon 09:00-09:00', 'EMPTY_SHIFT'],
  ])('says what is wrong with %j', (text, code) => {
    expect(parseWorkingHours(text)).toMatchObject({ ok: false, error: { code } })
  })
})

describe('availability', () => {
  const week = shanghai('Mon-Fri 09:00-18:00')
  it('is on duty from the first minute to before the last', () => {
    expect(availabilityAt(week, at('2026-11-23T09:00:00+08:00')).availability).toBe('on_duty')
    expect(availabilityAt(week, at('2026-11-23T17:59:59.999+08:00')).availability).toBe('on_duty')
    expect(availabilityAt(week, at('2026-11-23T18:00:00+08:00')).availability).toBe('off_duty')
  })
  it('says when duty starts again, over the weekend', () => {
    const duty = availabilityAt(week, at('2026-11-27T20:00:00+08:00'))
    expect(duty.availability).toBe('off_duty')
    expect(iso(duty.availableAt ?? null)).toBe(iso(at('2026-11-30T09:00:00+08:00')))
  })
  it('keeps an overnight shift on duty after midnight', () => {
    const night = shanghai('Fri 22:00-06:00')
    expect(availabilityAt(night, at('2026-11-28T05:59:00+08:00')).availability).toBe('on_duty')
    expect(availabilityAt(night, at('2026-11-28T06:00:00+08:00')).availability).toBe('off_duty')
  })
  it('tells leave from being off duty and returns after it', () => {
    const away = { from: at('2026-11-23T00:00:00+08:00'), to: at('2026-11-25T00:00:00+08:00') }
    const duty = availabilityAt({ ...week, leaves: [away] }, at('2026-11-23T10:00:00+08:00'))
    expect(duty).toEqual({ availability: 'on_leave', availableAt: at('2026-11-25T09:00:00+08:00') })
  })
  it('knows public holidays and make-up days', () => {
    const holidays: HolidayCalendar = {
      days: { '2026-10-01': 'off', '2026-10-02': 'off', '2026-10-10': 'work' },
      confirmedYears: [2026],
    }
    const withHolidays = { ...week, holidays }
    expect(availabilityAt(withHolidays, at('2026-10-01T10:00:00+08:00')).availability).toBe('off_duty')
    // A Saturday made a working day has the hours of the first working weekday.
    expect(availabilityAt(withHolidays, at('2026-10-10T10:00:00+08:00')).availability).toBe('on_duty')
    expect(availabilityAt(week, at('2026-10-10T10:00:00+08:00')).availability).toBe('off_duty')
  })
  it('counts rostered extra duty, but not during leave', () => {
    const evening = { from: at('2026-11-23T19:00:00+08:00'), to: at('2026-11-23T21:00:00+08:00') }
    expect(availabilityAt({ ...week, extraDuty: [evening] }, evening.from).availability).toBe('on_duty')
    const both = { ...week, extraDuty: [evening], leaves: [evening] }
    expect(availabilityAt(both, evening.from).availability).toBe('on_leave')
  })
  it('is always on duty without hours, and never where nothing comes within the horizon', () => {
    expect(availabilityAt({ timeZone: 'UTC', hours: null }, 0)).toEqual({ availability: 'on_duty' })
    expect(nextOnDutyAt({ timeZone: 'UTC', hours: [] }, 0)).toBeNull()
    expect(availabilityAt({ timeZone: 'UTC', hours: [] }, 0)).toEqual({ availability: 'off_duty' })
  })
  it('finds the next duty behind a leave of seven weeks', () => {
    const leaves = [{ from: at('2026-11-23T00:00:00+08:00'), to: at('2027-01-11T00:00:00+08:00') }]
    expect(iso(nextOnDutyAt({ ...week, leaves }, at('2026-11-23T10:00:00+08:00')))).toBe(
      iso(at('2027-01-11T09:00:00+08:00')),
    )
  })
})

describe('time zones and changes of the clocks', () => {
  it('keeps nine o’clock nine o’clock on both sides of a change', () => {
    const berlin: Schedule = { timeZone: 'Europe/Berlin', hours: hours('daily 09:00-10:00') }
    const spans = dutySpans(berlin, at('2026-03-28T00:00:00Z'), at('2026-03-30T00:00:00Z'))
    expect(spans.map((s) => iso(s.from))).toEqual(['2026-03-28T08:00:00.000Z', '2026-03-29T07:00:00.000Z'])
  })
  it('counts 23 and 25 hours on the days of change', () => {
    const dayHours = (day: string) =>
      (periodEnd('day', at(day), 'Europe/Berlin') - periodStart('day', at(day), 'Europe/Berlin')) / 3_600_000
    expect(dayHours('2026-03-29T12:00:00Z')).toBe(23)
    expect(dayHours('2026-10-25T12:00:00Z')).toBe(25)
    expect(dayHours('2026-11-23T12:00:00Z')).toBe(24)
  })
  it('starts the day at the first instant there is where midnight is skipped', () => {
    expect(iso(periodStart('day', at('2023-04-28T12:00:00Z'), 'Africa/Cairo'))).toBe(
      '2023-04-27T22:00:00.000Z',
    )
  })
  it('starts weeks on Monday and months on the first, in the zone', () => {
    const sunday = at('2026-11-22T23:30:00+08:00')
    expect(iso(periodStart('week', sunday, 'Asia/Shanghai'))).toBe(iso(at('2026-11-16T00:00:00+08:00')))
    expect(iso(periodEnd('week', sunday, 'Asia/Shanghai'))).toBe(iso(at('2026-11-23T00:00:00+08:00')))
    expect(iso(periodStart('month', at('2026-12-01T00:30:00+08:00'), 'Asia/Shanghai'))).toBe(
      iso(at('2026-12-01T00:00:00+08:00')),
    )
    expect(iso(periodEnd('month', at('2026-12-15T00:00:00Z'), 'UTC'))).toBe('2027-01-01T00:00:00.000Z')
  })
  it('knows which zones exist', () => {
    expect(isTimeZone('Asia/Shanghai')).toBe(true)
    expect(isTimeZone('Mars/Olympus')).toBe(false)
  })
  it('goes from an instant to the wall clock and back', () => {
    const zones = [
      'Asia/Shanghai',
      'Europe/Berlin',
      'America/New_York',
      'Asia/Kathmandu',
      'Australia/Lord_Howe',
      'UTC',
    ]
    fc.assert(
      fc.property(
        fc.integer({ min: at('1995-01-01T00:00:00Z'), max: at('2035-01-01T00:00:00Z') }),
        fc.constantFrom(...zones),
        (ms, zone) => {
          const back = instantOf(localTime(ms, zone).localMs, zone)
          // A wall-clock time that happens twice gives the earlier instant, at most an hour before.
          expect(ms - back).toBeGreaterThanOrEqual(0)
          expect(ms - back).toBeLessThanOrEqual(3_600_000)
          if (zoneOffset(ms - 7_200_000, zone) === zoneOffset(ms, zone)) expect(back).toBe(ms)
        },
      ),
    )
  })
})

describe('working time', () => {
  it('carries an evening deadline into the next working morning', () => {
    const week = shanghai('Mon-Fri 09:00-18:00')
    expect(iso(addWorkingMs(week, at('2026-11-27T17:00:00+08:00'), 2 * 3_600_000))).toBe(
      iso(at('2026-11-30T10:00:00+08:00')),
    )
  })
  it('adds exactly what it measures', () => {
    const week = shanghai('Mon-Fri 09:00-12:00,13:30-18:00; Sat 22:00-02:00')
    fc.assert(
      fc.property(
        fc.integer({ min: at('2026-01-01T00:00:00Z'), max: at('2026-12-31T00:00:00Z') }),
        fc.integer({ min: 1, max: 100 * 3_600_000 }),
        (from, durationMs) => {
          const end = addWorkingMs(week, from, durationMs)
          expect(end).not.toBeNull()
          expect(workingMsBetween(week, from, end ?? 0)).toBe(durationMs)
        },
      ),
      { numRuns: 40 },
    )
  })
})
