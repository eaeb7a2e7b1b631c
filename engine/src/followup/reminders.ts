import { instantOf, localTime, nextOnDutyAt, type Schedule } from '../calendar/index.ts'
import type { FollowupSettings } from './settings.ts'

const minuteMs = 60_000
const hourMs = 3_600_000
const dayMs = 86_400_000

/** When each reminder would come if people worked around the clock, ms after the assignment. */
function* offsets(settings: FollowupSettings, slaClass: string): Generator<number> {
  const { afterMinutes, repeatHours, most } = settings.reminders
  const first = settings.classes[slaClass]?.remindAfterMinutes ?? afterMinutes
  let offset = 0
  for (let index = 0; ; index++) {
    if (index < first.length) offset = first[index]! * minuteMs
    else offset += index < most ? repeatHours * hourMs : dayMs
    yield offset
  }
}

/**
 * The first reminder after an instant: 1 h and 24 h after the assignment, then every so many hours up to the maximum,
 * then once a day (G5, Decision 12). Computed from the assignment, never from the last reminder, so that a server that
 * was down says each thing once and is back in step at once. One that falls into the night or leave comes when its
 * owner is on duty again; those that fall together are one. null = the owner is not on duty within two months.
 */
export function nextReminder(
  settings: FollowupSettings,
  slaClass: string,
  schedule: Schedule,
  assignedAt: number,
  after: number,
): number | null {
  let last: number | null = null
  for (const offset of offsets(settings, slaClass)) {
    const nominal = assignedAt + offset
    if (nominal <= after) {
      last = nominal
      continue
    }
    // Of those before `after` only the last can still be to come: put off by a night or leave that is not over.
    const putOff = last === null ? null : nextOnDutyAt(schedule, last)
    return putOff !== null && putOff > after ? putOff : nextOnDutyAt(schedule, nominal)
  }
  return null
}

/** The next checkpoint of a week (G3, Friday 16:00) strictly after an instant, on the owner's wall clock. */
export function nextCheckpoint(settings: FollowupSettings, zone: string, after: number): number {
  const { checkpointWeekday, checkpointMinute } = settings.deadlines
  const local = localTime(after, zone)
  const midnight = Date.UTC(local.year, local.month - 1, local.day)
  let days = (checkpointWeekday - local.weekday + 7) % 7
  for (;;) {
    const at = instantOf(midnight + days * dayMs + checkpointMinute * minuteMs, zone)
    if (at > after) return at
    days += 7
  }
}
