import { instantOf, localTime } from '@peineng/engine'

export interface Quiet {
  readonly timeZone: string
  /** Local `HH:MM`; both or neither. The night may begin on the day before. */
  readonly quietFrom: string | null
  readonly quietUntil: string | null
}

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** The next moment the clock on the wall shows `time`, at or after `now`. */
function nextAt(time: string, now: number, zone: string): number {
  const { localMs } = localTime(now, zone)
  const midnight = localMs - (localMs % DAY)
  const today = instantOf(midnight + minutesOf(time) * MINUTE, zone)
  return today >= now ? today : instantOf(midnight + DAY + minutesOf(time) * MINUTE, zone)
}

export const isQuiet = ({ quietFrom, quietUntil, timeZone }: Quiet, now: number): boolean => {
  if (quietFrom === null || quietUntil === null || quietFrom === quietUntil) return false
  const { minuteOfDay: minutes } = localTime(now, timeZone)
  const [from, until] = [minutesOf(quietFrom), minutesOf(quietUntil)]
  return from < until ? minutes >= from && minutes < until : minutes >= from || minutes < until
}

/** Now, or when the person's quiet hours are over. */
export const afterQuiet = (quiet: Quiet, now: number): number =>
  isQuiet(quiet, now) && quiet.quietUntil !== null ? nextAt(quiet.quietUntil, now, quiet.timeZone) : now

/** A mail goes with the day's digest where there is one. */
export const mailTime = (quiet: Quiet & { readonly digestAt: string | null }, now: number): number =>
  quiet.digestAt === null ? afterQuiet(quiet, now) : nextAt(quiet.digestAt, now, quiet.timeZone)
