import { type ByteReader, CorruptRecordError } from './byte-reader.ts'
import { type ByteWriter, varintSize, zigzag } from './byte-writer.ts'

/** How a column of integers is laid out; each column takes the shortest. */
const layouts = { steps: 0, dictionary: 1, sparse: 2, constant: 3 } as const

/** With more different values than this neither a dictionary nor exceptions are shorter than steps. */
const mostDistinct = 16

/** The different values of one column and how often each occurs; one instance serves all columns of a writer. */
class Tally {
  readonly values = new Float64Array(mostDistinct)
  readonly counts = new Int32Array(mostDistinct)
  size = 0

  /** false where there are too many. */
  read(column: Column, count: number): boolean {
    const { values, counts } = this
    let size = 0
    let last = 0
    for (let n = 0; n < count; n++) {
      const value = column[n] ?? 0
      // Neighbours are often alike.
      if (size > 0 && values[last] === value) {
        counts[last] = (counts[last] ?? 0) + 1
        continue
      }
      let place = 0
      while (place < size && values[place] !== value) place += 1
      if (place === size) {
        if (size === mostDistinct) return false
        values[size] = value
        counts[size++] = 0
      }
      counts[place] = (counts[place] ?? 0) + 1
      last = place
    }
    this.size = size
    this.#sort()
    return true
  }

  /** By value: the bytes must not depend on who comes first. */
  #sort(): void {
    const { values, counts } = this
    for (let n = 1; n < this.size; n++) {
      const value = values[n] ?? 0
      const count = counts[n] ?? 0
      let place = n
      for (; place > 0 && (values[place - 1] ?? 0) > value; place--) {
        values[place] = values[place - 1] ?? 0
        counts[place] = counts[place - 1] ?? 0
      }
      values[place] = value
      counts[place] = count
    }
  }

  /** Place of the most frequent value, the smaller one among equals. */
  usual(): number {
    let best = 0
    for (let n = 1; n < this.size; n++) if ((this.counts[n] ?? 0) > (this.counts[best] ?? 0)) best = n
    return best
  }

  placeOf(value: number): number {
    let place = 0
    while (place < this.size && this.values[place] !== value) place += 1
    return place
  }
}

export type Column = ArrayLike<number>

// Scratch space: filled and read inside one call, never across calls.
const tally = new Tally()
let scratch = new Int32Array(128)

function scratchOf(count: number): Int32Array {
  if (scratch.length < count) scratch = new Int32Array(2 * count)
  return scratch
}

/** Ranges below this are worked on as 32-bit integers. */
const narrow = 2 ** 30

function divisor(a: number, b: number): number {
  let [x, y] = [a, b]
  while (y !== 0) [x, y] = [y, x % y]
  return x
}

function bitsFor(value: number): number {
  if (value < narrow) return 32 - Math.clz32(value)
  let bits = 0
  for (let rest = value; rest >= 1; rest = Math.floor(rest / 2)) bits += 1
  return bits
}

/** Largest step all values are whole steps above the least: turns are thousands, so most bits fall away. */
function stepOf(values: Column, count: number, least: number, range: number): number {
  let step = range
  if (range >= narrow) {
    for (let n = 0; n < count && step > 1; n++) step = divisor(step, (values[n] ?? 0) - least)
    return step
  }
  for (let n = 0; n < count && step > 1; n++) {
    const offset = ((values[n] ?? 0) - least) | 0
    const rest = (offset % step) | 0
    if (rest !== 0) step = divisor(step, rest)
  }
  return step
}

/** Writes integers below 2^52 in size; their count is known to the reader. */
export function writeColumn(out: ByteWriter, values: Column, count = values.length): void {
  if (count === 0) return
  let least = values[0] ?? 0
  let most = least
  for (let n = 1; n < count; n++) {
    const value = values[n] ?? 0
    if (value < least) least = value
    else if (value > most) most = value
  }
  if (least === most) {
    out.byte(layouts.constant)
    out.signed(least)
    return
  }
  const range = most - least
  const step = stepOf(values, count, least, range)
  const width = bitsFor(range / step)
  const leastSize = varintSize(zigzag(least))
  const stepsSize = leastSize + varintSize(step) + 1 + packedSize(count, width)
  if (tally.read(values, count)) {
    const usual = tally.usual()
    const usualValue = tally.values[usual] ?? 0
    const exceptions = count - (tally.counts[usual] ?? 0)
    let dictionarySize = 1 + packedSize(count, bitsFor(tally.size - 1))
    for (let n = 0; n < tally.size; n++) dictionarySize += varintSize(zigzag(tally.values[n] ?? 0))
    const sparseSize = varintSize(zigzag(usualValue)) + 1 + exceptions * (1 + leastSize + 1)
    if (sparseSize < stepsSize && sparseSize < dictionarySize) {
      writeSparse(out, values, count, usualValue, exceptions)
      return
    }
    if (dictionarySize < stepsSize) {
      writeDictionary(out, values, count)
      return
    }
  }
  out.byte(layouts.steps)
  out.signed(least)
  out.unsigned(step)
  out.byte(width)
  writeSteps(out, values, count, least, step, width)
}

function writeSteps(
  out: ByteWriter,
  values: Column,
  count: number,
  least: number,
  step: number,
  width: number,
): void {
  // A step beyond 32 bits only comes with a range beyond them.
  if (width > 24 || step >= narrow) {
    out.packed(
      Array.from({ length: count }, (_, n) => ((values[n] ?? 0) - least) / step),
      count,
      width,
    )
    return
  }
  const steps = scratchOf(count)
  if (step === 1) for (let n = 0; n < count; n++) steps[n] = (values[n] ?? 0) - least
  else for (let n = 0; n < count; n++) steps[n] = ((values[n] ?? 0) - least) / step
  out.packed(steps, count, width)
}

function packedSize(count: number, width: number): number {
  return Math.ceil((count * width) / 8)
}

function writeSparse(
  out: ByteWriter,
  values: Column,
  count: number,
  usual: number,
  exceptions: number,
): void {
  out.byte(layouts.sparse)
  out.signed(usual)
  out.unsigned(exceptions)
  let last = -1
  for (let place = 0; place < count; place++) {
    const value = values[place] ?? 0
    if (value === usual) continue
    out.unsigned(place - last - 1)
    out.signed(value)
    last = place
  }
}

function writeDictionary(out: ByteWriter, values: Column, count: number): void {
  out.byte(layouts.dictionary)
  out.unsigned(tally.size)
  for (let n = 0; n < tally.size; n++) out.signed(tally.values[n] ?? 0)
  const places = scratchOf(count)
  for (let n = 0; n < count; n++) places[n] = tally.placeOf(values[n] ?? 0)
  out.packed(places, count, bitsFor(tally.size - 1))
}

export function readColumn(input: ByteReader, count: number): number[] {
  if (count === 0) return []
  const layout = input.byte()
  if (layout === layouts.constant) return new Array<number>(count).fill(input.signed())
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
