import { useMutation, useQueryClient } from '@tanstack/react-query'
import { CircleCheck, CirclePause, CircleSlash, Power, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { formatDateTime, formatNumber, formatPercent } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { followNights, type ModelReport, type Models, rollBack, switchOff } from './capability-api.ts'
import { stateDetail, stateTitle, verdictWord } from './model-words.ts'
import { WhyDialog } from './why-dialog.tsx'

/** Is a model in use or not, and why: the first thing to know. */
export function ModelState({
  models,
  report,
  mayManage,
}: {
  models: Models
  report: ModelReport | undefined
  mayManage: boolean
}) {
  const [asking, setAsking] = useState<'roll-back' | 'switch-off' | null>(null)
  const client = useQueryClient()
  const refresh = () => client.invalidateQueries({ queryKey: ['win_model'] })
  const follow = useMutation({ mutationFn: followNights, onSuccess: refresh })
  const Icon =
    models.state === 'in_use' ? CircleCheck : models.state === 'suspended' ? CirclePause : CircleSlash
  const tone =
    models.state === 'in_use'
      ? 'bg-good-tint text-good'
      : models.state === 'suspended'
        ? 'bg-warn-tint text-warn'
        : 'bg-ink/6 text-quiet'
  return (
    <Card>
      <div className="flex flex-wrap items-start gap-x-4 gap-y-3" data-model-state={models.state}>
        <span className={`grid size-10 shrink-0 place-items-center rounded-xl ${tone}`}>
          <Icon className="size-5" aria-hidden />
        </span>
        <div className="min-w-0 flex-1 basis-80">
          <h2 className="flex flex-wrap items-center gap-2 text-md font-semibold">
            {stateTitle(models.state)}
            {models.inUse && (
              <Badge tone="outline">{m.model_number({ number: String(models.inUse.number) })}</Badge>
            )}
            {models.pinned && <Badge>{m.model_pinned()}</Badge>}
          </h2>
          <p className="mt-0.5 text-sm">{stateDetail(models.state)}</p>
          {report && <p className="mt-1 text-sm text-quiet">{whyWords(report)}</p>}
          {models.inUse && models.since && (
            <p className="mt-1 text-xs text-quiet">
              {m.model_since({
                at: formatDateTime(new Date(models.since), new Date()),
                count: models.learned,
              })}
            </p>
          )}
        </div>
        {mayManage && (
          <div className="flex flex-wrap gap-2">
            {models.changes.length > 0 && (
              <Button icon={<Undo2 aria-hidden />} onClick={() => setAsking('roll-back')}>
                {m.model_roll_back()}
              </Button>
            )}
            {models.inUse && (
              <Button icon={<Power aria-hidden />} onClick={() => setAsking('switch-off')}>
                {m.model_switch_off()}
              </Button>
            )}
            {models.pinned && (
              <Button busy={follow.isPending} onClick={() => follow.mutate()}>
                {m.model_follow()}
              </Button>
            )}
          </div>
        )}
      </div>
      {asking && (
        <WhyDialog
          title={asking === 'roll-back' ? m.model_roll_back() : m.model_switch_off()}
          description={asking === 'roll-back' ? m.model_roll_back_detail() : m.model_switch_off_detail()}
          act={(note) => (asking === 'roll-back' ? rollBack(note) : switchOff(note))}
          onClose={() => setAsking(null)}
        />
      )}
    </Card>
  )
}

function whyWords(report: ModelReport): string {
  const { validation, match } = report
  const verdict = verdictWord(report.verdict)
  if (!report.passed) return verdict
  const held = m.model_held({
    rows: formatNumber(validation.model?.rows ?? 0),
    errors: formatNumber(validation.gainInErrors, 1),
  })
  if (match === null) return `${verdict} ${held}`
  return match.used
    ? `${verdict} ${held} ${m.model_reps_matter({
        points: formatPercent(match.preferredGain.value, 1),
        low: formatPercent(match.preferredGain.low, 1),
        high: formatPercent(match.preferredGain.high, 1),
      })}`
    : `${verdict} ${held} ${m.model_reps_do_not_matter()}`
}
