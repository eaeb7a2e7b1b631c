import { instantOf, localTime } from './time-zone.ts'

export type CalendarPeriod = 'day' | 'week' | 'month'

const dayMs = 86_400_000

function localStart(period: CalendarPeriod, at: number, zone: string): number {
  const local = localTime(at, zone)
  const midnight = Date.UTC(local.year, local.month - 1, local.day)
  if (period === 'day') return midnight
  if (period === 'week') return midnight - (local.weekday - 1) * dayMs
  return Date.UTC(local.year, local.month - 1, 1)
}

function localEnd(period: CalendarPeriod, start: number): number {
  if (period === 'day') return start + dayMs
  if (period === 'week') return start + 7 * dayMs
  const date = new Date(start)
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1)
}

/** First instant (epoch ms) of the day, week (from Monday) or month that holds `at` in the zone. */
export function periodStart(period: CalendarPeriod, at: number, zone: string): number {
  return instantOf(localStart(period, at, zone), zone)
}

/** First instant of the next day, week or month: the end of this one, exclusive. */
export function periodEnd(period: CalendarPeriod, at: number, zone: string): number {
  return instantOf(localEnd(period, localStart(period, at, zone)), zone)
}
