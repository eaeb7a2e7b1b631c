import { beforeEach, describe, expect, it } from 'vitest'
import {
  formatDateTime,
  formatDaysAgo,
  formatMoney,
  formatMoneyFull,
  formatPercent,
  formatPhone,
  formatRelativeDay,
  formatSigned,
  formatWeekday,
  showTimesIn,
} from './format.ts'
import { localeFor, switchLocale } from './locale.ts'

const NOW = new Date('2026-11-22T08:30:00Z')
// Intl puts narrow or non-breaking spaces before PM; which one depends on the ICU version.
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

beforeEach(() => {
  switchLocale('zh-CN')
  showTimesIn('Asia/Shanghai')
})

describe('formats', () => {
  it('money in 万 and 亿, in K and M', () => {
    expect(formatMoney(53_500_000)).toBe('¥53.5万')
    expect(formatMoney(12_000_000_000)).toBe('¥1.2亿')
    expect(formatMoneyFull(53_500_000)).toBe('¥535,000.00')
    switchLocale('en')
    expect(formatMoney(53_500_000)).toBe('¥535K')
    expect(formatMoney(12_000_000_000)).toBe('¥120M')
  })

  it('a mobile number in groups, also where its middle is hidden; one from elsewhere as it is', () => {
    expect(formatPhone('+8619900016726')).toBe('199 0001 6726')
    expect(formatPhone('+86199****5070')).toBe('199 **** 5070')
    expect(formatPhone('+14155550123')).toBe('+14155550123')
    expect(formatPhone('010-62781234')).toBe('010-62781234')
  })

  it('a moment in the organisation’s zone', () => {
    const moment = new Date('2026-11-22T06:30:00Z')
    expect(plain(formatDateTime(moment, NOW))).toBe('11月22日 14:30')
    expect(formatWeekday(moment)).toBe('周日')
    switchLocale('en')
    expect(plain(formatDateTime(moment, NOW))).toBe('Nov 22, 2:30 PM')
    showTimesIn('America/New_York')
    expect(plain(formatDateTime(moment, NOW))).toBe('Nov 22, 1:30 AM')
  })

  it('days ago by the calendar, not by 24 hours', () => {
    const lateTheDayBefore = new Date('2026-11-21T15:59:00Z')
    expect(formatRelativeDay(lateTheDayBefore, NOW)).toBe('昨天')
    expect(formatRelativeDay(new Date('2026-11-20T10:00:00Z'), NOW)).toBe('前天')
    expect([0, 1, 3].map((days) => formatDaysAgo(days))).toEqual(['今天', '昨天', '3天前'])
    switchLocale('en')
    expect(formatRelativeDay(new Date('2026-11-20T10:00:00Z'), NOW)).toBe('2 days ago')
  })

  it('signed terms with a real minus', () => {
    expect([31.5, -2.5, 0].map((value) => formatSigned(value))).toEqual(['+31.5', '−2.5', '0.0'])
    expect(formatPercent(0.924, 1)).toBe('92.4%')
  })
})

describe('the first language', () => {
  it('is what was chosen, else Chinese unless the browser asks for another', () => {
    expect(localeFor('en', ['zh-CN'])).toBe('en')
    expect(localeFor(null, ['zh-TW', 'en'])).toBe('zh-CN')
    expect(localeFor(null, [])).toBe('zh-CN')
    expect(localeFor(null, ['de-DE', 'zh'])).toBe('en')
  })
})
