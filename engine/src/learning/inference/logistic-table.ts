/**
 * The logistic function as a table of integers: micro-logits in, millionths out, the same bits in every runtime.
 * `Math.exp` may differ in the last digit between engines; this uses only + − × ÷ (exactly rounded by IEEE 754) to
 * build the table and 32-bit integers to read it. Error < 1 millionth over the whole range (tested).
 */
const STEP_BITS = 12
const STEP = 1 << STEP_BITS
const LIMIT_MICRO = 16_000_000
const ENTRIES = Math.ceil(LIMIT_MICRO / STEP) + 2
/** Entries are kept 16 times finer than the answer; finer would overflow 32 bits in the interpolation. */
const GUARD_BITS = 4

const table = buildTable()

function buildTable(): Int32Array {
  const entries = new Int32Array(ENTRIES)
  for (let i = 0; i < ENTRIES; i++) {
    const decay = expNegative((i * STEP) / 1_000_000)
    entries[i] = Math.round((1_000_000 * (1 << GUARD_BITS)) / (1 + decay))
  }
  return entries
}

/** e^−x for 0 ≤ x ≤ 17 by Taylor series of x/2¹⁰ and ten squarings; relative error < 1e−12. */
function expNegative(x: number): number {
  const small = x / 1024
  let term = 1
  let sum = 1
  for (let k = 1; k <= 8; k++) {
    term = (term * small) / k
    sum += term
  }
  let power = sum
  for (let k = 0; k < 10; k++) power *= power
  return 1 / power
}

/** Probability in integer millionths for a logit in integer millionths. Beyond ±16 logits it stays at the edge. */
export function logisticMillionths(micro: number): number {
  const magnitude = micro < 0 ? -micro : micro
  if (magnitude >= LIMIT_MICRO) return micro < 0 ? 0 : 1_000_000
  const at = magnitude >> STEP_BITS
  const low = table[at]!
  const between = ((table[at + 1]! - low) * (magnitude & (STEP - 1)) + (STEP >> 1)) >> STEP_BITS
  const above = (low + between + (1 << (GUARD_BITS - 1))) >> GUARD_BITS
  return micro < 0 ? 1_000_000 - above : above
}
