import { useEffect, useRef } from 'react'
import { formatNumber } from '../i18n/format.ts'
import { cx } from './cx.ts'

type SegmentsProps<V extends string> = {
  value: V
  onChange: (value: V) => void
  options: readonly { value: V; label: string; count?: number }[]
  label: string
  className?: string
}

/** Views of one list, or any small choice: one of a few, all visible. */
export function Segments<V extends string>({ value, onChange, options, label, className }: SegmentsProps<V>) {
  const row = useRef<HTMLFieldSetElement>(null)
  // What is chosen has to be seen where a phone's row is longer than the phone.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the chosen one is read from the page
  useEffect(() => {
    const chosen = row.current?.querySelector<HTMLElement>('[aria-pressed=true]')
    if (row.current && chosen)
      row.current.scrollLeft = chosen.offsetLeft - (row.current.clientWidth - chosen.offsetWidth) / 2
  }, [value])
  return (
    <fieldset
      ref={row}
      className={cx(
        'no-scrollbar scroll-hint relative inline-flex min-w-0 max-w-full gap-0.5 overflow-x-auto rounded-md bg-ink/5 p-0.5',
        className,
      )}
    >
      <legend className="sr-only">{label}</legend>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
          className="flex h-7 shrink-0 items-center gap-1.5 rounded-sm px-2.5 text-sm text-quiet transition-colors duration-100 hover:text-ink focus-visible:-outline-offset-2 max-md:h-11 max-md:px-3 aria-pressed:bg-surface aria-pressed:font-medium aria-pressed:text-ink aria-pressed:shadow-[0_1px_2px_oklch(0.2_0.02_220/0.12),0_0_0_1px_oklch(0.2_0.02_220/0.05)] dark:aria-pressed:bg-edge/70"
        >
          {option.label}
          {option.count !== undefined && (
            <span className="text-xs text-quiet">{formatNumber(option.count)}</span>
          )}
        </button>
      ))}
    </fieldset>
  )
}
