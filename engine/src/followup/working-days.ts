import { dateKey, instantOf, localTime, mergeSpans, type Schedule, type TimeSpan } from '../calendar/index.ts'

const dayMs = 86_400_000

/** Whose days are counted, and what does not count among them. */
export interface WorkCalendar {
  readonly schedule: Schedule
  /** ISO weekdays of somebody who keeps no hours. */
  readonly workingDays: readonly number[]
  /** Times the service was down: credited to whoever could not be warned (Decision 12). */
  readonly outages?: readonly TimeSpan[]
}

/**
 * Whether a local date is a working day: the table of holidays and make-up days first, then the person's own week. Who
 * keeps no hours is always on duty for intake, but nobody is expected to answer within "48 hours" of a spring festival.
 */
export function isWorkingDay(calendar: WorkCalendar, localMidnight: number): boolean {
  const { schedule, workingDays } = calendar
  const rule = schedule.holidays?.days[dateKey(localMidnight)]
  if (rule !== undefined) return rule === 'work'
  const weekday = ((new Date(localMidnight).getUTCDay() + 6) % 7) + 1
  return schedule.hours === null
    ? workingDays.includes(weekday)
    : schedule.hours.some((shift) => shift.weekday === weekday)
}

/** Local midnight, as if it were UTC, of the day that holds an instant. */
export function localMidnightOf(at: number, zone: string): number {
  const { year, month, day } = localTime(at, zone)
  return Date.UTC(year, month - 1, day)
}

/** What "elapsed hours with non-working days skipped" counts in [from, to): whole local working days without leave and outages. */
export function workingDaySpans(calendar: WorkCalendar, from: number, to: number): readonly TimeSpan[] {
  const zone = calendar.schedule.timeZone
  const spans: TimeSpan[] = []
  for (let midnight = localMidnightOf(from, zone); ; midnight += dayMs) {
    const start = instantOf(midnight, zone)
    if (start >= to) break
    if (!isWorkingDay(calendar, midnight)) continue
    spans.push({ from: Math.max(start, from), to: Math.min(instantOf(midnight + dayMs, zone), to) })
  }
  return without(mergeSpans(spans), [...(calendar.schedule.leaves ?? []), ...(calendar.outages ?? [])])
}

/** Spans minus holes. */
export function without(spans: readonly TimeSpan[], holes: readonly TimeSpan[]): readonly TimeSpan[] {
  if (holes.length === 0) return spans
  const merged = mergeSpans(holes)
  return spans.flatMap((span) => {
    const left: TimeSpan[] = []
    let from = span.from
    for (const hole of merged) {
      if (hole.to <= from || hole.from >= span.to) continue
      if (hole.from > from) left.push({ from, to: hole.from })
      from = hole.to
    }
    if (from < span.to) left.push({ from, to: span.to })
    return left
  })
}

/** Same wall-clock time so many days later; on a non-working day or leave, the same time of the next working day (Decision 3). */
export function calendarDeadline(calendar: WorkCalendar, from: number, days: number): number {
  const zone = calendar.schedule.timeZone
  const target = localTime(from, zone).localMs + days * dayMs
  const timeOfDay = target - Math.floor(target / dayMs) * dayMs
  const free = (midnight: number): boolean => {
    const at = instantOf(midnight + timeOfDay, zone)
    return (calendar.schedule.leaves ?? []).some((leave) => leave.from <= at && at < leave.to)
  }
  let midnight = target - timeOfDay
  // A year without a working day is a calendar nobody filled in: the deadline then stays where the count put it.
  for (let moved = 0; moved < 366; moved++, midnight += dayMs)
    if (isWorkingDay(calendar, midnight) && !free(midnight)) return instantOf(midnight + timeOfDay, zone)
  return instantOf(target, zone)
}
