import { useQuery } from '@tanstack/react-query'
import { Building2 } from 'lucide-react'
import { useMay } from '../../app/session/use-may.ts'
import { formatMoney, formatNumber, formatRelativeDay } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Badge } from '../../ui/badge.tsx'
import { PanelSection } from '../../ui/panel.tsx'
import { PersonChip } from '../../ui/person-chip.tsx'
import { type Account, countAccounts, readAccounts, readContacts, readOpportunities } from './customer-api.ts'
import { Facts, RecordList } from './record-list.tsx'

const day = (iso: string | null) => (iso === null ? '–' : formatRelativeDay(new Date(iso), new Date()))

export function Screen() {
  return (
    <RecordList<Account>
      noun="account"
      title={m.nav_customers()}
      countText={(count) => m.accounts_customers_count({ count })}
      emptyTitle={m.accounts_empty_customers()}
      icon={<Building2 />}
      read={readAccounts}
      count={countAccounts}
      subtitle={(row) => [row.industry, row.region, row.city].filter(Boolean).join(' · ')}
      detail={(row) => <AccountDetail account={row} />}
      card={(row) => (
        <>
          <span className="font-medium">{row.name}</span>
          <span className="text-xs text-quiet">
            {[row.industry, row.region, row.owner?.name].filter(Boolean).join(' · ')}
          </span>
        </>
      )}
      columns={[
        { id: 'name', header: m.accounts_name(), width: 200, grow: 2, fixed: true, cell: (row) => row.name },
        {
          id: 'level',
          header: m.accounts_level(),
          width: 88,
          cell: (row) => (row.customerLevel ? <Badge>{row.customerLevel}</Badge> : '–'),
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
      ]}
    />
  )
}

function AccountDetail({ account }: { account: Account }) {
  const may = useMay()
  const contacts = useQuery({
    queryKey: ['contact', account.id],
    queryFn: () => readContacts(account.id),
    enabled: may('contacts.read'),
  }).data?.items
  const deals = useQuery({
    queryKey: ['opportunity', 'of-account', account.id],
    queryFn: () => readOpportunities({ accountId: account.id }, null),
    enabled: may('opportunities.read'),
  }).data?.items
  return (
    <>
      <PanelSection title={m.accounts_facts()}>
        <Facts
          facts={[
            [m.accounts_owner(), account.owner?.name ?? m.accounts_nobody()],
            [m.accounts_level(), account.customerLevel],
            [m.accounts_phone(), account.phone],
            [m.accounts_email(), account.email],
            [m.accounts_website(), account.website],
            [m.accounts_address(), account.address],
            [m.accounts_credit_code(), account.creditCode],
            [m.accounts_size(), account.employees === null ? null : formatNumber(account.employees)],
            [m.accounts_last(), day(account.lastActivityAt)],
            [m.accounts_tags(), account.tags.join('、')],
            [m.accounts_note(), account.note],
          ]}
        />
      </PanelSection>
      {contacts && (
        <PanelSection title={m.accounts_contacts()}>
          {contacts.length === 0 && <p className="text-sm text-quiet">{m.accounts_none()}</p>}
          <ul className="flex flex-col gap-2 text-sm">
            {contacts.map((contact) => (
              <li key={contact.id}>
                <PersonChip name={contact.name} seed={contact.id} />
              </li>
            ))}
          </ul>
        </PanelSection>
      )}
      {deals && (
        <PanelSection title={m.accounts_deals()}>
          {deals.length === 0 && <p className="text-sm text-quiet">{m.accounts_none()}</p>}
          <ul className="flex flex-col gap-2 text-sm">
            {deals.map((deal) => (
              <li key={deal.id} className="flex items-center gap-2">
                <Badge>{deal.stage}</Badge>
                <span className="min-w-0 flex-1 truncate">{deal.name}</span>
                {deal.amount !== null && (
                  <span className="text-quiet">{formatMoney(deal.amount * 100, deal.currency)}</span>
                )}
              </li>
            ))}
          </ul>
        </PanelSection>
      )}
    </>
  )
}
