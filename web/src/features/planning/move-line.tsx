import { ArrowRight } from 'lucide-react'
import { m } from '../../i18n/messages.ts'
import { Badge } from '../../ui/badge.tsx'
import { PersonChip } from '../../ui/person-chip.tsx'
import type { Move } from './plan-api.ts'
import { moveKindWords } from './plan-words.ts'

/** One item of a plan in a line: from whom, to whom, why. */
export function MoveLine({ move, onOpen }: { move: Move; onOpen: () => void }) {
  return (
    <button
      type="button"
      onClick={onOpen}
      className="grid w-full grid-cols-[minmax(0,1.2fr)_minmax(0,1fr)_minmax(0,1.6fr)] items-center gap-x-4 gap-y-1 px-4 py-2.5 text-left text-sm transition-colors duration-100 hover:bg-ink/3 focus-visible:-outline-offset-2 max-md:grid-cols-1"
    >
      <span className="flex min-w-0 items-center gap-2">
        <span className="truncate font-medium">{move.item.label || move.item.id.slice(0, 8)}</span>
        {move.item.kind !== 'lead' && <Badge>{moveKindWords[move.item.kind]()}</Badge>}
        {move.asks && move.state === 'planned' && <Badge>{m.plan_move_asks()}</Badge>}
        {move.state === 'skipped' && <Badge tone="warn">{m.plan_move_skipped()}</Badge>}
        {move.state === 'moved' && <Badge>{m.plan_move_moved()}</Badge>}
        {move.state === 'undone' && <Badge>{m.plan_move_undone()}</Badge>}
      </span>
      <span className="flex min-w-0 flex-wrap items-center gap-1.5">
        {move.from ? (
          <PersonChip name={move.from.name} seed={move.from.id} />
        ) : (
          <span className="text-quiet">{m.plan_from_queue()}</span>
        )}
        <ArrowRight aria-hidden className="size-3.5 shrink-0 text-faint" />
        {move.to ? (
          <PersonChip name={move.to.name} seed={move.to.id} />
        ) : (
          <span className="text-quiet">{move.state === 'kept' ? m.plan_to_stays() : m.plan_to_queue()}</span>
        )}
      </span>
      <span className="min-w-0 truncate text-quiet max-md:text-xs">
        {move.skipped ? move.skipped.text : move.reason.text}
      </span>
    </button>
  )
}
