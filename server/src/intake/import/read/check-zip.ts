import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { says } from '../../../platform/errors/sentences/index.ts'
import { FileProblem } from './sheet-row.ts'

const mostEntries = 5_000
/** 100,000 rows × 20 columns unpack to about 150 MB. */
const largestUnpacked = 1_500_000_000
/** Sheets of one repeated value reach 60 : 1; bombs start at 1,000 : 1. */
const steepest = 200
/** Below this nobody is hurt whatever the ratio. */
const harmless = 20_000_000

export interface CheckedZip {
  readonly entries: ReadonlyMap<string, Entry>
  open(name: string): Promise<AsyncIterable<Uint8Array>>
  close(): void
}

/**
 * Opens a zip after looking at its directory: how much it claims to unpack to, how steeply, whether it is encrypted.
 * While reading, each entry is held to the size it claimed, so a lying directory fails, too.
 */
export async function openCheckedZip(path: string): Promise<CheckedZip> {
  const zip = await opened(path)
  const entries = new Map<string, Entry>()
  let unpacked = 0
  let packed = 0
  try {
    for await (const entry of entriesOf(zip)) {
      if (entries.size >= mostEntries) throw new FileProblem('FILE_SUSPICIOUS', 'workbook_parts')
      if ((entry.generalPurposeBitFlag & 1) === 1)
        throw new FileProblem('FILE_UNREADABLE', 'workbook_password')
      unpacked += entry.uncompressedSize
      packed += entry.compressedSize
      entries.set(entry.fileName, entry)
    }
    if (unpacked > largestUnpacked || (unpacked > harmless && unpacked > packed * steepest))
      throw new FileProblem(
        'FILE_SUSPICIOUS',
        says('workbook_bomb', {
          size: Math.round(unpacked / 1e6),
          times: Math.round(unpacked / Math.max(1, packed)),
        }),
      )
  } catch (error) {
    zip.close()
    throw error instanceof FileProblem ? error : unreadable(error)
  }
  return {
    entries,
    async open(name) {
      const entry = entries.get(name)
      if (entry === undefined) throw new FileProblem('FILE_UNREADABLE', says('workbook_lacks', { name }))
      return chunksOf(zip, entry)
    },
    close: () => zip.close(),
  }
}

function opened(path: string): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    yauzl.open(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true }, (error, zip) =>
      error === null || error === undefined ? resolve(zip) : reject(unreadable(error)),
    )
  })
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  for (;;) {
    const entry = await new Promise<Entry | null>((resolve, reject) => {
      const settle = (act: () => void): void => {
        zip.removeListener('entry', onEntry)
        zip.removeListener('end', onEnd)
        zip.removeListener('error', onError)
        act()
      }
      const onEntry = (one: Entry): void => settle(() => resolve(one))
      const onEnd = (): void => settle(() => resolve(null))
      const onError = (error: Error): void => settle(() => reject(error))
      zip.on('entry', onEntry)
      zip.on('end', onEnd)
      zip.on('error', onError)
      zip.readEntry()
    })
    if (entry === null) return
    yield entry
  }
}

async function* chunksOf(zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  const stream = await new Promise<AsyncIterable<Uint8Array>>((resolve, reject) => {
    zip.openReadStream(entry, (error, readable) =>
      error === null || error === undefined ? resolve(readable) : reject(unreadable(error)),
    )
  })
  try {
    for await (const chunk of stream) yield chunk
  } catch (error) {
    throw unreadable(error)
  }
}

const unreadable = (error: unknown): FileProblem =>
  new FileProblem(
    'FILE_UNREADABLE',
    says('workbook_broken', { why: error instanceof Error ? error.message : String(error) }),
  )
