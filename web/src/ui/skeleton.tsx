import { m } from '../i18n/messages.ts'
import { cx } from './cx.ts'

export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={cx('skeleton block h-4', className)} />
}

const LINES = [
  ['first', 'w-2/3'],
  ['second', 'w-full'],
  ['third', 'w-5/6'],
  ['fourth', 'w-1/2'],
  ['fifth', 'w-3/4'],
  ['sixth', 'w-2/5'],
] as const

/** Up to six lines. Stands in for a list or a panel; invisible for the first 200 ms. */
export function SkeletonLines({ lines = 4 }: { lines?: number }) {
  return (
    <div role="status" className="flex flex-col gap-3">
      <span className="sr-only">{m.ui_loading()}</span>
      {LINES.slice(0, lines).map(([key, width]) => (
        <Skeleton key={key} className={width} />
      ))}
    </div>
  )
}
