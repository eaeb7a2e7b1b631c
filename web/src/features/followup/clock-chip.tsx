import { useQuery } from '@tanstack/react-query'
import { Clock3, PauseCircle } from 'lucide-react'
import { Badge } from '../../ui/badge.tsx'
import { type ClockNoun, clockQuery } from './clock-batch.ts'
import { becauseText, clockText, clockTone, mostUrgent, pauseText, pauseWord } from './clock-words.ts'
import type { Clock, ItemClocks } from './followup-api.ts'

/** One clock in a badge; its reason in the title, for where there is no room to write it. */
export function ClockChip({ clock, item }: { clock: Clock; item: Pick<ItemClocks, 'slaClass'> }) {
  const pause = pauseText(clock)
  return (
    <span
      title={[becauseText(clock, item), pause].filter(Boolean).join(' · ')}
      className="inline-flex max-w-full [&>span]:min-w-0 [&>span]:shrink"
    >
      <Badge
        tone={clockTone(clock)}
        icon={clock.state === 'paused' ? <PauseCircle aria-hidden /> : <Clock3 aria-hidden />}
      >
        <span className="truncate">
          {clockText(clock)}
          {clock.pause && ` · ${pauseWord(clock.pause)}`}
        </span>
      </Badge>
    </span>
  )
}

/** The most urgent clock of one record; nothing where none runs. Many on one page are read together. */
export function ClockOf({ id, noun = 'lead' }: { id: string; noun?: ClockNoun }) {
  const { data: item } = useQuery(clockQuery(id, noun))
  const clock = item && mostUrgent(item.clocks)
  return clock ? <ClockChip clock={clock} item={item} /> : null
}
