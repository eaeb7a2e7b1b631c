import type { ReactNode } from 'react'

export type TimelineEntry = {
  id: string
  icon: ReactNode
  title: ReactNode
  at: string /** Machine time for `<time>`. */
  isoAt: string
  body?: ReactNode
}

export function Timeline({ entries, label }: { entries: readonly TimelineEntry[]; label: string }) {
  return (
    <ol aria-label={label}>
      {entries.map((entry) => (
        <li key={entry.id} className="group relative flex gap-3 pb-4 last:pb-0">
          <span aria-hidden className="absolute bottom-0 left-3 top-7 w-px bg-line group-last:hidden" />
          <span
            aria-hidden
            className="grid size-6 shrink-0 place-items-center rounded-full bg-ink/6 text-quiet [&_svg]:size-3.5"
          >
            {entry.icon}
          </span>
          <div className="min-w-0 flex-1 pt-0.5">
            <div className="flex items-baseline justify-between gap-3 text-sm">
              <span className="min-w-0">{entry.title}</span>
              <time dateTime={entry.isoAt} className="shrink-0 text-xs text-faint">
                {entry.at}
              </time>
            </div>
            {entry.body && <div className="mt-1 text-sm text-quiet">{entry.body}</div>}
          </div>
        </li>
      ))}
    </ol>
  )
}
