import { says } from '../../../platform/errors/sentences/index.ts'
import { FileProblem, type SheetRow } from './sheet-row.ts'

/** A record longer than this has an unclosed quotation mark, or is no table. */
const longestRecord = 1_000_000

/**
 * Records of delimited text (RFC 4180, any delimiter, CR, LF or both), read as the text arrives. Row numbers count
 * lines as a spreadsheet shows them: a line break inside quotation marks does not start a row. Throws where the text
 * ends inside quotation marks: the file was cut off.
 */
export async function* csvRows(text: AsyncIterable<string>, delimiter: string): AsyncGenerator<SheetRow> {
  let buffer = ''
  let number = 0
  for await (const chunk of text) {
    buffer += chunk
    // The last record may go on in the next chunk, as may a CR LF pair or a doubled quotation mark.
    let at = 0
    for (;;) {
      const record = readRecord(buffer, at, delimiter)
      if (record === null || record.next >= buffer.length) break
      at = record.next
      yield { number: ++number, cells: record.cells }
    }
    buffer = buffer.slice(at)
    if (buffer.length > longestRecord)
      throw new FileProblem('FILE_UNREADABLE', says('row_no_end', { row: number + 1 }))
  }
  let at = 0
  while (at < buffer.length) {
    const record = readRecord(buffer, at, delimiter) ?? readRecord(`${buffer}\n`, at, delimiter)
    if (record === null) throw new FileProblem('FILE_UNREADABLE', says('file_cut', { row: number + 1 }))
    at = record.next
    yield { number: ++number, cells: record.cells }
  }
}

/** The record that starts at `from`, or null where its end is not in sight. */
function readRecord(text: string, from: number, delimiter: string): { cells: string[]; next: number } | null {
  const cells: string[] = []
  let at = from
  for (;;) {
    let cell = ''
    if (text.charCodeAt(at) === 34) {
      let start = at + 1
      for (;;) {
        const close = text.indexOf('"', start)
        if (close < 0) return null
        cell += text.slice(start, close)
        if (text.charCodeAt(close + 1) !== 34) {
          at = close + 1
          break
        }
        cell += '"'
        start = close + 2
      }
    }
    let end = at
    for (;;) {
      if (end >= text.length) return null
      const char = text.charCodeAt(end)
      if (char === 10 || char === 13 || text.startsWith(delimiter, end)) break
      end++
    }
    cells.push((cell + text.slice(at, end)).trim())
    if (text.charCodeAt(end) === 13)
      return { cells, next: text.charCodeAt(end + 1) === 10 ? end + 2 : end + 1 }
    if (text.charCodeAt(end) === 10) return { cells, next: end + 1 }
    at = end + delimiter.length
  }
}

const delimiters = [',', '\t', ';', '|'] as const

/** The delimiter that cuts the first lines into the most columns while giving each line the same number of them. */
export async function sniffDelimiter(sample: string): Promise<string> {
  let best: string = ','
  let bestScore = 0
  for (const delimiter of delimiters) {
    const widths: number[] = []
    try {
      for await (const row of csvRows(once(sample), delimiter)) {
        if (row.cells.length > 1 || row.cells[0] !== '') widths.push(row.cells.length)
        if (widths.length === 30) break
      }
    } catch (error) {
      if (!(error instanceof FileProblem)) throw error
      // The sample may end inside a record; what was read before is enough to judge by.
    }
    const width = Math.max(0, ...widths)
    const same = widths.filter((w) => w === width).length / Math.max(1, widths.length)
    const score = width > 1 ? width * same * same : 0
    if (score > bestScore) [best, bestScore] = [delimiter, score]
  }
  return best
}

async function* once(text: string): AsyncGenerator<string> {
  yield text
}
