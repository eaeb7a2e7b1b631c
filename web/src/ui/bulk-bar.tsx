import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { formatNumber } from '../i18n/format.ts'
import { m } from '../i18n/messages.ts'
import { Button, IconButton } from './button.tsx'

type BulkBarProps = {
  count: number
  /** How many records match the filter; offered when more match than are selected. */
  matching: number | undefined
  onSelectAll: () => void
  onClear: () => void
  children: ReactNode
}

/** Floats over the foot of the list while something is selected. "All N matching" is sent as a filter, never as N ids. */
export function BulkBar({ count, matching, onSelectAll, onClear, children }: BulkBarProps) {
  if (count === 0) return null
  return (
    <div className="pointer-events-none absolute inset-x-0 bottom-4 z-20 flex justify-center px-4">
      <section
        aria-label={m.ui_selection()}
        className="enter-float pointer-events-auto flex max-w-full items-center gap-2 overflow-x-auto rounded-lg bg-raised py-2 pl-4 pr-2 shadow-float"
        data-state="open"
      >
        <span role="status" className="shrink-0 text-sm font-medium">
          {m.ui_selected_count({ count: formatNumber(count) })}
        </span>
        {matching !== undefined && matching > count && (
          <Button look="tint" size="sm" onClick={onSelectAll}>
            {m.ui_select_all_matching({ count: formatNumber(matching) })}
          </Button>
        )}
        <span aria-hidden className="mx-1 h-5 w-px shrink-0 bg-line" />
        {children}
        <IconButton label={m.ui_clear_selection()} size="sm" icon={<X aria-hidden />} onClick={onClear} />
      </section>
    </div>
  )
}
