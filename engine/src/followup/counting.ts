import type { TimeSpan } from '../calendar/index.ts'

const dayMs = 86_400_000
const windowMs = 7 * dayMs
/** Longer than any leave or holiday somebody plans; a clock that needs more stands still. */
const horizonMs = 400 * dayMs

/** The spans of [from, to) in which a clock counts, sorted and apart. */
export type Counting = (from: number, to: number) => readonly TimeSpan[]

/** The instant at which so much has been counted since `from`; null = it does not count again within a year. */
export function countForward(counting: Counting, from: number, durationMs: number): number | null {
  let left = durationMs
  for (let start = from; start < from + horizonMs; start += windowMs) {
    for (const span of counting(start, start + windowMs)) {
      const length = span.to - span.from
      if (left <= length) return span.from + left
      left -= length
    }
  }
  return null
}

/** How much is counted between two instants; negative where the second comes first. */
export function countBetween(counting: Counting, from: number, to: number): number {
  if (to < from) return -countBetween(counting, to, from)
  return counting(from, to).reduce((sum, span) => sum + span.to - span.from, 0)
}

/** The first instant at or after `at` at which the clock counts; null = not within a year. */
export function countsAgainAt(counting: Counting, at: number): number | null {
  for (let start = at; start < at + horizonMs; start += windowMs) {
    const first = counting(start, start + windowMs)[0]
    if (first !== undefined) return first.from
  }
  return null
}
