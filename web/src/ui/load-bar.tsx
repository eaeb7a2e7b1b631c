import { formatNumber } from '../i18n/format.ts'
import { m } from '../i18n/messages.ts'
import { cx } from './cx.ts'

export type LoadState = 'free' | 'near' | 'over'

const NEAR_SHARE = 0.8

/** Over means above the limit; at the limit is still near, since the limit itself may be carried. */
export function loadStateOf(load: number, limit: number): LoadState {
  if (load > limit) return 'over'
  return load >= limit * NEAR_SHARE ? 'near' : 'free'
}

type LoadBarProps = {
  load: number
  limit: number
  label: string
  size?: 'row' | 'card'
  showNumbers?: boolean
  digits?: number
}

/** Load against a limit. Beyond the limit the bar turns amber and the limit becomes a mark inside it; words say the same. */
export function LoadBar({ load, limit, label, size = 'row', showNumbers = true, digits = 1 }: LoadBarProps) {
  const state = loadStateOf(load, limit)
  const scale = Math.max(load, limit, Number.EPSILON)
  const words = { free: m.ui_load_free(), near: m.ui_load_near(), over: m.ui_load_over() }[state]
  return (
    <div className={cx('flex min-w-0 items-center', size === 'card' ? 'flex-wrap gap-x-3 gap-y-2' : 'gap-2')}>
      <meter aria-label={label} min={0} max={scale} value={load} className="sr-only">
        {`${formatNumber(load, digits)} / ${formatNumber(limit, digits)} · ${words}`}
      </meter>
      <div
        aria-hidden
        className={cx(
          'relative min-w-12 flex-1 overflow-hidden rounded-full bg-ink/8',
          size === 'card' ? 'h-2 basis-full' : 'h-1.5',
        )}
      >
        <div
          className={cx('h-full rounded-full', state === 'over' ? 'bg-warn-solid' : 'bg-accent')}
          style={{ width: `${(load / scale) * 100}%` }}
        />
        {state === 'over' && (
          <div
            className="absolute inset-y-0 w-0.5 bg-surface"
            style={{ left: `${(limit / scale) * 100}%` }}
          />
        )}
      </div>
      {showNumbers && (
        <span
          className={cx('shrink-0 whitespace-nowrap text-xs text-quiet', size === 'row' && 'min-w-25')}
          aria-hidden
        >
          <b className={cx('font-semibold', state === 'over' ? 'text-warn' : 'text-ink')}>
            {formatNumber(load, digits)}
          </b>{' '}
          / {formatNumber(limit, digits)}
          {state === 'over' && <span className="ml-1 text-warn">{words}</span>}
        </span>
      )}
    </div>
  )
}
