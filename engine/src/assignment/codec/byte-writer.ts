import { utf8Room, writeUtf8 } from './utf8.ts'

/** Signed to unsigned, small stays small: 0, -1, 1, -2 … → 0, 1, 2, 3 …; exact below 2^52. */
export function zigzag(value: number): number {
  return value < 0 ? -2 * value - 1 : 2 * value
}

/** Bytes a value takes as a varint. */
export function varintSize(value: number): number {
  let size = 1
  for (let rest = value; rest >= 128; rest = Math.floor(rest / 128)) size += 1
  return size
}

/** Grows as needed; unsigned integers are little-endian base 128, exact up to 2^53. */
export class ByteWriter {
  #bytes = new Uint8Array(2048)
  #length = 0

  get length(): number {
    return this.#length
  }

  /** Makes sure that so many bytes more can be stored without asking. */
  #reserve(count: number): Uint8Array {
    const needed = this.#length + count
    if (needed > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(needed, this.#bytes.length * 2))
      larger.set(this.#bytes.subarray(0, this.#length))
      this.#bytes = larger
    }
    return this.#bytes
  }

  byte(value: number): void {
    this.#reserve(1)[this.#length++] = value
  }

  unsigned(value: number): void {
    const bytes = this.#reserve(8)
    let at = this.#length
    let rest = value
    while (rest >= 128) {
      bytes[at++] = (rest % 128) + 128
      rest = Math.floor(rest / 128)
    }
    bytes[at++] = rest
    this.#length = at
  }

  signed(value: number): void {
    this.unsigned(zigzag(value))
  }

  text(value: string): void {
    const room = utf8Room(value)
    this.#reserve(room + 8)
    // The length stands first and is known last: one byte is set aside, right for up to 127 bytes.
    const start = this.#length + 1
    const end = writeUtf8(value, this.#bytes, start)
    const size = end - start
    if (size < 128) {
      this.#bytes[start - 1] = size
      this.#length = end
      return
    }
    const prefix = varintSize(size)
    this.#bytes.copyWithin(start - 1 + prefix, start, end)
    this.unsigned(size)
    this.#length += size
  }

  /** The first bytes of a part as they are; a loop, since parts are short. */
  raw(part: Uint8Array, count: number): void {
    const bytes = this.#reserve(count)
    const at = this.#length
    for (let n = 0; n < count; n++) bytes[at + n] = part[n] ?? 0
    this.#length = at + count
  }

  /** Copies what was written from `start` on; `into` is long enough. */
  copyFrom(start: number, into: Uint8Array): void {
    const bytes = this.#bytes
    const count = this.#length - start
    for (let n = 0; n < count; n++) into[n] = bytes[start + n] ?? 0
  }

  /** Values of `width` bits each (0–53), lowest bits first, padded to a whole byte. */
  packed(values: ArrayLike<number>, count: number, width: number): void {
    if (width <= 24) this.#packedNarrow(values, count, width)
    else this.#packedWide(values, count, width)
  }

  /** Fewer than 8 bits are pending, so 24 more fit in 31: plain integer shifts, many times faster. */
  #packedNarrow(values: ArrayLike<number>, count: number, width: number): void {
    if (width === 0) return
    const bytes = this.#reserve(Math.ceil((count * width) / 8))
    let at = this.#length
    let pending = 0
    let bits = 0
    for (let n = 0; n < count; n++) {
      pending |= (values[n] ?? 0) << bits
      bits += width
      for (; bits >= 8; bits -= 8) {
        bytes[at++] = pending & 255
        pending >>>= 8
      }
    }
    if (bits > 0) bytes[at++] = pending
    this.#length = at
  }

  #packedWide(values: ArrayLike<number>, count: number, width: number): void {
    let pending = 0
    let bits = 0
    for (let n = 0; n < count; n++) {
      let rest = values[n] ?? 0
      for (let left = width; left > 0; ) {
        const take = Math.min(8, left)
        pending += (rest % 2 ** take) * 2 ** bits
        rest = Math.floor(rest / 2 ** take)
        bits += take
        left -= take
        while (bits >= 8) {
          this.byte(pending % 256)
          pending = Math.floor(pending / 256)
          bits -= 8
        }
      }
    }
    if (bits > 0) this.byte(pending)
  }

  /** Everything written; the writer starts anew. */
  finish(): Uint8Array {
    const bytes = this.#bytes.slice(0, this.#length)
    this.#length = 0
    return bytes
  }
}
