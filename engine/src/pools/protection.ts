import { dateKey, type HolidayCalendar, instantOf, localTime } from '../calendar/index.ts'

/** The three parameters of Decision 4, calendar days. */
export interface ProtectionTerms {
  /** From the day it was taken. */
  readonly protectDays: number
  /** From the day of an activity; counts only where it leads further. */
  readonly extendDays: number
  /** From the day it was taken: no activity leads beyond. */
  readonly maxDays: number
}

export const defaultProtection: ProtectionTerms = { protectDays: 10, extendDays: 3, maxDays: 20 }

/** Why the clock does not run. */
export type ProtectionExemption = 'open_opportunity' | 'won_customer'

export interface ProtectionInput {
  /** Epoch milliseconds at which the present owner took it. */
  readonly takenAt: number
  /** The latest activity since, if there was one. */
  readonly lastActivityAt: number | null
  readonly terms: ProtectionTerms
  /** IANA zone of the owner. */
  readonly timeZone: string
  /** Holidays and make-up days; absent = Saturdays and Sundays only. `null` = every day is a working day. */
  readonly holidays?: HolidayCalendar | null
  readonly exempt?: ProtectionExemption | null
}

export type ProtectionBasis = 'taken' | 'extended' | 'maximum'

/** When a record is called back, and why then. Dates are local, `2026-04-04`. */
export interface Protection {
  /** First instant it may be called back: 24:00 of the last protected day; null = exempt. */
  readonly recallAt: number | null
  readonly exempt: ProtectionExemption | null
  readonly basis: ProtectionBasis
  /** The last protected day. */
  readonly lastDay: string
  /** The last protected day as counted, where a day off moved it. */
  readonly movedFrom: string | null
  /** What no activity leads beyond (before a day off moves it). */
  readonly latestDay: string
}

const dayMs = 86_400_000
/** A year without a working day is a calendar that is wrong, not a reason to search for ever. */
const longestSearch = 366

/** The calendar day an instant lies on, as wall-clock midnight. */
function midnightOf(at: number, zone: string): number {
  const local = localTime(at, zone)
  return Date.UTC(local.year, local.month - 1, local.day)
}

function isWorkingDay(midnight: number, holidays: HolidayCalendar | null | undefined): boolean {
  if (holidays === null) return true
  const said = holidays?.days[dateKey(midnight)]
  if (said !== undefined) return said === 'work'
  const weekday = new Date(midnight).getUTCDay()
  return weekday !== 0 && weekday !== 6
}

/**
 * The protection of Decision 4: 10 days, an activity leads to its day + 3 where that is later, never beyond day 20;
 * a deadline on a day off moves to the next working day, so nobody loses a customer on a holiday (row F8).
 */
export function protectionOf(input: ProtectionInput): Protection {
  const { terms, timeZone, holidays } = input
  const taken = midnightOf(input.takenAt, timeZone)
  const first = taken + terms.protectDays * dayMs
  const latest = taken + Math.max(terms.protectDays, terms.maxDays) * dayMs
  const extended =
    input.lastActivityAt === null || input.lastActivityAt < input.takenAt
      ? first
      : midnightOf(input.lastActivityAt, timeZone) + terms.extendDays * dayMs
  const counted = Math.min(Math.max(first, extended), latest)
  let last = counted
  for (let days = 0; days < longestSearch && !isWorkingDay(last, holidays); days++) last += dayMs
  const exempt = input.exempt ?? null
  return {
    recallAt: exempt === null ? instantOf(last + dayMs, timeZone) : null,
    exempt,
    basis: counted === first ? 'taken' : counted === latest ? 'maximum' : 'extended',
    lastDay: dateKey(last),
    movedFrom: last === counted ? null : dateKey(counted),
    latestDay: dateKey(latest),
  }
}
