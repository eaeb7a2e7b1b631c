import { formatNumber, formatPercent } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Badge } from '../../ui/badge.tsx'
import { Card } from '../../ui/card.tsx'
import type { Models } from './capability-api.ts'

/** What was said of outcomes before they were known, against what came. */
export function Drift({ models: { drift, driftOverTime } }: { models: Models }) {
  return (
    <Card
      title={m.model_drift()}
      aside={
        drift && drift.outcomes > 0 ? (
          <Badge tone={drift.alarm ? 'bad' : 'good'}>
            {drift.alarm ? m.model_drift_alarm() : m.model_drift_ok()}
          </Badge>
        ) : null
      }
    >
      {!drift || drift.outcomes === 0 ? (
        <p className="text-sm text-quiet">{m.model_drift_none()}</p>
      ) : (
        <>
          <p className="text-sm">
            {m.model_drift_words({
              count: drift.outcomes,
              expected: formatNumber(drift.expectedWins),
              observed: formatNumber(drift.observedWins),
              errors: formatNumber(drift.errors, 1),
            })}
          </p>
          {driftOverTime.length > 1 && (
            <ul className="mt-3 flex flex-col gap-1.5">
              {driftOverTime.map((window, at) => (
                <li
                  // biome-ignore lint/suspicious/noArrayIndexKey: windows have no other name than their place in time.
                  key={at}
                  className="grid grid-cols-[4rem_1fr_auto] items-center gap-2 text-xs text-quiet"
                >
                  <span>{m.model_drift_window({ number: String(at + 1) })}</span>
                  <span aria-hidden className="relative h-2 rounded-full bg-ink/6">
                    <span
                      className={`absolute inset-y-0 left-0 rounded-full ${window.alarm ? 'bg-bad-solid' : 'bg-accent/60'}`}
                      style={{ width: `${(window.observedWins / Math.max(1, window.outcomes)) * 100}%` }}
                    />
                    <span
                      className="absolute inset-y-[-2px] w-0.5 bg-ink"
                      style={{ left: `${(window.expectedWins / Math.max(1, window.outcomes)) * 100}%` }}
                    />
                  </span>
                  <span>
                    {formatNumber(window.observedWins)} / {formatNumber(window.expectedWins)}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </>
      )}
      <p className="mt-2 text-xs text-quiet">{m.model_drift_note()}</p>
    </Card>
  )
}

/** What may be spent on finding out what newcomers can do, and what was. */
export function Exploration({ models: { exploration, state } }: { models: Models }) {
  return (
    <Card title={m.model_exploration()}>
      <p className="text-sm text-quiet">
        {m.model_exploration_words({ share: formatPercent(exploration.sharePermille / 1000) })}
      </p>
      {exploration.newcomers.length === 0 ? (
        <p className="mt-2 text-sm">
          {state === 'in_use' ? m.model_exploration_nobody() : m.model_exploration_idle()}
        </p>
      ) : (
        <ul className="mt-3 flex flex-col gap-2.5">
          {exploration.newcomers.map((one) => (
            <li key={one.rep.id} className="text-sm">
              <span className="flex items-baseline justify-between gap-3">
                <span className="min-w-0 truncate font-medium">{one.rep.name}</span>
                <span className="text-xs text-quiet">
                  {m.model_budget({
                    spent: formatNumber(one.spent),
                    allowed: formatNumber(one.allowed),
                    count: one.intake,
                  })}
                </span>
              </span>
              <span aria-hidden className="mt-1 block h-1.5 overflow-hidden rounded-full bg-ink/8">
                <span
                  className="block h-full rounded-full bg-accent"
                  style={{ width: `${Math.min(100, (one.spent / Math.max(1, one.allowed)) * 100)}%` }}
                />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
