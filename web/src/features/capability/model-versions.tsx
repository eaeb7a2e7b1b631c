import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDateTime, formatNumber } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { activate, comparisonQuery, type ModelSummary, type Models } from './capability-api.ts'
import { changeWord, verdictWord } from './model-words.ts'
import { WhyDialog } from './why-dialog.tsx'

const SHOWN = 12

/** Every version with its verdict, compared with what is in use, and who put which into use when and why. */
export function Versions({ models, mayManage }: { models: Models; mayManage: boolean }) {
  const [choosing, setChoosing] = useState<ModelSummary | null>(null)
  const [comparing, setComparing] = useState<string | null>(null)
  const { inUse } = models
  return (
    <div className="grid grid-cols-[minmax(0,3fr)_minmax(0,2fr)] items-start gap-4 max-lg:grid-cols-1">
      <Card title={m.model_versions()}>
        {models.versions.length === 0 && <p className="text-sm text-quiet">{m.model_versions_none()}</p>}
        <ul className="divide-y divide-line">
          {models.versions.slice(0, SHOWN).map((version) => (
            <li
              key={version.id}
              data-row
              className="flex flex-wrap items-center gap-x-4 gap-y-2 py-2.5 text-sm"
            >
              <div className="min-w-56 flex-1">
                <p className="flex flex-wrap items-center gap-2">
                  <b className="font-medium">{m.model_number({ number: String(version.number) })}</b>
                  {version.id === inUse?.id && <Badge tone="good">{m.model_in_use_badge()}</Badge>}
                  <span className="text-xs text-quiet">
                    {formatDateTime(new Date(version.trainedAt), new Date())} ·{' '}
                    {m.model_outcomes_count({ count: version.outcomes })}
                  </span>
                </p>
                <p className="text-xs text-quiet">
                  {verdictWord(version.verdict)}
                  {version.auc !== null &&
                    ` ${m.model_version_figures({
                      auc: formatNumber(version.auc, 3),
                      errors: formatNumber(version.gainInErrors, 1),
                    })}`}
                </p>
                {comparing === version.id && inUse && <Comparison id={version.id} other={inUse.id} />}
              </div>
              {inUse && version.id !== inUse.id && version.passed && comparing !== version.id && (
                <Button size="sm" look="ghost" onClick={() => setComparing(version.id)}>
                  {m.model_compare()}
                </Button>
              )}
              {mayManage && version.passed && version.id !== inUse?.id && (
                <Button size="sm" onClick={() => setChoosing(version)}>
                  {m.model_activate()}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </Card>
      <Card title={m.model_history()}>
        {models.changes.length === 0 && <p className="text-sm text-quiet">{m.model_history_none()}</p>}
        <ol className="flex flex-col gap-2.5 text-sm">
          {models.changes.slice(0, SHOWN).map((change) => (
            <li key={`${change.at} ${change.cause}`}>
              <span className="flex flex-wrap items-baseline justify-between gap-x-3">
                <span>
                  {changeWord(change.cause)}{' '}
                  <span className="text-quiet">
                    {nameOf(change.from)} → {nameOf(change.to)}
                  </span>
                </span>
                <span className="text-xs text-quiet">{formatDateTime(new Date(change.at), new Date())}</span>
              </span>
              {change.note && <p className="text-xs text-quiet">“{change.note}”</p>}
            </li>
          ))}
        </ol>
      </Card>
      {choosing && (
        <WhyDialog
          title={m.model_activate()}
          description={m.model_activate_detail({ number: String(choosing.number) })}
          act={(note) => activate(choosing.id, note)}
          onClose={() => setChoosing(null)}
        />
      )}
    </div>
  )
}

const nameOf = (number: number | null): string =>
  number === null ? m.model_none() : m.model_number({ number: String(number) })

function Comparison({ id, other }: { id: string; other: string }) {
  const { data } = useQuery(comparisonQuery(id, other))
  if (!data) return <p className="mt-1 text-xs text-quiet">…</p>
  const words =
    data.outcomes === 0
      ? m.model_compare_nothing()
      : data.better === 'candidate'
        ? m.model_compare_better({ count: data.outcomes, errors: formatNumber(data.gainInErrors, 1) })
        : data.better === 'current'
          ? m.model_compare_worse({ count: data.outcomes, errors: formatNumber(-data.gainInErrors, 1) })
          : m.model_compare_undecided({ count: data.outcomes })
  return <p className="mt-1 text-xs">{words}</p>
}
