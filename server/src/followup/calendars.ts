import {
  type ClockCalendar,
  dutySpans,
  type FollowupSettings,
  followupSettings,
  mergeSpans,
  type SlaFigures,
  type TimeSpan,
} from '@peineng/engine'
import type { TenantContext } from '../assignment/index.ts'
import type { TenantReader } from '../platform/database/index.ts'

const dayMs = 86_400_000

/** Everything a clock is computed with, for one company at one revision of roster and policy. */
export interface Calendars {
  readonly figures: SlaFigures
  readonly settings: FollowupSettings
  readonly timeZone: string
  /** null = they left: nothing runs for them any more. */
  calendarOf(repId: string): ClockCalendar | null
}

/** Times the service was down that any clock now running may have run over. */
export async function readOutages(db: TenantReader, now: number): Promise<TimeSpan[]> {
  const rows = await db.query<{ from: Date; to: Date }>(
    'select from_at as "from", to_at as "to" from service_outage where to_at > $1 order by from_at',
    [new Date(now - 120 * dayMs)],
    'followup_outages',
  )
  return rows.map((row) => ({ from: row.from.getTime(), to: row.to.getTime() }))
}

/** Roster spans by team and week, for as long as roster and policy stand: they hang on nothing else. */
const rosterWeeks = new WeakMap<TenantContext, Map<string, readonly TimeSpan[]>>()

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
  const calendars = new Map<string, ClockCalendar>()
  return {
    figures: { sla: policy.sla, settings },
    settings,
    timeZone: context.timeZone,
    calendarOf(repId) {
      const known = calendars.get(repId)
      if (known !== undefined) return known
      const one = working.get(repId)
      if (one === undefined) return null
      const team = context.repById.get(repId)?.teamPath[0] ?? ''
      const calendar: ClockCalendar = {
        schedule: one.schedule,
        workingDays: settings.workingDays,
        outages,
        roster: (from, to) => rosterSpans(team, from, to),
      }
      calendars.set(repId, calendar)
      return calendar
    },
  }
}
