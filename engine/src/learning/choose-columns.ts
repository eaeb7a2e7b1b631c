import { levelsOf } from './design-of-table.ts'
import type { LeftOutColumn } from './document.ts'
import { leakSigns } from './honesty/leakage.ts'
import { clean, parseDate, parseNumber } from './table/cell.ts'
import { type ColumnSpec, levelCount } from './table/column-spec.ts'
import { inferSpec } from './table/infer-spec.ts'
import { columnOf, type Table } from './table/table.ts'

export interface ColumnChoice {
  readonly specs: readonly ColumnSpec[]
  readonly leftOut: readonly LeftOutColumn[]
}

export interface ChoiceInput {
  readonly table: Table
  readonly label: string
  readonly time: string | null
  readonly exclude: readonly string[]
  /** Columns somebody confirmed to be known at arrival, whatever the detector says. */
  readonly include: readonly string[]
  readonly labelled: Int32Array
  readonly open: Int32Array
  readonly won: Uint8Array
  readonly fold: Uint8Array
}

/** Decides which columns a model may see, and says of every other one why not. */
export function chooseColumns(input: ChoiceInput): ColumnChoice {
  const { table, labelled, open, include } = input
  const specs: ColumnSpec[] = []
  const leftOut: LeftOutColumn[] = []
  const arrival = arrivalOrder(input)
  for (const name of table.columns) {
    if (name === input.label) continue
    if (name === input.time) {
      leftOut.push({ name, why: 'time-column', signs: [] })
      continue
    }
    if (input.exclude.includes(name)) {
      leftOut.push({ name, why: 'excluded-by-user', signs: [] })
      continue
    }
    const texts = columnOf(table, name)!
    const result = inferSpec(
      name,
      Array.from(labelled, (row) => texts[row]!),
    )
    const isEmpty = (row: number): number => (clean(texts[row]!) === '' ? 1 : 0)
    const watched = result.specs[0]
    const level = watched ? levelsOf([watched], table, labelled)[0]! : new Int32Array(labelled.length)
    const signs = leakSigns({
      name,
      won: input.won,
      fold: input.fold,
      level,
      levels: watched ? levelCount(watched) : 1,
      missing: Uint8Array.from(labelled, isEmpty),
      missingOpen: Uint8Array.from(open, isEmpty),
      arrival,
    })
    if (signs.length > 0 && !include.includes(name)) leftOut.push({ name, why: 'suspected-leakage', signs })
    else if (result.dropped !== null) leftOut.push({ name, why: result.dropped, signs: [] })
    else specs.push(...result.specs)
  }
  return { specs, leftOut }
}

/** Labelled rows (as positions) by time column, else by a running number without repeats, else as the file has them. */
function arrivalOrder({ table, time, labelled }: ChoiceInput): Int32Array {
  const positions = Int32Array.from(labelled.keys())
  const known = time !== null && columnOf(table, time) ? time : null
  const column = known ?? table.columns.find((name) => isRunningNumber(columnOf(table, name)!, labelled))
  // "row" as time, or nothing to go by: the file's own order.
  if (column === undefined || (time !== null && known === null)) return positions
  const texts = columnOf(table, column)!
  const key = Float64Array.from(labelled, (row) => timeKey(texts[row]!))
  return positions.sort((a, b) => key[a]! - key[b]! || a - b)
}

function isRunningNumber(texts: readonly string[], rows: Int32Array): boolean {
  if (rows.length < 200) return false
  const seen = new Set<number>()
  for (const row of rows) {
    const value = parseNumber(clean(texts[row]!))
    if (!Number.isInteger(value) || seen.has(value)) return false
    seen.add(value)
  }
  return true
}

/** A written date as epoch milliseconds, a plain number as itself; what cannot be read sorts first. */
export function timeKey(text: string): number {
  const cleaned = clean(text)
  const number = parseNumber(cleaned)
  if (!Number.isNaN(number)) return number
  const time = parseDate(cleaned)
  return Number.isNaN(time) ? Number.NEGATIVE_INFINITY : time
}
