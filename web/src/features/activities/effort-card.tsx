import { formatNumber } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Card } from '../../ui/card.tsx'
import type { LogSummary } from './log-api.ts'

type Effort = LogSummary['effort']

const words = {
  strategic: m.tasks_effort_strategic,
  potential: m.tasks_effort_potential,
  service: m.tasks_effort_service,
  routine: m.tasks_effort_routine,
} as const

/** Where the week's work on leads went, against what should go into the first quadrant. */
export function EffortCard({ effort }: { effort: Effort }) {
  const all = effort.quadrants.reduce((sum, one) => sum + one.activities, 0)
  if (all === 0) return null
  return (
    <Card
      title={m.tasks_effort_title()}
      aside={
        <span className="text-sm text-quiet">
          {m.tasks_effort_target({ percent: formatNumber(effort.targetPermille / 10) })}
        </span>
      }
    >
      <dl className="grid grid-cols-4 gap-x-6 gap-y-3 max-md:grid-cols-2" data-effort>
        {effort.quadrants.map(({ quadrant, activities, leads, sharePermille }, index) => (
          <div key={quadrant}>
            <dt className="text-sm">{words[quadrant]()}</dt>
            <dd>
              <div className="my-1 h-1.5 rounded-full bg-ink/8" aria-hidden>
                <div
                  className={`h-full rounded-full ${index === 0 ? 'bg-accent' : 'bg-ink/40'}`}
                  style={{ width: `${sharePermille / 10}%` }}
                />
              </div>
              <b className="text-sm font-semibold">{formatNumber(sharePermille / 10)} %</b>{' '}
              <span className="text-xs text-quiet">
                {m.tasks_effort_of({ activities: formatNumber(activities), leads: formatNumber(leads) })}
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}
