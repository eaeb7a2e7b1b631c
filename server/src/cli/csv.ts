import Papa from 'papaparse'

/** A delimited file as text cells. Row 0 is the header. */
export interface DelimitedText {
  readonly rows: readonly (readonly string[])[]
  /** Index of a record whose quotation marks are not closed. */
  readonly brokenAt: number | null
}

/** Bytes as text: byte order marks first (UTF-8, UTF-16), then strict UTF-8, else GB18030 (which contains GBK). */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Not UTF-8: what Excel in China writes.
    return new TextDecoder('gb18030').decode(bytes)
  }
}

const delimiters = [',', '\t', ';', '|'] as const

/**
 * The delimiter that stands most often in the header outside quotation marks; a comma where none does. Only the header
 * is asked, because cells hold several values separated by semicolons.
 */
export function delimiterOf(text: string): string {
  const end = text.search(/[\r\n]/)
  const header = (end < 0 ? text : text.slice(0, end)).replaceAll(/"(?:[^"]|"")*"/g, '')
  let best = ','
  let most = 0
  for (const delimiter of delimiters) {
    const count = header.split(delimiter).length - 1
    if (count > most) [best, most] = [delimiter, count]
  }
  return best
}

/** Reads a delimited file; cells are trimmed, empty rows stay so that rows can be counted as a spreadsheet shows them. */
export function parseDelimited(bytes: Uint8Array): DelimitedText {
  const text = decodeText(bytes)
  const parsed = Papa.parse<string[]>(text, { delimiter: delimiterOf(text), skipEmptyLines: false })
  const broken = parsed.errors.find((error) => error.type === 'Quotes')
  return {
    rows: parsed.data.map((row) => row.map((cell) => cell.trim())),
    brokenAt: broken ? (broken.row ?? 0) : null,
  }
}
