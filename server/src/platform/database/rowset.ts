import { Buffer } from 'node:buffer'

/** A column of rows on their way in: its PostgreSQL type, and how a row gives it. */
export type Column<T> =
  | readonly [type: 'uuid' | 'text' | 'jsonb', of: (row: T) => string | null]
  | readonly [type: 'int' | 'bigint', of: (row: T) => number | null]
  /** Epoch milliseconds. */
  | readonly [type: 'timestamptz', of: (row: T) => number | null]
  | readonly [type: 'boolean', of: (row: T) => boolean | null]
  | readonly [type: 'bytea', of: (row: T) => Uint8Array | null]

export interface Rowset<T> {
  /** A table of the rows for `from`, its parameters numbered from `first`. */
  sql(first: number): string
  values(rows: readonly T[]): Buffer[]
}

/**
 * Any number of rows as one parameter per column. PostgreSQL reads arrays five times as fast as the same rows as JSON
 * (14 against 95 ms for 1,000 leads), and arrays in its own binary form without parsing: nothing is quoted here and
 * unquoted there, no instant is written out as a date and read again.
 */
export function rowset<T>(alias: string, columns: Readonly<Record<string, Column<T>>>): Rowset<T> {
  const entries = Object.entries(columns)
  const names = entries.map(([name]) => name).join(', ')
  return {
    sql: (first) =>
      `unnest(${entries.map(([, [type]], index) => `$${first + index}::${type}[]`).join(', ')}) as ${alias}(${names})`,
    values: (rows) => entries.map(([, column]) => binaryArray(rows, column)),
  }
}

/** Ids as one parameter, for `any($2::uuid[])`. */
export const uuidArray = (ids: readonly string[]): Buffer => binaryArray(ids, ['uuid', (id) => id])

/** `{"a","b"}`: a list of texts inside a cell, as PostgreSQL reads it. */
export function arrayLiteral(values: readonly string[]): string {
  return `{${values.map((value) => `"${value.replace(/["\\]/g, '\\$&')}"`).join(',')}}`
}

/** Object ids of PostgreSQL's types, fixed since its beginning. */
const types = {
  boolean: 16,
  bytea: 17,
  bigint: 20,
  int: 23,
  text: 25,
  timestamptz: 1184,
  uuid: 2950,
  jsonb: 3802,
}

/** Where PostgreSQL's instants begin: 2000-01-01, counted in microseconds. */
const EPOCH_MS = Date.UTC(2000, 0, 1)

/** Filled and copied inside one call. */
let scratch = Buffer.allocUnsafe(1 << 16)

/**
 * An array as `array_recv` reads it: dimensions, whether there are nulls, type of the elements, length, lower bound;
 * then each element's length (-1 = null) and bytes.
 */
function binaryArray<T>(rows: readonly T[], column: Column<T>): Buffer {
  const type = types[column[0]]
  if (rows.length === 0) return Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, type >> 8, type & 255])
  const end = writeCells(rows, column)
  scratch.writeInt32BE(1, 0)
  scratch.writeInt32BE(type, 8)
  scratch.writeInt32BE(rows.length, 12)
  scratch.writeInt32BE(1, 16)
  return Buffer.from(scratch.subarray(0, end))
}

/** Writes the elements behind the room for the head, and into the head whether there are nulls. */
function writeCells<T>(rows: readonly T[], column: Column<T>): number {
  let end = 20
  let nulls = 0
  for (const row of rows) {
    const value = column[1](row)
    if (value === null) {
      if (end + 4 > scratch.length) grow(end)
      end = scratch.writeInt32BE(-1, end)
      nulls = 1
      continue
    }
    // What has no length of its own is at most sixteen bytes long; a UTF-16 unit becomes at most three.
    const room = typeof value === 'object' ? value.length : typeof value === 'string' ? 3 * value.length : 16
    if (end + 5 + room > scratch.length) grow(end + 5 + room)
    const start = end + 4
    end = writeCell(column[0], value, start)
    scratch.writeInt32BE(end - start, start - 4)
  }
  scratch.writeInt32BE(nulls, 4)
  return end
}

function grow(least: number): void {
  scratch = Buffer.concat([scratch], 2 * (least + 4))
}

/** Writes one element and says where it ends. */
function writeCell(
  type: Column<never>[0],
  value: string | number | boolean | Uint8Array,
  start: number,
): number {
  if (typeof value === 'string') {
    if (type === 'uuid') return writeUuid(value, start)
    // `jsonb` puts its version in front of the text.
    return writeText(value, type === 'jsonb' ? scratch.writeUInt8(1, start) : start)
  }
  if (typeof value === 'object') {
    scratch.set(value, start)
    return start + value.length
  }
  if (typeof value === 'boolean') return scratch.writeUInt8(value ? 1 : 0, start)
  const whole = type === 'timestamptz' ? (Math.trunc(value) - EPOCH_MS) * 1000 : value
  if (!Number.isSafeInteger(whole)) throw new RangeError(`not a whole number: ${value}`)
  return type === 'int' ? scratch.writeInt32BE(whole, start) : writeBigint(whole, start)
}

/** Most texts here are codes and ids: short ones are quicker written unit by unit, while they are ASCII. */
function writeText(value: string, start: number): number {
  if (value.length > 32) return start + scratch.write(value, start, 'utf8')
  for (let n = 0; n < value.length; n++) {
    const unit = value.charCodeAt(n)
    if (unit > 127) return start + scratch.write(value, start, 'utf8')
    scratch[start + n] = unit
  }
  return start + value.length
}

/** All our numbers are exact below 2^53, so the upper half is what a division leaves. */
function writeBigint(value: number, start: number): number {
  const upper = Math.floor(value / 2 ** 32)
  scratch.writeInt32BE(upper, start)
  return scratch.writeUInt32BE(value - upper * 2 ** 32, start + 4)
}

/** Value of a hexadecimal digit by its code, -1 for anything else. */
const digits = new Int8Array(128).fill(-1)
for (let digit = 0; digit < 16; digit++) {
  digits[digit.toString(16).charCodeAt(0)] = digit
  digits[digit.toString(16).toUpperCase().charCodeAt(0)] = digit
}

function writeUuid(value: string, start: number): number {
  if (value.length !== 36) throw new RangeError(`not a uuid: ${value}`)
  let end = start
  for (let n = 0; n < 36; n += 2) {
    if (n === 8 || n === 13 || n === 18 || n === 23) {
      if (value.charCodeAt(n) !== 45) throw new RangeError(`not a uuid: ${value}`)
      n++
    }
    const byte = ((digits[value.charCodeAt(n)] ?? -1) << 4) | (digits[value.charCodeAt(n + 1)] ?? -1)
    if (byte < 0) throw new RangeError(`not a uuid: ${value}`)
    scratch[end++] = byte
  }
  return end
}
