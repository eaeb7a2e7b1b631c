import { matchHeaders, type SheetKind } from '../../intake/mapping/header-aliases.ts'
import { parseDelimited } from '../csv.ts'
import type { SheetProblem } from './sheet-problem.ts'

export interface Column {
  readonly index: number
  readonly header: string
  /** Field key; null = a column of the customer's own. */
  readonly key: string | null
}

export interface SheetRow {
  /** As a spreadsheet counts: the header is row 1. */
  readonly number: number
  readonly cells: readonly string[]
}

export interface Sheet {
  readonly file: string
  readonly columns: readonly Column[]
  readonly rows: readonly SheetRow[]
}

/** A file as columns with their meaning and rows with something in them. */
export function readSheet(file: string, kind: SheetKind, bytes: Uint8Array, problems: SheetProblem[]): Sheet {
  const { rows, brokenAt } = parseDelimited(bytes)
  const [headers = [], ...records] = rows
  if (brokenAt !== null) problems.push({ file, row: brokenAt + 1, code: 'BROKEN_QUOTES' })
  if (headers.every((header) => header === '')) {
    problems.push({ file, code: 'EMPTY_FILE' })
    return { file, columns: [], rows: [] }
  }
  const columns = matchHeaders(headers, kind)
    .filter(({ header }) => header !== '')
    .map(({ column, header, key }) => ({ index: column, header, key }))
  const kept: SheetRow[] = []
  for (const [index, cells] of records.entries()) {
    if (cells.every((cell) => cell === '')) continue
    const number = index + 2
    if (cells.slice(headers.length).some((cell) => cell !== '')) {
      problems.push({ file, row: number, code: 'TOO_MANY_CELLS', expected: String(headers.length) })
    }
    kept.push({ number, cells })
  }
  return { file, columns, rows: kept }
}

/** A row by field key; an absent column reads as an empty text. */
export function cellReader(sheet: Sheet): (row: SheetRow, key: string) => string {
  const indexes = new Map(
    sheet.columns.flatMap(({ key, index }) => (key === null ? [] : [[key, index] as const])),
  )
  return (row, key) => {
    const index = indexes.get(key)
    return index === undefined ? '' : (row.cells[index] ?? '')
  }
}

export const headerOf = (sheet: Sheet, key: string): string =>
  sheet.columns.find((column) => column.key === key)?.header ?? key

/**
 * Reports every row without an id and every id that stands twice.
 */
export function checkIds(sheet: Sheet, key: string, problems: SheetProblem[]): void {
  const { file } = sheet
  if (sheet.columns.length === 0) return
  if (!sheet.columns.some((column) => column.key === key)) {
    problems.push({ file, code: 'NO_ID_COLUMN' })
    return
  }
  const read = cellReader(sheet)
  const column = headerOf(sheet, key)
  const firstRow = new Map<string, number>()
  for (const row of sheet.rows) {
    const id = read(row, key)
    const twin = firstRow.get(id)
    if (id === '') problems.push({ file, row: row.number, column, code: 'MISSING_ID' })
    else if (twin === undefined) firstRow.set(id, row.number)
    else
      problems.push({
        file,
        row: row.number,
        column,
        code: 'DUPLICATE_ID',
        given: id,
        expected: String(twin),
      })
  }
}
