import { ChevronLeft, ChevronRight } from 'lucide-react'
import { formatCalendarDay } from '../i18n/format.ts'
import { m } from '../i18n/messages.ts'
import { Button, IconButton } from './button.tsx'
import { addDays, mondayOf } from './iso-day.ts'

type WeekStepperProps = {
  /** The Monday shown first and the last day shown, as `2026-11-23`. */
  from: string
  to: string
  today: string
  onMove: (monday: string) => void
}

/** A week back, a week on, back to this one, and which days are shown. */
export function WeekStepper({ from, to, today, onMove }: WeekStepperProps) {
  const now = new Date()
  return (
    <>
      <IconButton
        look="plain"
        label={m.ui_week_before()}
        icon={<ChevronLeft aria-hidden />}
        onClick={() => onMove(addDays(from, -7))}
      />
      <IconButton
        look="plain"
        label={m.ui_week_after()}
        icon={<ChevronRight aria-hidden />}
        onClick={() => onMove(addDays(from, 7))}
      />
      <Button onClick={() => onMove(mondayOf(today))}>{m.ui_this_week()}</Button>
      <span className="text-sm text-quiet">
        {formatCalendarDay(from, now)} – {formatCalendarDay(to, now)}
      </span>
    </>
  )
}
