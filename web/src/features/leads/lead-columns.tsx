import { formatMoney, formatMoneyFull, formatNumber, formatRelativeDay } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Badge } from '../../ui/badge.tsx'
import { Card } from '../../ui/card.tsx'
import type { Column } from '../../ui/data-table/column.ts'
import { PersonChip } from '../../ui/person-chip.tsx'
import { CardClock, RowClock } from '../followup/row-clock.tsx'
import type { Lead } from './lead-api.ts'
import type { LeadView } from './lead-filter.ts'
import { leadTitle } from './lead-title.ts'
import { word } from './lead-words.ts'
import type { CellEdits } from './use-cell-edit.ts'

type OnWhy = (decisionId: string, subject: string) => void

/** Owned: who, with the reasons one press away. Otherwise the state in words, and for what waits its reason. */
export function OwnerCell({ lead, onWhy, tabIndex }: { lead: Lead; onWhy: OnWhy; tabIndex?: number }) {
  const { owner, decisionId } = lead
  if (owner) {
    const chip = (
      <PersonChip
        name={owner.name}
        seed={owner.id}
        {...(tabIndex === undefined ? {} : { tabIndex })}
        {...(decisionId
          ? { onWhy: () => onWhy(decisionId, leadTitle(lead)), whyLabel: m.why_question_short() }
          : {})}
      />
    )
    return lead.state === 'offered' ? (
      <span className="inline-flex max-w-full items-center gap-1.5">
        {chip}
        <Badge tone="outline">{word('state', lead.state)}</Badge>
      </span>
    ) : (
      chip
    )
  }
  const state = <span className="text-quiet">{word('state', lead.state)}</span>
  if (lead.state !== 'waiting' || !decisionId) return state
  return (
    <button
      type="button"
      tabIndex={tabIndex}
      title={lead.reason?.text}
      onClick={(event) => {
        event.stopPropagation()
        onWhy(decisionId, leadTitle(lead))
      }}
      className="inline-flex max-w-full items-center gap-1.5 truncate rounded-sm hover:underline"
    >
      <Badge tone="outline">{word('reason', lead.reason?.code) ?? word('state', lead.state)}</Badge>
    </button>
  )
}

/** In `view`: what waits, lies in a pool or is closed has no clock, and no column for one. */
export function leadColumns(onWhy: OnWhy, edits: CellEdits, view: LeadView): Column<Lead>[] {
  const now = new Date()
  const clockless = view === 'waiting' || view === 'pool' || view === 'closed'
  const columns: Column<Lead>[] = [
    {
      id: 'company',
      header: m.leads_company(),
      width: 188,
      fixed: true,
      sortable: true,
      cell: (lead) => leadTitle(lead),
    },
    { id: 'contact', header: m.leads_contact(), width: 80, cell: (lead) => lead.name, edit: edits.name },
    {
      id: 'owner',
      header: m.leads_owner(),
      width: 176,
      cell: (lead) => <OwnerCell lead={lead} onWhy={onWhy} tabIndex={-1} />,
    },
    {
      id: 'clock',
      header: m.leads_clock(),
      width: 208,
      later: true,
      cell: (lead) => <RowClock record={lead} />,
    },
    {
      id: 'tier',
      header: m.leads_tier(),
      width: 60,
      cell: (lead) => lead.tier && <Badge tone={lead.tier === 'A' ? 'tint' : 'plain'}>{lead.tier}</Badge>,
    },
    {
      id: 'score',
      header: m.leads_score(),
      width: 104,
      sortable: true,
      cell: (lead) =>
        lead.score !== null && (
          <span className="flex items-center gap-2">
            <span aria-hidden className="h-1 w-12 overflow-hidden rounded-full bg-ink/8">
              <i className="block h-full rounded-full bg-accent" style={{ width: `${lead.score}%` }} />
            </span>
            <span className="w-5 text-right">{formatNumber(lead.score)}</span>
          </span>
        ),
    },
    {
      id: 'amount',
      header: m.leads_amount(),
      width: 88,
      align: 'end',
      sortable: true,
      edit: edits.amount,
      cell: (lead) =>
        lead.amount !== null && (
          <span title={formatMoneyFull(lead.amount * 100, lead.currency)}>
            {formatMoney(lead.amount * 100, lead.currency)}
          </span>
        ),
    },
    { id: 'region', header: m.leads_region(), width: 96, cell: (lead) => lead.region },
    { id: 'industry', header: m.leads_industry(), width: 96, cell: (lead) => lead.industry },
    { id: 'source', header: m.leads_source(), width: 96, cell: (lead) => lead.source },
    {
      id: 'nextStepAt',
      header: m.leads_due(),
      width: 88,
      sortable: true,
      cell: (lead) => lead.nextStepAt && formatRelativeDay(new Date(lead.nextStepAt), now),
    },
    {
      id: 'createdAt',
      header: m.leads_created(),
      width: 88,
      sortable: true,
      cell: (lead) => <span className="text-quiet">{formatRelativeDay(new Date(lead.createdAt), now)}</span>,
    },
  ]
  return clockless ? columns.filter(({ id }) => id !== 'clock') : columns
}

export function LeadCard({ lead, onOpen, onWhy }: { lead: Lead; onOpen: () => void; onWhy: OnWhy }) {
  const line = [
    lead.name,
    lead.region,
    lead.amount === null ? '' : formatMoney(lead.amount * 100, lead.currency),
  ]
  return (
    <Card>
      <div className="flex items-start justify-between gap-3">
        <button type="button" onClick={onOpen} className="min-w-0 flex-1 text-left">
          <span className="block truncate text-md font-semibold">{leadTitle(lead)}</span>
          <span className="block truncate text-sm text-quiet">{line.filter(Boolean).join(' · ')}</span>
        </button>
        {lead.tier && <Badge tone={lead.tier === 'A' ? 'tint' : 'plain'}>{lead.tier}</Badge>}
      </div>
      <div className="mt-2 flex items-center justify-between gap-3 text-sm">
        <OwnerCell lead={lead} onWhy={onWhy} />
        <span className="shrink-0 text-xs text-faint">
          {formatRelativeDay(new Date(lead.createdAt), new Date())}
        </span>
      </div>
      {lead.state === 'owned' && (
        <div className="mt-2 flex h-5 overflow-hidden">
          <CardClock record={lead} />
        </div>
      )}
    </Card>
  )
}
