/** One bit per rep, 32 to a word; bits beyond the last rep are always 0. */
export type BitRow = Int32Array

export function emptyRow(reps: number): BitRow {
  return new Int32Array((reps + 31) >>> 5)
}

export function rowOf(reps: number, holds: (rep: number) => boolean): BitRow {
  const row = emptyRow(reps)
  for (let rep = 0; rep < reps; rep++) if (holds(rep)) setBit(row, rep, true)
  return row
}

export function setBit(row: BitRow, rep: number, on: boolean): void {
  const word = rep >>> 5
  const bit = 1 << (rep & 31)
  row[word] = on ? (row[word] ?? 0) | bit : (row[word] ?? 0) & ~bit
}

export function hasBit(row: BitRow, rep: number): boolean {
  return ((row[rep >>> 5] ?? 0) & (1 << (rep & 31))) !== 0
}

/** Whose bits are set, in order. */
export function setBits(row: BitRow): Int32Array {
  const reps: number[] = []
  for (let word = 0; word < row.length; word++) {
    for (let bits = row[word]!; bits !== 0; bits &= bits - 1) {
      reps.push((word << 5) + 31 - Math.clz32(bits & -bits))
    }
  }
  return Int32Array.from(reps)
}

/** Number of set bits of a word (Warren, Hacker's Delight, 5-1). */
export function popcount(word: number): number {
  let n = word - ((word >>> 1) & 0x55555555)
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333)
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
