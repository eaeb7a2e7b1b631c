import { createHash } from 'node:crypto'
import { once } from 'node:events'
import type { Readable, Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { ArchiveHeader, TableEnd, TableStart } from './archive.ts'

/** Writes an archive table by table into a byte stream, never holding more than a chunk. */
export class ArchiveWriter {
  readonly #gzip = createGzip({ level: 4 })
  readonly #target: Writable
  readonly #seal = createHash('sha256')
  #failure: Error | undefined
  #tables = 0

  constructor(target: Writable) {
    this.#target = target
    const fail = (error: Error) => {
      this.#failure ??= error
      this.#gzip.destroy(error)
    }
    this.#gzip.on('error', fail)
    target.on('error', fail)
    this.#gzip.pipe(target)
  }

  async begin(header: ArchiveHeader): Promise<void> {
    await this.#line(header)
  }

  /** `rowCount` is asked after the data has ended. */
  async table(start: TableStart, data: Readable & { readonly rowCount: number }): Promise<TableEnd> {
    await this.#line(start)
    const hash = createHash('sha256')
    for await (const chunk of data as AsyncIterable<Buffer>) {
      if (chunk.length === 0) continue
      hash.update(chunk)
      await this.#write(lengthOf(chunk))
      await this.#write(chunk)
    }
    await this.#write(Buffer.alloc(4))
    const end = { rows: data.rowCount, sha256: hash.digest('hex') }
    await this.#line(end)
    this.#tables += 1
    return end
  }

  async finish(): Promise<void> {
    await this.#line({ end: true, tables: this.#tables, sha256: this.#seal.copy().digest('hex') })
    this.#gzip.end()
    await finished(this.#target)
  }

  async #line(value: object): Promise<void> {
    const line = Buffer.from(`${JSON.stringify(value)}\n`)
    this.#seal.update(line)
    await this.#write(line)
  }

  async #write(bytes: Buffer): Promise<void> {
    if (this.#failure) throw this.#failure
    if (!this.#gzip.write(bytes)) await once(this.#gzip, 'drain')
  }
}

function lengthOf(chunk: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(chunk.length)
  return length
}
