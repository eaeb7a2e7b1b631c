import { CalendarDays, X } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { formatCalendarDay } from '../i18n/format.ts'
import { m } from '../i18n/messages.ts'
import { Button } from './button.tsx'
import { type ControlProps, controlHeight, controlLook } from './control-look.ts'
import { cx } from './cx.ts'
import { addDays, type DayRange, firstOfMonth, mondayOf, toIsoDay } from './iso-day.ts'
import { Popover } from './popover.tsx'
import { Skeleton } from './skeleton.tsx'
import { useIsPhone } from './use-media.ts'

export type { DayRange } from './iso-day.ts'

// The calendar weighs 21 kB and is needed at the first press only.
const DayCalendar = lazy(() => import('./calendar.tsx').then((module) => ({ default: module.DayCalendar })))
const RangeCalendar = lazy(() =>
  import('./calendar.tsx').then((module) => ({ default: module.RangeCalendar })),
)

const waiting = <Skeleton className="h-72 w-64" />

type TriggerProps = Partial<ControlProps> & {
  text: string | null
  placeholder: string
  label: string | undefined
  disabled: boolean
}

function CalendarTrigger({ text, placeholder, label, disabled, ...rest }: TriggerProps) {
  // The field's label says that it must be filled in; a button may not (axe: aria-allowed-attr).
  const { 'aria-required': _said, ...button } = rest as typeof rest & { 'aria-required'?: true }
  return (
    <button
      type="button"
      {...button}
      {...(label ? { 'aria-label': text ? `${label}: ${text}` : label } : {})}
      disabled={disabled}
      className={cx(controlLook, controlHeight, 'flex items-center gap-2 text-left', !text && 'text-faint')}
    >
      <CalendarDays className="size-4 shrink-0 text-faint" aria-hidden />
      <span className="truncate">{text ?? placeholder}</span>
    </button>
  )
}

type DatePickerProps = Partial<ControlProps> & {
  value: string | null
  onChange: (day: string | null) => void
  min?: string
  max?: string
  label?: string
  placeholder?: string
  clearable?: boolean
  disabled?: boolean
  className?: string
}

export function DatePicker({
  value,
  onChange,
  min,
  max,
  label,
  placeholder,
  clearable = true,
  disabled = false,
  className,
  ...control
}: DatePickerProps) {
  const [open, setOpen] = useState(false)
  const text = value ? formatCalendarDay(value, new Date()) : null
  return (
    <div className={cx('relative', className)}>
      <Popover
        open={open}
        onOpenChange={setOpen}
        label={label ?? m.ui_choose_day()}
        className="p-3"
        trigger={
          <CalendarTrigger
            {...control}
            text={text}
            placeholder={placeholder ?? m.ui_choose_day()}
            label={label}
            disabled={disabled}
          />
        }
      >
        <Suspense fallback={waiting}>
          <DayCalendar
            value={value}
            min={min}
            max={max}
            onChange={(day) => {
              onChange(day)
              setOpen(false)
            }}
          />
        </Suspense>
      </Popover>
      {clearable && value && !disabled && (
        <button
          type="button"
          aria-label={m.ui_clear()}
          onClick={() => onChange(null)}
          className="absolute inset-y-0 right-0 grid w-8 place-items-center text-faint hover:text-ink max-md:w-11"
        >
          <X className="size-3.5" aria-hidden />
        </button>
      )}
    </div>
  )
}

type DateRangePickerProps = Partial<ControlProps> & {
  value: DayRange | null
  onChange: (range: DayRange) => void
  label?: string
  placeholder?: string
  disabled?: boolean
  className?: string
}

/** The usual answers first, then two months to draw a range in (one on the phone). */
export function DateRangePicker({
  value,
  onChange,
  label,
  placeholder,
  disabled = false,
  className,
  ...control
}: DateRangePickerProps) {
  const [open, setOpen] = useState(false)
  const phone = useIsPhone()
  const today = toIsoDay(new Date())
  const presets = [
    { label: m.ui_today(), range: { from: today, to: today } },
    { label: m.ui_this_week(), range: { from: mondayOf(today), to: addDays(mondayOf(today), 6) } },
    { label: m.ui_last_days({ count: 7 }), range: { from: addDays(today, -6), to: today } },
    { label: m.ui_last_days({ count: 30 }), range: { from: addDays(today, -29), to: today } },
    {
      label: m.ui_this_month(),
      range: { from: firstOfMonth(today), to: addDays(firstOfMonth(addDays(firstOfMonth(today), 31)), -1) },
    },
  ]
  const now = new Date()
  const text = value
    ? value.from === value.to
      ? formatCalendarDay(value.from, now)
      : `${formatCalendarDay(value.from, now)} – ${formatCalendarDay(value.to, now)}`
    : null
  return (
    <div className={className}>
      <Popover
        open={open}
        onOpenChange={setOpen}
        label={label ?? m.ui_choose_days()}
        trigger={
          <CalendarTrigger
            {...control}
            text={text}
            placeholder={placeholder ?? m.ui_choose_days()}
            label={label}
            disabled={disabled}
          />
        }
      >
        <div className="flex max-md:flex-col">
          <div className="flex gap-1 border-line p-2 max-md:overflow-x-auto max-md:border-b md:w-32 md:flex-col md:border-r">
            {presets.map((preset) => (
              <Button
                key={preset.label}
                look={value?.from === preset.range.from && value.to === preset.range.to ? 'tint' : 'ghost'}
                className="md:justify-start"
                onClick={() => {
                  onChange(preset.range)
                  setOpen(false)
                }}
              >
                {preset.label}
              </Button>
            ))}
          </div>
          <div className="p-3">
            <Suspense fallback={waiting}>
              <RangeCalendar value={value} onChange={onChange} months={phone ? 1 : 2} />
            </Suspense>
          </div>
        </div>
      </Popover>
    </div>
  )
}
