import type { ByteReader } from './byte-reader.ts'
import type { ByteWriter } from './byte-writer.ts'
import { readColumn, writeColumn } from './integer-column.ts'

const million = 1_000_000

/** Never -0: it would come back as 0 and differ. */
function scaled(raw: number, factor: number): number {
  return Math.floor((raw * factor) / million) + 0
}

/**
 * Most contributions are their raw quantity times a weight, rounded down. Finds a factor in millionths that gives
 * every contribution back exactly, or null: each pair bounds the factor from both sides, so the bounds are cut.
 */
export function factorOf(raws: readonly number[], contributions: readonly number[]): number | null {
  let lowest = Number.NEGATIVE_INFINITY
  let highest = Number.POSITIVE_INFINITY
  for (let n = 0; n < raws.length; n++) {
    const raw = raws[n] ?? 0
    const contribution = contributions[n] ?? 0
    if (raw === 0) {
      if (contribution !== 0) return null
      continue
    }
    const one = (contribution * million) / raw
    const other = ((contribution + 1) * million) / raw
    lowest = Math.max(lowest, Math.min(one, other))
    highest = Math.min(highest, Math.max(one, other))
  }
  if (lowest === Number.NEGATIVE_INFINITY) return 0
  if (lowest > highest) return null
  const factor = Math.ceil(lowest)
  if (!Number.isSafeInteger(factor) || Math.abs(factor) > 2 ** 51) return null
  return raws.every((raw, n) => scaled(raw, factor) === contributions[n]) ? factor : null
}

/** Writes contributions beside already written raws. */
export function writeScaled(
  out: ByteWriter,
  raws: readonly number[],
  contributions: readonly number[],
): void {
  const factor = factorOf(raws, contributions)
  out.byte(factor === null ? 0 : 1)
  if (factor === null) writeColumn(out, contributions)
  else out.signed(factor)
}

export function readScaled(input: ByteReader, raws: readonly number[]): number[] {
  if (input.byte() === 0) return readColumn(input, raws.length)
  const factor = input.signed()
  return raws.map((raw) => scaled(raw, factor))
}
