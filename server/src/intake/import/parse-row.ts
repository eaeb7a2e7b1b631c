import { createHash } from 'node:crypto'
import { instantOf } from '@peineng/engine'
import { type Saying, type SentenceKey, says } from '../../platform/errors/sentences/index.ts'
import {
  amountCell,
  booleanCell,
  countCell,
  daysCell,
  listCell,
  numberCell,
  timeCell,
} from '../mapping/cell-values.ts'
import { headerUnit } from '../mapping/header-aliases.ts'
import type { Bounds, CellType } from './kinds.ts'
import type { SheetRow } from './read/sheet-row.ts'
import type { RowProblem } from './run-state.ts'

export type CellValue = string | number | boolean | readonly string[]

/** A column that was mapped, with how its cells are read. */
export interface MappedColumn {
  readonly column: number
  readonly header: string
  /** Field key, or the bare key of a custom attribute. */
  readonly field: string
  readonly custom: boolean
  readonly type: CellType
  readonly required: boolean
  readonly options: readonly string[]
  /** Of a number that has any: what the door for single records takes. */
  readonly bounds: Bounds | null
  /** Characters a text may have. */
  readonly longest: number
}

/** A row as fields. */
export interface ParsedRow {
  readonly number: number
  readonly fields: Readonly<Record<string, CellValue>>
  readonly custom: Readonly<Record<string, CellValue>>
  /** Over everything that was mapped: two rows with one hash say the same. */
  readonly hash: string
  readonly problems: readonly RowProblem[]
}

const expected: Readonly<Record<CellType, SentenceKey>> = {
  text: 'wants_text',
  number: 'wants_number',
  count: 'wants_count',
  days: 'wants_days',
  money: 'wants_money',
  boolean: 'wants_boolean',
  list: 'wants_list',
  time: 'wants_time',
  date: 'wants_date',
}

/** Reads a row by its mapping; null for a row with nothing in the mapped columns. Times without a zone are `zone`'s. */
export function parseRow(row: SheetRow, columns: readonly MappedColumn[], zone: string): ParsedRow | null {
  const fields: Record<string, CellValue> = {}
  const custom: Record<string, CellValue> = {}
  const problems: RowProblem[] = []
  const hash = createHash('sha256')
  let filled = false
  for (const column of columns) {
    const given = row.cells[column.column] ?? ''
    hash.update(`${column.field}\u0001${given}\u0002`)
    const problem = (severity: RowProblem['severity'], code: string, right: Saying): void => {
      problems.push({
        row: row.number,
        severity,
        header: column.header,
        code,
        given: given.slice(0, 200),
        expected: right,
      })
    }
    // A formula is what a sheet would compute, and what an attacker would have the next reader compute.
    if (row.formulas?.includes(column.column) === true || /^[=@][A-Za-z(+-]/.test(given)) {
      filled = true
      problem('error', 'formula', 'wants_value')
      continue
    }
    if (given === '') {
      if (column.required) problem('error', 'required', says('wants_filled', { field: column.field }))
      continue
    }
    filled = true
    const value = read(column, given, zone)
    if (typeof value === 'number' && column.bounds !== null && !within(value, column.bounds)) {
      problem(column.required ? 'error' : 'warning', 'out_of_range', wantsWithin(column.bounds))
      continue
    }
    if (value === undefined) {
      problem(column.required ? 'error' : 'warning', `not_a_${column.type}`, expected[column.type])
      continue
    }
    if (typeof value === 'string' && value.length > column.longest) {
      problem('error', 'too_long', says('at_most_characters', { maximum: column.longest }))
      continue
    }
    if (column.custom && column.options.length > 0 && !withinOptions(value, column.options)) {
      problem('warning', 'not_one_of', says('wants_options', { options: column.options }))
      continue
    }
    if (column.custom) custom[column.field] = value
    else fields[column.field] = value
  }
  return filled ? { number: row.number, fields, custom, hash: hash.digest('base64url'), problems } : null
}

const within = (value: number, { minimum, maximum }: Bounds): boolean =>
  value >= (minimum ?? Number.NEGATIVE_INFINITY) && value <= (maximum ?? Number.POSITIVE_INFINITY)

function wantsWithin({ minimum, maximum }: Bounds): Saying {
  if (minimum === null) return says('at_most', { maximum: maximum ?? 0 })
  return maximum === null ? says('at_least', { minimum }) : says('wants_within', { minimum, maximum })
}

const withinOptions = (value: CellValue, options: readonly string[]): boolean =>
  (Array.isArray(value) ? value : [String(value)]).every((one) => options.includes(one))

function read(column: MappedColumn, given: string, zone: string): CellValue | undefined {
  switch (column.type) {
    case 'text':
      return given
    case 'number':
      return numberCell(given)
    case 'count':
      return countCell(given)
    case 'days':
      return daysCell(given)
    case 'money':
      return amountCell(given, headerUnit(column.header))
    case 'boolean':
      return booleanCell(given)
    case 'list':
      return listCell(given)
    case 'time':
      return timeCell(given, zone) ?? dayFirst(given, zone)
    case 'date': {
      const at = timeCell(given, 'UTC') ?? dayFirst(given, 'UTC')
      return at === undefined ? undefined : new Date(at).toISOString().slice(0, 10)
    }
  }
}

/** `23/11/2026`: only where the day cannot be a month, or nobody could say which is which. */
function dayFirst(given: string, zone: string): number | undefined {
  const match = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(given.trim())
  const [day, month, year] = [Number(match?.[1]), Number(match?.[2]), Number(match?.[3])]
  if (match === null || !((day > 12 && month <= 12) || day === month)) return undefined
  const local = Date.UTC(year, month - 1, day)
  return new Date(local).getUTCDate() === day ? instantOf(local, zone) : undefined
}
