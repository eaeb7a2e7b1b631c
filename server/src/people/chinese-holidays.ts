import chineseDays from 'chinese-days'
import type { CalendarDay } from './calendar.ts'

const dayMs = 86_400_000

/**
 * The days of a year that differ from its week, as the State Council announced them: public holidays and weekend
 * days worked instead (调休). Weekend days that belong to a holiday are among them, for whoever works weekends. null
 * where the list does not know the year yet.
 */
export function chineseHolidays(year: number): readonly CalendarDay[] | null {
  const days: CalendarDay[] = []
  for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += dayMs) {
    const day = new Date(at).toISOString().slice(0, 10)
    const { work, name } = chineseDays.getDayDetail(day)
    // An ordinary day is called by its weekday; a special one `National Day,国庆节,3`.
    const chinese = name.split(',')[1]
    if (chinese === undefined) continue
    days.push({ day, kind: work ? 'work' : 'off', name: work ? `${chinese}调休` : chinese })
  }
  return days.length === 0 ? null : days
}
