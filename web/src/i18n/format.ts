import { getLocale, type Locale } from './locale.ts'

let zone = 'Asia/Shanghai'

/** Times are stored in UTC and shown in the organisation's zone, whatever the device says. */
export function showTimesIn(organisationZone: string): void {
  zone = organisationZone
  dateFormats.clear()
}

export const organisationZone = (): string => zone

const numberFormats = new Map<string, Intl.NumberFormat>()
const dateFormats = new Map<string, Intl.DateTimeFormat>()
const relativeFormats = new Map<Locale, Intl.RelativeTimeFormat>()

// Building an Intl formatter costs ~50 µs, a table of 40 rows × 6 cells would pay it 240 times per step.
function numberFormat(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${getLocale()}${JSON.stringify(options)}`
  let format = numberFormats.get(key)
  if (!format) {
    format = new Intl.NumberFormat(getLocale(), options)
    numberFormats.set(key, format)
  }
  return format
}

function dateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${getLocale()}${JSON.stringify(options)}`
  let format = dateFormats.get(key)
  if (!format) {
    format = new Intl.DateTimeFormat(getLocale(), { timeZone: zone, ...options })
    dateFormats.set(key, format)
  }
  return format
}

export function formatNumber(value: number, digits = 0): string {
  return numberFormat({ maximumFractionDigits: digits, minimumFractionDigits: 0 }).format(value)
}

/** `+31.5`, `−2.5`, `0`: a real minus sign, so columns of signed terms line up. */
export function formatSigned(value: number, digits = 1): string {
  const text = numberFormat({ minimumFractionDigits: digits, maximumFractionDigits: digits }).format(
    Math.abs(value),
  )
  if (value > 0) return `+${text}`
  return value < 0 ? `−${text}` : text
}

/** `share` is 0…1. */
export function formatPercent(share: number, digits = 0): string {
  return numberFormat({ style: 'percent', maximumFractionDigits: digits }).format(share)
}

const MINOR_PER_MAJOR = 100

/** `¥53.5万`, `¥1.2亿` · `¥535K`, `¥120M`. Amounts are integer minor units (分). */
export function formatMoney(minor: number, currency = 'CNY'): string {
  return numberFormat({
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    notation: 'compact',
    maximumFractionDigits: 1,
    minimumFractionDigits: 0,
  }).format(minor / MINOR_PER_MAJOR)
}

/** `¥535,000.00`: what a tooltip and an export show. */
export function formatMoneyFull(minor: number, currency = 'CNY'): string {
  return numberFormat({ style: 'currency', currency, currencyDisplay: 'narrowSymbol' }).format(
    minor / MINOR_PER_MAJOR,
  )
}

const isChinese = () => getLocale() === 'zh-CN'
const hours = (): Intl.DateTimeFormatOptions =>
  isChinese()
    ? { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }
    : { hour: 'numeric', minute: '2-digit' }

function yearIn(date: Date): string {
  return dateFormat({ year: 'numeric' }).format(date)
}

function yearIfOther(date: Date, now: Date): Intl.DateTimeFormatOptions {
  return yearIn(date) === yearIn(now) ? {} : { year: 'numeric' }
}

/** `11月22日` · `Nov 22`; the year only where it is not this one. */
export function formatDay(date: Date, now: Date): string {
  const month = isChinese() ? 'long' : 'short'
  return dateFormat({ ...yearIfOther(date, now), month, day: 'numeric' }).format(date)
}

/** `11月22日 14:30` · `Nov 22, 2:30 PM`. */
export function formatDateTime(date: Date, now: Date): string {
  const month = isChinese() ? 'long' : 'short'
  return dateFormat({ ...yearIfOther(date, now), month, day: 'numeric', ...hours() }).format(date)
}

export function formatTime(date: Date): string {
  return dateFormat(hours()).format(date)
}

/** `周日` · `Sun`. */
export function formatWeekday(date: Date): string {
  return dateFormat({ weekday: 'short' }).format(date)
}

const DAY_MS = 86_400_000

function dayNumber(date: Date): number {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(date)
  return Math.round(Date.parse(`${parts}T00:00:00Z`) / DAY_MS)
}

/** `前天`, `2天前` · `yesterday`, `2 days ago`, in calendar days of the organisation's zone. */
export function formatRelativeDay(date: Date, now: Date): string {
  return formatDaysAgo(dayNumber(now) - dayNumber(date))
}

/** `今天`, `昨天`, `3天前` · `today`, `yesterday`, `3 days ago`. */
export function formatDaysAgo(days: number): string {
  const locale = getLocale()
  let format = relativeFormats.get(locale)
  if (!format) {
    format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
    relativeFormats.set(locale, format)
  }
  return format.format(-days, 'day')
}

const MAINLAND_MOBILE = /^\+86(1[\d*]{2})([\d*]{4})([\d*]{4})$/

/** `199 0001 6726`, as it is read aloud at home; a number of elsewhere keeps its country, and is left as it is. */
export function formatPhone(phone: string): string {
  return phone.replace(MAINLAND_MOBILE, '$1 $2 $3')
}

/** A calendar day without a clock (`2026-11-22`), shown as itself in every zone. */
export function formatCalendarDay(isoDay: string, now: Date): string {
  const date = new Date(`${isoDay}T00:00:00Z`)
  const sameYear = isoDay.slice(0, 4) === String(now.getFullYear())
  return new Intl.DateTimeFormat(getLocale(), {
    timeZone: 'UTC',
    ...(sameYear ? {} : { year: 'numeric' as const }),
    month: isChinese() ? 'long' : 'short',
    day: 'numeric',
  }).format(date)
}

/** `甲、乙` · `A, B`. */
export const formatList = (parts: readonly string[]): string => parts.join(isChinese() ? '、' : ', ')

/** `下一步：周三再约` · `Next step: Wednesday`. */
export const formatNamed = (name: string, text: string): string =>
  `${name}${isChinese() ? '：' : ': '}${text}`
