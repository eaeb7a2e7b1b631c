import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { csvRows, sniffDelimiter } from './csv-rows.ts'
import { decodeChunks, watchEncoding } from './encoding.ts'
import { type FileFormat, FileProblem, type FileSource, type SheetRow } from './sheet-row.ts'
import { sheetNames, xlsxRows } from './xlsx-rows.ts'

/** Rows of a file of a known format, from the first line on. */
export async function* openRows(source: FileSource, format: FileFormat): AsyncGenerator<SheetRow> {
  if (format.type === 'csv') {
    yield* csvRows(decodeChunks(source.chunks(), format.encoding ?? 'utf-8'), format.delimiter ?? ',')
    return
  }
  const spooled = await spool(source)
  try {
    yield* xlsxRows(spooled.path, format.sheet)
  } finally {
    await spooled.remove()
  }
}

const sampleLength = 65_536

/** Finds out what a file is: a workbook by its first bytes, else text in some encoding with some delimiter. */
export async function findFormat(source: FileSource): Promise<FileFormat> {
  const watch = watchEncoding()
  let head = new Uint8Array(0)
  for await (const chunk of source.chunks()) {
    if (head.length < sampleLength) head = Buffer.concat([head, chunk.subarray(0, sampleLength)])
    if (head.length >= 4 && isZip(head)) return workbookFormat(source)
    watch.see(chunk)
  }
  if (head.length === 0) throw new FileProblem('FILE_UNREADABLE', 'file_empty')
  if (isOldExcel(head)) throw new FileProblem('FILE_UNREADABLE', 'old_workbook')
  const { encoding, byteOrderMark } = watch.end()
  if (!encoding.startsWith('utf-16') && !isText(head.subarray(0, 4096)))
    throw new FileProblem('FILE_UNREADABLE', 'no_table')
  const sample = new TextDecoder(encoding).decode(head.subarray(0, sampleLength))
  return {
    type: 'csv',
    encoding,
    byteOrderMark,
    delimiter: await sniffDelimiter(sample),
    sheets: [],
    sheet: null,
  }
}

/** GB18030 makes letters of almost any bytes: a NUL, or more than one control in fifty, is no table. */
function isText(bytes: Uint8Array): boolean {
  const controls = bytes.filter((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 26 && byte !== 27))
  return !bytes.includes(0) && controls.length * 50 <= bytes.length
}

const isZip = (head: Uint8Array): boolean => head[0] === 0x50 && head[1] === 0x4b && (head[2] ?? 0) <= 8
const isOldExcel = (head: Uint8Array): boolean => head[0] === 0xd0 && head[1] === 0xcf && head[2] === 0x11

async function workbookFormat(source: FileSource): Promise<FileFormat> {
  const spooled = await spool(source)
  try {
    const sheets = await sheetNames(spooled.path)
    if (sheets.length === 0) throw new FileProblem('FILE_UNREADABLE', 'workbook_no_sheet')
    return {
      type: 'xlsx',
      encoding: null,
      byteOrderMark: false,
      delimiter: null,
      sheets,
      sheet: sheets[0] ?? null,
    }
  } finally {
    await spooled.remove()
  }
}

/** A zip is read from its end, so it has to lie on disk; in a folder only this process can enter. */
async function spool(source: FileSource): Promise<{ path: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'peineng-import-'))
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true })
  const path = join(folder, 'upload.xlsx')
  try {
    await pipeline(Readable.from(source.chunks()), createWriteStream(path, { mode: 0o600 }))
  } catch (error) {
    await remove()
    throw error
  }
  return { path, remove }
}
