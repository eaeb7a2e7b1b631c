import type { Result } from '../model/result.ts'
import { parseDays } from './week-days.ts'

/** A shift on one weekday. `toMinute` may exceed 1440: an overnight shift belongs to the day it starts on. */
export interface Shift {
  /** ISO weekday, 1 = Monday … 7 = Sunday. */
  readonly weekday: number
  readonly fromMinute: number
  readonly toMinute: number
}

/** Shifts of a week, sorted by weekday and start, overlaps of one day merged. */
export type WeeklyHours = readonly Shift[]

export interface WorkingHoursProblem {
  readonly code: 'NO_DAYS' | 'NO_TIMES' | 'BAD_TIME' | 'EMPTY_SHIFT'
  /** The part that could not be read. */
  readonly text: string
}

const wide: Readonly<Record<string, string>> = {
  '：': ':',
  '，': ',',
  '、': ',',
  '；': ';',
  '～': '-',
  '~': '-',
  '–': '-',
  '—': '-',
  '－': '-',
  至: '-',
  到: '-',
}

const allDay = /^(24\/7|24x7|always|全天|全天候|7\*24)$/i

function parseTime(text: string): number | null {
  const match = /^(\d{1,2})(?::(\d{2}))?$/.exec(text)
  if (!match) return null
  const hour = Number(match[1])
  const minute = Number(match[2] ?? '0')
  if (hour > 24 || minute > 59 || (hour === 24 && minute > 0)) return null
  return hour * 60 + minute
}

/** Merges shifts of one weekday that touch or overlap, and sorts the week. */
function tidy(shifts: readonly Shift[]): WeeklyHours {
  const sorted = [...shifts].sort(
    (a, b) => a.weekday - b.weekday || a.fromMinute - b.fromMinute || a.toMinute - b.toMinute,
  )
  const merged: Shift[] = []
  for (const shift of sorted) {
    const last = merged.at(-1)
    if (last && last.weekday === shift.weekday && shift.fromMinute <= last.toMinute) {
      merged[merged.length - 1] = { ...last, toMinute: Math.max(last.toMinute, shift.toMinute) }
    } else merged.push(shift)
  }
  return merged
}

/**
 * Reads `Mon-Fri 09:00-12:00,13:30-18:00; Sat 10:00-14:00`, `周一至周五 9:00-18:00`, `每天 22:00-06:00`, `24/7`.
 * Without days a time span holds Monday to Friday. An end at or before the start is the next day's.
 */
export function parseWorkingHours(text: string): Result<WeeklyHours, WorkingHoursProblem> {
  const plain = [...text]
    .map((char) => wide[char] ?? char)
    .join('')
    // `Mon-Fri 09:00-18:00, Sat 10:00-14:00`: a comma before new days starts a new part.
    .replaceAll(/(\d)\s*,\s*(?=[^\d\s,;])/g, '$1;')
    .replaceAll(/\s*-\s*/g, '-')
  const shifts: Shift[] = []
  for (const part of plain.split(';').map((p) => p.trim())) {
    if (part === '') continue
    if (allDay.test(part)) {
      for (let weekday = 1; weekday <= 7; weekday++) shifts.push({ weekday, fromMinute: 0, toMinute: 1440 })
      continue
    }
    const firstDigit = part.search(/\d/)
    const daysText = (firstDigit < 0 ? part : part.slice(0, firstDigit)).trim().replace(/[:,]$/, '')
    const timesText = firstDigit < 0 ? '' : part.slice(firstDigit).replaceAll(/\s*,\s*|\s+/g, ',')
    const days = daysText === '' ? [1, 2, 3, 4, 5] : parseDays(daysText)
    if (!days) return { ok: false, error: { code: 'NO_DAYS', text: daysText } }
    if (timesText === '') return { ok: false, error: { code: 'NO_TIMES', text: part } }
    for (const span of timesText.split(',')) {
      const [from, to, ...rest] = span.split('-').map(parseTime)
      if (from == null || to == null || rest.length > 0 || from === 1440) {
        return { ok: false, error: { code: 'BAD_TIME', text: span } }
      }
      if (from === to) return { ok: false, error: { code: 'EMPTY_SHIFT', text: span } }
      for (const weekday of days) {
        shifts.push({ weekday, fromMinute: from, toMinute: to > from ? to : to + 1440 })
      }
    }
  }
  if (shifts.length === 0) return { ok: false, error: { code: 'NO_TIMES', text } }
  return { ok: true, value: tidy(shifts) }
}
