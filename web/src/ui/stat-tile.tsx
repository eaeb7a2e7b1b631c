import { TrendingDown, TrendingUp } from 'lucide-react'
import type { ReactNode } from 'react'
import { Badge } from './badge.tsx'

type StatTileProps = {
  label: string
  value: ReactNode
  unit?: string
  /** `good` says whether the direction is welcome: fewer hours to answer is a fall to be glad of. */
  change?: { text: string; direction: 'up' | 'down'; good: boolean }
  note?: string
}

export function StatTile({ label, value, unit, change, note }: StatTileProps) {
  return (
    <div className="min-w-0 rounded-lg border border-line bg-surface px-4 py-3">
      <div className="truncate text-sm text-quiet">{label}</div>
      <div className="mt-0.5 flex flex-wrap items-baseline gap-x-2">
        <span className="text-kpi font-semibold tracking-tight">
          {value}
          {unit && <span className="ml-1 text-base font-medium tracking-normal text-quiet">{unit}</span>}
        </span>
        {change && (
          <Badge
            tone={change.good ? 'good' : 'warn'}
            icon={change.direction === 'up' ? <TrendingUp aria-hidden /> : <TrendingDown aria-hidden />}
          >
            {change.text}
          </Badge>
        )}
      </div>
      {note && <div className="line-clamp-3 text-xs text-faint">{note}</div>}
    </div>
  )
}
