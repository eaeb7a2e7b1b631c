import { useQuery } from '@tanstack/react-query'
import { LoadFailed } from '../../app/load-failed.tsx'
import { formatDateTime, formatNumber, organisationZone } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Badge } from '../../ui/badge.tsx'
import { addDays } from '../../ui/iso-day.ts'
import { SkeletonLines } from '../../ui/skeleton.tsx'
import { dayStart } from '../leads/day-start.ts'
import { word } from '../leads/lead-words.ts'
import { activityWord, flagWord } from './activity-words.ts'
import { entriesQuery } from './log-api.ts'

type LogEntriesProps = { repId: string; day: string | null; flagged: boolean; from: string; to: string }

/** What was written, newest first: with what it counted as, and why a note may be there only to reset a clock. */
export function LogEntries({ repId, day, flagged, from, to }: LogEntriesProps) {
  const zone = organisationZone()
  const entries = useQuery(
    entriesQuery({
      repId,
      flagged,
      from: dayStart(day ?? from, zone),
      to: dayStart(addDays(day ?? to, 1), zone),
    }),
  )
  const now = new Date()
  if (entries.error && !entries.data) return <LoadFailed query={entries} />
  if (!entries.data) return <SkeletonLines lines={4} />
  if (entries.data.items.length === 0) return <p className="text-sm text-quiet">{m.tasks_log_nothing()}</p>
  return (
    <ul className="flex flex-col" data-entries>
      {entries.data.items.map((item) => (
        <li key={item.id} className="flex flex-col gap-1 border-t border-line py-2 text-sm first:border-t-0">
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <span className="font-medium">{item.itemName}</span>
            <span className="text-quiet">
              {word('kind', item.kind)}
              {item.result && ` · ${activityWord(item.result)}`}
            </span>
            {item.isProgress && <Badge tone="good">{m.tasks_log_is_progress()}</Badge>}
            {item.flags.map((flag) => (
              <Badge key={flag} tone={flag === 'copied' || flag === 'repeated' ? 'bad' : 'warn'}>
                {flagWord(flag)}
              </Badge>
            ))}
            <time dateTime={item.at} className="ml-auto text-xs text-quiet">
              {formatDateTime(new Date(item.at), now)}
            </time>
          </p>
          {item.summary && <p className="whitespace-pre-line text-quiet">{item.summary}</p>}
          {item.quality !== null && (
            <p className="text-xs text-quiet">
              {m.tasks_log_quality_of({ quality: formatNumber(item.quality) })}
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}
