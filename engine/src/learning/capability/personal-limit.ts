/** E8 asks for eight to ten a day; nobody's own days lead further from that than to half of it or twice. */
export const PERSONAL_LIMIT_BOUNDS = { low: 4, high: 16 } as const
/** A step is a quarter of the start value at the most … */
const STEP_SHARE = 0.25
/** … and there is one a week: a week shows what the last one did. */
const STEP_MS = 7 * 86_400_000

export interface StandingLimit {
  readonly value: number
  /** When it became what it is, epoch ms. */
  readonly since: number
}

/**
 * The next personal threshold of somebody whose own days say `found`: towards it, one step at a time from the start value.
 * null = the start value holds: it lies beyond the bounds, so whoever set it meant something else, or the days agree with
 * it. Both are whole numbers of customers a day.
 */
export function nextPersonalLimit(
  start: number,
  standing: StandingLimit | null,
  found: number,
  now: number,
): StandingLimit | null {
  const { low, high } = PERSONAL_LIMIT_BOUNDS
  if (start < low || start > high) return null
  const goal = Math.max(low, Math.min(high, Math.round(found)))
  const from = standing?.value ?? start
  if (standing !== null && (goal === from || now - standing.since < STEP_MS)) return standing
  const step = Math.max(1, Math.floor(start * STEP_SHARE))
  const value = Math.max(from - step, Math.min(from + step, goal))
  return value === start ? null : { value, since: now }
}
