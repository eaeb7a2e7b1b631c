// What exports write where they have nothing. "unknown"/未知 is an answer somebody gave, so it stays a level.
const NOTHING = new Set([
  '',
  'na',
  'n/a',
  'nan',
  'null',
  'none',
  '?',
  '-',
  '--',
  '\\n',
  '无',
  '空',
  '（空）',
  '(blank)',
  '#n/a',
])

/** Missing values become the empty string; everything else is trimmed, full-width spaces included. */
export function clean(text: string): string {
  const trimmed = text.trim()
  return NOTHING.has(trimmed.toLowerCase()) ? '' : trimmed
}

/** Levels are compared without case and repeated spaces: "google" and "Google" are one source. */
export function levelKey(text: string): string {
  return text.trim().replace(/\s+/g, ' ').toLowerCase()
}

const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i

/** A number with thousands separators, currency or percent sign, or NaN. */
export function parseNumber(text: string): number {
  const bare = text
    .replace(/^[¥￥$€£]\s*/, '')
    .replace(/\s*[%元]$/, '')
    .replace(/,(?=\d{3}(\D|$))/g, '')
  const value = NUMBER.test(bare) ? Number(bare) : Number.NaN
  // 1e999 is somebody's placeholder, not a quantity.
  return Number.isFinite(value) ? value : Number.NaN
}

const ISO = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T](\d{1,2}):(\d{2})(?::(\d{2}))?.*)?$/
const DAY_FIRST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:[ T](\d{1,2}):(\d{2})(?::(\d{2}))?.*)?$/

/** Epoch milliseconds of a written date, read as UTC, or NaN. `dayFirst` decides 03/04/2017. */
export function parseDate(text: string, dayFirst = true): number {
  const iso = ISO.exec(text)
  if (iso) return utc(iso[1], iso[2], iso[3], iso[4], iso[5], iso[6])
  const other = DAY_FIRST.exec(text)
  if (!other) return Number.NaN
  const [day, month] = dayFirst || Number(other[1]) > 12 ? [other[1], other[2]] : [other[2], other[1]]
  return utc(other[3], month, day, other[4], other[5], other[6])
}

function utc(year?: string, month?: string, day?: string, hour = '0', minute = '0', second = '0'): number {
  const m = Number(month)
  const d = Number(day)
  if (m < 1 || m > 12 || d < 1 || d > 31) return Number.NaN
  return Date.UTC(Number(year), m - 1, d, Number(hour), Number(minute), Number(second))
}
