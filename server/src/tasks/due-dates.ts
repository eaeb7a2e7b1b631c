import { instantOf, localTime, type TaskPolicy } from '@peineng/engine'

const DAY = 86_400_000
const HOUR = 3_600_000

const midnight = (at: number, zone: string): number => {
  const { year, month, day } = localTime(at, zone)
  return Date.UTC(year, month - 1, day)
}

/** So many days from now at the policy's hour; a weekend moves to Monday. */
export function dueIn(days: number, policy: TaskPolicy, now: number, zone: string): number {
  let local = midnight(now, zone) + days * DAY
  const weekday = (new Date(local).getUTCDay() + 6) % 7
  if (weekday > 4) local += (7 - weekday) * DAY
  const at = instantOf(local + policy.dueHour * HOUR, zone)
  // Asked in the evening for today: tomorrow, or Monday.
  return at > now ? at : dueIn(days + 1, policy, now, zone)
}

/** The weekly sync (G3) between now and the deadline, for tasks long enough to need one. */
export function weeklyCheckpoints(policy: TaskPolicy, from: number, to: number, zone: string): number[] {
  const { weekday, hour, afterDays } = policy.checkpoint
  if (to - from <= afterDays * DAY) return []
  const start = midnight(from, zone)
  const first = start + ((weekday - 1 - ((new Date(start).getUTCDay() + 6) % 7) + 7) % 7) * DAY
  const found: number[] = []
  for (let local = first; found.length < 26; local += 7 * DAY) {
    const at = instantOf(local + hour * HOUR, zone)
    if (at >= to) break
    if (at > from) found.push(at)
  }
  return found
}
