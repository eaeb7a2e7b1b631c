import { formatNumber } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { LoadBar } from '../../ui/load-bar.tsx'
import { loadOf, type RepLoad } from './today-api.ts'

export function MyLoad({ rep }: { rep: RepLoad }) {
  const load = loadOf(rep)
  if (!load) return null
  const room = load.limit - load.load
  const note = rep.intakePaused
    ? m.today_intake_paused()
    : room >= 0
      ? m.today_free_points({ points: formatNumber(room, 1) })
      : m.today_over_limit({ points: formatNumber(-room, 1) })
  return (
    <section className="rounded-lg border border-line bg-surface px-4 py-3">
      <div className="mb-2 flex items-baseline justify-between gap-3">
        <h2 className="text-sm text-quiet">{m.today_load()}</h2>
        <p>
          <span className="text-kpi font-semibold">{formatNumber(load.load, 1)}</span>
          <span className="text-md text-quiet"> / {formatNumber(load.limit, 1)}</span>
        </p>
      </div>
      <LoadBar {...load} label={m.today_load()} size="card" showNumbers={false} />
      <div className="mt-2 flex flex-wrap justify-between gap-x-3 text-xs text-quiet">
        <span>{note}</span>
        <span>
          {m.today_received({ today: String(rep.receivedToday), week: String(rep.receivedThisWeek) })}
        </span>
      </div>
    </section>
  )
}
