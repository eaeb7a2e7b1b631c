import { useQuery } from '@tanstack/react-query'
import { LoadFailed } from '../../app/load-failed.tsx'
import { formatNumber, formatPercent } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Card } from '../../ui/card.tsx'
import { HeatGrid } from '../../ui/heat-grid.tsx'
import { SkeletonLines } from '../../ui/skeleton.tsx'
import { StatTile } from '../../ui/stat-tile.tsx'
import { blockersQuery, confirmationQuery } from './tasks-api.ts'

/** What cards say together: are they confirmed and understood (K5), and what stands in their way (Q1). */
export function TaskInsights() {
  const confirmation = useQuery(confirmationQuery)
  const blockers = useQuery(blockersQuery)
  const failed = [confirmation, blockers].find(({ error, data }) => error && !data)
  if (failed) return <LoadFailed query={failed} page />
  if (!confirmation.data || !blockers.data) return <SkeletonLines lines={8} />
  const reps = confirmation.data.reps
  const sum = (pick: (row: (typeof reps)[number]) => number) =>
    reps.reduce((total, row) => total + pick(row), 0)
  const dispatched = sum((row) => row.dispatched)
  const share = (part: number) => (dispatched === 0 ? '–' : formatPercent(part / dispatched))
  const { cells } = blockers.data
  const people = [...new Map(cells.flatMap((cell) => (cell.rep ? [[cell.rep.id, cell.rep.name]] : [])))]
  const reasons = [...new Map(cells.map((cell) => [cell.code, cell.text]))]
  const most = Math.max(1, ...cells.map((cell) => cell.times))
  return (
    <div className="flex flex-col gap-4">
      <div className="grid grid-cols-4 gap-3 max-md:grid-cols-2">
        <StatTile
          label={m.tasks_dispatched_count()}
          value={formatNumber(dispatched)}
          note={m.tasks_four_weeks()}
        />
        <StatTile label={m.tasks_confirmed_share()} value={share(sum((row) => row.acknowledged))} />
        <StatTile
          label={m.tasks_in_time_share({ minutes: formatNumber(confirmation.data.withinMinutes) })}
          value={share(sum((row) => row.inTime))}
        />
        <StatTile label={m.tasks_understood_share()} value={share(sum((row) => row.understood))} />
      </div>
      <Card title={m.tasks_confirmation_by_person()}>
        {reps.length === 0 ? (
          <p className="text-sm text-quiet">{m.tasks_none_dispatched()}</p>
        ) : (
          <div className="overflow-x-auto">
            <table className="w-full text-sm">
              <thead>
                <tr className="text-left text-xs text-quiet">
                  <th className="pb-1 font-normal">{m.tasks_who()}</th>
                  <th className="pb-1 text-right font-normal">{m.tasks_dispatched_count()}</th>
                  <th className="pb-1 text-right font-normal">{m.tasks_understood_share()}</th>
                  <th className="pb-1 text-right font-normal">{m.tasks_questions()}</th>
                  <th className="pb-1 text-right font-normal">{m.tasks_median()}</th>
                </tr>
              </thead>
              <tbody>
                {reps.map((row) => (
                  <tr key={row.rep.id} className="border-t border-line">
                    <th scope="row" className="py-1.5 text-left font-normal">
                      {row.rep.name}
                    </th>
                    <td className="text-right">{formatNumber(row.dispatched)}</td>
                    <td className="text-right">{formatPercent(row.understood / row.dispatched)}</td>
                    <td className="text-right">{formatNumber(row.questions)}</td>
                    <td className="text-right">
                      {row.medianMinutes === null
                        ? '–'
                        : m.tasks_minutes({ minutes: formatNumber(row.medianMinutes) })}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Card>
      <Card title={m.tasks_blocker_map()}>
        {cells.length === 0 ? (
          <p className="text-sm text-quiet">{m.tasks_no_blockers()}</p>
        ) : (
          <HeatGrid
            label={m.tasks_blocker_map()}
            digits={0}
            columns={people.map(([, name]) => name)}
            rows={reasons.map(([code, text]) => ({
              key: code,
              label: text,
              limit: most,
              values: people.map(
                ([id]) => cells.find((cell) => cell.code === code && cell.rep?.id === id)?.times ?? null,
              ),
            }))}
          />
        )}
      </Card>
    </div>
  )
}
