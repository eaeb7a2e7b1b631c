import type { ByteReader } from './byte-reader.ts'
import type { ByteWriter } from './byte-writer.ts'
import { type Column, readColumn, writeColumn } from './integer-column.ts'

const million = 1_000_000

const layouts = { column: 0, millionths: 1, times: 2 } as const

/** Never -0: it would come back as 0 and differ. */
function scaled(raw: number, factor: number): number {
  return Math.floor((raw * factor) / million) + 0
}

/** The whole number every contribution is of its raw quantity, or null: most terms are a quantity times a weight. */
function timesOf(raws: Column, contributions: Column, count: number): number | null {
  let times: number | null = null
  for (let n = 0; n < count; n++) {
    const raw = raws[n] ?? 0
    const contribution = contributions[n] ?? 0
    if (raw === 0) {
      if (contribution !== 0) return null
      continue
    }
    if (times === null) {
      times = contribution / raw
      if (!Number.isInteger(times) || Math.abs(times) > 2 ** 51) return null
    }
    if (raw * times !== contribution || !Number.isSafeInteger(contribution)) return null
  }
  return times ?? 0
}

/**
 * Contributions that are their raw quantity times a factor, rounded down. Finds a factor in millionths that gives
 * every contribution back exactly, or null: each pair bounds the factor from both sides, so the bounds are cut.
 */
function factorOf(raws: Column, contributions: Column, count: number): number | null {
  let lowest = Number.NEGATIVE_INFINITY
  let highest = Number.POSITIVE_INFINITY
  for (let n = 0; n < count; n++) {
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
  if (lowest > highest) return null
  const factor = Math.ceil(lowest)
  if (!Number.isSafeInteger(factor) || Math.abs(factor) > 2 ** 51) return null
  for (let n = 0; n < count; n++) if (scaled(raws[n] ?? 0, factor) !== contributions[n]) return null
  return factor
}

/** Writes contributions beside already written raws. */
export function writeScaled(
  out: ByteWriter,
  raws: Column,
  contributions: Column,
  count = contributions.length,
): void {
  const times = timesOf(raws, contributions, count)
  const factor = times === null ? factorOf(raws, contributions, count) : null
  if (times !== null) {
    out.byte(layouts.times)
    out.signed(times)
  } else if (factor !== null) {
    out.byte(layouts.millionths)
    out.signed(factor)
  } else {
    out.byte(layouts.column)
    writeColumn(out, contributions, count)
  }
}

export function readScaled(input: ByteReader, raws: readonly number[]): number[] {
  const layout = input.byte()
  if (layout === layouts.column) return readColumn(input, raws.length)
  const factor = input.signed()
  if (layout === layouts.times) return raws.map((raw) => raw * factor + 0)
  return raws.map((raw) => scaled(raw, factor))
}
