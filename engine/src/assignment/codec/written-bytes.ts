import type { ByteWriter } from './byte-writer.ts'

/** The bytes of something written before, until it changes. Its buffer is used again: small arrays are slow to make. */
export class WrittenBytes {
  #bytes = new Uint8Array(64)
  /** -1 = nothing that still holds. */
  #length = -1

  forget(): void {
    this.#length = -1
  }

  /** Writes them again; false where there are none. */
  writeTo(out: ByteWriter): boolean {
    if (this.#length < 0) return false
    out.raw(this.#bytes, this.#length)
    return true
  }

  /** Remembers what was written from `start` on. */
  keep(out: ByteWriter, start: number): void {
    this.#length = out.length - start
    if (this.#bytes.length < this.#length) this.#bytes = new Uint8Array(2 * this.#length)
    out.copyFrom(start, this.#bytes)
  }
}
