import {
  type Clock,
  type ClockCalendar,
  type ClockSubject,
  dutySpans,
  type FollowupSettings,
  followupSettings,
  mergeSpans,
  runningClocks,
  type SlaFigures,
  type TimeSpan,
} from '@peineng/engine'
import type { TenantContext } from '../assignment/index.ts'
import type { TenantReader } from '../platform/database/index.ts'
import { readOutages } from '../platform/jobs/service-beat.ts'

const dayMs = 86_400_000

/** Everything a clock is computed with, for one company at one revision of roster and policy. */
export interface Calendars {
  readonly figures: SlaFigures
  readonly settings: FollowupSettings
  readonly timeZone: string
  /** null = they left: nothing runs for them any more. The same object for all whose days and hours are the same. */
  calendarOf(repId: string): ClockCalendar | null
  /** The clocks of a subject; computed once for all of one calendar that count from the same moments. */
  runningClocks(subject: ClockSubject, calendar: ClockCalendar): readonly Clock[]
}

/** Times the service was down that any clock now running may have run over. */
export const outagesFor = (db: TenantReader, now: number): Promise<TimeSpan[]> =>
  readOutages(db, now - 120 * dayMs)

/** Roster spans by team and week, for as long as roster and policy stand: they hang on nothing else. */
const rosterWeeks = new WeakMap<TenantContext, Map<string, readonly TimeSpan[]>>()

/** Whose days and hours are the same, by rep; as long as the roster stands. */
const sameHours = new WeakMap<TenantContext, ReadonlyMap<string, string>>()

/** A key by rep that is the same for all of a team who keep the same hours: most of a team do. */
function hoursOf(context: TenantContext): ReadonlyMap<string, string> {
  const known = sameHours.get(context)
  if (known !== undefined) return known
  const holidayTables = new Map<unknown, number>()
  const keys = new Map<string, string>()
  for (const { repId, schedule } of context.working) {
    const { holidays, ...own } = schedule
    // The table of a year is long and one for the company: told apart by identity.
    if (!holidayTables.has(holidays)) holidayTables.set(holidays, holidayTables.size)
    const team = context.repById.get(repId)?.teamPath[0] ?? ''
    keys.set(repId, JSON.stringify([team, holidayTables.get(holidays), own]))
  }
  sameHours.set(context, keys)
  return keys
}

/**
 * Calendars of a company's people. The duty roster of somebody is their own team: when one of them works, somebody can
 * answer. Its spans are computed once per team and week, because many clocks of one team start in the same week.
 */
export function calendarsOf(context: TenantContext, outages: readonly TimeSpan[]): Calendars {
  const { policy } = context.policy
  const settings = followupSettings(policy)
  const working = new Map(context.working.map((one) => [one.repId, one]))
  const teams = new Map<string, string[]>()
  for (const rep of context.roster.reps) {
    const team = rep.teamPath[0] ?? ''
    teams.set(team, [...(teams.get(team) ?? []), rep.id])
  }
  const weeks = rosterWeeks.get(context) ?? new Map<string, readonly TimeSpan[]>()
  rosterWeeks.set(context, weeks)
  const rosterSpans = (team: string, from: number, to: number): readonly TimeSpan[] => {
    const spans: TimeSpan[] = []
    const length = 7 * dayMs
    for (let start = Math.floor(from / length) * length; start < to; start += length) {
      const key = `${team} ${start}`
      let week = weeks.get(key)
      if (week === undefined) {
        const duties = (teams.get(team) ?? []).flatMap((repId) => {
          const one = working.get(repId)
          return one?.status === 'active' ? dutySpans(one.schedule, start, start + length) : []
        })
        week = mergeSpans(duties)
        weeks.set(key, week)
      }
      for (const span of week)
        if (span.to > from && span.from < to)
          spans.push({ from: Math.max(span.from, from), to: Math.min(span.to, to) })
    }
    return mergeSpans(spans)
  }
  const figures = { sla: policy.sla, settings }
  const hours = hoursOf(context)
  const calendars = new Map<string, ClockCalendar>()
  const clocks = new Map<ClockCalendar, Map<string, readonly Clock[]>>()
  return {
    figures,
    settings,
    timeZone: context.timeZone,
    calendarOf(repId) {
      const one = working.get(repId)
      if (one === undefined) return null
      const key = hours.get(repId) ?? repId
      const known = calendars.get(key)
      if (known !== undefined) return known
      const team = context.repById.get(repId)?.teamPath[0] ?? ''
      const calendar: ClockCalendar = {
        schedule: one.schedule,
        workingDays: settings.workingDays,
        outages,
        roster: (from, to) => rosterSpans(team, from, to),
      }
      calendars.set(key, calendar)
      return calendar
    },
    runningClocks(subject, calendar) {
      const { slaClass, ownedSince, followedAt, progressedAt, firstResponseMinutes } = subject
      const key = `${ownedSince} ${followedAt} ${progressedAt} ${firstResponseMinutes} ${slaClass}`
      const own = clocks.get(calendar) ?? new Map<string, readonly Clock[]>()
      clocks.set(calendar, own)
      const running = own.get(key) ?? runningClocks(figures, subject, calendar)
      own.set(key, running)
      return running
    },
  }
}
