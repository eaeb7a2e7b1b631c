/** A calendar day is `2026-11-22`: no clock, no zone. Inside the calendar it is that day's local midnight. */
export function fromIsoDay(day: string): Date {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(year, month - 1, date)
}

export function toIsoDay(date: Date): string {
  const pad = (part: number) => String(part).padStart(2, '0')
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`
}

export function addDays(day: string, days: number): string {
  const date = fromIsoDay(day)
  return toIsoDay(new Date(date.getFullYear(), date.getMonth(), date.getDate() + days))
}

/** The Monday on or before the day: weeks start on Monday. */
export function mondayOf(day: string): string {
  return addDays(day, -((fromIsoDay(day).getDay() + 6) % 7))
}

export function firstOfMonth(day: string): string {
  return `${day.slice(0, 8)}01`
}

/** Two days, both included: `2026-11-16` … `2026-11-22`. */
export type DayRange = { from: string; to: string }
