import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { formatMoney } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Badge } from '../../ui/badge.tsx'
import type { Lead } from '../leads/lead-api.ts'
import { OfferAnswer } from './offer-answer.tsx'
import { myDealOffersQuery, myOffersQuery } from './offer-api.ts'
import { OfferBadge } from './offer-badge.tsx'
import { type OfferedItem, offeredDeal, offeredLead } from './offered-item.ts'

/** What is offered to me, before everything else: it runs out first. Nothing where nothing is offered. */
export function OfferCards({ onOpen }: { onOpen: (lead: Lead) => void }) {
  const leads = useQuery(myOffersQuery)
  const deals = useQuery(myDealOffersQuery)
  const open = [
    ...(leads.data?.items ?? []).map(offeredLead),
    ...(deals.data?.items ?? []).map(offeredDeal),
  ].sort((a, b) => ((a.until ?? '') < (b.until ?? '') ? -1 : 1))
  if (open.length === 0) return null
  const lookAgain = () => void Promise.all([leads.refetch(), deals.refetch()])
  return (
    <section aria-label={m.offers_title()} className="flex flex-col gap-3">
      <h2 className="mt-2 text-md font-semibold">{m.offers_title()}</h2>
      {open.map((item) => (
        <OfferCard key={item.id} item={item} onOpen={onOpen} onOver={lookAgain} />
      ))}
    </section>
  )
}

function OfferCard({
  item,
  onOpen,
  onOver,
}: {
  item: OfferedItem
  onOpen: (lead: Lead) => void
  onOver: () => void
}) {
  const { lead } = item
  const line = [
    ...item.about,
    item.amount === null ? '' : formatMoney(item.amount * 100, item.currency),
  ].filter(Boolean)
  const head = (
    <>
      <span className="block truncate text-md font-semibold">{item.title}</span>
      <span className="block truncate text-sm text-quiet">{line.join(' · ')}</span>
    </>
  )
  return (
    <article
      data-offer={item.id}
      aria-label={item.title}
      className="rounded-lg border-2 border-accent bg-surface p-4 max-md:p-3.5"
    >
      <div className="flex items-start gap-3">
        {lead === null ? (
          <Link to="/opportunities" search={{ open: item.id }} className="min-w-0 flex-1 text-left">
            {head}
          </Link>
        ) : (
          <button type="button" onClick={() => onOpen(lead)} className="min-w-0 flex-1 text-left">
            {head}
          </button>
        )}
        {item.kind === 'opportunity' && <Badge>{m.offers_deal()}</Badge>}
        {item.tier && <Badge tone={item.tier === 'A' ? 'tint' : 'plain'}>{item.tier}</Badge>}
      </div>
      {item.until && (
        <p className="mt-1.5 flex flex-wrap items-center gap-2">
          <OfferBadge until={item.until} onOver={onOver} />
        </p>
      )}
      {item.reason && <p className="mt-2 text-sm text-quiet">{item.reason}</p>}
      <OfferAnswer item={item} />
    </article>
  )
}
