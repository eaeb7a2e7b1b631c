import { useQuery } from '@tanstack/react-query'
import { PencilLine } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useSession } from '../../app/session/session.ts'
import { useMay } from '../../app/session/use-may.ts'
import { formatList, formatMoney, formatNumber, formatPhone, formatRelativeDay } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Badge } from '../../ui/badge.tsx'
import { IconButton } from '../../ui/button.tsx'
import { PanelSection } from '../../ui/panel.tsx'
import { PersonChip } from '../../ui/person-chip.tsx'
import { History } from '../leads/lead-history.tsx'
import { type Account, readContacts, readOpportunities } from './customer-api.ts'
import { stageWord } from './deal-words.ts'
import { Facts } from './facts.tsx'
import { mayLog } from './may-log.ts'
import { recordTimelineQuery } from './record-api.ts'
import { RecordStanding } from './record-standing.tsx'

const LogDialog = lazy(() =>
  import('../activities/log-dialog.tsx').then((part) => ({ default: part.LogDialog })),
)
const ClockOf = lazy(() => import('../followup/clock-chip.tsx').then((part) => ({ default: part.ClockOf })))

const day = (iso: string | null) => (iso === null ? '–' : formatRelativeDay(new Date(iso), new Date()))

type AccountDetailProps = { account: Account; onWhy: (decisionId: string, subject: string) => void }

export function AccountDetail({ account, onWhy }: AccountDetailProps) {
  const may = useMay()
  const me = useSession().data
  const [writing, setWriting] = useState<{ id: string; name: string } | null>(null)
  const writesOfContacts = may('contacts.write') && mayLog('account', account, me)
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
  const timeline = useQuery(recordTimelineQuery('account', account.id))
  return (
    <>
      <RecordStanding noun="account" record={account} onWhy={onWhy} />
      <PanelSection title={m.accounts_facts()}>
        <Facts
          facts={[
            [m.accounts_level(), account.customerLevel],
            [m.accounts_phone(), account.phone && formatPhone(account.phone)],
            [m.accounts_email(), account.email],
            [m.accounts_website(), account.website],
            [m.accounts_address(), account.address],
            [m.accounts_credit_code(), account.creditCode],
            [m.accounts_size(), account.employees === null ? null : formatNumber(account.employees)],
            [m.accounts_last(), day(account.lastActivityAt)],
            [m.accounts_tags(), formatList(account.tags)],
            [m.accounts_note(), account.note],
          ]}
        />
      </PanelSection>
      {contacts && (
        <PanelSection title={m.accounts_contacts()}>
          {contacts.length === 0 && <p className="text-sm text-quiet">{m.accounts_none()}</p>}
          <ul className="flex flex-col gap-2 text-sm">
            {contacts.map((contact) => (
              <li key={contact.id} data-contact={contact.id} className="flex items-center gap-2">
                <span className="min-w-0 flex-1">
                  <PersonChip name={contact.name} seed={contact.id} />
                </span>
                {contact.title && <span className="truncate text-xs text-quiet">{contact.title}</span>}
                {writesOfContacts && (
                  <IconButton
                    size="sm"
                    look="plain"
                    label={m.leads_log_title({ name: contact.name })}
                    icon={<PencilLine aria-hidden />}
                    onClick={() => setWriting({ id: contact.id, name: contact.name })}
                  />
                )}
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
                <Badge>{stageWord(deal)}</Badge>
                <span className="min-w-0 flex-1 truncate">{deal.name}</span>
                {deal.state === 'owned' && (
                  <Suspense>
                    <ClockOf id={deal.id} />
                  </Suspense>
                )}
                {deal.amount !== null && (
                  <span className="text-quiet">{formatMoney(deal.amount * 100, deal.currency)}</span>
                )}
              </li>
            ))}
          </ul>
        </PanelSection>
      )}
      <History timeline={timeline} onWhy={(decisionId) => onWhy(decisionId, account.name)} />
      {writing && (
        <Suspense>
          <LogDialog
            about={{ kind: 'contact', ...writing, person: writing.name }}
            onClose={() => setWriting(null)}
          />
        </Suspense>
      )}
    </>
  )
}
