import { type ByteReader, CorruptRecordError } from './byte-reader.ts'
import { type ByteWriter, varintSize, zigzag } from './byte-writer.ts'

/** How a column of integers is laid out; each column takes the shortest. */
const layouts = { steps: 0, dictionary: 1, sparse: 2 } as const

/** Least value, common step, and the bits a multiple of the step needs: turns are thousands, so most bits fall away. */
interface Steps {
  readonly least: number
  readonly step: number
  readonly width: number
}

function divisor(a: number, b: number): number {
  let [x, y] = [a, b]
  while (y !== 0) [x, y] = [y, x % y]
  return x
}

function bitsFor(value: number): number {
  let bits = 0
  for (let rest = value; rest >= 1; rest = Math.floor(rest / 2)) bits += 1
  return bits
}

function stepsOf(values: readonly number[]): Steps {
  let least = Number.POSITIVE_INFINITY
  let most = Number.NEGATIVE_INFINITY
  for (const value of values) {
    if (value < least) least = value
    if (value > most) most = value
  }
  let step = 0
  for (const value of values) {
    step = divisor(value - least, step)
    if (step === 1) break
  }
  if (step === 0) step = 1
  return { least, step, width: bitsFor((most - least) / step) }
}

/** Writes integers below 2^52 in size; their count is known to the reader. */
export function writeColumn(out: ByteWriter, values: readonly number[]): void {
  if (values.length === 0) return
  const steps = stepsOf(values)
  const counts = steps.width === 0 ? null : countsOf(values)
  if (counts === null) {
    writeSteps(out, values, steps)
    return
  }
  const distinct = [...counts.keys()].sort((a, b) => a - b)
  // Most frequent first, smaller value first among equals: the bytes must not depend on insertion order.
  const usual = distinct.reduce((best, value) =>
    (counts.get(value) ?? 0) > (counts.get(best) ?? 0) ? value : best,
  )
  const stepsSize =
    varintSize(zigzag(steps.least)) + varintSize(steps.step) + 1 + packedSize(values.length, steps.width)
  const dictionarySize =
    1 +
    distinct.reduce((sum, value) => sum + varintSize(zigzag(value)), 0) +
    packedSize(values.length, bitsFor(distinct.length - 1))
  const exceptions = values.length - (counts.get(usual) ?? 0)
  const sparseSize = varintSize(zigzag(usual)) + 1 + exceptions * (1 + varintSize(zigzag(steps.least)) + 1)
  if (sparseSize < stepsSize && sparseSize < dictionarySize) writeSparse(out, values, usual, exceptions)
  else if (dictionarySize < stepsSize) writeDictionary(out, values, distinct)
  else writeSteps(out, values, steps)
}

/** With more different values than this neither a dictionary nor exceptions are shorter than steps. */
const mostDistinct = 16

/** How often each value occurs, or null where there are too many different ones. */
function countsOf(values: readonly number[]): Map<number, number> | null {
  const counts = new Map<number, number>()
  for (const value of values) {
    counts.set(value, (counts.get(value) ?? 0) + 1)
    if (counts.size > mostDistinct) return null
  }
  return counts
}

function writeSteps(out: ByteWriter, values: readonly number[], steps: Steps): void {
  out.byte(layouts.steps)
  out.signed(steps.least)
  out.unsigned(steps.step)
  out.byte(steps.width)
  if (steps.width === 0) return
  out.packed(
    values.map((value) => (value - steps.least) / steps.step),
    steps.width,
  )
}

function packedSize(count: number, width: number): number {
  return Math.ceil((count * width) / 8)
}

function writeSparse(out: ByteWriter, values: readonly number[], usual: number, exceptions: number): void {
  out.byte(layouts.sparse)
  out.signed(usual)
  out.unsigned(exceptions)
  let last = -1
  values.forEach((value, place) => {
    if (value === usual) return
    out.unsigned(place - last - 1)
    out.signed(value)
    last = place
  })
}

function writeDictionary(out: ByteWriter, values: readonly number[], distinct: readonly number[]): void {
  out.byte(layouts.dictionary)
  out.unsigned(distinct.length)
  for (const value of distinct) out.signed(value)
  const places = new Map(distinct.map((value, place) => [value, place]))
  out.packed(
    values.map((value) => places.get(value) ?? 0),
    bitsFor(distinct.length - 1),
  )
}

export function readColumn(input: ByteReader, count: number): number[] {
  if (count === 0) return []
  const layout = input.byte()
  if (layout === layouts.steps) {
    const least = input.signed()
    const step = input.unsigned()
    return input.packed(count, input.byte()).map((value) => least + value * step)
  }
  if (layout === layouts.dictionary) {
    const distinct = Array.from({ length: input.unsigned() }, () => input.signed())
    return input.packed(count, bitsFor(distinct.length - 1)).map((place) => distinct[place] ?? 0)
  }
  if (layout !== layouts.sparse) throw new CorruptRecordError(`Unknown column layout ${layout}`)
  const values = new Array<number>(count).fill(input.signed())
  const exceptions = input.unsigned()
  let place = -1
  for (let n = 0; n < exceptions; n++) {
    place += input.unsigned() + 1
    values[place] = input.signed()
  }
  return values
}
