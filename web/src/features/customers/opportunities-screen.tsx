import type { QueryClient } from '@tanstack/react-query'
import { Handshake } from 'lucide-react'
import { lazy, useMemo } from 'react'
import { useSession } from '../../app/session/session.ts'
import { useMay } from '../../app/session/use-may.ts'
import { useLocale } from '../../i18n/locale.ts'
import { m } from '../../i18n/messages.ts'
import { Badge } from '../../ui/badge.tsx'
import type { Column } from '../../ui/data-table/column.ts'
import { readViewSearch, toViewState } from '../../ui/data-table/view-state.ts'
import { PersonChip } from '../../ui/person-chip.tsx'
import { RowClock } from '../followup/row-clock.tsx'
import { countOpportunities, type Opportunity, readOpportunities } from './customer-api.ts'
import { closeDay, dealMoney, stageWord } from './deal-words.ts'
import { mayLog } from './may-log.ts'
import { type ListView, RecordList, recordQuery, recordRows } from './record-list.tsx'

// What opens over the list is loaded when it opens.
const DealDetail = lazy(() => import('./deal-detail.tsx').then((part) => ({ default: part.DealDetail })))

const DUE_WITHIN_MS = 7 * 86_400_000
const MINUTE_MS = 60_000
/** To the minute: the filter is a query's key, and one that changed with every rendering would never be answered. */
const dueBefore = (now: number) =>
  new Date(Math.floor((now + DUE_WITHIN_MS) / MINUTE_MS) * MINUTE_MS).toISOString()

const listViews = (): ListView[] => [
  { value: 'open', label: m.accounts_outcome_open(), query: { outcome: ['open'] } },
  {
    value: 'mine',
    label: m.accounts_mine(),
    query: { owner: ['me'], outcome: ['open'] },
    repOnly: true,
  },
  { value: 'waiting', label: m.accounts_waiting(), query: { state: ['waiting'] } },
  {
    value: 'due',
    label: m.accounts_due(),
    query: { outcome: ['open'], dueBefore: dueBefore(Date.now()) },
  },
  { value: 'closed', label: m.accounts_closed(), query: { outcome: ['won', 'lost', 'invalid'] } },
]

/** Asked for when the way here is chosen, not when the screen has been drawn. */
export function prepare(client: QueryClient, search: Record<string, unknown>): void {
  const query = recordQuery('opportunity', toViewState(readViewSearch(search)), listViews())
  void client.prefetchInfiniteQuery(recordRows('opportunity', query, readOpportunities))
}

const dealColumns = (): Column<Opportunity>[] => [
  { id: 'name', header: m.accounts_name(), width: 240, grow: 2.6, fixed: true, cell: (row) => row.name },
  {
    id: 'account',
    header: m.accounts_customer(),
    width: 148,
    grow: 1,
    cell: (row) => row.accountName ?? '–',
  },
  {
    id: 'stage',
    header: m.accounts_stage(),
    width: 104,
    cell: (row) => <Badge tone={row.outcome === 'won' ? 'good' : 'plain'}>{stageWord(row)}</Badge>,
  },
  { id: 'amount', header: m.accounts_amount(), width: 104, align: 'end', cell: dealMoney },
  { id: 'close', header: m.accounts_close(), width: 120, cell: closeDay },
  {
    id: 'owner',
    header: m.accounts_owner(),
    width: 136,
    cell: (row) =>
      row.owner ? (
        <PersonChip name={row.owner.name} seed={row.owner.id} />
      ) : (
        <span className="text-faint">
          {row.state === 'waiting' ? m.accounts_waiting() : m.accounts_nobody()}
        </span>
      ),
  },
  {
    id: 'clock',
    header: m.leads_clock(),
    width: 208,
    later: true,
    cell: (row) => <RowClock record={row} noun="opportunity" />,
  },
]

export function Screen() {
  const may = useMay()
  const me = useSession().data
  const locale = useLocale()
  const today = new Date().toDateString()
  // biome-ignore lint/correctness/useExhaustiveDependencies: words and relative days are read when they are made.
  const columns = useMemo(dealColumns, [locale, today])
  return (
    <RecordList<Opportunity>
      noun="opportunity"
      creates={may('opportunities.write')}
      logs={(row) => mayLog('opportunity', row, me)}
      createLabel={m.accounts_new_deal()}
      views={listViews()}
      title={m.nav_opportunities()}
      countText={(count) => m.accounts_deals_count({ count })}
      emptyTitle={m.accounts_empty_deals()}
      icon={<Handshake />}
      read={readOpportunities}
      count={countOpportunities}
      subtitle={(row) => [row.accountName, stageWord(row)].filter(Boolean).join(' · ')}
      card={(row) => (
        <>
          <span className="font-medium">{row.name}</span>
          <span className="text-xs text-quiet">
            {[row.accountName, stageWord(row), dealMoney(row), row.owner?.name].filter(Boolean).join(' · ')}
          </span>
        </>
      )}
      detail={(row, onWhy) => <DealDetail deal={row} onWhy={onWhy} />}
      columns={columns}
    />
  )
}
