import { CircleHelp, Hourglass, Waves } from 'lucide-react'
import { formatDateTime, formatNamed, formatNumber } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Badge } from '../../ui/badge.tsx'
import { ContributionBar } from '../../ui/contribution-bar.tsx'
import { Avatar } from '../../ui/person-chip.tsx'
import type { Decision } from './decision-api.ts'
import { withoutPoints } from './term-words.ts'
import { winWords } from './win-words.ts'

const THOUSANDTHS = 1000

const how = (mode: Decision['mode']) =>
  ({
    engine: m.why_by_engine,
    plan: m.why_by_plan,
    override: m.why_by_override,
    claim: m.why_by_claim,
  })[mode]()

/** Who, how many points, why in one sentence, then every term that counted. */
export function WhyResult({ decision }: { decision: Decision }) {
  const { owner, state, candidates, reason, release } = decision
  const winner = candidates.find((candidate) => candidate.repId === owner?.id)
  const terms = winner?.terms ?? []
  const counted = terms.filter((term) => term.contribution !== 0)
  const silent = terms.filter((term) => term.contribution === 0)
  return (
    <section className="mb-6">
      <div className="flex items-center gap-3">
        {owner ? (
          <Avatar name={owner.name} size="lg" />
        ) : (
          <span aria-hidden className="grid size-10 place-items-center rounded-full bg-ink/6 text-quiet">
            {state === 'pooled' ? <Waves className="size-5" /> : <Hourglass className="size-5" />}
          </span>
        )}
        <div className="min-w-0 flex-1">
          <div className="flex items-center gap-2">
            <span className="truncate text-md font-semibold">
              {owner?.name ?? (state === 'pooled' ? m.leads_pool() : m.leads_owner_none())}
            </span>
            <Badge tone={decision.current ? 'tint' : 'plain'}>
              {decision.current ? m.why_current() : m.why_superseded()}
            </Badge>
          </div>
          <div className="text-xs text-quiet">
            {m.why_decided({
              at: formatDateTime(new Date(decision.decidedAt), new Date()),
              how: how(decision.mode),
            })}
          </div>
        </div>
        {counted.length > 0 && winner && (
          <span className="text-kpi font-semibold">{formatNumber(winner.total / THOUSANDTHS, 1)}</span>
        )}
      </div>
      <p className="mb-4 mt-3 rounded-md bg-sunken px-3 py-2 text-sm">{reason.text}</p>
      {release && (
        <p className="mb-4 flex gap-2 text-sm text-quiet">
          <CircleHelp className="mt-0.5 size-4 shrink-0" aria-hidden />
          <span>{formatNamed(m.why_release(), release.text)}</span>
        </p>
      )}
      {counted.length > 0 && (
        <ContributionBar
          terms={counted.map((term) => ({
            key: term.code,
            label: withoutPoints(term.text),
            points: term.contribution / THOUSANDTHS,
          }))}
        />
      )}
      {winner?.win && <p className="mt-2 text-xs text-quiet">{winWords(winner.win)}</p>}
      {counted.length > 0 && silent.length > 0 && (
        <details className="group mt-1 text-sm">
          <summary className="cursor-pointer text-faint hover:text-ink max-md:min-h-11 max-md:content-center">
            {m.why_more_zero({ count: silent.length })}
          </summary>
          <ul className="mt-1 flex flex-col gap-1 pl-4 text-quiet">
            {silent.map((term) => (
              <li key={term.code}>{withoutPoints(term.text)}</li>
            ))}
          </ul>
        </details>
      )}
      {owner && counted.length === 0 && <p className="text-sm text-faint">{m.why_no_terms()}</p>}
    </section>
  )
}
