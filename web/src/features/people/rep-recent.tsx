import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { formatMoney, formatRelativeDay } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Badge } from '../../ui/badge.tsx'
import { Card } from '../../ui/card.tsx'
import { recentLeadsQuery } from './people-api.ts'

export function RepRecent({ repId }: { repId: string }) {
  const leads = useQuery(recentLeadsQuery(repId)).data?.items ?? []
  const now = new Date()
  return (
    <Card title={m.people_recent()}>
      {leads.length === 0 && <p className="text-sm text-quiet">{m.people_recent_empty()}</p>}
      <ul className="-mx-2 flex flex-col">
        {leads.map((lead) => (
          <li key={lead.id}>
            <Link
              to="/leads"
              search={{ open: lead.id }}
              className="flex min-h-10 items-center gap-3 rounded-md px-2 py-1.5 text-sm hover:bg-ink/5 max-md:min-h-11"
            >
              <Badge tone={lead.tier === 'A' ? 'tint' : 'plain'}>{lead.tier ?? '–'}</Badge>
              <span className="min-w-0 flex-1 truncate">{lead.company || lead.name}</span>
              {lead.amount !== null && (
                <span className="text-quiet">{formatMoney(lead.amount * 100, lead.currency)}</span>
              )}
              <span className="w-20 shrink-0 text-right text-xs text-faint">
                {formatRelativeDay(new Date(lead.ownedSince ?? lead.createdAt), now)}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  )
}
