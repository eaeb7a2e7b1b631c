import { useQuery } from '@tanstack/react-query'
import { formatMoney } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Badge } from '../../ui/badge.tsx'
import type { Lead } from '../leads/lead-api.ts'
import { leadTitle } from '../leads/lead-title.ts'
import { OfferAnswer } from './offer-answer.tsx'
import { myOffersQuery } from './offer-api.ts'
import { OfferBadge } from './offer-badge.tsx'

/** What is offered to me, before everything else: it runs out first. Nothing where nothing is offered. */
export function OfferCards({ onOpen }: { onOpen: (lead: Lead) => void }) {
  const offers = useQuery(myOffersQuery)
  const open = [...(offers.data?.items ?? [])].sort((a, b) =>
    (a.offer?.until ?? '') < (b.offer?.until ?? '') ? -1 : 1,
  )
  if (open.length === 0) return null
  const lookAgain = () => void offers.refetch()
  return (
    <section aria-label={m.offers_title()} className="flex flex-col gap-3">
      <h2 className="mt-2 text-md font-semibold">{m.offers_title()}</h2>
      {open.map((lead) => (
        <OfferCard key={lead.id} lead={lead} onOpen={onOpen} onOver={lookAgain} />
      ))}
    </section>
  )
}

function OfferCard({
  lead,
  onOpen,
  onOver,
}: {
  lead: Lead
  onOpen: (lead: Lead) => void
  onOver: () => void
}) {
  const line = [
    lead.region,
    lead.industry,
    lead.amount === null ? '' : formatMoney(lead.amount * 100, lead.currency),
  ]
  return (
    <article
      data-offer={lead.id}
      aria-label={leadTitle(lead)}
      className="rounded-lg border-2 border-accent bg-surface p-4 max-md:p-3.5"
    >
      <div className="flex items-start gap-3">
        <button type="button" onClick={() => onOpen(lead)} className="min-w-0 flex-1 text-left">
          <span className="block truncate text-md font-semibold">{leadTitle(lead)}</span>
          <span className="block truncate text-sm text-quiet">{line.filter(Boolean).join(' · ')}</span>
        </button>
        {lead.tier && <Badge tone={lead.tier === 'A' ? 'tint' : 'plain'}>{lead.tier}</Badge>}
      </div>
      {lead.offer && (
        <p className="mt-1.5 flex flex-wrap items-center gap-2">
          <OfferBadge until={lead.offer.until} onOver={onOver} />
        </p>
      )}
      {lead.reason && <p className="mt-2 text-sm text-quiet">{lead.reason.text}</p>}
      <OfferAnswer lead={lead} />
    </article>
  )
}
