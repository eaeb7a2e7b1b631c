import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { NotebookPen } from 'lucide-react'
import { useState } from 'react'
import { LoadFailed } from '../../app/load-failed.tsx'
import { NextStep } from '../../app/next-step.tsx'
import { useSession } from '../../app/session/session.ts'
import { Page } from '../../app/shell/page.tsx'
import { formatNumber, organisationZone } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { buttonLook } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { cx } from '../../ui/cx.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { addDays, mondayOf } from '../../ui/iso-day.ts'
import { SkeletonLines } from '../../ui/skeleton.tsx'
import { StatTile } from '../../ui/stat-tile.tsx'
import { WeekStepper } from '../../ui/week-stepper.tsx'
import { dayOf } from '../tasks/day-of.ts'
import { EffortCard } from './effort-card.tsx'
import { logSummaryQuery, rhythmQuery } from './log-api.ts'
import { LogEntries } from './log-entries.tsx'
import { type LogChoice, LogGrid, type RepLog } from './log-grid.tsx'
import { RhythmList } from './rhythm-list.tsx'

/** A week at a glance: who met how many customers on which day, what came of it, and which notes say nothing. */
export function Screen() {
  const zone = organisationZone()
  const today = dayOf(new Date().toISOString(), zone)
  const [from, setFrom] = useState(() => mondayOf(today))
  const [chosen, setChosen] = useState<LogChoice | null>(null)
  const days = Array.from({ length: 7 }, (_, index) => addDays(from, index))
  const to = days.at(-1) ?? from
  const log = useQuery(logSummaryQuery(from, to))
  const rhythm = useQuery(rhythmQuery)
  const reps = log.data?.reps ?? []
  const sum = (pick: (rep: RepLog) => number) => reps.reduce((total, rep) => total + pick(rep), 0)
  const own = useSession().data?.repId != null
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
        <EmptyState
          icon={<NotebookPen />}
          title={m.tasks_log_empty_title()}
          action={<NextStep steps={[{ to: '/people', needs: 'people.manage', label: m.people_add() }]} />}
        >
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
          {own && silent === reps.length && (
            <Link
              to="/today"
              search={{ log: 'new' }}
              className={cx(buttonLook({ look: 'primary' }), 'self-start')}
            >
              {m.tasks_log_begin()}
            </Link>
          )}
          <EffortCard effort={log.data.effort} />
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
