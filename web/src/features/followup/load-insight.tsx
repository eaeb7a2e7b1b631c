import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { LoadFailed } from '../../app/load-failed.tsx'
import { useMay } from '../../app/session/use-may.ts'
import { formatNumber, formatPercent } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { HeatGrid } from '../../ui/heat-grid.tsx'
import { Segments } from '../../ui/segments.tsx'
import { SkeletonLines } from '../../ui/skeleton.tsx'
import { useIsPhone } from '../../ui/use-media.ts'
import { durationText } from './clock-words.ts'
import { type AllIndicators, heatQuery, type Indicators, indicatorsQuery } from './followup-api.ts'
import { ReliefCard } from './relief-card.tsx'

const DAYS = 14
/** Who needs a look first; the others one press away. */
const SHOWN = 10
/** More at once and the quality of each falls (E7). */
const MOST_OPPORTUNITIES = 7
const MOST_ITEMS = 40

/** `2026-11-07` → `11/7`: fourteen of them stand side by side. */
const shortDay = (day: string): string => day.slice(5).split('-').map(Number).join('/')

/** What stands under the load board: relief, the three indicators, and how much people had open at once. */
export function LoadInsight({ names }: { names: ReadonlyMap<string, string> }) {
  const may = useMay()
  return (
    <>
      {may('leads.override') && <ReliefCard />}
      <IndicatorTable names={names} />
      <ConcurrencyMap />
    </>
  )
}

