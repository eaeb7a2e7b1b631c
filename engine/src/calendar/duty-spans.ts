import type { Schedule, TimeSpan } from './schedule.ts'
import { dateKey, instantOf, localTime } from './time-zone.ts'
import type { Shift, WeeklyHours } from './working-hours.ts'

const dayMs = 86_400_000
const minuteMs = 60_000

/** Shifts that start on a date: none on a holiday; a make-up day without shifts of its own works like the first working day of the week. */
function shiftsOn(hours: WeeklyHours, weekday: number, rule: 'off' | 'work' | undefined): readonly Shift[] {
  if (rule === 'off') return []
  const own = hours.filter((shift) => shift.weekday === weekday)
  if (rule !== 'work' || own.length > 0) return own
  const first = hours[0]
  return first ? hours.filter((shift) => shift.weekday === first.weekday) : []
}

/** Sorted, overlaps merged, empty spans dropped. */
export function mergeSpans(spans: readonly TimeSpan[]): readonly TimeSpan[] {
  const merged: TimeSpan[] = []
  for (const span of [...spans].sort((a, b) => a.from - b.from || a.to - b.to)) {
    if (span.to <= span.from) continue
    const last = merged.at(-1)
    if (last && span.from <= last.to)
      merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, span.to) }
    else merged.push(span)
  }
  return merged
}

/** `spans` without what `holes` covers; both sorted and merged. */
function subtract(spans: readonly TimeSpan[], holes: readonly TimeSpan[]): readonly TimeSpan[] {
  const left: TimeSpan[] = []
  for (const span of spans) {
    let from = span.from
    for (const hole of holes) {
      if (hole.to <= from || hole.from >= span.to) continue
      if (hole.from > from) left.push({ from, to: hole.from })
      from = Math.max(from, hole.to)
    }
    if (from < span.to) left.push({ from, to: span.to })
  }
  return left
}

/** Duty spans cut to [from, to): weekly shifts on the zone's wall clock, holidays and make-up days, extra duty, minus leave. */
export function dutySpans(schedule: Schedule, from: number, to: number): readonly TimeSpan[] {
  if (to <= from) return []
  const spans: TimeSpan[] = [...(schedule.extraDuty ?? [])]
  if (schedule.hours === null) spans.push({ from, to })
  else {
    const zone = schedule.timeZone
    const first = localTime(from, zone)
    // One day earlier, because an overnight shift belongs to the day it starts on.
    let midnight = Date.UTC(first.year, first.month - 1, first.day) - dayMs
    let weekday = first.weekday === 1 ? 7 : first.weekday - 1
    for (; instantOf(midnight, zone) < to; midnight += dayMs, weekday = (weekday % 7) + 1) {
      for (const shift of shiftsOn(schedule.hours, weekday, schedule.holidays?.days[dateKey(midnight)])) {
        spans.push({
          from: instantOf(midnight + shift.fromMinute * minuteMs, zone),
          to: instantOf(midnight + shift.toMinute * minuteMs, zone),
        })
      }
    }
  }
  const cut = spans.map((span) => ({ from: Math.max(span.from, from), to: Math.min(span.to, to) }))
  return subtract(mergeSpans(cut), mergeSpans(schedule.leaves ?? []))
}
