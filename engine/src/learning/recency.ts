import { LabelError } from './label-error.ts'
import { columnOf, type Table } from './table/table.ts'

/** Pseudo-column: the order of the file is the order of time. */
export const ROW_ORDER = 'row'

/** The texts that order the rows; "row" without a column of that name: the rows stand in order of time already. */
export function timeColumn(table: Table, time: string): readonly string[] {
  const texts = columnOf(table, time)
  if (texts) return texts
  if (time === ROW_ORDER) return Array.from({ length: table.rows }, (_, row) => String(row))
  throw new LabelError(
    `there is no time column "${time}" (write "${ROW_ORDER}" if the rows stand in order of time)`,
  )
}

/** Weights ½^(age / half-life) with age from the newest row; running numbers have no age, so they weigh the same. */
export function recencyWeights(
  when: Float64Array | null,
  rows: number,
  halfLifeDays: number,
): { weight: Float64Array; halfLifeDays: number | null } {
  const newest = when === null ? 0 : when.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
  // Epoch milliseconds of any business date are above 10^11 (1973); running numbers of leads are not.
  if (when === null || newest < 1e11) return { weight: new Float64Array(rows).fill(1), halfLifeDays: null }
  const weight = Float64Array.from(when, (time) => {
    const age = Number.isFinite(time) ? (newest - time) / 86_400_000 : 4 * halfLifeDays
    return 2 ** (-Math.max(0, age) / halfLifeDays)
  })
  return { weight, halfLifeDays }
}
