import { formatNumber } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { cx } from '../../ui/cx.ts'

const DEFAULT_LIMIT = 1000

/** Load before (solid) and what comes on top (lighter); beyond the limit amber, and the numbers say it too. */
export function LoadChange({
  name,
  before,
  after,
  limit,
}: {
  name: string
  before: number
  after: number
  limit: number | null
}) {
  const scale = Math.max(after, before, limit ?? DEFAULT_LIMIT, 1)
  const over = limit !== null && after > limit
  const points = (hundredths: number) => formatNumber(hundredths / 100, 1)
  return (
    <div className="flex min-w-0 items-center gap-3">
      <span className="sr-only">
        {m.assign_preview_load({
          name,
          before: points(before),
          after: points(after),
          limit: limit === null ? '–' : points(limit),
        })}
      </span>
      <div aria-hidden className="relative h-2 min-w-16 flex-1 overflow-hidden rounded-full bg-ink/8">
        <div
          className={cx('absolute inset-y-0 left-0 opacity-45', over ? 'bg-warn-solid' : 'bg-accent')}
          style={{ width: `${(Math.max(before, after) / scale) * 100}%` }}
        />
        <div
          className={cx('absolute inset-y-0 left-0', over ? 'bg-warn-solid' : 'bg-accent')}
          style={{ width: `${(Math.min(before, after) / scale) * 100}%` }}
        />
        {limit !== null && limit < scale && (
          <div
            className="absolute inset-y-0 w-0.5 bg-surface"
            style={{ left: `${(limit / scale) * 100}%` }}
          />
        )}
      </div>
      <span aria-hidden className="w-28 shrink-0 text-right text-xs text-quiet">
        {points(before)} →{' '}
        <b className={cx('font-semibold', over ? 'text-warn' : 'text-ink')}>{points(after)}</b>
        {limit !== null && ` / ${points(limit)}`}
      </span>
    </div>
  )
}
