import { useQuery } from '@tanstack/react-query'
import { formatNumber, formatPercent } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Badge } from '../../ui/badge.tsx'
import { Card } from '../../ui/card.tsx'
import { type Domain, type RepCapability, repCapabilityQuery } from './capability-api.ts'
import { PaceCard } from './pace-card.tsx'
import { Proposals } from './proposals.tsx'
import { RangeBar } from './range-bar.tsx'
import { ScoreRange } from './score-range.tsx'
import {
  basisWord,
  dimensionWord,
  domainWord,
  luckWords,
  showsInQuality,
  skillWords,
} from './strength-words.ts'

/** On a rep's page: what they make of their leads, where they work, and how much at once suits them. */
export function RepCapabilityCards({ repId }: { repId: string }) {
  const { data } = useQuery(repCapabilityQuery(repId))
  if (!data?.madeAt) return null
  return (
    <>
      <StrengthCard data={data} />
      <DomainCard domains={data.domains} />
      <LoadCard data={data} />
      <PaceCard data={data} />
      <Proposals proposals={data.proposals} withNames={false} />
    </>
  )
}

function StrengthCard({ data: { strength, byDomain } }: { data: RepCapability }) {
  return (
    <Card title={m.capability_board()}>
      {strength ? (
        <>
          <div className="flex items-center gap-4">
            <b className="text-kpi font-semibold">{formatNumber(strength.score)}</b>
            <ScoreRange strength={strength} />
          </div>
          <p className="mt-1 text-sm">
            {skillWords(strength)} <span className="text-quiet">{luckWords(strength)}</span>
          </p>
        </>
      ) : (
        <p className="text-sm text-quiet">{m.capability_nothing_yet()}</p>
      )}
      {byDomain.some((part) => part.known) && (
        <ul className="mt-3 flex flex-col gap-1.5 border-t border-line pt-3">
          {byDomain
            .filter((part) => part.known)
            .map((part) => (
              <li key={`${part.dimension} ${part.value}`} className="text-sm">
                <b className="font-medium">{part.value}</b>{' '}
                <span className="text-quiet">{skillWords(part)}</span>
              </li>
            ))}
        </ul>
      )}
    </Card>
  )
}

const SHOWN = 6

function DomainCard({ domains }: { domains: readonly Domain[] }) {
  const dimensions = [...new Set(domains.map((domain) => domain.dimension))]
  if (dimensions.length === 0) return null
  return (
    <Card
      title={m.capability_domains()}
      aside={<span className="text-xs text-quiet">{m.capability_domains_note()}</span>}
    >
      <div className="grid grid-cols-2 gap-x-6 gap-y-4 max-md:grid-cols-1">
        {dimensions.map((dimension) => (
          <div key={dimension}>
            <h3 className="mb-1.5 text-xs text-quiet">{dimensionWord(dimension)}</h3>
            <ul className="flex flex-col gap-2">
              {domains
                .filter((domain) => domain.dimension === dimension)
                .toSorted((a, b) => b.sharePermille - a.sharePermille)
                .slice(0, SHOWN)
                .map((domain) => (
                  <li key={domain.value} className="text-sm">
                    <span className="flex items-baseline justify-between gap-2">
                      <span className="min-w-0 truncate">{domainWord(dimension, domain.value)}</span>
                      <b className="font-medium">{formatPercent(domain.sharePermille / 1000)}</b>
                    </span>
                    <span aria-hidden className="my-0.5 block h-1 overflow-hidden rounded-full bg-ink/8">
                      <span
                        className="block h-full rounded-full bg-accent"
                        style={{ width: `${domain.sharePermille / 10}%` }}
                      />
                    </span>
                    <span className="flex items-center gap-2 text-xs text-quiet">
                      {domain.trials === 0
                        ? m.capability_no_outcomes()
                        : m.capability_domain_rate({
                            rate: formatPercent(domain.rate),
                            low: formatPercent(domain.low),
                            high: formatPercent(domain.high),
                            team: formatPercent(domain.teamRate),
                          })}
                      {domain.stale && domain.trials > 0 && <Badge>{m.capability_stale_short()}</Badge>}
                    </span>
                  </li>
                ))}
            </ul>
          </div>
        ))}
      </div>
    </Card>
  )
}

function LoadCard({ data: { capacity, rhythm } }: { data: RepCapability }) {
  if (capacity === null && rhythm === null) return null
  return (
    <Card
      title={m.capability_load()}
      aside={
        capacity && showsInQuality(capacity) && <Badge tone="outline">{basisWord(capacity.basis)}</Badge>
      }
    >
      {capacity && (
        <>
          <div className="flex items-center gap-4">
            <b className="text-kpi font-semibold">{formatNumber(capacity.limit)}</b>
            <RangeBar
              value={capacity.limit}
              low={capacity.low}
              high={capacity.high}
              from={0}
              to={Math.max(20, capacity.high * 1.2)}
              middle={capacity.limit}
              isKnown={capacity.basis === 'own'}
              label={m.capability_load_label({
                low: formatNumber(capacity.low),
                high: formatNumber(capacity.high),
              })}
            />
          </div>
          <p className="mt-1 text-sm text-quiet">
            {!showsInQuality(capacity)
              ? m.capability_load_unknown()
              : m.capability_load_words({
                  best: formatNumber(capacity.limit),
                  low: formatNumber(capacity.low),
                  high: formatNumber(capacity.high),
                  loss: formatPercent(capacity.qualityLossAbove),
                })}
          </p>
        </>
      )}
      {rhythm && (
        <p className="mt-2 text-sm text-quiet">
          {m.capability_rhythm({
            days: formatNumber(rhythm.days),
            team: formatNumber(rhythm.teamDays),
            count: rhythm.wins,
          })}
        </p>
      )}
    </Card>
  )
}
