import { dateKey, dutySpans } from '../calendar/index.ts'
import { type Counting, countBetween, countForward, countsAgainAt } from './counting.ts'
import { nextReminder } from './reminders.ts'
import type { FollowupSettings } from './settings.ts'
import {
  calendarDeadline,
  isWorkingDay,
  localMidnightOf,
  type WorkCalendar,
  workingDaySpans,
} from './working-days.ts'

const hourMs = 3_600_000
const minuteMs = 60_000

export const clockKinds = ['first_response', 'reminder', 'recall', 'progress'] as const
export type ClockKind = (typeof clockKinds)[number]

/** What the clocks of an owned item are computed from. Times are epoch ms; contacts and progress count from this owner on. */
export interface ClockSubject {
  /** A key of the policy's `sla` group. */
  readonly slaClass: string
  readonly ownedSince: number
  /** First time this owner reached the customer; null = not yet. */
  readonly followedAt: number | null
  /** Last thing the policy calls progress; null = none with this owner. */
  readonly progressedAt: number | null
  /** Minutes to the first response instead of the class's, after a transfer for relief (E10). */
  readonly firstResponseMinutes?: number
}

export interface ClockCalendar extends WorkCalendar {
  /** When somebody of the duty roster works: what a first response counts in. */
  readonly roster: Counting
}

/** One running clock: since when, until when, and when it has to be looked at next. */
export interface Clock {
  readonly kind: ClockKind
  readonly startedAt: number
  /** null = it does not count again within a year (leave without end). */
  readonly deadlineAt: number | null
  /** When somebody is warned before; null = nobody is. */
  readonly warnAt: number | null
  /** What was allowed: ms counted, or days. */
  readonly allowed: { readonly ms: number } | { readonly days: number }
}

export interface SlaFigures {
  readonly sla: Readonly<Record<string, { readonly firstResponseMinutes: number }>>
  readonly settings: FollowupSettings
}

const firstResponseCounting = ({ settings }: SlaFigures, calendar: ClockCalendar): Counting => {
  if (settings.firstResponseHours === 'always') return (from, to) => [{ from, to }]
  if (settings.firstResponseHours === 'owner') return (from, to) => dutySpans(calendar.schedule, from, to)
  return calendar.roster
}

const recallCounting =
  (calendar: ClockCalendar): Counting =>
  (from, to) =>
    workingDaySpans(calendar, from, to)

/**
 * The clocks that run for an owned item (Decision 3), each counting its own way. A clock that was met is not among them:
 * first response, reminders and recall end with the first follow-up of this owner; the wait for progress starts again
 * with each progress. All start over with a new owner (Decision 12).
 */
export function runningClocks(
  figures: SlaFigures,
  subject: ClockSubject,
  calendar: ClockCalendar,
): readonly Clock[] {
  const { settings } = figures
  const own = settings.classes[subject.slaClass] ?? {}
  const clocks: Clock[] = []
  if (subject.followedAt === null) {
    const startedAt = subject.ownedSince
    const minutes = subject.firstResponseMinutes ?? figures.sla[subject.slaClass]?.firstResponseMinutes
    if (minutes !== undefined)
      clocks.push({
        kind: 'first_response',
        startedAt,
        deadlineAt: countForward(firstResponseCounting(figures, calendar), startedAt, minutes * minuteMs),
        warnAt: null,
        allowed: { ms: minutes * minuteMs },
      })
    clocks.push({
      kind: 'reminder',
      startedAt,
      deadlineAt: nextReminder(settings, subject.slaClass, calendar.schedule, startedAt, startedAt),
      warnAt: null,
      allowed: { ms: (own.remindAfterMinutes ?? settings.reminders.afterMinutes)[0]! * minuteMs },
    })
    if (settings.recall.enabled) {
      const ms = (own.recallHours ?? settings.recall.hours) * hourMs
      const counting = recallCounting(calendar)
      const warnMs = Math.max(0, ms - settings.recall.warnHours * hourMs)
      clocks.push({
        kind: 'recall',
        startedAt,
        deadlineAt: countForward(counting, startedAt, ms),
        warnAt: settings.recall.warnHours === 0 ? null : countForward(counting, startedAt, warnMs),
        allowed: { ms },
      })
    }
  }
  const since = Math.max(subject.ownedSince, subject.progressedAt ?? subject.ownedSince)
  const days = own.progressDays ?? settings.progress.days
  clocks.push({
    kind: 'progress',
    startedAt: since,
    deadlineAt: calendarDeadline(calendar, since, days),
    warnAt: null,
    allowed: { days },
  })
  return clocks
}

export type PauseCause = 'leave' | 'holiday' | 'non_working_day' | 'off_hours' | 'outage'

/** A clock at an instant, as people are shown it. */
export interface ClockReading {
  readonly kind: ClockKind
  readonly startedAt: number
  readonly deadlineAt: number | null
  readonly allowed: Clock['allowed']
  readonly state: 'running' | 'paused' | 'overdue'
  /** Time that still counts until the deadline, negative once it is over; null = no deadline. */
  readonly leftMs: number | null
  readonly pause: { readonly cause: PauseCause; readonly until: number | null } | null
}

/** Reads a clock at an instant: how much is left, in its own way of counting, and whether and why it stands still. */
export function readClock(
  figures: SlaFigures,
  clock: Clock,
  calendar: ClockCalendar,
  now: number,
): ClockReading {
  const { kind, startedAt, deadlineAt, allowed } = clock
  const base = { kind, startedAt, deadlineAt, allowed }
  if (deadlineAt !== null && now >= deadlineAt)
    return { ...base, state: 'overdue', leftMs: deadlineAt - now, pause: null }
  const counting =
    kind === 'first_response'
      ? firstResponseCounting(figures, calendar)
      : kind === 'recall'
        ? recallCounting(calendar)
        : null
  // Calendar days and reminders run whatever day it is.
  if (counting === null)
    return { ...base, state: 'running', leftMs: deadlineAt === null ? null : deadlineAt - now, pause: null }
  const leftMs = deadlineAt === null ? null : countBetween(counting, now, deadlineAt)
  if (counting(now, now + 1).length > 0) return { ...base, state: 'running', leftMs, pause: null }
  const pause = { cause: pauseCause(kind, calendar, now), until: countsAgainAt(counting, now) }
  return { ...base, state: 'paused', leftMs, pause }
}

function pauseCause(kind: ClockKind, calendar: ClockCalendar, now: number): PauseCause {
  const { schedule, outages = [] } = calendar
  if (schedule.leaves?.some((leave) => leave.from <= now && now < leave.to) === true) return 'leave'
  const midnight = localMidnightOf(now, schedule.timeZone)
  if (!isWorkingDay(calendar, midnight))
    return schedule.holidays?.days[dateKey(midnight)] === 'off' ? 'holiday' : 'non_working_day'
  if (kind === 'recall' && outages.some((span) => span.from <= now && now < span.to)) return 'outage'
  return 'off_hours'
}
