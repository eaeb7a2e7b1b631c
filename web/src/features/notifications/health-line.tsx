import { CircleAlert, CircleCheck } from 'lucide-react'
import { formatDateTime } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Badge } from '../../ui/badge.tsx'
import type { Channel } from './channel-api.ts'
import { errorWords } from './error-words.ts'

/** How a receiver fares, in words. */
export function HealthLine({ health, enabled }: { health: Channel['health']; enabled: boolean }) {
  const now = new Date()
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
      {!enabled ? (
        <Badge tone="outline">{m.notifications_off()}</Badge>
      ) : health.error !== null ? (
        <Badge tone="bad" icon={<CircleAlert aria-hidden />}>
          {errorWords(health.error)}
        </Badge>
      ) : health.lastSentAt !== null ? (
        <Badge tone="good" icon={<CircleCheck aria-hidden />}>
          {m.notifications_health_sent({ at: formatDateTime(new Date(health.lastSentAt), now) })}
        </Badge>
      ) : (
        <Badge>{m.notifications_health_unused()}</Badge>
      )}
      {health.waiting > 0 && <span>{m.notifications_health_waiting({ count: health.waiting })}</span>}
      {health.dead > 0 && <span>{m.notifications_health_dead({ count: health.dead })}</span>}
    </span>
  )
}
