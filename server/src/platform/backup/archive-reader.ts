import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { z } from 'zod'
import {
  ARCHIVE_FORMAT,
  type ArchiveHeader,
  BackupProblem,
  type TableEnd,
  type TableStart,
} from './archive.ts'

const headerSchema = z.object({
  peinengBackup: z.literal(ARCHIVE_FORMAT),
  version: z.string(),
  postgres: z.string(),
  createdAt: z.string(),
  tenant: z.object({ id: z.uuid(), slug: z.string() }).nullable(),
  migrations: z.array(z.object({ name: z.string().regex(/^[\w.-]+\.sql$/), sha256: z.string() })),
})
const startSchema = z.object({ table: z.string(), columns: z.array(z.string()).min(1) })
const tableEndSchema = z.object({ rows: z.number().int(), sha256: z.string() })
const endSchema = z.object({ end: z.literal(true), tables: z.number().int(), sha256: z.string() })

/** Lines are short; a file that never breaks one is not ours. */
const LONGEST_LINE = 1024 * 1024
const LONGEST_FRAME = 256 * 1024 * 1024

/** Reads an archive in one pass and refuses it at the first byte that is not as it was written. */
export class ArchiveReader {
  readonly #chunks: AsyncIterator<Buffer>
  readonly #seal = createHash('sha256')
  #buffer: Buffer = Buffer.alloc(0)
  #tables = 0

  constructor(source: Readable) {
    const gunzip = createGunzip()
    source.on('error', (error) => gunzip.destroy(error))
    this.#chunks = (source.pipe(gunzip) as AsyncIterable<Buffer>)[Symbol.asyncIterator]()
  }

  async header(): Promise<ArchiveHeader> {
    const line = await this.#line()
    const parsed = headerSchema.safeParse(line)
    if (parsed.success) return parsed.data
    const format = (line as { peinengBackup?: unknown }).peinengBackup
    throw new BackupProblem(
      typeof format === 'number'
        ? `This backup has format ${format}; this Peineng reads ${ARCHIVE_FORMAT}. Update Peineng.`
        : 'This file is not a Peineng backup.',
    )
  }

  /** The next table, or undefined once the end was read and everything matched. */
  async nextTable(): Promise<TableStart | undefined> {
    const sealBefore = this.#seal.copy().digest('hex')
    const line = await this.#line()
    const start = startSchema.safeParse(line)
    if (start.success) {
      this.#tables += 1
      return start.data
    }
    const end = endSchema.safeParse(line)
    if (!end.success || end.data.tables !== this.#tables || end.data.sha256 !== sealBefore) throw damaged()
    if ((await this.#fill(1)) !== 0) throw damaged()
    return undefined
  }

  /** The table's COPY text; must be drained. The last step checks the checksum. */
  async *rows(): AsyncGenerator<Buffer, TableEnd> {
    const hash = createHash('sha256')
    for (;;) {
      const length = (await this.#bytes(4)).readUInt32BE()
      if (length === 0) break
      if (length > LONGEST_FRAME) throw damaged()
      const chunk = await this.#bytes(length)
      hash.update(chunk)
      yield chunk
    }
    const end = tableEndSchema.safeParse(await this.#line())
    if (!end.success || end.data.sha256 !== hash.digest('hex')) throw damaged()
    return end.data
  }

  async #line(): Promise<unknown> {
    let at = this.#buffer.indexOf(10)
    while (at < 0) {
      if (this.#buffer.length > LONGEST_LINE) throw damaged()
      const before = this.#buffer.length
      if ((await this.#fill(before + 1)) === before) throw damaged()
      at = this.#buffer.indexOf(10, before)
    }
    const line = await this.#bytes(at + 1)
    this.#seal.update(line)
    try {
      return JSON.parse(line.toString('utf8'))
    } catch {
      throw damaged()
    }
  }

  async #bytes(count: number): Promise<Buffer> {
    if ((await this.#fill(count)) < count) throw damaged()
    const bytes = this.#buffer.subarray(0, count)
    this.#buffer = this.#buffer.subarray(count)
    return bytes
  }

  /** Reads until `count` bytes are at hand or the file ends; says how many there are. */
  async #fill(count: number): Promise<number> {
    const parts = [this.#buffer]
    let have = this.#buffer.length
    while (have < count) {
      const next = await this.#chunks.next().catch((cause: unknown) => {
        throw damaged(cause)
      })
      if (next.done) break
      parts.push(next.value)
      have += next.value.length
    }
    if (parts.length > 1) this.#buffer = Buffer.concat(parts)
    return have
  }
}

function damaged(cause?: unknown): BackupProblem {
  return new BackupProblem('This backup is damaged or cut off; nothing was restored from it.', { cause })
}
