/**
 * What clocks have to do to a ticket, computed apart: no line of this is shared with the product, and nothing is read
 * from it but whether it took a step or refused it. Asia/Shanghai is eight hours ahead all year; people keep no hours,
 * so Monday to Friday count, with the days off and days worked the test told the company of.
 */
export interface Told {
  readonly at: number
  readonly ticket: string
  readonly kind: 'arrive' | 'change' | 'act' | 'close'
  /** The product took it. */
  readonly taken: boolean
}
export interface TicketLife {
  /** Changes of hands with their causes, in order. */
  readonly hands: readonly { readonly at: number; readonly cause: string }[]
  readonly acts: readonly number[]
  readonly recalls: readonly number[]
  readonly escalations: readonly number[]
}

const SHIFT = 8 * 3_600_000
const DAY = 86_400_000
const MINUTE = 60_000

export function expectedLife(
  told: readonly Told[],
  days: Readonly<Record<string, 'off' | 'work'>>,
  end: number,
): TicketLife {
  const works = (at: number): boolean => {
    const local = new Date(at + SHIFT)
    const said = days[local.toISOString().slice(0, 10)]
    if (said !== undefined) return said === 'work'
    return local.getUTCDay() >= 1 && local.getUTCDay() <= 5
  }
  /** 48 hours of days that are worked. */
  const recallAt = (from: number): number => {
    let left = 48 * 60 * MINUTE
    let at = from
    for (;;) {
      const midnight = Math.floor((at + SHIFT) / DAY) * DAY + DAY - SHIFT
      if (works(at)) {
        const here = Math.min(left, midnight - at)
        left -= here
        if (left === 0) return at + here
      }
      at = midnight
    }
  }
  const weekLater = (from: number): number => {
    let at = from + 7 * DAY
    while (!works(at)) at += DAY
    return at
  }

  const hands: { at: number; cause: string }[] = []
  const acts: number[] = []
  const recalls: number[] = []
  const escalations: number[] = []
  // When the clocks of whoever has it now strike; infinity = they do not run.
  let recall = Number.POSITIVE_INFINITY
  let progress = Number.POSITIVE_INFINITY
  let chosenByHand = false
  const handOver = (at: number, cause: string): void => {
    hands.push({ at, cause })
    recall = recallAt(at)
    progress = weekLater(at)
    chosenByHand = cause === 'overridden'
  }
  /** What strikes up to a moment, in order. */
  const strike = (until: number): void => {
    while (Math.min(recall, progress) <= until) {
      if (progress < recall) {
        escalations.push(progress)
        progress = weekLater(progress)
      } else if (chosenByHand) {
        escalations.push(recall)
        recall = Number.POSITIVE_INFINITY
      } else {
        recalls.push(recall)
        handOver(recall, 'recalled')
      }
    }
  }
  for (const { at, kind, taken } of told) {
    strike(at)
    if (!taken) continue
    if (kind === 'arrive') handOver(at, 'created')
    else if (kind === 'change') handOver(at, 'overridden')
    else if (kind === 'act') {
      acts.push(at)
      recall = Number.POSITIVE_INFINITY
      progress = weekLater(at)
    } else {
      hands.push({ at, cause: 'closed' })
      recall = Number.POSITIVE_INFINITY
      progress = Number.POSITIVE_INFINITY
    }
  }
  strike(end)
  return { hands, acts, recalls, escalations }
}
