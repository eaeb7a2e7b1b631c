import { readFile } from 'node:fs/promises'
import { gunzipSync } from 'node:zlib'
import { type Table, tableOf } from '@peineng/engine/learning'
import Papa from 'papaparse'
import { UsageError } from '../command.ts'

export interface TableFile {
  readonly table: Table
  readonly delimiter: string
  readonly encoding: 'utf-8' | 'utf-16le' | 'gb18030'
  readonly byteOrderMark: boolean
}

/** Reads a CSV file, gzipped or not; delimiter and encoding are found out, because exports differ and people do not know. */
export async function readTable(path: string): Promise<TableFile> {
  let bytes: Buffer
  try {
    bytes = await readFile(path)
  } catch {
    throw new UsageError(`cannot read ${path}`)
  }
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) bytes = gunzipSync(bytes)
  const { text, encoding, byteOrderMark } = decode(bytes)
  const delimiter = sniffDelimiter(text)
  const parsed = Papa.parse<string[]>(text, { delimiter, skipEmptyLines: true })
  const [header, ...rows] = parsed.data
  if (!header || header.length === 0) throw new UsageError(`${path} has no header row`)
  const columns = uniqueNames(header)
  const values = columns.map((_, column) => rows.map((row) => row[column] ?? ''))
  return { table: tableOf(columns, values), delimiter, encoding, byteOrderMark }
}

function decode(bytes: Buffer): Pick<TableFile, 'encoding' | 'byteOrderMark'> & { text: string } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16le', byteOrderMark: true }
  }
  const byteOrderMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8', byteOrderMark }
  } catch {
    // Not UTF-8: Chinese exports are GBK or GB18030, and the latter contains the former.
    return { text: new TextDecoder('gb18030').decode(bytes), encoding: 'gb18030', byteOrderMark: false }
  }
}

const DELIMITERS = [',', ';', '\t', '|']

/** The delimiter that gives the most columns while giving the same number on the first lines. */
export function sniffDelimiter(text: string): string {
  let best = ','
  let bestScore = 0
  for (const delimiter of DELIMITERS) {
    const { data } = Papa.parse<string[]>(text, { delimiter, preview: 30, skipEmptyLines: 'greedy' })
    const width = data[0]?.length ?? 0
    const same = data.filter((row) => row.length === width).length / Math.max(1, data.length)
    const score = width > 1 ? same * width : 0
    if (score > bestScore) {
      best = delimiter
      bestScore = score
    }
  }
  return best
}

/** Two columns of one name stay apart: the second is called "name (2)". */
function uniqueNames(header: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return header.map((raw) => {
    const name = raw.trim()
    const nth = (seen.get(name) ?? 0) + 1
    seen.set(name, nth)
    return nth === 1 ? name : `${name} (${nth})`
  })
}
