/**
 * What clocks have to do, computed apart: no line of this is shared with the product. Asia/Shanghai is eight hours ahead
 * all year; people keep no hours, so Monday to Friday count, and the company's table says which days differ.
 */
export interface Hand {
  readonly item: string
  readonly at: number
  readonly owner: string | null
  readonly state: string
  readonly cause: string
}
export interface Act {
  readonly item: string
  readonly at: number
}
export interface Expected {
  /** `<item> <ms>` */
  readonly recalls: readonly string[]
  readonly escalations: readonly string[]
}

const SHIFT = 8 * 3_600_000
const DAY = 86_400_000
const MINUTE = 60_000

export function expectedOf(
  hands: readonly Hand[],
  acts: readonly Act[],
  days: Readonly<Record<string, string>>,
  end: number,
): Expected {
  const works = (at: number): boolean => {
    const local = new Date(at + SHIFT)
    const said = days[local.toISOString().slice(0, 10)]
    if (said !== undefined) return said === 'work'
    return local.getUTCDay() >= 1 && local.getUTCDay() <= 5
  }
  /** 48 hours, minute by minute where a day is cut, day by day where it is whole. */
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
  const recalls: string[] = []
  const escalations: string[] = []
  const items = [...new Set(hands.map((hand) => hand.item))]
  for (const item of items) {
    const own = hands.filter((hand) => hand.item === item)
    own.forEach((hand, place) => {
      if (hand.state !== 'owned') return
      const until = Math.min(own[place + 1]?.at ?? end + 1, end + 1)
      const done = acts.filter((act) => act.item === item && act.at >= hand.at && act.at < until)
      const due = recallAt(hand.at)
      const followed = done[0]?.at ?? Number.POSITIVE_INFINITY
      // What takes it away at that very moment is this recall itself.
      const taken = own[place + 1]?.cause === 'recalled' && own[place + 1]?.at === due
      if (due < followed && (due < until || taken)) {
        if (hand.cause === 'overridden') escalations.push(`${item} ${due}`)
        else recalls.push(`${item} ${due}`)
      }
      const starts = [hand.at, ...done.map((act) => act.at)]
      starts.forEach((start, index) => {
        const stop = Math.min(starts[index + 1] ?? until, until)
        for (let at = weekLater(start); at < stop; at = weekLater(at)) escalations.push(`${item} ${at}`)
      })
    })
  }
  return { recalls, escalations }
}
