import { formatMoney, formatMoneyFull, formatRelativeDay } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import type { Column } from '../../ui/data-table/column.ts'
import { PersonChip } from '../../ui/person-chip.tsx'
import type { Lead, PreviewItem } from './assignment-api.ts'
import { releaseText } from './release-text.ts'

export function Tier({ tier }: { tier: string | null }) {
  return tier ? (
    <Badge tone={tier === 'A' ? 'tint' : 'plain'}>{tier}</Badge>
  ) : (
    <span className="text-faint">–</span>
  )
}

export function assignColumns(
  previews: ReadonlyMap<string, PreviewItem>,
  mayAccept: (item: PreviewItem) => boolean,
  accept: (leadId: string, repId: string) => void,
): Column<Lead>[] {
  const now = new Date()
  return [
    {
      id: 'company',
      header: m.assign_company(),
      width: 184,
      grow: 1,
      fixed: true,
      cell: (lead) => <span className="font-medium">{lead.company || lead.name}</span>,
    },
    { id: 'tier', header: m.assign_tier(), width: 64, cell: (lead) => <Tier tier={lead.tier} /> },
    {
      id: 'amount',
      header: m.assign_amount(),
      width: 96,
      align: 'end',
      cell: (lead) =>
        lead.amount === null ? (
          <span className="text-faint">–</span>
        ) : (
          <span title={formatMoneyFull(lead.amount * 100, lead.currency)}>
            {formatMoney(lead.amount * 100, lead.currency)}
          </span>
        ),
    },
    {
      id: 'since',
      header: m.assign_since(),
      width: 84,
      cell: (lead) => (
        <span className="text-quiet">
          {lead.waitingSince ? formatRelativeDay(new Date(lead.waitingSince), now) : '–'}
        </span>
      ),
    },
    {
      id: 'reason',
      header: m.assign_reason(),
      width: 280,
      grow: 3,
      cell: (lead) => <span title={lead.reason?.text}>{lead.reason?.text ?? '–'}</span>,
    },
    {
      id: 'release',
      header: m.assign_release(),
      width: 200,
      grow: 2,
      cell: (lead) => <span className="text-quiet">{releaseText(lead.release, now)}</span>,
    },
    {
      id: 'recommended',
      header: m.assign_recommended(),
      width: 208,
      cell: (lead) => {
        const item = previews.get(lead.id)
        const best = item?.recommendations[0]
        if (!item || !best) return <span className="text-faint">{item ? m.assign_nobody() : ''}</span>
        return (
          <span className="flex w-46 items-center justify-between gap-2">
            <PersonChip name={best.name} seed={best.repId} />
            {mayAccept(item) && (
              <Button
                size="sm"
                look="tint"
                tabIndex={-1}
                aria-label={m.assign_accept_named({ name: best.name })}
                onClick={(event) => {
                  event.stopPropagation()
                  accept(lead.id, best.repId)
                }}
              >
                {m.assign_accept()}
              </Button>
            )}
          </span>
        )
      },
    },
  ]
}
