import { expMinus } from './exp-table.ts'

const million = 1_000_000

/**
 * Turns the first `count` of `weights` into shares of a million in proportion, by largest remainder; equal remainders go
 * to the earlier place, so the order is total. Weights are integers >= 0 below 2^25; all 0 is shared evenly. `rests` is
 * room to count in.
 */
export function shareMillionInPlace(weights: Float64Array, count: number, rests: Float64Array): void {
  if (count === 0) return
  let sum = 0
  for (let place = 0; place < count; place++) sum += weights[place]!
  if (sum === 0) {
    weights.fill(1, 0, count)
    sum = count
  }
  let missing = million
  for (let place = 0; place < count; place++) {
    const scaled = weights[place]! * million
    const share = Math.floor(scaled / sum)
    // Exact integers below 2^53, so this is the remainder; `%` is a call.
    const rest = scaled - share * sum
    weights[place] = share
    rests[place] = rest < 0 ? rest + sum : rest
    missing -= share
  }
  // Fewer are missing than there are weights, and a band is short: taking the largest rest each time beats a sort.
  for (; missing > 0; missing--) {
    let largest = 0
    for (let place = 1; place < count; place++) if (rests[place]! > rests[largest]!) largest = place
    weights[largest]! += 1
    rests[largest] = -1
  }
}

// Scratch space: filled and read inside one call.
let shares = new Float64Array(128)
let rests = new Float64Array(128)

export function shareMillion(weights: readonly number[]): number[] {
  const count = weights.length
  if (shares.length < count) {
    shares = new Float64Array(2 * count)
    rests = new Float64Array(2 * count)
  }
  for (let place = 0; place < count; place++) shares[place] = weights[place]!
  shareMillionInPlace(shares, count, rests)
  return weights.map((_, place) => shares[place]!)
}

/** Softmax over totals in thousandths of a point; temperature in the same unit; 0 = even among the very best. */
export function softmaxMillionths(totals: readonly number[], temperatureThousandths: number): number[] {
  let best = Number.NEGATIVE_INFINITY
  for (const total of totals) if (total > best) best = total
  return shareMillion(totals.map((total) => softmaxWeight(best - total, temperatureThousandths)))
}

/** The weight of somebody so far below the best. */
export function softmaxWeight(behind: number, temperatureThousandths: number): number {
  if (temperatureThousandths > 0) return expMinus(behind, temperatureThousandths)
  return behind === 0 ? 1 : 0
}

/** The place a draw in [0, 1 000 000) falls on, going through the shares in order. */
export function placeOfDraw(shares: ArrayLike<number>, draw: number, count: number = shares.length): number {
  let upTo = 0
  for (let place = 0; place < count; place++) {
    upTo += shares[place] ?? 0
    if (draw < upTo) return place
  }
  return count - 1
}
