import type { QueryClient } from '@tanstack/react-query'
import { Building2 } from 'lucide-react'
import { lazy, useMemo } from 'react'
import { useSession } from '../../app/session/session.ts'
import { useMay } from '../../app/session/use-may.ts'
import { formatNumber, formatRelativeDay } from '../../i18n/format.ts'
import { useLocale } from '../../i18n/locale.ts'
import { m } from '../../i18n/messages.ts'
import { Badge } from '../../ui/badge.tsx'
import type { Column } from '../../ui/data-table/column.ts'
import { readViewSearch, toViewState } from '../../ui/data-table/view-state.ts'
import { PersonChip } from '../../ui/person-chip.tsx'
import { RowClock } from '../followup/row-clock.tsx'
import { type Account, countAccounts, readAccounts } from './customer-api.ts'
import { mayLog } from './may-log.ts'
import { type ListView, RecordList, recordQuery, recordRows } from './record-list.tsx'

// What opens over the list is loaded when it opens.
const AccountDetail = lazy(() =>
  import('./account-detail.tsx').then((part) => ({ default: part.AccountDetail })),
)

const day = (iso: string | null) => (iso === null ? '–' : formatRelativeDay(new Date(iso), new Date()))

const listViews = (): ListView[] => [
  { value: 'mine', label: m.accounts_mine(), query: { owner: ['me'] }, repOnly: true },
  { value: 'waiting', label: m.accounts_waiting(), query: { state: ['waiting'] } },
  { value: 'nobody', label: m.accounts_nobodys(), query: { owner: ['none'] } },
]

/** Asked for when the way here is chosen, not when the screen has been drawn. */
export function prepare(client: QueryClient, search: Record<string, unknown>): void {
  const query = recordQuery('account', toViewState(readViewSearch(search)), listViews())
  void client.prefetchInfiniteQuery(recordRows('account', query, readAccounts))
}

const accountColumns = (): Column<Account>[] => [
  { id: 'name', header: m.accounts_name(), width: 200, grow: 2, fixed: true, cell: (row) => row.name },
  {
    id: 'level',
    header: m.accounts_level(),
    width: 88,
    cell: (row) =>
      row.customerLevel ? (
        <Badge tone={row.customerLevel === 'A' ? 'tint' : 'plain'}>{row.customerLevel}</Badge>
      ) : (
        '–'
      ),
  },
  { id: 'industry', header: m.accounts_industry(), width: 112, cell: (row) => row.industry ?? '–' },
  { id: 'region', header: m.accounts_region(), width: 112, cell: (row) => row.region ?? '–' },
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
  {
    id: 'deals',
    header: m.accounts_open_deals(),
    width: 96,
    align: 'end',
    cell: (row) => formatNumber(row.openOpportunities),
  },
  { id: 'last', header: m.accounts_last(), width: 104, cell: (row) => day(row.lastActivityAt) },
  {
    id: 'clock',
    header: m.leads_clock(),
    width: 184,
    later: true,
    cell: (row) => <RowClock record={row} noun="account" />,
  },
]

export function Screen() {
  const may = useMay()
  const me = useSession().data
  const locale = useLocale()
  const today = new Date().toDateString()
  // biome-ignore lint/correctness/useExhaustiveDependencies: words and relative days are read when they are made.
  const columns = useMemo(accountColumns, [locale, today])
  return (
    <RecordList<Account>
      noun="account"
      creates={may('accounts.write')}
      logs={(row) => mayLog('account', row, me)}
      createLabel={m.accounts_new_customer()}
      views={listViews()}
      title={m.nav_customers()}
      countText={(count) => m.accounts_customers_count({ count })}
      emptyTitle={m.accounts_empty_customers()}
      icon={<Building2 />}
      read={readAccounts}
      count={countAccounts}
      subtitle={(row) => [row.industry, row.region, row.city].filter(Boolean).join(' · ')}
      detail={(row, onWhy) => <AccountDetail account={row} onWhy={onWhy} />}
      card={(row) => (
        <>
          <span className="font-medium">{row.name}</span>
          <span className="text-xs text-quiet">
            {[row.industry, row.region, row.owner?.name].filter(Boolean).join(' · ')}
          </span>
        </>
      )}
      columns={columns}
    />
  )
}
