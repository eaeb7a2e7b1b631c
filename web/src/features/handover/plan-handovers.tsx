import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { formatNumber } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { progressQuery } from './handover-api.ts'

/** How far the checklists of a departure are: written, then read and confirmed. */
export function PlanHandovers({ repId, since }: { repId: string; since: string }) {
  const navigate = useNavigate()
  const progress = useQuery(progressQuery(repId, since)).data
  if (!progress) return null
  const { requested, submitted, confirmed, declined, withdrawn } = progress
  const total = requested + submitted + confirmed
  return (
    <Card title={m.handover_plan_title()}>
      <div className="flex flex-col gap-2 text-sm">
        {declined > 0 && (
          <p className="text-bad">{m.handover_plan_declined({ count: formatNumber(declined) })}</p>
        )}
        {total === 0 ? (
          <p className="text-quiet">
            {withdrawn > 0
              ? m.handover_plan_undone({ count: formatNumber(withdrawn) })
              : m.handover_plan_none()}
          </p>
        ) : (
          <>
            <p>
              {m.handover_plan_line({
                written: formatNumber(submitted + confirmed),
                total: formatNumber(total),
                confirmed: formatNumber(confirmed),
              })}
            </p>
            <span aria-hidden className="flex h-1.5 overflow-hidden rounded-full bg-ink/8">
              <i className="block h-full bg-accent" style={{ width: `${(confirmed / total) * 100}%` }} />
              <i className="block h-full bg-accent/40" style={{ width: `${(submitted / total) * 100}%` }} />
            </span>
            <Button
              size="sm"
              className="self-start"
              onClick={() => void navigate({ to: '/handovers', search: { view: 'all' } })}
            >
              {m.handover_plan_open()}
            </Button>
          </>
        )}
      </div>
    </Card>
  )
}
