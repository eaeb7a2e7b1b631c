import { formatDaysAgo, formatNumber } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Badge } from '../../ui/badge.tsx'
import { Card } from '../../ui/card.tsx'
import { SkeletonLines } from '../../ui/skeleton.tsx'
import type { Rhythms } from './log-api.ts'

/** Who is met too seldom or too often for their class; the days between contacts beside it. */
export function RhythmList({ data }: { data: Rhythms | undefined }) {
  return (
    <Card title={m.tasks_rhythm_title()}>
      {!data ? (
        <SkeletonLines lines={4} />
      ) : data.items.length === 0 ? (
        <p className="text-sm text-quiet">{m.tasks_rhythm_none()}</p>
      ) : (
        <>
          <p className="mb-2 text-sm text-quiet">
            {m.tasks_rhythm_counts({
              under: formatNumber(data.counts.under),
              over: formatNumber(data.counts.over),
              looked: formatNumber(data.counts.looked),
            })}
          </p>
          <ul className="flex flex-col">
            {data.items.map((item) => (
              <li
                key={item.id}
                data-rhythm={item.rhythm.flag}
                className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-line py-1.5 text-sm first:border-t-0"
              >
                <span className="min-w-0 flex-1 truncate">{item.name}</span>
                {item.tier && <Badge tone="tint">{item.tier}</Badge>}
                <span className="text-xs text-quiet">
                  {item.rhythm.daysSinceLast === null
                    ? m.tasks_rhythm_never()
                    : m.tasks_rhythm_since({ day: formatDaysAgo(item.rhythm.daysSinceLast) })}
                  {' · '}
                  {m.tasks_rhythm_seen({
                    seen: formatNumber(item.rhythm.seen.contacts),
                    wanted: formatNumber(item.rhythm.wanted.contacts),
                  })}
                </span>
                <span className="text-xs text-quiet">{item.owner?.name}</span>
                <Badge tone="warn">
                  {item.rhythm.flag === 'over' ? m.tasks_rhythm_over() : m.tasks_rhythm_under()}
                </Badge>
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  )
}
