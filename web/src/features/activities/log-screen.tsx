import { useQuery } from '@tanstack/react-query'
import { NotebookPen } from 'lucide-react'
import { useState } from 'react'
import { LoadFailed } from '../../app/load-failed.tsx'
import { Page } from '../../app/shell/page.tsx'
import { formatNumber, formatWeekday, organisationZone } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { addDays, fromIsoDay, mondayOf } from '../../ui/iso-day.ts'
import { SkeletonLines } from '../../ui/skeleton.tsx'
import { StatTile } from '../../ui/stat-tile.tsx'
import { WeekStepper } from '../../ui/week-stepper.tsx'
import { dayOf } from '../tasks/day-of.ts'
import { type LogSummary, logSummaryQuery, rhythmQuery } from './log-api.ts'
import { LogEntries } from './log-entries.tsx'
import { RhythmList } from './rhythm-list.tsx'

type RepLog = LogSummary['reps'][number]

/** A week at a glance: who met how many customers on which day, what came of it, and which notes say nothing. */
export function Screen() {
  const zone = organisationZone()
  const today = dayOf(new Date().toISOString(), zone)
  const [from, setFrom] = useState(() => mondayOf(today))
  const [chosen, setChosen] = useState<{ repId: string; day: string | null; flagged: boolean } | null>(null)
  const days = Array.from({ length: 7 }, (_, index) => addDays(from, index))
  const to = days.at(-1) ?? from
  const log = useQuery(logSummaryQuery(from, to))
  const rhythm = useQuery(rhythmQuery)
  const reps = log.data?.reps ?? []
  const sum = (pick: (rep: RepLog) => number) => reps.reduce((total, rep) => total + pick(rep), 0)
  const silent = reps.filter((rep) => rep.total.activities === 0).length
  return (
    <Page
      title={m.tasks_log_title()}
      toolbar={<WeekStepper from={from} to={to} today={today} onMove={setFrom} />}
    >
      {log.error && !log.data ? (
        <LoadFailed query={log} page />
      ) : !log.data ? (
        <SkeletonLines lines={8} />
      ) : reps.length === 0 ? (
        <EmptyState icon={<NotebookPen />} title={m.tasks_log_empty_title()}>
          {m.tasks_log_empty_detail()}
        </EmptyState>
      ) : (
        <div className="flex flex-col gap-4">
          <div className="grid grid-cols-4 gap-3 max-md:grid-cols-2">
            <StatTile label={m.tasks_log_contacts()} value={formatNumber(sum((rep) => rep.total.contacts))} />
            <StatTile label={m.tasks_log_progress()} value={formatNumber(sum((rep) => rep.total.progress))} />
            <StatTile
              label={m.tasks_log_flagged()}
              value={formatNumber(sum((rep) => rep.total.flagged))}
              note={m.tasks_log_flagged_note()}
            />
            <StatTile label={m.tasks_log_silent()} value={formatNumber(silent)} />
          </div>
          <Card title={m.tasks_log_week()}>
            <LogGrid reps={reps} days={days} today={today} onChoose={setChosen} />
          </Card>
          {chosen && (
            <Card
              title={m.tasks_log_of({
                name: reps.find((rep) => rep.rep.id === chosen.repId)?.rep.name ?? '',
              })}
            >
              <LogEntries {...chosen} from={from} to={to} />
            </Card>
          )}
          <RhythmList data={rhythm.data} />
        </div>
      )}
    </Page>
  )
}

type LogGridProps = {
  reps: readonly RepLog[]
  days: readonly string[]
  today: string
  onChoose: (chosen: { repId: string; day: string | null; flagged: boolean }) => void
}

function LogGrid({ reps, days, today, onChoose }: LogGridProps) {
  return (
    <div className="overflow-x-auto">
      <table className="w-full min-w-190 text-sm">
        <caption className="sr-only">{m.tasks_log_week()}</caption>
        <thead>
          <tr className="text-xs text-quiet">
            <th className="sticky left-0 z-1 bg-surface pb-1 text-left font-normal">{m.tasks_who()}</th>
            {days.map((day) => (
              <th key={day} className="w-14 pb-1 font-normal">
                <span className={day === today ? 'font-semibold text-accent' : ''}>
                  {formatWeekday(fromIsoDay(day))}
                </span>
              </th>
            ))}
            <th className="min-w-16 whitespace-nowrap pb-1 pl-3 text-right font-normal">
              {m.tasks_log_contacts()}
            </th>
            <th className="min-w-16 whitespace-nowrap pb-1 pl-3 text-right font-normal">
              {m.tasks_log_progress()}
            </th>
            <th className="min-w-16 whitespace-nowrap pb-1 pl-3 text-right font-normal">
              {m.tasks_log_quality()}
            </th>
            <th className="min-w-16 whitespace-nowrap pb-1 pl-3 text-right font-normal">
              {m.tasks_log_flagged()}
            </th>
          </tr>
        </thead>
        <tbody>
          {reps.map(({ rep, total, days: worked }) => (
            <tr key={rep.id} data-rep={rep.id} className="border-t border-line">
              <th scope="row" className="sticky left-0 z-1 bg-surface py-1 text-left font-normal">
                <Button
                  look="ghost"
                  size="sm"
                  className="-ml-2"
                  onClick={() => onChoose({ repId: rep.id, day: null, flagged: false })}
                >
                  {rep.name}
                </Button>
              </th>
              {days.map((day) => {
                const one = worked.find((entry) => entry.day === day)
                return (
                  <td key={day} className="text-center">
                    {one ? (
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
                    ) : (
                      <span className="text-quiet">–</span>
                    )}
                  </td>
                )
              })}
              <td className="text-right">{formatNumber(total.contacts)}</td>
              <td className="text-right">{formatNumber(total.progress)}</td>
              <td className="text-right">{total.quality === null ? '–' : formatNumber(total.quality)}</td>
              <td className="text-right">
                {total.flagged > 0 ? (
                  <button
                    type="button"
                    onClick={() => onChoose({ repId: rep.id, day: null, flagged: true })}
                    className="max-md:min-h-11"
                  >
                    <Badge tone={total.copied > 0 ? 'bad' : 'warn'}>{formatNumber(total.flagged)}</Badge>
                  </button>
                ) : (
                  <span className="text-quiet">0</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
