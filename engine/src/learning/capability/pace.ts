import { type CapacityOptions, type LoadDay, suggestCapacity } from './capacity.ts'

/** Why nothing is said of how much suits somebody; `enough` where it is. */
export const paceEvidence = ['enough', 'few_days', 'no_spread', 'no_loss', 'wide'] as const
export type PaceEvidence = (typeof paceEvidence)[number]

/** Up to how much a day somebody's quality holds, from their own days. */
export interface Pace {
  readonly repId: string
  /** Days with known quality that it rests on. */
  readonly days: number
  /** Median of a day; null without days. */
  readonly usual: number | null
  readonly evidence: PaceEvidence
  /** What the days say; null unless `evidence` is `enough`. */
  readonly found: PaceFinding | null
}

export interface PaceFinding {
  /** From here on quality falls, with its 90 % interval. */
  readonly limit: number
  readonly low: number
  readonly high: number
  /** Share of the quality of days up to the limit that is missing on days above it, with an interval of 2.6 standard errors. */
  readonly loss: number
  readonly lossLow: number
  readonly lossHigh: number
  readonly daysAbove: number
}

/** Four weeks of work: below it a limit is one good or bad week. */
const LEAST_DAYS = 20
/** Days on either side of the limit; fewer cannot be compared. */
const LEAST_ON_EACH_SIDE = 6
/**
 * The limit is chosen where the difference looks largest, so a plain 95 % interval would find a loss more often than one
 * time in forty. 2.6 standard errors keep false findings below that (tested on teams whose load does not matter).
 */
const CRITICAL = 2.6

/**
 * How much a day suits each rep. `suggestCapacity` finds the limit; it is believed only where the rep's own days were
 * enough, differed, and went worse above the limit than up to it beyond what chance does. Days are the unit of chance,
 * because what went wrong on a day went wrong together.
 */
export function personalPace(
  days: readonly LoadDay[],
  repIds: readonly string[],
  start?: CapacityOptions,
): Pace[] {
  const used = capped(days.filter((day) => day.trials > 0))
  const limits = suggestCapacity(byLoad(used), repIds, start ?? startOf(used))
  return repIds.map((repId, at) => {
    const own = used.filter((day) => day.repId === repId)
    const suggestion = limits[at]!
    const above = own.filter((day) => day.load > suggestion.limit)
    const below = own.filter((day) => day.load <= suggestion.limit)
    const counts = { repId, days: own.length, usual: median(own.map((day) => day.load)) }
    const silent = (evidence: PaceEvidence): Pace => ({ ...counts, evidence, found: null })
    if (own.length < LEAST_DAYS) return silent('few_days')
    if (Math.min(above.length, below.length) < LEAST_ON_EACH_SIDE) return silent('no_spread')
    const loss = lossBetween(below, above)
    if (suggestion.basis === 'start-value' || loss.lossLow <= 0) return silent('no_loss')
    const { limit, low, high } = suggestion
    if (high - low > limit) return silent('wide')
    return {
      ...counts,
      evidence: 'enough',
      found: { limit, low, high, ...loss, daysAbove: above.length },
    }
  })
}

/** A day beyond what one day in a hundred reaches says no more than that one; it would only stretch the scale. */
function capped(days: readonly LoadDay[]): LoadDay[] {
  const loads = days.map((day) => day.load).sort((a, b) => a - b)
  const most = loads[Math.floor(loads.length * 0.99)] ?? 0
  return days.map((day) => (day.load > most ? { ...day, load: most } : day))
}

/** Days of equal load have one likelihood: added up, the search costs by loads, not by days. */
function byLoad(days: readonly LoadDay[]): LoadDay[] {
  const sums = new Map<string, { repId: string; load: number; trials: number; good: number }>()
  for (const { repId, load, trials, good } of days) {
    const sum = sums.get(`${repId} ${load}`)
    if (sum === undefined) sums.set(`${repId} ${load}`, { repId, load, trials, good })
    else {
      sum.trials += trials
      sum.good += good
    }
  }
  return [...sums.values()]
}

/** Without a start value of its own a measure starts at what the team usually does. */
function startOf(days: readonly LoadDay[]): CapacityOptions {
  const usual = Math.max(1, median(days.map((day) => day.load)) ?? 8)
  return { startValue: usual, startLow: usual * 0.6, startHigh: Math.max(usual * 1.5, usual + 2) }
}

function lossBetween(
  below: readonly LoadDay[],
  above: readonly LoadDay[],
): Pick<PaceFinding, 'loss' | 'lossLow' | 'lossHigh'> {
  const usual = rateOf(below)
  const busy = rateOf(above)
  const ratio = Math.log(busy.rate / usual.rate)
  const error = Math.hypot(busy.error / busy.rate, usual.error / usual.rate)
  return {
    loss: 1 - Math.exp(ratio),
    lossLow: 1 - Math.exp(ratio + CRITICAL * error),
    lossHigh: 1 - Math.exp(ratio - CRITICAL * error),
  }
}

/** A rate over days and its standard error from how days differ, never less than throwing coins would have. */
function rateOf(days: readonly LoadDay[]): { rate: number; error: number } {
  const trials = days.reduce((sum, day) => sum + day.trials, 0)
  const good = days.reduce((sum, day) => sum + day.good, 0)
  const rate = (good + 0.5) / (trials + 1)
  const between =
    (days.reduce((sum, day) => sum + (day.good - rate * day.trials) ** 2, 0) * days.length) /
    Math.max(1, days.length - 1) /
    trials ** 2
  return { rate, error: Math.sqrt(Math.max(between, (rate * (1 - rate)) / trials)) }
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? null
}
