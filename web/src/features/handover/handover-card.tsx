import { ArrowRight } from 'lucide-react'
import { formatDateTime, formatNumber } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { PersonChip } from '../../ui/person-chip.tsx'
import type { Handover } from './handover-api.ts'
import { causeOf, declineReasons, standingOf } from './handover-words.ts'

/** One handover: whose, to whom, where it stands, and the one thing to do. */
export function HandoverCard({ handover, onOpen }: { handover: Handover; onOpen: () => void }) {
  const now = new Date()
  const standing = standingOf(handover, now)
  const items = handover.items.filter((item) => !item.withdrawn)
  const { may, state } = handover
  const todo =
    state === 'requested' && may.write
      ? m.handover_do_write()
      : may.confirm
        ? m.handover_do_read()
        : may.score
          ? m.handover_do_score()
          : m.handover_do_open()
  return (
    <li data-handover={handover.id} className="rounded-lg border border-line bg-surface p-4 max-md:p-3.5">
      <p className="flex items-start gap-2">
        <span className="min-w-0 flex-1 truncate text-md font-medium">{handover.title}</span>
        <Badge tone={standing.tone}>{standing.text}</Badge>
      </p>
      <p className="mt-2 flex flex-wrap items-center gap-2 text-sm">
        <PersonChip name={handover.from.name} seed={handover.from.id} />
        <ArrowRight className="size-3.5 text-faint" aria-label={m.handover_to()} />
        <PersonChip name={handover.to.name} seed={handover.to.id} />
      </p>
      <p className="mt-2 text-xs text-quiet">
        {[
          causeOf(handover),
          m.handover_items({ count: formatNumber(items.length) }),
          state === 'requested'
            ? m.handover_due({ at: formatDateTime(new Date(handover.dueAt), now) })
            : formatDateTime(
                new Date(
                  handover.declined?.at ??
                    handover.confirmedAt ??
                    handover.submittedAt ??
                    handover.requestedAt,
                ),
                now,
              ),
          handover.declined === null ? null : declineReasons[handover.declined.reason](),
          handover.score === null ? null : m.handover_scored({ score: formatNumber(handover.score) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <div className="mt-3">
        <Button
          look={may.confirm || (state === 'requested' && may.write) ? 'primary' : 'plain'}
          onClick={onOpen}
        >
          {todo}
        </Button>
      </div>
    </li>
  )
}
