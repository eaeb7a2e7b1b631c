import { useQuery } from '@tanstack/react-query'
import { Clock3, PauseCircle } from 'lucide-react'
import { Badge } from '../../ui/badge.tsx'
import { becauseText, clockText, clockTone, mostUrgent, pauseText } from './clock-words.ts'
import { type Clock, clocksQuery, type ItemClocks } from './followup-api.ts'

/** One clock in a badge; its reason in the title, for where there is no room to write it. */
export function ClockChip({ clock, item }: { clock: Clock; item: Pick<ItemClocks, 'slaClass'> }) {
  const pause = pauseText(clock)
  return (
    <span title={[becauseText(clock, item), pause].filter(Boolean).join(' · ')}>
      <Badge
        tone={clockTone(clock)}
        icon={clock.state === 'paused' ? <PauseCircle aria-hidden /> : <Clock3 aria-hidden />}
      >
        {clockText(clock)}
      </Badge>
    </span>
  )
}

/** The most urgent clock of one record among many that are asked for together; nothing where none runs. */
export function ClockOf({ id, among }: { id: string; among: readonly string[] }) {
  const clocks = useQuery(clocksQuery(among))
  const item = clocks.data?.items.find((one) => one.itemId === id)
  const clock = item && mostUrgent(item.clocks)
  return item && clock ? <ClockChip clock={clock} item={item} /> : null
}
