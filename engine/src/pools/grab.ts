import { hashParts } from '../random/index.ts'

/** One sealed bid. */
export interface Bid {
  readonly repId: string
  /** How well the record suits them, thousandths of a point. */
  readonly match: number
  /** Records of this pool they won in the period before the window. */
  readonly won: number
}

export interface GrabTicket {
  readonly repId: string
  readonly match: number
  readonly won: number
  /** Their share of the lottery, integer. */
  readonly tickets: number
  /** Place in the draw, 1 = first. */
  readonly place: number
}

/**
 * Tickets of a bid: match × ledger. The match is counted in whole points from 1; every record won before divides it,
 * so a strong match wins often and never always.
 */
export function ticketsOf({ match, won }: Pick<Bid, 'match' | 'won'>): number {
  const points = Math.max(1, Math.floor(match / 1000))
  return Math.max(1, Math.floor((points * 1000) / (1 + Math.max(0, won))))
}

/**
 * Draws the order in which bids are served: each place is a lottery among those left, by tickets. Only the seed, the
 * record and the bids decide, so anybody who was told the seed can draw again (2.B-14). Order of bids, and speed, do
 * not matter.
 */
export function drawGrab(itemId: string, bids: readonly Bid[], seed: number): readonly GrabTicket[] {
  const left = [...bids]
    .sort((a, b) => (a.repId < b.repId ? -1 : 1))
    .map((bid) => ({ ...bid, tickets: ticketsOf(bid) }))
  const drawn: GrabTicket[] = []
  while (left.length > 0) {
    const sum = left.reduce((total, one) => total + one.tickets, 0)
    // Dividing by 2^32 is exact and one multiplication is rounded alike everywhere: every runtime draws the same.
    let at = Math.floor((hashParts([itemId, String(drawn.length)], seed) / 4_294_967_296) * sum)
    let index = 0
    for (; index < left.length - 1; index++) {
      at -= left[index]?.tickets ?? 0
      if (at < 0) break
    }
    const [one] = left.splice(index, 1)
    if (one !== undefined) drawn.push({ ...one, place: drawn.length + 1 })
  }
  return drawn
}
