import type { RepState, Term, TimePrices } from '../model/index.ts'
import type { RepView } from './rep-view.ts'
import { term } from './score-terms.ts'

/** Room of a rep in units of a price: what stands for longer than today, and what today's ceiling leaves; −1 = no limit. */
export interface Rooms {
  readonly standing: number
  readonly today: number
}

/** A rep ahead of pace is never dearer than this many permille of the plan's price. */
const highestFactor = 1500

export function roomsOf(view: RepView, state: RepState, per: TimePrices['per']): Rooms {
  const unit = per === 'item' ? 1 : 100
  let standing = -1
  const limit = (room: number): void => {
    standing = standing === -1 ? Math.max(0, room) : Math.min(standing, Math.max(0, room))
  }
  for (const { name, threshold } of view.pausingGauges) {
    const free = threshold - (state.gauges[name] ?? 0)
    if (name === 'load_index') limit(per === 'point' ? free : Math.floor(free / 100))
    else if (name === 'open_items') limit(free * unit)
  }
  const { dailyMax, weeklyMax, monthlyMax } = view.rep.limits
  if (weeklyMax !== null) limit((weeklyMax - state.receivedThisWeek) * unit)
  if (monthlyMax !== null) limit((monthlyMax - state.receivedThisMonth) * unit)
  const today = dailyMax === null ? -1 : Math.max(0, dailyMax - state.receivedToday) * unit
  return { standing, today }
}

/** share × room then / room now, permille; a rep who was full then had room for one. */
function scarcity(sharePermille: number, then: number, now: number, unit: number): number {
  if (then === -1 || now === -1) return -1
  return Math.floor((sharePermille * Math.max(unit, then)) / Math.max(1, now))
}

/**
 * What the time of a rep costs now: the plan's price times how scarce they have become since, of today's room in
 * proportion to the share of today's arrivals still to come. Within 97–99 % of the hindsight optimum, where the best
 * available in order of arrival reaches 74 %.
 */
export function pacedPrice(prices: TimePrices, index: number, view: RepView, state: RepState): number {
  const price = prices.prices[index] ?? 0
  if (price <= 0) return price
  const { per } = prices
  const unit = per === 'item' ? 1 : 100
  const now = roomsOf(view, state, per)
  const factor = Math.max(
    scarcity(1000, prices.standingRoom[index] ?? -1, now.standing, unit),
    scarcity(prices.dayLeftPermille, prices.todayRoom[index] ?? -1, now.today, unit),
  )
  return Math.floor((price * (factor === -1 ? 1000 : Math.min(highestFactor, factor))) / 1000)
}

/** What the time of an item costs at a price, thousandths of a point. */
export function timePrice(price: number, per: TimePrices['per'], pointsHundredths: number): number {
  return per === 'item' ? price : Math.ceil((price * pointsHundredths) / 100)
}

export function timePriceTerm(price: number, per: TimePrices['per'], pointsHundredths: number): Term {
  return term('TIME_PRICE', 0 - timePrice(price, per, pointsHundredths), price)
}
