import { Hourglass } from 'lucide-react'
import { useEffect } from 'react'
import { m } from '../../i18n/messages.ts'
import { Badge } from '../../ui/badge.tsx'
import { useNow } from '../pools/use-now.ts'
import { byWhen, countdown } from './offer-words.ts'

const SOON_MS = 2 * 60_000

/** How long the offer still stands; says once when it is over, so that whoever shows it can look again. */
export function OfferBadge({ until, onOver }: { until: string; onOver?: () => void }) {
  const now = useNow(true)
  const left = countdown(until, now)
  const over = left === null
  useEffect(() => {
    if (over) onOver?.()
  }, [over, onOver])
  return (
    <>
      <Badge
        tone={over || Date.parse(until) - now < SOON_MS ? 'warn' : 'tint'}
        icon={<Hourglass aria-hidden />}
      >
        <span role="timer">{left ?? m.offers_time_over()}</span>
      </Badge>
      <span className="text-xs text-quiet">{byWhen(until)}</span>
    </>
  )
}
