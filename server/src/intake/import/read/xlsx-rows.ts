import { says } from '../../../platform/errors/sentences/index.ts'
import { type CheckedZip, openCheckedZip } from './check-zip.ts'
import { decodeChunks } from './encoding.ts'
import { FileProblem, type SheetRow } from './sheet-row.ts'
import { excelTime, readDateStyles } from './xlsx-dates.ts'
import { attribute, xmlEvents } from './xml-events.ts'

/** Shared strings are looked up while rows stream by, so they are held; beyond this the file has to be split. */
const longestStrings = 120_000_000
const mostColumns = 1_000

interface Sheet {
  readonly name: string
  readonly path: string
}

/** Names of the sheets of a workbook, in their order. */
export async function sheetNames(path: string): Promise<string[]> {
  const zip = await openCheckedZip(path)
  try {
    return (await readWorkbook(zip)).sheets.map((sheet) => sheet.name)
  } finally {
    zip.close()
  }
}

/** Rows of one sheet, streamed; cells as text, dates as ISO texts. Without a name the first sheet is read. */
export async function* xlsxRows(path: string, name: string | null): AsyncGenerator<SheetRow> {
  const zip = await openCheckedZip(path)
  try {
    const { sheets, epoch1904 } = await readWorkbook(zip)
    const sheet = sheets.find((one) => name === null || one.name === name)
    if (sheet === undefined)
      throw new FileProblem('FILE_UNREADABLE', says('workbook_no_such_sheet', { name: name ?? '' }))
    const strings = await readSharedStrings(zip)
    const isDate = await readDateStyles(zip)
    yield* sheetRows(zip, sheet.path, strings, (style, value) =>
      isDate(style) ? excelTime(value, epoch1904) : null,
    )
  } finally {
    zip.close()
  }
}

async function readWorkbook(zip: CheckedZip): Promise<{ sheets: Sheet[]; epoch1904: boolean }> {
  if (!zip.entries.has('xl/workbook.xml')) throw new FileProblem('FILE_UNREADABLE', 'zip_no_workbook')
  const found: { name: string; id: string }[] = []
  let epoch1904 = false
  for await (const events of xml(zip, 'xl/workbook.xml'))
    for (const event of events) {
      if (event.type !== 'open') continue
      if (event.name === 'workbookPr')
        epoch1904 = ['1', 'true'].includes(attribute(event.attributes, 'date1904') ?? '')
      if (event.name === 'sheet')
        found.push({
          name: attribute(event.attributes, 'name') ?? '',
          id: /:id\s*=\s*"([^"]*)"/.exec(event.attributes)?.[1] ?? '',
        })
    }
  const targets = new Map<string, string>()
  if (zip.entries.has('xl/_rels/workbook.xml.rels'))
    for await (const events of xml(zip, 'xl/_rels/workbook.xml.rels'))
      for (const event of events)
        if (event.type === 'open' && event.name === 'Relationship')
          targets.set(attribute(event.attributes, 'Id') ?? '', attribute(event.attributes, 'Target') ?? '')
  const sheets = found
    .map(({ name, id }) => ({ name, path: resolved(targets.get(id) ?? '') }))
    .filter((sheet) => zip.entries.has(sheet.path))
  return { sheets, epoch1904 }
}

const resolved = (target: string): string =>
  target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`

async function readSharedStrings(zip: CheckedZip): Promise<string[]> {
  const strings: string[] = []
  if (!zip.entries.has('xl/sharedStrings.xml')) return strings
  let current: string | null = null
  let inText = false
  let phonetic = false
  let length = 0
  for await (const events of xml(zip, 'xl/sharedStrings.xml'))
    for (const event of events) {
      if (event.type === 'open') {
        if (event.name === 'si') {
          current = ''
          if (event.empty) strings.push('')
        } else if (event.name === 'rPh') phonetic = !event.empty
        else if (event.name === 't') inText = !event.empty && !phonetic
      } else if (event.type === 'close') {
        if (event.name === 'si') {
          strings.push(current ?? '')
          current = null
        } else if (event.name === 't') inText = false
        else if (event.name === 'rPh') phonetic = false
      } else if (inText && current !== null) {
        current += event.text
        length += event.text.length
        if (length > longestStrings) throw new FileProblem('FILE_TOO_LARGE', 'workbook_text')
      }
    }
  return strings
}

async function* sheetRows(
  zip: CheckedZip,
  path: string,
  strings: readonly string[],
  dateOf: (style: number, value: string) => string | null,
): AsyncGenerator<SheetRow> {
  let number = 0
  let cells: string[] = []
  let formulas: number[] = []
  let column = -1
  let type = ''
  let style = 0
  let value = ''
  let reading = false
  for await (const events of xml(zip, path))
    for (const event of events) {
      if (event.type === 'text') {
        if (reading) value += event.text
      } else if (event.type === 'open') {
        switch (event.name) {
          case 'row': {
            const wanted = Number(attribute(event.attributes, 'r') ?? number + 1)
            // Rows a sheet leaves out are empty rows to whoever looks at it.
            number = Number.isSafeInteger(wanted) && wanted > number ? wanted : number + 1
            cells = []
            formulas = []
            column = -1
            break
          }
          case 'c': {
            const at = columnOf(attribute(event.attributes, 'r'))
            column = at ?? column + 1
            if (column >= mostColumns)
              throw new FileProblem('FILE_SUSPICIOUS', says('row_columns', { row: number }))
            type = attribute(event.attributes, 't') ?? 'n'
            style = Number(attribute(event.attributes, 's') ?? 0)
            value = ''
            break
          }
          case 'f':
            formulas.push(column)
            break
          case 'v':
          case 't':
            reading = !event.empty
            break
        }
      } else if (event.name === 'v' || event.name === 't') reading = false
      else if (event.name === 'c') {
        while (cells.length < column) cells.push('')
        cells[column] = cellText(type, value, strings, () => dateOf(style, value)).trim()
      } else if (event.name === 'row')
        yield { number, cells, ...(formulas.length === 0 ? {} : { formulas: [...new Set(formulas)] }) }
    }
}

function cellText(
  type: string,
  value: string,
  strings: readonly string[],
  date: () => string | null,
): string {
  if (type === 's') return strings[Number(value)] ?? ''
  if (type === 'b') return value === '1' ? 'true' : 'false'
  if (type === 'e') return ''
  if (type === 'n' && value !== '') return date() ?? plainNumber(value)
  return value
}

/** Excel writes 13800138000 as 1.3800138E10 and 0.1 as 0.10000000000000001. */
function plainNumber(value: string): string {
  const number = Number(value)
  if (!Number.isFinite(number)) return value
  if (Number.isInteger(number)) return number.toLocaleString('en-US', { useGrouping: false })
  return String(Number(number.toPrecision(15)))
}

function columnOf(reference: string | null): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0]
  if (letters === undefined) return null
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}

async function* xml(zip: CheckedZip, name: string) {
  yield* xmlEvents(decodeChunks(await zip.open(name), 'utf-8'))
}
