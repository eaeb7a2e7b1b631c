import { defaultHorizonDays } from './availability.ts'
import { dutySpans } from './duty-spans.ts'
import type { Schedule } from './schedule.ts'

const dayMs = 86_400_000
const windowMs = 7 * dayMs

/** Milliseconds on duty between two instants. */
export function workingMsBetween(schedule: Schedule, from: number, to: number): number {
  return dutySpans(schedule, from, to).reduce((sum, span) => sum + span.to - span.from, 0)
}

/** The instant at which so many milliseconds of duty have passed since `from`; null = not within the horizon. */
export function addWorkingMs(
  schedule: Schedule,
  from: number,
  durationMs: number,
  horizonDays = 6 * defaultHorizonDays,
): number | null {
  let left = durationMs
  const end = from + horizonDays * dayMs
  for (let start = from; start < end; start += windowMs) {
    for (const span of dutySpans(schedule, start, Math.min(start + windowMs, end))) {
      const length = span.to - span.from
      if (left <= length) return span.from + left
      left -= length
    }
  }
  return null
}
