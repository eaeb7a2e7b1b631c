import { enUS, zhCN } from 'date-fns/locale'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { DayPicker, type DateRange as PickedRange } from 'react-day-picker'
import { getLocale } from '../i18n/locale.ts'
import { type DayRange, fromIsoDay, toIsoDay } from './iso-day.ts'

const classNames = {
  months: 'relative flex gap-5',
  month: 'flex flex-col gap-1',
  month_caption: 'grid h-8 place-items-center text-sm font-medium',
  nav: 'absolute inset-x-0 top-0 z-1 flex justify-between',
  button_previous: 'grid size-8 place-items-center rounded-md text-quiet hover:bg-ink/6',
  button_next: 'grid size-8 place-items-center rounded-md text-quiet hover:bg-ink/6',
  weekday: 'size-9 text-xs font-normal text-faint max-md:size-11',
  day: 'group/day p-0 text-center text-sm data-[outside]:text-faint',
  day_button:
    'grid size-9 place-items-center rounded-md hover:bg-ink/6 max-md:size-11 group-data-[today]/day:font-semibold group-data-[today]/day:text-accent group-data-[disabled]/day:opacity-40 group-aria-selected/day:bg-accent group-aria-selected/day:text-on-accent',
  range_middle: 'bg-tint [&>button]:!bg-transparent [&>button]:!text-on-tint',
  range_start: 'rounded-l-md bg-tint',
  range_end: 'rounded-r-md bg-tint',
}

/** The whole date, with the number that is shown standing alone in it: 2026年11月 30 日星期一. */
function dayLabel(date: Date): string {
  const parts = new Intl.DateTimeFormat(getLocale(), { dateStyle: 'full' }).formatToParts(date)
  return parts.map(({ type, value }) => (type === 'day' ? ` ${value} ` : value)).join('')
}

const look = () => ({
  classNames,
  locale: getLocale() === 'zh-CN' ? zhCN : enUS,
  weekStartsOn: 1 as const,
  showOutsideDays: true,
  labels: { labelDayButton: dayLabel },
  components: {
    Chevron: ({ orientation }: { orientation?: 'left' | 'right' | 'up' | 'down' }) =>
      orientation === 'left' ? (
        <ChevronLeft className="size-4" aria-hidden />
      ) : (
        <ChevronRight className="size-4" aria-hidden />
      ),
  },
})

type DayCalendarProps = {
  value: string | null
  onChange: (day: string) => void
  min?: string | undefined
  max?: string | undefined
}

const outside = (min: string | undefined, max: string | undefined) => [
  ...(min ? [{ before: fromIsoDay(min) }] : []),
  ...(max ? [{ after: fromIsoDay(max) }] : []),
]

export function DayCalendar({ value, onChange, min, max }: DayCalendarProps) {
  const selected = value ? fromIsoDay(value) : undefined
  return (
    <DayPicker
      {...look()}
      mode="single"
      autoFocus
      disabled={outside(min, max)}
      {...(selected ? { selected, defaultMonth: selected } : {})}
      onSelect={(day) => day && onChange(toIsoDay(day))}
    />
  )
}

type RangeCalendarProps = { value: DayRange | null; onChange: (range: DayRange) => void; months: number }

export function RangeCalendar({ value, onChange, months }: RangeCalendarProps) {
  const selected: PickedRange | undefined = value
    ? { from: fromIsoDay(value.from), to: fromIsoDay(value.to) }
    : undefined
  return (
    <DayPicker
      {...look()}
      mode="range"
      autoFocus
      numberOfMonths={months}
      selected={selected}
      {...(selected?.from ? { defaultMonth: selected.from } : {})}
      onSelect={(range) => {
        if (!range?.from) return
        onChange({ from: toIsoDay(range.from), to: toIsoDay(range.to ?? range.from) })
      }}
    />
  )
}
