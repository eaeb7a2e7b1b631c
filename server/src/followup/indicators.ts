import { dutySpans, imbalanceOf, type PaceReading, periodStart, type TimeSpan } from '@peineng/engine'
import type { TenantWriter } from '../platform/database/index.ts'
import type { Caller } from '../platform/http/index.ts'
import { healthOfReps } from './health-of-reps.ts'
import {
  activityTimes,
  concurrency,
  mostWon,
  openCounts,
  reassignmentCounts,
  responseTimes,
  type TimedActivity,
} from './indicator-store.ts'
import type { FollowupServices } from './services.ts'

const dayMs = 86_400_000
const weeks = 4
const wonWithinDays = 90
/** What an activity without a duration is taken to last. */
const usualMinutes = 10

/** The three indicators of the load board (E5), and what else is counted per person (E12, E13, M5–M7). */
export interface RepIndicators {
  readonly repId: string
  readonly open: number
  /** Share of open work nobody followed up for longer than 48 h, permille. */
  readonly unfollowedPermille: number
  readonly red: number
  readonly yellow: number
  readonly green: number
  /** Mean minutes a week, over four weeks, of activities outside the person's hours. */
  readonly overtimeMinutesPerWeek: number
  /** Of that: what neither reached a customer nor moved anything on, or is doubtful as a note (无效加班). */
  readonly ineffectiveOvertimeMinutesPerWeek: number
  readonly reassignedAwayThisMonth: number
  readonly reassignedAwayLastMonth: number
  /** Contacts against what the rules ask for: ahead of it (过度提前), even, or behind. */
  readonly pace: PaceReading['pace']
  readonly overContacted: number
  readonly underContacted: number
  /** Median first response of the last 30 days, minutes; null = none was needed. */
  readonly firstResponseMinutes: number | null
}

/** What the company reads off them. */
export interface Indicators {
  readonly items: readonly RepIndicators[]
  /** The three who won most in 90 days: whether more work makes them work more, and for nothing (E12). */
  readonly topThree: {
    readonly repIds: readonly string[]
    readonly ineffectiveOvertimeMinutesPerWeek: number
    /** Of the four weeks before. */
    readonly before: number
    readonly reassignedAwayThisMonth: number
    readonly reassignedAwayLastMonth: number
  } | null
  /** Somebody contacts more than is asked while somebody else lags (E13); null = not so. */
  readonly imbalance: { readonly ahead: readonly string[]; readonly behind: readonly string[] } | null
}

export async function repIndicators(
  db: TenantWriter,
  services: FollowupServices,
  caller: Caller,
  now: number,
): Promise<Indicators> {
  const context = await services.assignment.contextOf(db, now)
  const visible = await services.people.visibleRepIds(db, caller.principal, caller.reach)
  const working = context.working.filter((one) => visible === null || visible.includes(one.repId))
  const repIds = working.map((one) => one.repId)
  const health = await healthOfReps(db, services, now, repIds)
  const open = await openCounts(db, repIds)
  const from = now - weeks * 7 * dayMs
  const before = from - weeks * 7 * dayMs
  const times = await activityTimes(db, repIds, before, now)
  const month = periodStart('month', now, context.timeZone)
  const lastMonth = periodStart('month', month - 1, context.timeZone)
  const reassigned = await reassignmentCounts(db, repIds, month, now + 1)
  const reassignedBefore = await reassignmentCounts(db, repIds, lastMonth, month)
  const responses = await responseTimes(db, repIds, now - 30 * dayMs)
  const idleBefore = new Map<string, number>()
  const items = working.map(({ repId, schedule }): RepIndicators => {
    const duty = dutySpans({ ...schedule, leaves: [] }, before, now)
    const overtime = (times.get(repId) ?? []).filter((one) => !within(duty, one.at))
    const recent = overtime.filter((one) => one.at >= from)
    idleBefore.set(repId, perWeek(overtime.filter((one) => one.at < from && !one.effective)))
    const report = health.get(repId)
    return {
      repId,
      open: open.get(repId) ?? 0,
      unfollowedPermille: report?.unfollowedPermille ?? 0,
      red: report?.red ?? 0,
      yellow: report?.yellow ?? 0,
      green: report?.green ?? 0,
      overtimeMinutesPerWeek: perWeek(recent),
      ineffectiveOvertimeMinutesPerWeek: perWeek(recent.filter((one) => !one.effective)),
      reassignedAwayThisMonth: reassigned.get(repId) ?? 0,
      reassignedAwayLastMonth: reassignedBefore.get(repId) ?? 0,
      pace: report?.pace.pace ?? null,
      overContacted: report?.pace.over ?? 0,
      underContacted: report?.pace.under ?? 0,
      firstResponseMinutes: responses.get(repId) ?? null,
    }
  })
  const top = await mostWon(db, repIds, now - wonWithinDays * dayMs, 3)
  const ofTop = items.filter((one) => top.includes(one.repId))
  const sum = (of: (one: RepIndicators) => number): number => ofTop.reduce((all, one) => all + of(one), 0)
  return {
    items,
    topThree:
      top.length === 0
        ? null
        : {
            repIds: top,
            ineffectiveOvertimeMinutesPerWeek: sum((one) => one.ineffectiveOvertimeMinutesPerWeek),
            before: sum((one) => idleBefore.get(one.repId) ?? 0),
            reassignedAwayThisMonth: sum((one) => one.reassignedAwayThisMonth),
            reassignedAwayLastMonth: sum((one) => one.reassignedAwayLastMonth),
          },
    imbalance: imbalanceOf(new Map([...health].map(([repId, { pace }]) => [repId, pace]))),
  }
}

const perWeek = (activities: readonly TimedActivity[]): number =>
  Math.round(activities.reduce((sum, one) => sum + (one.minutes ?? usualMinutes), 0) / weeks)

/** Sorted spans: binary search, because a year of activities meets a year of shifts. */
function within(spans: readonly TimeSpan[], at: number): boolean {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle]?.to ?? 0) <= at) low = middle + 1
    else high = middle
  }
  const span = spans[low]
  return span !== undefined && span.from <= at
}

export interface HeatMap {
  /** Local days, oldest first. */
  readonly days: readonly string[]
  readonly rows: readonly {
    readonly repId: string
    /** Open opportunities at the end of each day; the last day is now. */
    readonly opportunities: readonly number[]
    readonly items: readonly number[]
  }[]
}

/** 任务热力图 (E7): how much each person had open at once, day by day. */
export async function heatMap(
  db: TenantWriter,
  services: FollowupServices,
  caller: Caller,
  now: number,
  dayCount: number,
): Promise<HeatMap> {
  const context = await services.assignment.contextOf(db, now)
  const visible = await services.people.visibleRepIds(db, caller.principal, caller.reach)
  const repIds = context.roster.reps
    .map((rep) => rep.id)
    .filter((id) => visible === null || visible.includes(id))
  const ends: number[] = []
  for (let day = dayCount - 1; day >= 0; day--)
    ends.push(day === 0 ? now : periodStart('day', now - (day - 1) * dayMs, context.timeZone) - 1)
  const cells = await concurrency(db, repIds, ends)
  const label = new Intl.DateTimeFormat('en-CA', {
    timeZone: context.timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  return {
    days: ends.map((end) => label.format(end)),
    rows: repIds.map((repId) => ({
      repId,
      opportunities: ends.map((end) => cells.get(`${repId} ${end}`)?.opportunities ?? 0),
      items: ends.map((end) => cells.get(`${repId} ${end}`)?.items ?? 0),
    })),
  }
}
