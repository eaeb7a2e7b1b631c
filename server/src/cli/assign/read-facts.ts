import { builtInFields, canonicalOption, type FieldDefinition, type FieldValue } from '@peineng/engine'
import { numberBounds } from '../../customers/index.ts'
import { headerUnit } from '../../intake/mapping/header-aliases.ts'
import { amountCell, booleanCell, daysCell, factCell, isWithin, listCell, timeCell } from './cell-values.ts'
import type { CustomColumn } from './custom-columns.ts'
import type { Column, Sheet, SheetRow } from './sheet.ts'
import type { SheetProblem, SheetProblemCode } from './sheet-problem.ts'

type Read = { readonly value: FieldValue } | { readonly code: SheetProblemCode; readonly expected?: string }

const money = new Set(['amount', 'budget', 'pastAmount'])
const days = new Set(['purchaseWithinDays', 'cycleDays', 'waitingDays', 'daysSinceInteraction'])
/** The load of a rep depends on these two, so a value nobody understands must not pass in silence. */
const strict = new Set(['value', 'difficulty', 'kind'])
const optionExamples: Readonly<Record<string, string>> = {
  value: 'high, mid, low (高, 中, 低)',
  difficulty: 'easy, medium, hard (易, 中, 难)',
  kind: 'lead, account, opportunity, task (线索, 客户, 商机, 任务)',
}

/** A number nobody can mean: the same bounds as at the door for single leads. */
const notANumber = (key: string): Read => {
  const bounds = numberBounds(key)
  return bounds === null
    ? { code: 'NOT_A_NUMBER' }
    : { code: 'NOT_A_NUMBER', expected: `${bounds.minimum}–${bounds.maximum}` }
}

const orElse = (value: FieldValue | undefined, code: SheetProblemCode): Read =>
  value === undefined ? { code } : { value }

function readNumber(key: string, cell: string): Read {
  const value = factCell(key, cell)
  return value === undefined ? notANumber(key) : { value }
}

function readField(field: FieldDefinition, cell: string, column: Column, zone: string): Read {
  const { key } = field
  if (money.has(key)) return orElse(amountCell(cell, headerUnit(column.header)), 'NOT_AN_AMOUNT')
  if (days.has(key)) {
    const value = daysCell(cell)
    return value !== undefined && isWithin(key, value) ? { value } : notANumber(key)
  }
  switch (field.type) {
    case 'number':
      return readNumber(key, cell)
    case 'time':
      return orElse(timeCell(cell, zone), 'NOT_A_TIME')
    case 'list':
      return { value: listCell(cell) }
    case 'boolean':
      // `竞品` often holds the competitor's name: somebody is there.
      return { value: booleanCell(cell) ?? true }
    default: {
      if (!field.options) return { value: cell }
      const option = canonicalOption(key, cell)
      if (option === undefined && strict.has(key))
        return { code: 'NOT_ONE_OF', expected: optionExamples[key] ?? '' }
      return { value: option ?? cell }
    }
  }
}

const fieldByKey = new Map(builtInFields.map((field) => [field.key, field]))

export type FactsReader = (row: SheetRow) => Record<string, FieldValue>

/** Reads a row into facts; empty cells are absent facts, unreadable ones are reported with row and column. */
export function factsReader(
  sheet: Sheet,
  custom: readonly CustomColumn[],
  zone: string,
  problems: SheetProblem[],
): FactsReader {
  const known = sheet.columns.flatMap((column) => {
    const field = column.key === null ? undefined : fieldByKey.get(column.key)
    return field ? [{ column, field }] : []
  })
  return (row) => {
    const facts: Record<string, FieldValue> = {}
    for (const { column, field } of known) {
      const cell = row.cells[column.index] ?? ''
      if (cell === '') continue
      const read = readField(field, cell, column, zone)
      if ('value' in read) facts[field.key] = read.value
      else {
        const { code, expected } = read
        problems.push({
          file: sheet.file,
          row: row.number,
          column: column.header,
          code,
          given: cell,
          ...(expected === undefined ? {} : { expected }),
        })
      }
    }
    for (const { index, definition, read } of custom) {
      const value = read(row.cells[index] ?? '')
      if (value !== undefined) facts[definition.key] = value
    }
    return facts
  }
}
