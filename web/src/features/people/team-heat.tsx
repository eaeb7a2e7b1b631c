import { m } from '../../i18n/messages.ts'
import { Card } from '../../ui/card.tsx'
import { HeatGrid } from '../../ui/heat-grid.tsx'
import type { Load, Team } from './people-api.ts'
import { gaugeWord } from './people-words.ts'

const FULL_PERCENT = 100

/** How full each team is, gauge by gauge: the mean of its reps, in percent of their own limits. */
export function TeamHeat({ teams, loads }: { teams: readonly Team[]; loads: readonly Load[] }) {
  const names = [...new Set(loads.flatMap((load) => load.gauges.map((gauge) => gauge.name)))]
  const rows = teams.flatMap((team) => {
    const own = loads.filter((load) => load.teamId === team.id)
    if (own.length === 0) return []
    const values = names.map((name) => {
      const percents = own.flatMap((load) =>
        load.gauges.filter((gauge) => gauge.name === name).map((gauge) => gauge.percent),
      )
      return percents.length === 0
        ? null
        : percents.reduce((sum, percent) => sum + percent, 0) / percents.length
    })
    return [{ key: team.id, label: team.name, values, limit: FULL_PERCENT }]
  })
  if (rows.length < 2) return null
  return (
    <Card title={m.people_heat()}>
      <HeatGrid label={m.people_heat()} columns={names.map(gaugeWord)} rows={rows} digits={0} unit="%" />
      <p className="mt-2 text-xs text-faint">{m.people_heat_note()}</p>
    </Card>
  )
}
