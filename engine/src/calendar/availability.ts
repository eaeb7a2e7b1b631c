import { dutySpans } from './duty-spans.ts'
import type { Schedule } from './schedule.ts'

const dayMs = 86_400_000

/** How far ahead the next duty is looked for: longer than any holiday or usual leave. */
export const defaultHorizonDays = 60

export interface DutyAt {
  readonly availability: 'on_duty' | 'off_duty' | 'on_leave'
  /** When not on duty: the next moment on duty (epoch ms); absent = none within the horizon. */
  readonly availableAt?: number
}

const onLeave = (schedule: Schedule, at: number): boolean =>
  schedule.leaves?.some((leave) => leave.from <= at && at < leave.to) ?? false

/** First instant at or after `at` on duty, epoch ms; null = none within the horizon. */
export function nextOnDutyAt(
  schedule: Schedule,
  at: number,
  horizonDays = defaultHorizonDays,
): number | null {
  // Doubling windows: the next duty is nearly always within two days, and leave of weeks must not cost a day each.
  for (let from = at, days = 2; from < at + horizonDays * dayMs; days *= 2) {
    const to = Math.min(from + days * dayMs, at + horizonDays * dayMs)
    const first = dutySpans(schedule, from, to)[0]
    if (first) return first.from
    from = to
  }
  return null
}

/** On duty, off duty or on leave at an instant, and until when one has to wait. */
export function availabilityAt(schedule: Schedule, at: number, horizonDays = defaultHorizonDays): DutyAt {
  if (dutySpans(schedule, at, at + 1).length > 0) return { availability: 'on_duty' }
  const availability = onLeave(schedule, at) ? 'on_leave' : 'off_duty'
  const next = nextOnDutyAt(schedule, at, horizonDays)
  return next === null ? { availability } : { availability, availableAt: next }
}
