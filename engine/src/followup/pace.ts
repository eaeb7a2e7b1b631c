import type { HealthItem } from './health.ts'
import type { FollowupSettings } from './settings.ts'

/** How somebody's contacts stand against what the rules of contact ask for, over all their open work. */
export interface PaceReading {
  /** Open items a rule of contact holds for. */
  readonly ruled: number
  /** Contacted more than twice as often as asked. */
  readonly over: number
  /** Contacted less often than is due by now. */
  readonly under: number
  /** `ahead` = 过度提前; null = no rule holds for anything of theirs. */
  readonly pace: 'ahead' | 'even' | 'behind' | null
}

/** One customer is no habit: whoever has three would be judged by the first of them. */
const PATTERN_FROM = 2

/**
 * Too early or lagging (E13): the share that is too much of unfollowed work (M5) is too much of either. Whoever has both
 * is judged by the greater, and lags where they are equal: customers who wait are worse than customers who are called twice.
 */
export function readPace(settings: FollowupSettings, items: readonly HealthItem[]): PaceReading {
  const states = items.flatMap(({ cadence }) => (cadence === null ? [] : [cadence.state]))
  const ruled = states.length
  const over = states.filter((state) => state === 'over').length
  const under = states.filter((state) => state === 'behind').length
  const tooMany = (count: number): boolean =>
    count >= PATTERN_FROM && count * 1000 > settings.health.unfollowedPermille * ruled
  if (ruled === 0) return { ruled, over, under, pace: null }
  const pace = tooMany(under) && under >= over ? 'behind' : tooMany(over) && over > under ? 'ahead' : 'even'
  return { ruled, over, under, pace }
}

/** Who is ahead while others lag: attention that could go where it is missing. Null where only one of both exists. */
export function imbalanceOf<Id>(
  readings: ReadonlyMap<Id, PaceReading>,
): { readonly ahead: readonly Id[]; readonly behind: readonly Id[] } | null {
  const of = (pace: PaceReading['pace']): Id[] =>
    [...readings].filter(([, one]) => one.pace === pace).map(([id]) => id)
  const [ahead, behind] = [of('ahead'), of('behind')]
  return ahead.length > 0 && behind.length > 0 ? { ahead, behind } : null
}
