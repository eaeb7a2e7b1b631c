import { instantOf } from '@peineng/engine'
import { GREATEST_AMOUNT, isPlausible, numberBounds, parseAmount } from '../../customers/index.ts'

/** Several values in one cell: `;` and its Chinese forms. */
export function listCell(text: string): readonly string[] {
  const values = text.split(/[;；、]/).map((value) => value.trim())
  return [...new Set(values.filter((value) => value !== ''))]
}

/** An amount in yuan, as the door for single leads takes it: none below 0, none beyond what is kept exactly; `unit` is what a bare number counts in (`金额（万元）`). */
export function amountCell(text: string, unit = 1): number | undefined {
  const bare = /^[-\d.,，\s]+$/.test(text)
  const parsed = parseAmount(text)
  const amount = parsed === null ? -1 : bare ? parsed * unit : parsed
  return amount >= 0 && amount <= GREATEST_AMOUNT ? amount : undefined
}

/** A plain number; thousands separators and a percent sign are tolerated. */
export function numberCell(text: string): number | undefined {
  const plain = text.normalize('NFKC').replaceAll(/[,\s]/g, '').replace(/%$/, '')
  const value = /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN
  return Number.isFinite(value) ? value : undefined
}

/** A number of a lead within what the door for single leads takes. */
export function factCell(key: string, text: string): number | undefined {
  const value = numberCell(text)
  return value === undefined || isWithin(key, value) ? value : undefined
}

export function isWithin(key: string, value: number): boolean {
  const bounds = numberBounds(key)
  return bounds === null || (value >= bounds.minimum && value <= bounds.maximum)
}

const daysPerUnit: readonly (readonly [RegExp, number])[] = [
  [/^(\d+(?:\.\d+)?)(天|日|days?|d)?(内|以内|之内)?$/i, 1],
  [/^(\d+(?:\.\d+)?)(周|个?星期|weeks?|w)(内|以内|之内)?$/i, 7],
  [/^(\d+(?:\.\d+)?)(个?月|months?|m)(内|以内|之内)?$/i, 30],
  [/^(\d+(?:\.\d+)?)(年|years?|y)(内|以内|之内)?$/i, 365],
]

/** A number of days, also `2周`, `3个月内`, `1 year`. */
export function daysCell(text: string): number | undefined {
  const plain = text.normalize('NFKC').replaceAll(/\s/g, '')
  for (const [pattern, days] of daysPerUnit) {
    const match = pattern.exec(plain)
    if (match) return Number(match[1]) * days
  }
  return undefined
}

/** A whole number of 0 or more. */
export function countCell(text: string, maximum: number = Number.MAX_SAFE_INTEGER): number | undefined {
  const value = numberCell(text)
  return value !== undefined && Number.isSafeInteger(value) && value >= 0 && value <= maximum
    ? value
    : undefined
}

const yes = new Set(['yes', 'y', 'true', '1', '是', '有', '对', '√'])
const no = new Set(['no', 'n', 'false', '0', '否', '无', '没有', '不是', '×'])

export function booleanCell(text: string): boolean | undefined {
  const word = text.trim().toLowerCase()
  return yes.has(word) ? true : no.has(word) ? false : undefined
}

const dateTime =
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T\s]+(\d{1,2})[:时点](?:(\d{1,2})分?(?::?(\d{1,2})(?:\.(\d{1,3})\d*)?秒?)?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i

function offsetMs(zone: string): number {
  if (zone.toUpperCase() === 'Z') return 0
  const sign = zone.startsWith('-') ? -1 : 1
  const digits = zone.slice(1).replace(':', '')
  return sign * (Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2))) * 60_000
}

/**
 * An instant, epoch ms: ISO 8601 with its offset, the usual Chinese and slashed forms (then on the clock of `zone`),
 * or epoch seconds or milliseconds.
 */
export function timeCell(text: string, zone: string): number | undefined {
  const plain = text.normalize('NFKC').trim()
  if (/^\d{13}$/.test(plain)) return plausible(Number(plain))
  if (/^\d{10}$/.test(plain)) return plausible(Number(plain) * 1000)
  const match = dateTime.exec(plain)
  if (!match) return undefined
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((part) => (part === undefined ? 0 : Number(part)))
  const local = Date.UTC(year, month - 1, day, hour, minute, second, Number((match[7] ?? '0').padEnd(3, '0')))
  const date = new Date(local)
  // 31 February, 25 o'clock and the year 1 (which becomes 1901) roll over in Date.UTC; nobody means that.
  if (
    date.getUTCFullYear() !== year ||
    date.getUTCMonth() !== month - 1 ||
    date.getUTCDate() !== day ||
    date.getUTCHours() !== hour
  )
    return undefined
  if (minute > 59 || second > 59) return undefined
  return plausible(match[8] === undefined ? instantOf(local, zone) : local - offsetMs(match[8]))
}

const plausible = (at: number): number | undefined => (isPlausible(at) ? at : undefined)
