import { useQuery } from '@tanstack/react-query'
import { formatNumber } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Card } from '../../ui/card.tsx'
import { offerPatternQuery } from './offer-api.ts'

const MINUTE = 60

/** How somebody answers what they are offered; nothing where nothing was offered to them. */
export function OfferPatternCard({ repId }: { repId: string }) {
  const found = useQuery(offerPatternQuery(repId)).data
  const pattern = found?.items[0]
  if (found === undefined || pattern === undefined) return null
  const { medianSeconds } = pattern
  const facts: [string, string][] = [
    [m.offers_pattern_made(), formatNumber(pattern.made)],
    [m.offers_pattern_accepted(), formatNumber(pattern.accepted)],
    [m.offers_pattern_declined(), formatNumber(pattern.declined)],
    [m.offers_pattern_expired(), formatNumber(pattern.expired)],
    [m.offers_pattern_withdrawn(), formatNumber(pattern.withdrawn)],
    [
      m.offers_pattern_median(),
      medianSeconds === null
        ? '–'
        : medianSeconds < MINUTE
          ? m.offers_seconds({ count: formatNumber(medianSeconds) })
          : m.offers_minutes({ count: formatNumber(medianSeconds / MINUTE, 1) }),
    ],
    [m.offers_pattern_cost(), formatNumber(pattern.costTurns)],
  ]
  return (
    <Card title={m.offers_pattern_title({ days: found.days })}>
      <dl className="flex flex-col gap-1.5 text-sm">
        {facts.map(([label, value]) => (
          <div key={label} className="flex justify-between gap-4">
            <dt className="text-quiet">{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {pattern.declinedBy.length > 0 && (
        <p className="mt-3 text-sm text-quiet">
          {pattern.declinedBy.map(({ text, count }) => `${text} × ${formatNumber(count)}`).join(' · ')}
        </p>
      )}
    </Card>
  )
}
