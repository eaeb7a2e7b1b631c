import { Buffer } from 'node:buffer'

/** What one cell may be; documents as their JSON, lists as `arrayLiteral`, instants as ISO text. */
export type Cell = string | number | boolean | null

/** A column of rows on their way in: its PostgreSQL type, and how a row gives it. */
export type Column<T> =
  | readonly [type: 'uuid' | 'int' | 'bigint' | 'boolean' | 'timestamptz', of: (row: T) => Cell]
  | readonly [type: 'text' | 'jsonb', of: (row: T) => string | null]
  | readonly [type: 'bytea', of: (row: T) => Uint8Array | null]

export interface Rowset<T> {
  /** A table of the rows for `from`, its parameters numbered from `first`. */
  sql(first: number): string
  values(rows: readonly T[]): (string | Buffer)[]
}

/**
 * Any number of rows as one parameter per column. PostgreSQL reads arrays five times as fast as the same rows as JSON
 * (14 against 95 ms for 1,000 leads). Texts, documents and bytes travel in PostgreSQL's binary form: nothing is quoted
 * here and unquoted there, and bytes are not doubled as hexadecimal.
 */
export function rowset<T>(alias: string, columns: Readonly<Record<string, Column<T>>>): Rowset<T> {
  const entries = Object.entries(columns)
  const names = entries.map(([name]) => name).join(', ')
  return {
    sql: (first) =>
      `unnest(${entries.map(([, [type]], index) => `$${first + index}::${type}[]`).join(', ')}) as ${alias}(${names})`,
    values: (rows) =>
      entries.map(([, column]) => {
        if (column[0] === 'bytea') return binaryArray(BYTEA, rows, column[1])
        if (column[0] === 'text') return binaryArray(TEXT, rows, column[1])
        if (column[0] === 'jsonb') return binaryArray(JSONB, rows, column[1])
        return arrayLiteral(rows, column[1])
      }),
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

/** Object ids of PostgreSQL's types, fixed since its beginning. */
const BYTEA = 17
const TEXT = 25
const JSONB = 3802

/** Filled and copied inside one call. */
let scratch = Buffer.allocUnsafe(1 << 16)

/**
 * An array as `array_recv` reads it: dimensions, whether there are nulls, type of the elements, length, lower bound;
 * then each element's length (-1 = null) and bytes. `jsonb` puts its version in front of the text.
 */
function binaryArray<T>(
  type: number,
  rows: readonly T[],
  of: (row: T) => string | Uint8Array | null,
): Buffer {
  if (rows.length === 0) return Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, type >> 8, type & 255])
  let end = 20
  let nulls = 0
  for (const row of rows) {
    const value = of(row)
    // A UTF-16 unit becomes at most three bytes.
    const room = value === null ? 4 : 5 + value.length * (typeof value === 'string' ? 3 : 1)
    if (end + room > scratch.length) scratch = Buffer.concat([scratch], 2 * (end + room))
    if (value === null) {
      end = scratch.writeInt32BE(-1, end)
      nulls = 1
      continue
    }
    let start = end + 4
    if (type === JSONB) start = scratch.writeUInt8(1, start)
    if (typeof value === 'string') start += scratch.write(value, start, 'utf8')
    else {
      scratch.set(value, start)
      start += value.length
    }
    scratch.writeInt32BE(start - end - 4, end)
    end = start
  }
  scratch.writeInt32BE(1, 0)
  scratch.writeInt32BE(nulls, 4)
  scratch.writeInt32BE(type, 8)
  scratch.writeInt32BE(rows.length, 12)
  scratch.writeInt32BE(1, 16)
  return Buffer.from(scratch.subarray(0, end))
}
