/** Win rate of each tenth of the file, in millionths: shows a base rate that moves with time. Empty below 200 rows. */
export function rateByTenth(won: Uint8Array): number[] {
  if (won.length < 200) return []
  return Array.from({ length: 10 }, (_, tenth) => {
    const part = won.subarray(
      Math.floor((tenth * won.length) / 10),
      Math.floor(((tenth + 1) * won.length) / 10),
    )
    return Math.round((part.reduce((sum, w) => sum + w, 0) / part.length) * 1_000_000)
  })
}

/** The last quarter must hold this many of each outcome to judge anything. */
const LEAST_OF_EACH = 20

/**
 * Does the win rate move along the file so much that mixing early and late rows would flatter a model: from one tenth to
 * another at least doubled, five points apart, and ten times what chance explains (χ² > 90 on 9 degrees of freedom)?
 * False for a file sorted by outcome, whose last quarter holds one outcome only and judges nothing.
 */
export function movesAlong(won: Uint8Array): boolean {
  const tenths = rateByTenth(won).map((millionths) => millionths / 1e6)
  if (tenths.length === 0) return false
  const tail = won.subarray(Math.floor(won.length * 0.75))
  const tailWins = tail.reduce((sum, w) => sum + w, 0)
  if (tailWins < LEAST_OF_EACH || tail.length - tailWins < LEAST_OF_EACH) return false
  const rate = won.reduce((sum, w) => sum + w, 0) / won.length
  const perTenth = won.length / 10
  const spread = tenths.reduce((sum, tenth) => sum + (tenth - rate) * (tenth - rate), 0)
  const low = Math.min(...tenths)
  const high = Math.max(...tenths)
  return high - low >= 0.05 && high >= 2 * low && (spread * perTenth) / (rate * (1 - rate)) > 90
}
