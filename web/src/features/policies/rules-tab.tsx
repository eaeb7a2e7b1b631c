import type { Policy } from '@peineng/engine'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { useMay } from '../../app/session/use-may.ts'
import { m } from '../../i18n/messages.ts'
import { Badge } from '../../ui/badge.tsx'
import { Card } from '../../ui/card.tsx'
import { SkeletonLines } from '../../ui/skeleton.tsx'
import { gaugeText, gaugeWord } from '../people/people-words.ts'
import { poolsQuery } from '../pools/pool-api.ts'
import type { Document } from './policy-api.ts'
import { readableCaps, readableRules, ruleText } from './rule-sentence.ts'

const FiguresCard = lazy(() =>
  import('../followup/figures-card.tsx').then((part) => ({ default: part.FiguresCard })),
)

type Gauge = { name: string; threshold: number; warnPercent?: number }

export function RulesTab({ document }: { document: Document }) {
  const gauges = (document['gauges'] ?? []) as Gauge[]
  const pools = useQuery({ ...poolsQuery, enabled: useMay()('pools.read') }).data?.items ?? []
  const poolNames = new Map(pools.map(({ id, name }) => [id, name]))
  const caps = readableCaps(document)
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_22rem] items-start gap-4 max-lg:grid-cols-1">
      <div className="flex min-w-0 flex-col gap-4">
        <Card
          title={m.policy_rules()}
          aside={<span className="text-xs text-faint">{m.policy_rules_note()}</span>}
        >
          <ol className="flex flex-col gap-2">
            {readableRules(document, poolNames).map((rule, place) => (
              <li key={rule.id} className="flex gap-3 rounded-md bg-sunken px-3 py-2.5">
                <span
                  aria-hidden
                  className="grid size-5 shrink-0 place-items-center rounded-full bg-ink/6 text-xs text-quiet"
                >
                  {place + 1}
                </span>
                <div className="min-w-0 text-sm">
                  <div className="flex items-center gap-2 font-medium">
                    {rule.name}
                    {!rule.enabled && <Badge tone="outline">{m.policy_disabled()}</Badge>}
                  </div>
                  <p className="mt-0.5">{ruleText(rule)}</p>
                  {rule.weights && <p className="mt-0.5 text-xs text-quiet">{rule.weights}</p>}
                </div>
              </li>
            ))}
          </ol>
        </Card>
        {caps.length > 0 && (
          <Card title={m.policy_caps()}>
            <ul className="flex flex-col gap-1.5 text-sm">
              {caps.map((cap) => (
                <li key={cap.id}>{cap.text}</li>
              ))}
            </ul>
          </Card>
        )}
        <Suspense fallback={<SkeletonLines lines={6} />}>
          <FiguresCard policy={document as unknown as Policy} />
        </Suspense>
      </div>
      <div className="flex flex-col gap-4">
        <Card title={m.policy_gauges()}>
          <dl className="grid grid-cols-[1fr_auto] gap-x-3 gap-y-2 text-sm">
            {gauges.map((gauge) => (
              <div key={gauge.name} className="contents">
                <dt>{gaugeWord(gauge.name)}</dt>
                <dd className="text-right text-quiet">
                  {m.policy_gauge_line({
                    threshold: gaugeText(gauge.name, gauge.threshold),
                    warn: String(gauge.warnPercent ?? 100),
                  })}
                </dd>
              </div>
            ))}
          </dl>
        </Card>
      </div>
    </div>
  )
}
