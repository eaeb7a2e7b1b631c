import { utf8Text } from './utf8.ts'

/** Thrown where bytes are not what the writer wrote: truncated, of another format, or of another roster. */
export class CorruptRecordError extends Error {
  readonly code = 'CORRUPT_RECORD'
}

/** Reads what `ByteWriter` wrote; throws `CorruptRecordError` past the end. */
export class ByteReader {
  readonly #bytes: Uint8Array
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  get finished(): boolean {
    return this.#at === this.#bytes.length
  }

  byte(): number {
    const value = this.#bytes[this.#at]
    if (value === undefined) throw new CorruptRecordError('The record ends too early')
    this.#at += 1
    return value
  }

  unsigned(): number {
    let value = 0
    let scale = 1
    for (;;) {
      const byte = this.byte()
      value += (byte % 128) * scale
      if (byte < 128) return value
      scale *= 128
    }
  }

  signed(): number {
    const value = this.unsigned()
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2
  }

  text(): string {
    const length = this.unsigned()
    if (this.#at + length > this.#bytes.length) throw new CorruptRecordError('A text ends too early')
    const text = utf8Text(this.#bytes.subarray(this.#at, this.#at + length))
    this.#at += length
    return text
  }

  packed(count: number, width: number): number[] {
    const values: number[] = []
    let pending = 0
    let bits = 0
    for (let n = 0; n < count; n++) {
      let value = 0
      for (let got = 0; got < width; ) {
        if (bits === 0) {
          pending = this.byte()
          bits = 8
        }
        const take = Math.min(bits, width - got)
        value += (pending % 2 ** take) * 2 ** got
        pending = Math.floor(pending / 2 ** take)
        bits -= take
        got += take
      }
      values.push(value)
    }
    return values
  }
}
