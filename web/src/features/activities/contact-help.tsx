import { useQuery } from '@tanstack/react-query'
import { Copy } from 'lucide-react'
import { LoadFailed } from '../../app/load-failed.tsx'
import { useSession } from '../../app/session/session.ts'
import { formatDaysAgo, formatNumber } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Badge } from '../../ui/badge.tsx'
import { IconButton } from '../../ui/button.tsx'
import { notify } from '../../ui/notify.ts'
import { SkeletonLines } from '../../ui/skeleton.tsx'
import { rhythmOfQuery } from './log-api.ts'

/** How often this customer is met, and words to begin with: others for a new one than for one of years (G9, G10). */
export function ContactHelp({ itemId, customer }: { itemId: string; customer: string }) {
  const me = useSession().data?.name ?? ''
  const help = useQuery(rhythmOfQuery(itemId))
  if (help.error && !help.data) return <LoadFailed query={help} />
  const rhythm = help.data?.items[0]?.rhythm
  if (!help.data) return <SkeletonLines lines={3} />
  return (
    <div className="mt-2 flex flex-col gap-2 text-sm">
      {rhythm && (
        <p className="flex flex-wrap items-center gap-2 text-quiet">
          <Badge tone="tint">{rhythm.stage === 'new' ? m.tasks_stage_new() : m.tasks_stage_mature()}</Badge>
          {rhythm.daysSinceLast === null
            ? m.tasks_rhythm_never()
            : m.tasks_rhythm_since({ day: formatDaysAgo(rhythm.daysSinceLast) })}
          {' · '}
          {m.tasks_rhythm_seen({
            seen: formatNumber(rhythm.seen.contacts),
            wanted: formatNumber(rhythm.wanted.contacts),
          })}
          {rhythm.medianDays !== null && (
            <span>{m.tasks_rhythm_median({ days: formatNumber(rhythm.medianDays, 1) })}</span>
          )}
        </p>
      )}
      <ul className="flex flex-col gap-2">
        {help.data.templates.map((template) => {
          const text = template.text.replaceAll('{name}', customer).replaceAll('{rep}', me)
          return (
            <li key={template.id} className="flex gap-2 rounded-md bg-sunken p-2">
              <span className="flex-1">{text}</span>
              <IconButton
                label={m.tasks_copy()}
                size="sm"
                icon={<Copy aria-hidden />}
                onClick={() =>
                  void navigator.clipboard
                    .writeText(text)
                    .then(() => notify({ text: m.tasks_copied(), tone: 'good' }))
                }
              />
            </li>
          )
        })}
      </ul>
    </div>
  )
}
