import { customPrefix, type FieldDefinition, type FieldType, type FieldValue } from '@peineng/engine'
import { booleanCell, listCell, numberCell, timeCell } from './cell-values.ts'
import type { Column, Sheet } from './sheet.ts'

/** A column of the customer's own: a typed attribute rules may name as `custom.<header>` or by its bare header. */
export interface CustomColumn {
  readonly index: number
  readonly definition: FieldDefinition
  readonly read: (cell: string) => FieldValue | undefined
}

/** Leading zeros and very long digits are codes (phones, order numbers), not quantities. */
const isQuantity = (cell: string): boolean =>
  numberCell(cell) !== undefined && !/^0\d/.test(cell) && cell.length <= 15

const hasTime = (cell: string, zone: string): boolean => /\D/.test(cell) && timeCell(cell, zone) !== undefined

/** The narrowest type every filled cell of the column fits. */
function typeOf(cells: readonly string[], zone: string): FieldType {
  if (cells.length === 0) return 'text'
  const words = cells.every((cell) => booleanCell(cell) !== undefined)
  if (words && !cells.every(isQuantity)) return 'boolean'
  if (cells.every(isQuantity)) return 'number'
  if (cells.every((cell) => hasTime(cell, zone))) return 'time'
  // Only the semicolon makes a list: 、 stands in ordinary Chinese sentences.
  return cells.some((cell) => /[;；]/.test(cell)) ? 'list' : 'text'
}

const readers: Readonly<Record<FieldType, (cell: string, zone: string) => FieldValue | undefined>> = {
  text: (cell) => cell,
  number: (cell) => numberCell(cell),
  boolean: (cell) => booleanCell(cell),
  time: (cell, zone) => timeCell(cell, zone),
  list: (cell) => listCell(cell),
}

/** Every column without a known meaning, typed by what stands in it; a header that repeats counts once. */
export function customColumns(sheet: Sheet, zone: string): readonly CustomColumn[] {
  const seen = new Set<string>()
  const own = sheet.columns.filter(({ key, header }: Column) => {
    if (key !== null || seen.has(header)) return false
    seen.add(header)
    return true
  })
  return own.map(({ index, header }) => {
    const cells = sheet.rows.map((row) => row.cells[index] ?? '').filter((cell) => cell !== '')
    const type = typeOf(cells, zone)
    const definition = { key: `${customPrefix}${header}`, type }
    return { index, definition, read: (cell) => (cell === '' ? undefined : readers[type](cell, zone)) }
  })
}
