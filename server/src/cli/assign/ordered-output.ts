import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { CommandProblem } from '../command.ts'

const bufferBytes = 1 << 20

/** Appends to a file through one buffer of 1 MB, so that memory stays flat and the disk is asked seldom. */
class BufferedFile {
  readonly #file: FileHandle
  readonly #buffer = Buffer.allocUnsafe(bufferBytes)
  #used = 0
  /** Bytes appended so far. */
  bytes = 0

  constructor(file: FileHandle) {
    this.#file = file
  }

  async appendText(text: string): Promise<void> {
    // A UTF-16 unit takes at most three bytes in UTF-8.
    if (text.length * 3 > bufferBytes) {
      await this.#appendLarge(Buffer.from(text))
      return
    }
    if (this.#used + text.length * 3 > bufferBytes) await this.flush()
    const written = this.#buffer.write(text, this.#used)
    this.#used += written
    this.bytes += written
  }

  /** Copies a stretch of another file without looking at it. */
  async appendFrom(source: FileHandle, at: number, length: number): Promise<void> {
    for (let done = 0; done < length; ) {
      if (this.#used === bufferBytes) await this.flush()
      const wanted = Math.min(length - done, bufferBytes - this.#used)
      const { bytesRead } = await source.read(this.#buffer, this.#used, wanted, at + done)
      if (bytesRead === 0) throw new Error('the spool file ended early')
      this.#used += bytesRead
      this.bytes += bytesRead
      done += bytesRead
    }
  }

  async flush(): Promise<void> {
    for (let done = 0; done < this.#used; ) {
      done += (await this.#file.write(this.#buffer, done, this.#used - done)).bytesWritten
    }
    this.#used = 0
  }

  async #appendLarge(bytes: Buffer): Promise<void> {
    await this.flush()
    await this.#file.appendFile(bytes)
    this.bytes += bytes.length
  }
}

/** Where lines go, each with its place in the output. */
export interface LineOutput {
  /** `parts` together are the line, its line break included. */
  write(place: number, parts: readonly string[]): Promise<void>
  /** Everything stands in its place: the file gets its name. */
  finish(): Promise<void>
  /** Takes away what was begun; safe after `finish`. */
  discard(): Promise<void>
}

/** A folder that is missing is a slip of whoever typed it, told by the name they typed. */
async function openIn(path: string, draftPath: string): Promise<FileHandle> {
  try {
    return await open(draftPath, 'w')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code !== 'ENOENT' && code !== 'ENOTDIR') throw error
    throw new CommandProblem(`${path}: there is no such folder; make it first.`)
  }
}

/**
 * A file whose lines may come in another order than they shall stand in: urgent and older leads are decided first, the
 * output follows the input. Lines that come out of order go to a spool file beside it and are put in place at the end,
 * so memory holds no decisions. The file appears under its name only when it is whole.
 */
export async function openOrderedFile(path: string, inOrder: boolean): Promise<LineOutput> {
  const draftPath = `${path}.${process.pid}.part`
  const spoolPath = `${path}.${process.pid}.spool`
  const draft = await openIn(path, draftPath)
  const target = new BufferedFile(draft)
  const spoolFile = inOrder ? null : await open(spoolPath, 'w+')
  const spool = spoolFile && new BufferedFile(spoolFile)
  const places: { at: number; bytes: number }[] = []

  const putInPlace = async (): Promise<void> => {
    if (!spool || !spoolFile) return
    await spool.flush()
    for (const { at, bytes } of places) await target.appendFrom(spoolFile, at, bytes)
  }
  let closed = false
  const close = async (): Promise<void> => {
    if (closed) return
    closed = true
    await draft.close()
    await spoolFile?.close()
    await rm(spoolPath, { force: true })
  }
  return {
    async write(place, parts) {
      const file = spool ?? target
      const at = file.bytes
      for (const part of parts) await file.appendText(part)
      places[place] = { at, bytes: file.bytes - at }
    },
    async finish() {
      await putInPlace()
      await target.flush()
      await close()
      await rename(draftPath, path)
    },
    async discard() {
      await close()
      await rm(draftPath, { force: true })
    },
  }
}
