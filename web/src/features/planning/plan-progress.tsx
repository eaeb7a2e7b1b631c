import { formatNumber } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Card } from '../../ui/card.tsx'
import type { Plan } from './plan-api.ts'

/** How far a running plan is. While solving, work is counted in steps: how many there will be is not known before. */
export function PlanProgress({ plan: { state, progress } }: { plan: Plan }) {
  const solving = state === 'solving'
  const known = !solving && progress.total > 0
  const words = solving
    ? m.plan_progress_solving({ count: formatNumber(progress.done / 1_000_000, 1) })
    : state === 'committing'
      ? m.plan_progress_committing()
      : m.plan_progress_undoing()
  return (
    <Card>
      <div role="status" className="flex flex-col gap-2 text-sm">
        <span className="flex justify-between gap-3">
          {words}
          {known && (
            <span className="text-quiet">
              {formatNumber(progress.done)} / {formatNumber(progress.total)}
            </span>
          )}
        </span>
        <span aria-hidden className="h-1.5 overflow-hidden rounded-full bg-ink/8">
          <i
            className={
              known
                ? 'block h-full rounded-full bg-accent transition-[width] duration-150'
                : 'block h-full w-1/3 animate-pulse rounded-full bg-accent'
            }
            style={known ? { width: `${Math.min(100, (progress.done / progress.total) * 100)}%` } : undefined}
          />
        </span>
      </div>
    </Card>
  )
}
