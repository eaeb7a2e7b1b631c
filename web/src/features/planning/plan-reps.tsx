import { formatMoney, formatNumber } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Card } from '../../ui/card.tsx'
import { PersonChip } from '../../ui/person-chip.tsx'
import { LoadChange } from '../assignment/load-change.tsx'
import type { Plan, RepInPlan, Summary } from './plan-api.ts'
import { minor } from './plan-words.ts'

/** Who gains and who loses, with their load before and after; whom nothing changes for is counted. */
export function PlanReps({ plan, summary }: { plan: Plan; summary: Summary }) {
  const touched = summary.reps
    .filter(({ gains, losses }) => gains + losses > 0)
    .sort((a, b) => b.losses - a.losses || b.gains - a.gains || (a.rep.name < b.rep.name ? -1 : 1))
  const rest = summary.reps.length - touched.length
  if (touched.length === 0)
    return (
      <p className="text-sm text-quiet">
        {plan.kind === 'territory' ? m.plan_nobody_territory() : m.plan_nobody()}
      </p>
    )
  return (
    <Card flush>
      <ul className="divide-y divide-line">
        {touched.map((one) => (
          <li
            key={one.rep.id}
            data-rep-in-plan
            className="grid grid-cols-[9rem_9rem_10rem_minmax(0,1fr)] items-center gap-x-4 gap-y-1.5 px-4 py-2.5 text-sm max-lg:grid-cols-[1fr_auto]"
          >
            <PersonChip name={one.rep.name} seed={one.rep.id} />
            <span className="max-lg:text-right">
              <Count one={one} />
            </span>
            <span className="text-quiet max-lg:col-span-full">
              <Money one={one} />
            </span>
            <span className="min-w-0 max-lg:col-span-full">
              <LoadChange
                name={one.rep.name}
                before={one.loadHundredthsBefore}
                after={one.loadHundredthsAfter}
                limit={one.loadLimitHundredths}
              />
            </span>
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <p className="border-t border-line px-4 py-2.5 text-xs text-faint">{m.plan_rest({ count: rest })}</p>
      )}
    </Card>
  )
}

function Count({ one: { gains, losses } }: { one: RepInPlan }) {
  return (
    <>
      {gains > 0 && <b className="font-semibold">{m.plan_gains({ count: formatNumber(gains) })}</b>}
      {gains > 0 && losses > 0 && ' · '}
      {losses > 0 && (
        <b className="font-semibold text-quiet">{m.plan_losses({ count: formatNumber(losses) })}</b>
      )}
    </>
  )
}

function Money({ one: { expectedGained, expectedLost } }: { one: RepInPlan }) {
  const change = expectedGained - expectedLost
  const sign = change > 0 ? '+' : change < 0 ? '−' : ''
  return <>{m.plan_expected({ value: sign + formatMoney(minor(Math.abs(change))) })}</>
}
