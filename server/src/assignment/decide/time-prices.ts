import { periodStart, planningSettings, type TimePrices } from '@peineng/engine'
import type { TenantContext } from './tenant-context.ts'
import type { StoredPrices } from './time-price-store.ts'

const HOUR = 3_600_000
/** Prices older than this are forgotten: that they are old is no news any more. */
const FORGOTTEN_AFTER = 7 * 24 * HOUR
/** With fewer items than this the hours of the day are not known yet. */
const FEWEST_ARRIVALS = 50

const remembered = new WeakMap<TenantContext, { minute: number; prices: TimePrices | undefined }>()

/**
 * The prices a decision made now has to heed; absent where the company does not want them or nobody planned. The same
 * object for a whole minute: decisions of a batch share it, and its bytes.
 */
export function timePricesAt(context: TenantContext, now: number): TimePrices | undefined {
  const minute = Math.floor(now / 60_000)
  const known = remembered.get(context)
  if (known?.minute === minute) return known.prices
  const prices = pricesAt(context, minute * 60_000)
  remembered.set(context, { minute, prices })
  return prices
}

function pricesAt({ policy, prices, roster, timeZone }: TenantContext, now: number): TimePrices | undefined {
  const { use, maxAgeMinutes } = planningSettings(policy.policy).prices
  if (!use || prices === null) return undefined
  const pricedAt = prices.pricedAt.getTime()
  if (now - pricedAt > FORGOTTEN_AFTER) return undefined
  const head = {
    planHash: prices.planHash,
    pricedAt,
    until: pricedAt + maxAgeMinutes * 60_000,
    per: prices.per,
  }
  // Too old: nobody pays them, and the decision says so.
  if (now >= head.until) return { ...head, dayLeftPermille: 0, prices: [], standingRoom: [], todayRoom: [] }
  const ofRep = new Map(prices.reps.map((one) => [one.repId, one]))
  const column = (of: (one: StoredPrices['reps'][number]) => number): number[] =>
    roster.reps.map(({ id }) => {
      const one = ofRep.get(id)
      return one === undefined ? 0 : of(one)
    })
  return {
    ...head,
    dayLeftPermille: dayLeftPermille(prices.arrivals, now - periodStart('day', now, timeZone)),
    prices: column(({ price }) => price),
    standingRoom: column(({ standing }) => standing),
    todayRoom: column(({ today }) => today),
  }
}

/** Share of a day's arrivals still to come; before enough is known the hours from nine to six count alike. */
export function dayLeftPermille(arrivals: readonly number[], sinceMidnight: number): number {
  const enough = arrivals.reduce((sum, n) => sum + n, 0) >= FEWEST_ARRIVALS
  const byHour = Array.from({ length: 24 }, (_, hour) =>
    enough ? (arrivals[hour] ?? 0) : hour >= 9 && hour < 18 ? 1 : 0,
  )
  let all = 0
  let left = 0
  for (const [hour, n] of byHour.entries()) {
    all += n
    const gone = Math.max(0, Math.min(HOUR, sinceMidnight - hour * HOUR))
    left += n * (1 - gone / HOUR)
  }
  return Math.floor((1000 * left) / all)
}
