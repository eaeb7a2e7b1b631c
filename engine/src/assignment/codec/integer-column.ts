import { type ByteReader, CorruptRecordError } from './byte-reader.ts'
import { type ByteWriter, varintSize, zigzag } from './byte-writer.ts'

/** How a column of integers is laid out; each column takes the shortest. */
const layouts = { steps: 0, dictionary: 1, sparse: 2, constant: 3 } as const

/** With more different values than this neither a dictionary nor exceptions are shorter than steps. */
const mostDistinct = 16

/** The different values of one column and how often each occurs; one instance serves all columns of a writer. */
class Tally {
  /** In the order they were met. */
  readonly #met = new Float64Array(mostDistinct)
  readonly #counts = new Int32Array(mostDistinct)
  /** Place in `#met` of each value of the column. */
  #slots = new Uint8Array(128)
  /** Rank by value of each place in `#met`, and the other way round. */
  readonly #ranks = new Uint8Array(mostDistinct)
  readonly #byRank = new Uint8Array(mostDistinct)
  size = 0

  /** false where there are too many. */
  read(column: Column, count: number): boolean {
    if (this.#slots.length < count) this.#slots = new Uint8Array(2 * count)
    const met = this.#met
    const counts = this.#counts
    const slots = this.#slots
    let size = 0
    let slot = 0
    for (let n = 0; n < count; n++) {
      const value = column[n] ?? 0
      // Neighbours are often alike.
      if (size === 0 || met[slot] !== value) {
        slot = 0
        while (slot < size && met[slot] !== value) slot += 1
        if (slot === size) {
          if (size === mostDistinct) return false
          met[size] = value
          counts[size++] = 0
        }
      }
      counts[slot] = (counts[slot] ?? 0) + 1
      slots[n] = slot
    }
    this.size = size
    this.#rank()
    return true
  }

  /** By value: the bytes must not depend on who comes first. */
  #rank(): void {
    const met = this.#met
    const byRank = this.#byRank
    for (let slot = 0; slot < this.size; slot++) {
      let rank = slot
      for (; rank > 0 && (met[byRank[rank - 1] ?? 0] ?? 0) > (met[slot] ?? 0); rank--)
        byRank[rank] = byRank[rank - 1] ?? 0
      byRank[rank] = slot
    }
    for (let rank = 0; rank < this.size; rank++) this.#ranks[byRank[rank] ?? 0] = rank
  }

  valueAt(rank: number): number {
    return this.#met[this.#byRank[rank] ?? 0] ?? 0
  }

  countAt(rank: number): number {
    return this.#counts[this.#byRank[rank] ?? 0] ?? 0
  }

  /** Rank of the most frequent value, the smaller one among equals. */
  usual(): number {
    let best = 0
    for (let rank = 1; rank < this.size; rank++) if (this.countAt(rank) > this.countAt(best)) best = rank
    return best
  }

  /** The rank of every value of the column. */
  ranksInto(ranks: Int32Array, count: number): void {
    for (let n = 0; n < count; n++) ranks[n] = this.#ranks[this.#slots[n] ?? 0] ?? 0
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
    const usualValue = tally.valueAt(usual)
    const exceptions = count - tally.countAt(usual)
    let dictionarySize = 1 + packedSize(count, bitsFor(tally.size - 1))
    for (let n = 0; n < tally.size; n++) dictionarySize += varintSize(zigzag(tally.valueAt(n)))
    const sparseSize = varintSize(zigzag(usualValue)) + 1 + exceptions * (1 + leastSize + 1)
    if (sparseSize < stepsSize && sparseSize < dictionarySize) {
      writeSparse(out, values, count, usualValue, exceptions)
      return
    }
    if (dictionarySize < stepsSize) {
      writeDictionary(out, count)
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

function writeDictionary(out: ByteWriter, count: number): void {
  out.byte(layouts.dictionary)
  out.unsigned(tally.size)
  for (let n = 0; n < tally.size; n++) out.signed(tally.valueAt(n))
  const places = scratchOf(count)
  tally.ranksInto(places, count)
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
