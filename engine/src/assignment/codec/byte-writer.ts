import { utf8Bytes } from './utf8.ts'

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
  #bytes = new Uint8Array(512)
  #length = 0

  byte(value: number): void {
    if (this.#length === this.#bytes.length) {
      const larger = new Uint8Array(this.#bytes.length * 2)
      larger.set(this.#bytes)
      this.#bytes = larger
    }
    this.#bytes[this.#length++] = value
  }

  unsigned(value: number): void {
    let rest = value
    while (rest >= 128) {
      this.byte((rest % 128) + 128)
      rest = Math.floor(rest / 128)
    }
    this.byte(rest)
  }

  signed(value: number): void {
    this.unsigned(zigzag(value))
  }

  text(value: string): void {
    const bytes = utf8Bytes(value)
    this.unsigned(bytes.length)
    for (const byte of bytes) this.byte(byte)
  }

  /** Values of `width` bits each (0–53), lowest bits first, padded to a whole byte. */
  packed(values: readonly number[], width: number): void {
    if (width <= 24) this.#packedNarrow(values, width)
    else this.#packedWide(values, width)
  }

  /** Fewer than 8 bits are pending, so 24 more fit in 31: plain integer shifts, many times faster. */
  #packedNarrow(values: readonly number[], width: number): void {
    if (width === 0) return
    let pending = 0
    let bits = 0
    for (const value of values) {
      pending |= value << bits
      bits += width
      for (; bits >= 8; bits -= 8) {
        this.byte(pending & 255)
        pending >>>= 8
      }
    }
    if (bits > 0) this.byte(pending)
  }

  #packedWide(values: readonly number[], width: number): void {
    let pending = 0
    let bits = 0
    for (const value of values) {
      let rest = value
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

  finish(): Uint8Array {
    return this.#bytes.slice(0, this.#length)
  }
}