function IndicatorTable({ names }: { names: ReadonlyMap<string, string> }) {
  const indicators = useQuery(indicatorsQuery)
  const [all, setAll] = useState(false)
  const rows = (indicators.data?.items ?? []).toSorted(
    (a, b) => b.red - a.red || b.unfollowedPermille - a.unfollowedPermille || b.open - a.open,
  )
  return (
    <Card
      title={m.followup_indicators()}
      aside={!all && rows.length > SHOWN && <ShowAll count={rows.length} onPress={() => setAll(true)} />}
    >
      {indicators.data && <Findings found={indicators.data} names={names} />}
      {indicators.data ? (
        <section
          // A wide table scrolls by keyboard too.
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region has to be reachable
          tabIndex={0}
          aria-label={m.followup_indicators()}
          className="overflow-x-auto"
          data-indicators
        >
          <table className="w-full min-w-160 text-sm">
            <thead>
              <tr className="text-left text-xs text-quiet">
                <th scope="col" className="sticky left-0 bg-surface py-1 font-normal">
                  {m.followup_ind_rep()}
                </th>
                {[
                  m.followup_ind_open(),
                  m.followup_ind_unfollowed(),
                  m.followup_ind_overtime(),
                  m.followup_ind_lights(),
                  m.followup_ind_response(),
                  m.followup_ind_reassigned(),
                  m.followup_ind_pace(),
                ].map((label) => (
                  <th key={label} scope="col" className="px-2 py-1 text-right font-normal">
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {(all ? rows : rows.slice(0, SHOWN)).map((row) => (
                <IndicatorRow key={row.repId} row={row} name={names.get(row.repId) ?? ''} />
              ))}
            </tbody>
          </table>
        </section>
      ) : indicators.error ? (
        <LoadFailed query={indicators} />
      ) : (
        <SkeletonLines lines={4} />
      )}
    </Card>
  )
}

function ShowAll({ count, onPress }: { count: number; onPress: () => void }) {
  return (
    <Button look="ghost" size="sm" onClick={onPress}>
      {m.followup_show_all({ count: formatNumber(count) })}
    </Button>
  )
}

const paces = {
  ahead: m.followup_pace_ahead,
  even: m.followup_pace_even,
  behind: m.followup_pace_behind,
} as const

type Names = ReadonlyMap<string, string>

/** What the figures say together: whether the best sellers work for nothing, and whether attention is uneven. */
function Findings({ found, names }: { found: AllIndicators; names: Names }) {
  const { topThree, imbalance } = found
  const listed = (ids: readonly string[]): string =>
    ids.flatMap((id) => names.get(id) ?? []).join(m.followup_comma())
  if (topThree === null && imbalance === null) return null
  return (
    <div className="mb-3 flex flex-col gap-1.5 text-sm" data-findings>
      {imbalance && (
        <p className="rounded-md bg-warn-tint px-3 py-2 text-warn">
          {m.followup_imbalance({ ahead: listed(imbalance.ahead), behind: listed(imbalance.behind) })}
        </p>
      )}
      {topThree && (
        <p className="text-quiet">
          {m.followup_top_three({
            names: listed(topThree.repIds),
            now: durationText(topThree.ineffectiveOvertimeMinutesPerWeek),
            before: durationText(topThree.before),
            month: formatNumber(topThree.reassignedAwayThisMonth),
            last: formatNumber(topThree.reassignedAwayLastMonth),
          })}
        </p>
      )}
    </div>
  )
}

/** M5: more than a fifth unfollowed is too much. */
const TOO_MANY_UNFOLLOWED = 200

function IndicatorRow({ row, name }: { row: Indicators; name: string }) {
  const cell = 'px-2 py-1.5 text-right whitespace-nowrap'
  return (
    <tr className="border-t border-line">
      <th
        scope="row"
        className="sticky left-0 bg-surface py-1.5 pr-2 text-left font-normal whitespace-nowrap"
      >
        {name}
      </th>
      <td className={cell}>{formatNumber(row.open)}</td>
      <td className={cell}>
        {row.unfollowedPermille > TOO_MANY_UNFOLLOWED ? (
          <Badge tone="bad">{formatPercent(row.unfollowedPermille / 1000)}</Badge>
        ) : (
          formatPercent(row.unfollowedPermille / 1000)
        )}
      </td>
      <td className={cell}>
        {durationText(row.overtimeMinutesPerWeek)}
        {row.ineffectiveOvertimeMinutesPerWeek > 0 && (
          <span className="block text-xs text-quiet">
            {m.followup_ind_idle({ time: durationText(row.ineffectiveOvertimeMinutesPerWeek) })}
          </span>
        )}
      </td>
      <td className={cell}>
        {[row.red, row.yellow, row.green].map((count) => formatNumber(count)).join(' / ')}
      </td>
      <td className={cell}>
        {row.firstResponseMinutes === null ? '–' : durationText(row.firstResponseMinutes)}
      </td>
      <td className={cell}>
        {formatNumber(row.reassignedAwayThisMonth)}
        {row.reassignedAwayLastMonth > 0 && (
          <span className="block text-xs text-quiet">
            {m.followup_ind_last_month({ count: formatNumber(row.reassignedAwayLastMonth) })}
          </span>
        )}
      </td>
      <td className={cell}>
        {row.pace === null ? (
          '–'
        ) : (
          <Badge tone={row.pace === 'even' ? 'plain' : row.pace === 'ahead' ? 'warn' : 'bad'}>
            {paces[row.pace]()}
          </Badge>
        )}
      </td>
    </tr>
  )
}

function ConcurrencyMap() {
  const [what, setWhat] = useState<'opportunities' | 'items'>('items')
  const heat = useQuery(heatQuery(DAYS))
  // A week fits a phone; the one before it would hide to the side.
  const shown = useIsPhone() ? DAYS / 2 : DAYS
  const [all, setAll] = useState(false)
  const rows = (heat.data?.rows ?? []).toSorted((a, b) => (b[what].at(-1) ?? 0) - (a[what].at(-1) ?? 0))
  return (
    <Card
      title={m.followup_heat()}
      aside={
        <Segments
          label={m.followup_heat()}
          value={what}
          onChange={setWhat}
          options={[
            { value: 'items', label: m.followup_heat_items() },
            { value: 'opportunities', label: m.followup_heat_opportunities() },
          ]}
        />
      }
    >
      {heat.data ? (
        <section
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region has to be reachable
          tabIndex={0}
          aria-label={m.followup_heat()}
          className="overflow-x-auto"
        >
          <div className="md:min-w-160">
            <HeatGrid
              label={m.followup_heat()}
              columns={heat.data.days.slice(-shown).map(shortDay)}
              rows={(all ? rows : rows.slice(0, SHOWN)).map((row) => ({
                key: row.rep.id,
                label: row.rep.name,
                values: row[what].slice(-shown),
                limit: what === 'opportunities' ? MOST_OPPORTUNITIES : MOST_ITEMS,
              }))}
              digits={0}
            />
          </div>
        </section>
      ) : heat.error ? (
        <LoadFailed query={heat} />
      ) : (
        <SkeletonLines lines={4} />
      )}
      <p className="mt-2 text-xs text-faint">{m.followup_heat_note()}</p>
      {!all && rows.length > SHOWN && <ShowAll count={rows.length} onPress={() => setAll(true)} />}
    </Card>
  )
}
