import { clean, levelKey, parseDate, parseNumber } from './cell.ts'
import type { ColumnSpec, NumberSpec } from './column-spec.ts'

export type DroppedColumn = 'constant' | 'identifier' | 'free-text' | 'empty' | 'date-without-pattern'

export interface SpecResult {
  readonly specs: readonly ColumnSpec[]
  readonly dropped: DroppedColumn | null
}

/** 95 % of what is there must read as a number (or date) for the column to be one. */
const TYPE_SHARE = 0.95
const MAX_BINS = 20
/** Distinct values up to which a number keeps every value as its own bin. */
const FEW_VALUES = 12
/** A level needs this many rows, otherwise it joins "other": below it shrinkage leaves nothing to see anyway. */
const MIN_LEVEL_ROWS = 5
const YEAR_MS = 365.25 * 86_400_000

/** Decides what a column is and how its values become levels, from the training rows' texts alone. */
export function inferSpec(name: string, texts: readonly string[]): SpecResult {
  const present: string[] = []
  for (const text of texts) {
    const cleaned = clean(text)
    if (cleaned !== '') present.push(cleaned)
  }
  if (present.length === 0) return { specs: [], dropped: 'empty' }
  const counts = new Map<string, number>()
  for (const text of present) {
    const key = levelKey(text)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  let commonest = texts.length - present.length
  for (const rows of counts.values()) commonest = Math.max(commonest, rows)
  if (texts.length - commonest < MIN_LEVEL_ROWS) return { specs: [], dropped: 'constant' }

  const numbers = present.map(parseNumber).filter((value) => !Number.isNaN(value))
  if (numbers.length >= TYPE_SHARE * present.length) {
    const whole = numbers.every(Number.isInteger)
    if (whole && present.length >= 50 && counts.size >= 0.98 * present.length)
      return { specs: [], dropped: 'identifier' }
    return { specs: [numberSpec(name, numbers, present.length)], dropped: null }
  }
  const dates = dateSpecs(name, present)
  if (dates) return dates
  if (present.length >= 50 && counts.size > 0.5 * present.length) {
    const spaced = present.reduce((sum, text) => sum + (/\s|[，。,.]/.test(text) ? 1 : 0), 0)
    return { specs: [], dropped: spaced > 0.5 * present.length ? 'free-text' : 'identifier' }
  }
  const levels = [...counts.entries()]
    .filter(([, rows]) => rows >= MIN_LEVEL_ROWS)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([level]) => level)
  return { specs: [{ kind: 'category', name, levels }], dropped: null }
}

function numberSpec(name: string, numbers: readonly number[], present: number): NumberSpec {
  const sorted = Float64Array.from(numbers).sort()
  const distinct: number[] = []
  const rows: number[] = []
  for (const value of sorted) {
    if (value === distinct[distinct.length - 1]) rows[rows.length - 1]!++
    else {
      distinct.push(value)
      rows.push(1)
    }
  }
  const sentinels = findSentinels(distinct, rows, present)
  const kept = sorted.filter((value) => !sentinels.includes(value))
  const base = kept.length > 0 ? kept : sorted
  const bins = Math.max(2, Math.min(MAX_BINS, Math.floor(base.length / 40)))
  const edges: number[] = []
  const few = distinct.filter((value) => !sentinels.includes(value))
  if (few.length <= FEW_VALUES) edges.push(...few.slice(0, -1))
  else {
    for (let b = 1; b < bins; b++) {
      const edge = base[Math.floor((b * base.length) / bins)]!
      if (edge !== edges[edges.length - 1] && edge < base[base.length - 1]!) edges.push(edge)
    }
  }
  const low = base[Math.floor(base.length * 0.01)]!
  const high = base[Math.min(base.length - 1, Math.floor(base.length * 0.99))]!
  const clipped = base.map((value) => Math.max(low, Math.min(high, value)))
  const centre = clipped.reduce((sum, value) => sum + value, 0) / clipped.length
  const spread = Math.sqrt(
    clipped.reduce((sum, value) => sum + (value - centre) * (value - centre), 0) / clipped.length,
  )
  // Values so large that their squares overflow keep their bins and lose the line.
  const scale = spread > 1e-9 && Number.isFinite(spread) && few.length > 2 ? spread : 0
  return { kind: 'number', name, edges, sentinels, centre: scale > 0 ? centre : 0, scale, low, high }
}

/**
 * A stand-in value ("999 = never contacted") is the extreme, holds at least 5 % of the rows, and lies further from its
 * neighbour than all the other values spread. Without this the linear term would be about the stand-in only.
 */
function findSentinels(distinct: readonly number[], rows: readonly number[], present: number): number[] {
  const last = distinct.length - 1
  if (last < 3) return []
  const found: number[] = []
  if (
    rows[last]! >= 0.05 * present &&
    distinct[last]! - distinct[last - 1]! > 2 * (distinct[last - 1]! - distinct[0]!)
  ) {
    found.push(distinct[last]!)
  }
  if (rows[0]! >= 0.05 * present && distinct[0]! < 0 && distinct[1]! >= 0 && rows[0]! > rows[1]!)
    found.push(distinct[0]!)
  return found
}

/** Weekday always, month only where two full years are there (else it is a trend in disguise), hour where times are. */
function dateSpecs(name: string, present: readonly string[]): SpecResult | null {
  // 13/04 can only be day first; without any such row the month-first reading is kept if one needs it.
  const dayFirst = !present.some((text) => /^\d{1,2}[-/.](1[3-9]|2\d|3[01])[-/.]\d{4}/.test(text))
  const times = present.map((text) => parseDate(text, dayFirst)).filter((time) => !Number.isNaN(time))
  if (times.length < TYPE_SHARE * present.length) return null
  let first = Number.POSITIVE_INFINITY
  let last = Number.NEGATIVE_INFINITY
  let timed = 0
  for (const time of times) {
    first = Math.min(first, time)
    last = Math.max(last, time)
    if (time % 86_400_000 !== 0) timed++
  }
  const specs: ColumnSpec[] = []
  if (last - first >= 60 * 86_400_000) specs.push({ kind: 'date', name, part: 'weekday', dayFirst })
  if (last - first >= 2 * YEAR_MS) specs.push({ kind: 'date', name, part: 'month', dayFirst })
  if (timed >= 0.5 * times.length) specs.push({ kind: 'date', name, part: 'hour-block', dayFirst })
  return specs.length > 0 ? { specs, dropped: null } : { specs: [], dropped: 'date-without-pattern' }
}
