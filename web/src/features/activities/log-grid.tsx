import { formatNumber, formatWeekday } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { fromIsoDay } from '../../ui/iso-day.ts'
import { useIsPhone } from '../../ui/use-media.ts'
import type { LogSummary } from './log-api.ts'

export type RepLog = LogSummary['reps'][number]
export type LogChoice = { repId: string; day: string | null; flagged: boolean }

type LogGridProps = {
  reps: readonly RepLog[]
  days: readonly string[]
  today: string
  onChoose: (chosen: LogChoice) => void
}

/** Who met how many customers on which day: a table, and on a phone a card each, so that nothing hides to the side. */
export function LogGrid(props: LogGridProps) {
  return useIsPhone() ? <Cards {...props} /> : <Table {...props} />
}

function Table({ reps, days, today, onChoose }: LogGridProps) {
  return (
    <div className="overflow-x-auto">
      <table className="w-full min-w-190 text-sm">
        <caption className="sr-only">{m.tasks_log_week()}</caption>
        <thead>
          <tr className="text-xs text-quiet">
            <th className="sticky left-0 z-1 bg-surface pb-1 text-left font-normal">{m.tasks_who()}</th>
            {days.map((day) => (
              <th key={day} className="w-14 pb-1 font-normal">
                <Weekday day={day} today={today} />
              </th>
            ))}
            {[
              m.tasks_log_contacts(),
              m.tasks_log_progress(),
              m.tasks_log_quality(),
              m.tasks_log_flagged(),
            ].map((label) => (
              <th key={label} className="min-w-16 whitespace-nowrap pb-1 pl-3 text-right font-normal">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {reps.map((rep) => (
            <tr key={rep.rep.id} data-rep={rep.rep.id} className="border-t border-line">
              <th scope="row" className="sticky left-0 z-1 bg-surface py-1 text-left font-normal">
                <Name rep={rep} onChoose={onChoose} />
              </th>
              {days.map((day) => (
                <td key={day} className="text-center">
                  <Day rep={rep} day={day} onChoose={onChoose} />
                </td>
              ))}
              <td className="text-right">{formatNumber(rep.total.contacts)}</td>
              <td className="text-right">{formatNumber(rep.total.progress)}</td>
              <td className="text-right">
                {rep.total.quality === null ? '–' : formatNumber(rep.total.quality)}
              </td>
              <td className="text-right">
                <Flagged rep={rep} onChoose={onChoose} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Cards({ reps, days, today, onChoose }: LogGridProps) {
  return (
    <ul className="flex flex-col divide-y divide-line">
      {reps.map((rep) => (
        <li key={rep.rep.id} data-rep={rep.rep.id} className="py-2">
          <div className="flex items-center gap-2">
            <span className="min-w-0 flex-1 truncate">
              <Name rep={rep} onChoose={onChoose} />
            </span>
            {rep.total.flagged > 0 && (
              <span className="flex items-center gap-1 text-xs text-quiet">
                {m.tasks_log_flagged()} <Flagged rep={rep} onChoose={onChoose} />
              </span>
            )}
          </div>
          <p className="mb-1.5 text-xs text-quiet">
            {[
              [m.tasks_log_contacts(), rep.total.contacts] as const,
              [m.tasks_log_progress(), rep.total.progress] as const,
              [m.tasks_log_quality(), rep.total.quality] as const,
            ]
              .map(([label, value]) => `${label} ${value === null ? '–' : formatNumber(value)}`)
              .join(' · ')}
          </p>
          <ol className="grid grid-cols-7 gap-0.5 text-center text-sm">
            {days.map((day) => (
              <li key={day}>
                <span className="block text-xs text-quiet">
                  <Weekday day={day} today={today} />
                </span>
                <Day rep={rep} day={day} onChoose={onChoose} />
              </li>
            ))}
          </ol>
        </li>
      ))}
    </ul>
  )
}

function Weekday({ day, today }: { day: string; today: string }) {
  return (
    <span className={day === today ? 'font-semibold text-accent' : ''}>{formatWeekday(fromIsoDay(day))}</span>
  )
}

type PartProps = { rep: RepLog; onChoose: LogGridProps['onChoose'] }

function Name({ rep: { rep }, onChoose }: PartProps) {
  return (
    <Button
      look="ghost"
      size="sm"
      className="-ml-2"
      onClick={() => onChoose({ repId: rep.id, day: null, flagged: false })}
    >
      {rep.name}
    </Button>
  )
}

function Day({ rep: { rep, days }, day, onChoose }: PartProps & { day: string }) {
  const one = days.find((entry) => entry.day === day)
  if (!one) return <span className="text-quiet max-md:block max-md:h-11 max-md:content-center">–</span>
  return (
    <button
      type="button"
      onClick={() => onChoose({ repId: rep.id, day, flagged: false })}
      aria-label={m.tasks_log_day({
        name: rep.name,
        day,
        contacts: formatNumber(one.contacts),
        progress: formatNumber(one.progress),
      })}
      className="h-8 w-full rounded-[5px] max-md:h-11"
      style={{
        background: `var(--heat-${Math.min(4, Math.floor(one.contacts / 2))})`,
        color: 'var(--on-heat)',
      }}
    >
      {formatNumber(one.contacts)}
    </button>
  )
}

function Flagged({ rep: { rep, total }, onChoose }: PartProps) {
  if (total.flagged === 0) return <span className="text-quiet">0</span>
  return (
    <button
      type="button"
      data-flagged=""
      onClick={() => onChoose({ repId: rep.id, day: null, flagged: true })}
      className="touch"
    >
      <Badge tone={total.copied > 0 ? 'bad' : 'warn'}>{formatNumber(total.flagged)}</Badge>
    </button>
  )
}
