import { Handshake } from 'lucide-react'
import { formatCalendarDay, formatMoney, formatMoneyFull, formatRelativeDay } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Badge } from '../../ui/badge.tsx'
import { PanelSection } from '../../ui/panel.tsx'
import { PersonChip } from '../../ui/person-chip.tsx'
import { countOpportunities, type Opportunity, readOpportunities } from './customer-api.ts'
import { Facts, RecordList } from './record-list.tsx'

const outcomes: Record<Opportunity['outcome'], () => string> = {
  open: () => m.accounts_outcome_open(),
  won: () => m.accounts_outcome_won(),
  lost: () => m.accounts_outcome_lost(),
  invalid: () => m.accounts_outcome_invalid(),
}
const closeDay = (row: Opportunity) =>
  row.expectedCloseOn === null ? '–' : formatCalendarDay(row.expectedCloseOn, new Date())
const day = (iso: string | null) => (iso === null ? null : formatRelativeDay(new Date(iso), new Date()))
const money = (row: Opportunity) => (row.amount === null ? '–' : formatMoney(row.amount * 100, row.currency))

export function Screen() {
  return (
    <RecordList<Opportunity>
      noun="opportunity"
      title={m.nav_opportunities()}
      countText={(count) => m.accounts_deals_count({ count })}
      emptyTitle={m.accounts_empty_deals()}
      icon={<Handshake />}
      read={readOpportunities}
      count={countOpportunities}
      subtitle={(row) => [row.accountName, row.stage].filter(Boolean).join(' · ')}
      card={(row) => (
        <>
          <span className="font-medium">{row.name}</span>
          <span className="text-xs text-quiet">
            {[row.accountName, row.stage, money(row), row.owner?.name].filter(Boolean).join(' · ')}
          </span>
        </>
      )}
      detail={(row) => (
        <PanelSection title={m.accounts_facts()}>
          <Facts
            facts={[
              [m.accounts_customer(), row.accountName],
              [m.accounts_owner(), row.owner?.name ?? m.accounts_nobody()],
              [m.accounts_stage(), row.stage],
              [m.accounts_outcome(), outcomes[row.outcome]()],
              [
                m.accounts_amount(),
                row.amount === null ? null : formatMoneyFull(row.amount * 100, row.currency),
              ],
              [m.accounts_close(), closeDay(row)],
              [m.accounts_product(), row.product],
              [m.accounts_region(), row.region],
              [m.accounts_last(), day(row.lastActivityAt)],
              [m.accounts_next(), day(row.nextStepAt)],
              [m.accounts_note(), row.note],
            ]}
          />
        </PanelSection>
      )}
      columns={[
        { id: 'name', header: m.accounts_name(), width: 200, grow: 2, fixed: true, cell: (row) => row.name },
        {
          id: 'account',
          header: m.accounts_customer(),
          width: 160,
          grow: 1,
          cell: (row) => row.accountName ?? '–',
        },
        { id: 'stage', header: m.accounts_stage(), width: 104, cell: (row) => <Badge>{row.stage}</Badge> },
        { id: 'outcome', header: m.accounts_outcome(), width: 88, cell: (row) => outcomes[row.outcome]() },
        { id: 'amount', header: m.accounts_amount(), width: 104, align: 'end', cell: money },
        { id: 'close', header: m.accounts_close(), width: 104, cell: closeDay },
        {
          id: 'owner',
          header: m.accounts_owner(),
          width: 136,
          cell: (row) =>
            row.owner ? (
              <PersonChip name={row.owner.name} seed={row.owner.id} />
            ) : (
              <span className="text-faint">{m.accounts_nobody()}</span>
            ),
        },
      ]}
    />
  )
}
