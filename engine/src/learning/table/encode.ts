import { clean, levelKey, parseDate, parseNumber } from './cell.ts'
import type { ColumnSpec, NumberSpec } from './column-spec.ts'

export const MISSING = 0
export const OTHER = 1

/** Reads texts of one column with its spec. Built once per column: the category look-up is a map. */
export interface ColumnReader {
  level(text: string): number
  /** Value of the linear term; 0 where missing, so a missing value gets only its level. */
  linear(text: string): number
}

export function readerFor(spec: ColumnSpec): ColumnReader {
  if (spec.kind === 'category') {
    const places = new Map(spec.levels.map((level, at) => [level, at + 2]))
    return {
      level: (text) => {
        const key = levelKey(clean(text))
        return key === '' ? MISSING : (places.get(key) ?? OTHER)
      },
      linear: () => 0,
    }
  }
  if (spec.kind === 'date') {
    return {
      level: (text) => {
        const cleaned = clean(text)
        if (cleaned === '') return MISSING
        const time = parseDate(cleaned, spec.dayFirst)
        if (Number.isNaN(time)) return OTHER
        const date = new Date(time)
        if (spec.part === 'weekday') return 2 + date.getUTCDay()
        if (spec.part === 'month') return 2 + date.getUTCMonth()
        return 2 + Math.floor(date.getUTCHours() / 4)
      },
      linear: () => 0,
    }
  }
  return {
    level: (text) => numberLevel(spec, text),
    linear: (text) => {
      const value = parseNumber(clean(text))
      if (spec.scale === 0 || Number.isNaN(value) || spec.sentinels.includes(value)) return 0
      return (Math.max(spec.low, Math.min(spec.high, value)) - spec.centre) / spec.scale
    },
  }
}

function numberLevel(spec: NumberSpec, text: string): number {
  const cleaned = clean(text)
  if (cleaned === '') return MISSING
  const value = parseNumber(cleaned)
  if (Number.isNaN(value)) return OTHER
  const sentinel = spec.sentinels.indexOf(value)
  if (sentinel >= 0) return 2 + sentinel
  let low = 0
  let high = spec.edges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (value <= spec.edges[middle]!) high = middle
    else low = middle + 1
  }
  return 2 + spec.sentinels.length + low
}

/** In words, for explanations: the level a text falls into. */
export function describeLevel(spec: ColumnSpec, level: number): string {
  if (level === MISSING) return '∅'
  if (level === OTHER) return '…'
  if (spec.kind === 'category') return spec.levels[level - 2] ?? '…'
  if (spec.kind === 'date') return `${spec.part} ${level - 2}`
  const bin = level - 2 - spec.sentinels.length
  if (bin < 0) return `= ${spec.sentinels[level - 2]}`
  const from = spec.edges[bin - 1]
  const to = spec.edges[bin]
  if (from === undefined) return to === undefined ? 'any' : `≤ ${to}`
  return to === undefined ? `> ${from}` : `${from} … ${to}`
}
