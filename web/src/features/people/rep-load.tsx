import { useQuery } from '@tanstack/react-query'
import { formatNumber } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Badge } from '../../ui/badge.tsx'
import { Card } from '../../ui/card.tsx'
import { capacityQuery, type Load } from './people-api.ts'
import {
  fromWord,
  gaugeLevelWord,
  gaugeText,
  gaugeWord,
  limitWords,
  loadTone,
  loadWord,
} from './people-words.ts'

const toneOf = { ok: 'good', warn: 'warn', over: 'bad' } as const

/** Every gauge against its limit, with words, what happens beyond it and who set it; then the intake limits. */
export function RepLoadCard({ repId, load }: { repId: string; load: Load | undefined }) {
  const capacity = useQuery(capacityQuery(repId)).data
  const origin = new Map(capacity?.gauges.map((gauge) => [gauge.value.name as string, gauge.from.kind]) ?? [])
  const limits = Object.entries(capacity?.limits ?? {}).filter(([key]) => key in limitWords)
  return (
    <>
      {load && (
        <Card
          title={m.people_load()}
          aside={<Badge tone={loadTone(load.level)}>{loadWord(load.level)}</Badge>}
        >
          <ul className="flex flex-col gap-3.5">
            {load.gauges.map((gauge) => (
              <li key={gauge.name}>
                <div className="flex items-baseline justify-between gap-2 text-sm">
                  <span>{gaugeWord(gauge.name)}</span>
                  <span className="text-xs text-quiet">
                    <b className="text-sm font-semibold text-ink">{gaugeText(gauge.name, gauge.value)}</b> /{' '}
                    {gaugeText(gauge.name, gauge.threshold)}
                  </span>
                </div>
                <div aria-hidden className="my-1 h-1.5 overflow-hidden rounded-full bg-ink/8">
                  <div
                    className={`h-full rounded-full ${gauge.level === 'over' ? 'bg-warn-solid' : 'bg-accent'}`}
                    style={{ width: `${Math.min(100, gauge.percent)}%` }}
                  />
                </div>
                <div className="flex items-center justify-between gap-2 text-xs text-faint">
                  <span>
                    {gauge.action === 'pause' ? m.people_gauge_pauses() : m.people_gauge_flags()}
                    {origin.has(gauge.name) && ` · ${fromWord(origin.get(gauge.name) ?? '')}`}
                  </span>
                  {gauge.level !== 'ok' && (
                    <Badge tone={toneOf[gauge.level]}>{gaugeLevelWord(gauge.level)}</Badge>
                  )}
                </div>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <Card title={m.people_limits()}>
        <dl className="grid grid-cols-[1fr_auto] gap-y-2 text-sm">
          {limits.map(([key, limit]) => (
            <div key={key} className="contents">
              <dt className="text-quiet">{limitWords[key]?.()}</dt>
              <dd className="text-right">
                {limit.value === null ? m.people_limit_none() : formatNumber(limit.value)}
                <span className="ml-2 text-xs text-faint">{fromWord(limit.from.kind)}</span>
              </dd>
            </div>
          ))}
        </dl>
      </Card>
    </>
  )
}
