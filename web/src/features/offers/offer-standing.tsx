import { useSession } from '../../app/session/session.ts'
import { m } from '../../i18n/messages.ts'
import type { Lead } from '../leads/lead-api.ts'
import { leadTitle } from '../leads/lead-title.ts'
import { OfferAnswer } from './offer-answer.tsx'
import { OfferBadge } from './offer-badge.tsx'

/** On the record: who is asked, until when, and, for them, the answer. */
export function OfferStanding({ lead, until }: { lead: Lead; until: string }) {
  const { data } = useSession()
  const mine = lead.owner !== null && lead.owner.id === data?.repId
  return (
    <div className="mt-2">
      <p className="flex flex-wrap items-center gap-2 text-sm">
        {mine ? m.offers_to_you() : m.offers_to({ name: lead.owner?.name ?? '' })}
        <OfferBadge until={until} />
      </p>
      {mine && <OfferAnswer item={{ kind: 'lead', id: lead.id, title: leadTitle(lead) }} />}
    </div>
  )
}
