import { Check, PencilLine, Phone, Undo2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { formatMoney, formatRelativeDay, formatTime } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button, buttonLook, IconButton } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import type { Lead } from '../leads/lead-api.ts'
import { leadTitle } from '../leads/lead-title.ts'
import type { NextReason } from './next-order.ts'

export type NextDoing = 'log' | 'release' | 'open'

type NextCardProps = {
  lead: Lead
  reason: NextReason
  accepting: boolean
  onAccept: () => void
  onDo: (doing: NextDoing) => void
  /** What runs out next for it. */
  clock?: ReactNode
}

function reasonText(lead: Lead, reason: NextReason): string {
  const now = new Date()
  const days = (at: string | null) => formatRelativeDay(new Date(at ?? lead.createdAt), now)
  switch (reason) {
    case 'arrived':
      return m.today_just_arrived()
    case 'overdue':
      return m.today_due_past({ days: days(lead.nextStepAt) })
    case 'today':
      return m.today_due_today({ at: formatTime(new Date(lead.nextStepAt ?? lead.createdAt)) })
    case 'later':
      return m.today_due_later({ days: days(lead.nextStepAt) })
    case 'first_contact':
      return m.today_no_first_contact()
    case 'idle':
      return m.today_idle({ days: days(lead.lastActivityAt) })
    case 'open':
      return m.today_no_reason_left()
  }
}

const tones = { arrived: 'tint', overdue: 'bad', today: 'warn', idle: 'warn' } as const

/** One press calls, accepts or opens the log; handing back asks once. */
export function NextCard({ lead, reason, accepting, onAccept, onDo, clock }: NextCardProps) {
  const line = [
    lead.name,
    lead.region,
    lead.amount === null ? '' : formatMoney(lead.amount * 100, lead.currency),
  ]
  const tone = reason in tones ? tones[reason as keyof typeof tones] : 'plain'
  const main = cx('flex-1', 'max-md:px-2')
  return (
    <article
      data-next={lead.id}
      aria-label={leadTitle(lead)}
      className="rounded-lg border border-line bg-surface p-4 max-md:p-3.5"
    >
      <div className="flex items-start gap-3">
        <button type="button" onClick={() => onDo('open')} className="min-w-0 flex-1 text-left">
          <span className="block truncate text-md font-semibold">{leadTitle(lead)}</span>
          <span className="block truncate text-sm text-quiet">{line.filter(Boolean).join(' · ')}</span>
        </button>
        {lead.tier && <Badge tone={lead.tier === 'A' ? 'tint' : 'plain'}>{lead.tier}</Badge>}
      </div>
      <p className="mt-1.5 flex flex-wrap gap-1.5">
        <Badge tone={tone}>{reasonText(lead, reason)}</Badge>
        {lead.handover?.read === false && <Badge tone="warn">{m.today_gated()}</Badge>}
        {clock}
      </p>
      <div className="mt-3 flex flex-wrap gap-2">
        {reason === 'arrived' ? (
          <Button
            look="primary"
            className={main}
            icon={<Check aria-hidden />}
            busy={accepting}
            onClick={onAccept}
          >
            {m.today_accept()}
          </Button>
        ) : (
          <Button className={main} icon={<PencilLine aria-hidden />} onClick={() => onDo('log')}>
            {m.today_log()}
          </Button>
        )}
        {lead.phone && !lead.masked && (
          <a
            href={`tel:${lead.phone}`}
            className={cx(buttonLook({ look: reason === 'arrived' ? 'plain' : 'primary' }), main)}
          >
            <Phone aria-hidden />
            {m.today_call()}
          </a>
        )}
        <IconButton
          look="plain"
          label={m.today_back()}
          icon={<Undo2 aria-hidden />}
          onClick={() => onDo('release')}
        />
      </div>
    </article>
  )
}
