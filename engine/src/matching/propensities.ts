import { expMinus } from './exp-table.ts'

const million = 1_000_000

/**
 * Shares of a million in proportion to the weights, by largest remainder; equal remainders go to the earlier place,
 * so the order is total. Weights are integers >= 0 below 2^25; all 0 is shared evenly.
 */
export function shareMillion(weights: readonly number[]): number[] {
  let sum = 0
  for (const weight of weights) sum += weight
  if (sum === 0) return weights.length === 0 ? [] : shareMillion(weights.map(() => 1))
  const shares: number[] = []
  const rests: number[] = []
  let missing = million
  for (const weight of weights) {
    const share = Math.floor((weight * million) / sum)
    shares.push(share)
    rests.push((weight * million) % sum)
    missing -= share
  }
  // Fewer are missing than there are weights, and a band is short: taking the largest rest each time beats a sort.
  for (; missing > 0; missing--) {
    let largest = 0
    for (let place = 1; place < rests.length; place++) {
      if ((rests[place] ?? 0) > (rests[largest] ?? 0)) largest = place
    }
    shares[largest] = (shares[largest] ?? 0) + 1
    rests[largest] = -1
  }
  return shares
}

/** Softmax over totals in thousandths of a point; temperature in the same unit; 0 = even among the very best. */
export function softmaxMillionths(totals: readonly number[], temperatureThousandths: number): number[] {
  let best = Number.NEGATIVE_INFINITY
  for (const total of totals) if (total > best) best = total
  return shareMillion(
    totals.map((total) => {
      if (temperatureThousandths > 0) return expMinus(best - total, temperatureThousandths)
      return total === best ? 1 : 0
    }),
  )
}

/** The place a draw in [0, 1 000 000) falls on, going through the shares in order. */
export function placeOfDraw(shares: readonly number[], draw: number): number {
  let upTo = 0
  for (let place = 0; place < shares.length; place++) {
    upTo += shares[place] ?? 0
    if (draw < upTo) return place
  }
  return shares.length - 1
}
