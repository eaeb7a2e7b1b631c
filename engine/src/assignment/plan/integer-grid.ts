/** Powers of ten by table: `10 ** k` is not exact in every runtime, these literals are. */
const POWERS_OF_TEN = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000] as const

/** Reads as "x is an integer but for the noise of decimal fractions in binary". */
function nearInteger(x: number): boolean {
  if (x === Math.floor(x)) return true
  const whole = Math.round(x)
  return Math.abs(x - whole) <= 1e-9 * Math.max(1, Math.abs(whole))
}

export function largestAbsolute(values: Float64Array): number {
  let largest = 0
  for (let k = 0; k < values.length; k++) {
    const x = Math.abs(values[k] as number)
    if (x > largest) largest = x
  }
  return largest
}

/**
 * Smallest power of ten that makes all numbers integers, or null where six decimals are not enough or the largest
 * would pass `limit`. Sums of such integers are exact, which is what certificates and capacities need.
 */
export function decimalFactor(values: Float64Array, limit: number): number | null {
  let step = 0
  for (let k = 0; k < values.length; k++) {
    const x = values[k] as number
    while (!nearInteger(x * (POWERS_OF_TEN[step] as number))) {
      step++
      if (step === POWERS_OF_TEN.length) return null
    }
  }
  const factor = POWERS_OF_TEN[step] as number
  return largestAbsolute(values) * factor <= limit ? factor : null
}

export function greatestCommonDivisor(a: number, b: number): number {
  let x = a
  let y = b
  while (y !== 0) {
    const rest = x % y
    x = y
    y = rest
  }
  return x
}
