import { addDays } from '../../ui/iso-day.ts'

function offsetMinutes(at: Date, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  }).formatToParts(at)
  const part = (type: string) => Number(parts.find((entry) => entry.type === type)?.value)
  const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'))
  return Math.round((wall - at.getTime()) / 60_000)
}

/** When a calendar day begins in a zone. Asked twice: the first answer may lie across a change of clocks. */
export function dayStart(day: string, zone: string): Date {
  const wall = Date.parse(`${day}T00:00:00Z`)
  const guess = wall - offsetMinutes(new Date(wall), zone) * 60_000
  return new Date(wall - offsetMinutes(new Date(guess), zone) * 60_000)
}

/** Whole days from the first to the last, as the moments between which somebody is away. */
export function leaveSpan(from: string, to: string, zone: string): { startsAt: string; endsAt: string } {
  return {
    startsAt: dayStart(from, zone).toISOString(),
    endsAt: dayStart(addDays(to, 1), zone).toISOString(),
  }
}
