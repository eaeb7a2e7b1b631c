import { DEFAULT_CAPACITY, type LoadDay, type Pace, personalPace } from '@peineng/engine/learning'
import type { WorkedDay } from './worked-days.ts'

export const paceMeasures = ['customers', 'highIntent', 'talkMinutes'] as const
export type PaceMeasure = (typeof paceMeasures)[number]

/** What a good day is measured by: deals won of those first worked on that day, or customers moved on that day. */
export type PaceQuality = 'won' | 'moved'

export interface MeasuredPace extends Pace {
  readonly measure: PaceMeasure
}

export interface EvaluatedPace {
  readonly quality: PaceQuality
  /** Three per rep, in the order of `paceMeasures`. */
  readonly byRep: ReadonlyMap<string, readonly MeasuredPace[]>
}

/** Outcomes the company needs before days are judged by deals won; else by what moved on. */
const LEAST_DECIDED = 200
/** Talk time is searched in steps of a quarter of an hour. */
const TALK_STEP = 15

/**
 * How many customers, how many with high intent (E8) and how much talking a day suit each rep (C10). Deals won are the
 * better witness, but only where at least half of what was worked on has ended; else what moved on that day speaks.
 */
export function evaluatePace(days: readonly WorkedDay[], repIds: readonly string[]): EvaluatedPace {
  const customers = days.reduce((sum, day) => sum + day.customers, 0)
  const decided = days.reduce((sum, day) => sum + day.decided, 0)
  const quality = decided >= LEAST_DECIDED && 2 * decided >= customers ? 'won' : 'moved'
  const paces: Readonly<Record<PaceMeasure, readonly Pace[]>> = {
    customers: personalPace(
      days.map((day) => loadDay(day, day.customers, quality)),
      repIds,
    ),
    highIntent: personalPace(
      days.filter((day) => day.highIntent > 0).map((day) => highDay(day, quality)),
      repIds,
      DEFAULT_CAPACITY,
    ),
    talkMinutes: personalPace(
      days
        .filter((day) => 2 * day.timed >= day.customers)
        .map((day) => loadDay(day, Math.ceil(day.minutes / TALK_STEP), quality)),
      repIds,
    ).map(inMinutes),
  }
  return {
    quality,
    byRep: new Map(
      repIds.map((repId, at) => [
        repId,
        paceMeasures.map((measure) => ({ ...paces[measure][at]!, measure })),
      ]),
    ),
  }
}

const loadDay = (day: WorkedDay, load: number, quality: PaceQuality): LoadDay => ({
  repId: day.repId,
  load,
  trials: quality === 'won' ? day.decided : day.customers,
  good: quality === 'won' ? day.won : day.moved,
})

const highDay = (day: WorkedDay, quality: PaceQuality): LoadDay => ({
  repId: day.repId,
  load: day.highIntent,
  trials: quality === 'won' ? day.decidedHigh : day.highIntent,
  good: quality === 'won' ? day.wonHigh : day.movedHigh,
})

function inMinutes(pace: Pace): Pace {
  const { usual, found } = pace
  return {
    ...pace,
    usual: usual === null ? null : usual * TALK_STEP,
    found:
      found === null
        ? null
        : {
            ...found,
            limit: found.limit * TALK_STEP,
            low: found.low * TALK_STEP,
            high: found.high * TALK_STEP,
          },
  }
}
