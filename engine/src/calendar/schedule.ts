import type { WeeklyHours } from './working-hours.ts'

/** Half-open span of time, epoch ms. */
export interface TimeSpan {
  readonly from: number
  readonly to: number
}

/**
 * Official days that differ from the week: `off` is a public holiday, `work` a make-up day (调休). An editable table
 * handed in by the caller; years not confirmed yet are named, so a board can say so.
 */
export interface HolidayCalendar {
  /** Key `2026-10-01`. */
  readonly days: Readonly<Record<string, 'off' | 'work'>>
  readonly confirmedYears: readonly number[]
}

/** When somebody works. */
export interface Schedule {
  /** IANA zone of the person. */
  readonly timeZone: string
  /** null = always on duty; then holidays do not apply either. */
  readonly hours: WeeklyHours | null
  readonly holidays?: HolidayCalendar
  readonly leaves?: readonly TimeSpan[]
  /** Rostered duty besides the week (a weekend shift, an evening on call). */
  readonly extraDuty?: readonly TimeSpan[]
}

/** False where the date table does not know the year yet ("calendar not confirmed"). */
export function isYearConfirmed(calendar: HolidayCalendar, year: number): boolean {
  return calendar.confirmedYears.includes(year)
}
