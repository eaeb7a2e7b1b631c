import { formatDateTime, formatNumber } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Badge } from '../../ui/badge.tsx'
import type { Column } from '../../ui/data-table/column.ts'
import { LoadBar } from '../../ui/load-bar.tsx'
import { PersonChip } from '../../ui/person-chip.tsx'
import type { Load } from './people-api.ts'
import { availabilityWord, gaugeWord, levelWord, loadTone, loadWord } from './people-words.ts'

const POINTS = 100

export function RepLoad({ load }: { load: Load }) {
  const index = load.gauges.find((gauge) => gauge.name === 'load_index') ?? load.gauges[0]
  if (!index) return <span className="text-faint">–</span>
  return (
    <div className="w-42">
      <LoadBar
        label={m.people_load_of({ name: load.name })}
        load={index.value / POINTS}
        limit={index.threshold / POINTS}
      />
    </div>
  )
}

/** The words of the load, and which gauges without a column are over: never a colour alone. */
export function LoadWords({ load }: { load: Load }) {
  const over = load.gauges
    .filter(({ name, level }) => level === 'over' && name !== 'load_index')
    .map(({ name }) => gaugeWord(name))
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      <Badge tone={loadTone(load.level)}>{loadWord(load.level)}</Badge>
      {over.length > 0 && <span className="truncate text-xs text-quiet">{over.join(' · ')}</span>}
    </span>
  )
}

const received = (count: number, limit: number | null) =>
  limit === null
    ? formatNumber(count)
    : m.people_of_limit({ count: formatNumber(count), limit: formatNumber(limit) })

export function loadColumns(teamName: (id: string | null) => string): Column<Load>[] {
  const now = new Date()
  return [
    {
      id: 'name',
      header: m.people_rep(),
      width: 120,
      fixed: true,
      cell: (load) => <PersonChip name={load.name} seed={load.repId} />,
    },
    {
      id: 'team',
      header: m.people_team(),
      width: 80,
      cell: (load) => <span className="text-quiet">{teamName(load.teamId)}</span>,
    },
    { id: 'level', header: m.people_level(), width: 92, cell: (load) => levelWord(load.repLevel) },
    {
      id: 'load',
      header: m.people_gauge_load_index(),
      width: 192,
      grow: 2,
      cell: (load) => <RepLoad load={load} />,
    },
    {
      id: 'state',
      header: m.people_load_level(),
      width: 120,
      grow: 1,
      cell: (load) => <LoadWords load={load} />,
    },
    {
      id: 'availability',
      header: m.people_availability(),
      width: 104,
      cell: (load) => (
        <span className={load.availability === 'on_duty' ? '' : 'text-quiet'}>
          {availabilityWord(load.availability)}
          {load.availableAt && load.availability !== 'on_duty' && (
            <span className="ml-1 text-xs text-faint">
              {m.people_back_at({ at: formatDateTime(new Date(load.availableAt), now) })}
            </span>
          )}
        </span>
      ),
    },
    {
      id: 'today',
      header: m.people_received_today(),
      width: 76,
      align: 'end',
      cell: (load) => received(load.receivedToday, load.dailyMax),
    },
    {
      id: 'week',
      header: m.people_received_week(),
      width: 76,
      align: 'end',
      cell: (load) => received(load.receivedThisWeek, load.weeklyMax),
    },
    {
      id: 'month',
      header: m.people_received_month(),
      width: 76,
      align: 'end',
      cell: (load) => received(load.receivedThisMonth, load.monthlyMax),
    },
  ]
}
