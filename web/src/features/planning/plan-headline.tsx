import { formatMoney, formatNumber, formatPercent } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { StatTile } from '../../ui/stat-tile.tsx'
import type { Plan, Summary } from './plan-api.ts'
import { betterThanOneByOne, gapWords, minor, points } from './plan-words.ts'

/** What the plan is worth, how sure that is, and what evenness costs. */
export function PlanHeadline({ plan, summary }: { plan: Plan; summary: Summary }) {
  const better = betterThanOneByOne(summary)
  const change = summary.expectedPlanned - summary.expectedNow
  const nothing = summary.placed === 0
  return (
    <div className="grid grid-cols-4 gap-3 max-xl:grid-cols-2">
      <StatTile
        label={m.plan_tile_placed()}
        value={formatNumber(summary.placed)}
        unit={`/ ${formatNumber(summary.items)}`}
        note={
          summary.unplaced === 0
            ? m.plan_tile_placed_all()
            : plan.kind === 'redistribute'
              ? m.plan_tile_placed_queue({ count: formatNumber(summary.unplaced) })
              : m.plan_tile_placed_stay({ count: formatNumber(summary.unplaced) })
        }
      />
      <StatTile
        label={m.plan_tile_expected()}
        value={formatMoney(minor(summary.expectedPlanned))}
        {...(summary.expectedNow > 0 && Math.abs(change) >= 1
          ? {
              change: {
                text: formatMoney(minor(Math.abs(change))),
                direction: change > 0 ? ('up' as const) : ('down' as const),
                good: change > 0,
              },
            }
          : {})}
        note={
          summary.expectedNow > 0
            ? m.plan_tile_expected_now({ value: formatMoney(minor(summary.expectedNow)) })
            : m.plan_tile_expected_note()
        }
      />
      <StatTile
        label={m.plan_tile_proof()}
        value={
          nothing
            ? '–'
            : summary.gap < 0.000_005
              ? m.plan_tile_proof_best()
              : formatPercent(1 - summary.gap, 2)
        }
        note={nothing ? m.plan_tile_proof_none() : gapWords(summary)}
      />
      <StatTile
        label={m.plan_tile_one_by_one()}
        value={better === null ? '–' : `+${formatPercent(Math.max(0, better), 1)}`}
        note={
          summary.priceOfFairness === null
            ? m.plan_tile_one_by_one_note({
                plan: points(summary.objective),
                single: points(summary.oneByOne.objective),
              })
            : m.plan_tile_fairness({
                cost: formatMoney(minor((summary.priceOfFairness * summary.moneyPerPoint) / 1000)),
              })
        }
      />
      {summary.unmetFloors.length > 0 && (
        <p className="col-span-full text-sm text-warn">
          {m.plan_unmet_floors({
            names: summary.unmetFloors.map(({ rep }) => rep.name).join(m.ui_or_separator()),
          })}
        </p>
      )}
    </div>
  )
}
