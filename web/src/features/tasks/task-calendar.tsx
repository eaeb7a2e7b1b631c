import { useState } from 'react'
import { formatTime, formatWeekday, organisationZone } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { cx } from '../../ui/cx.ts'
import { addDays, fromIsoDay, mondayOf } from '../../ui/iso-day.ts'
import { WeekStepper } from '../../ui/week-stepper.tsx'
import { dayOf } from './day-of.ts'
import { isOpen } from './task-words.ts'
import type { Task } from './tasks-api.ts'

const WEEKS = 2
const DAYS = WEEKS * 7

/** Two weeks from Monday: deadlines and checkpoints on the day they fall, in the organisation's zone. */
export function TaskCalendar({ tasks, onOpen }: { tasks: readonly Task[]; onOpen: (task: Task) => void }) {
  const zone = organisationZone()
  const today = dayOf(new Date().toISOString(), zone)
  const [from, setFrom] = useState(() => mondayOf(today))
  const days = Array.from({ length: DAYS }, (_, index) => addDays(from, index))
  return (
    <div className="flex flex-col gap-3">
      <div className="flex items-center gap-2">
        <WeekStepper from={from} to={addDays(from, DAYS - 1)} today={today} onMove={setFrom} />
      </div>
      <ol
        aria-label={m.tasks_calendar()}
        className="grid grid-cols-7 gap-px overflow-hidden rounded-lg border border-line bg-line max-md:grid-cols-1"
      >
        {days.map((day) => {
          const due = tasks.filter((task) => dayOf(task.dueAt, zone) === day)
          const points = tasks.flatMap((task) =>
            isOpen(task)
              ? task.checkpoints
                  .filter((one) => one.doneAt === null && dayOf(one.dueAt, zone) === day)
                  .map((one) => ({ task, one }))
              : [],
          )
          const weekend = (fromIsoDay(day).getDay() + 6) % 7 > 4
          return (
            <li
              key={day}
              data-day={day}
              className={cx(
                'flex min-h-24 flex-col gap-1 p-2 max-md:min-h-0',
                weekend ? 'bg-sunken' : 'bg-surface',
                due.length + points.length === 0 && 'max-md:hidden',
              )}
            >
              <span
                className={cx('text-xs', day === today ? 'font-semibold text-accent' : 'text-quiet')}
                {...(day === today ? { 'aria-current': 'date' } : {})}
              >
                {formatWeekday(fromIsoDay(day))} {Number(day.slice(8))}
              </span>
              {due.map((task) => (
                <button
                  key={task.id}
                  type="button"
                  onClick={() => onOpen(task)}
                  className={cx(
                    'truncate rounded-sm px-1.5 py-0.5 text-left text-xs max-md:min-h-11',
                    task.overdue
                      ? 'bg-bad-tint text-bad'
                      : isOpen(task)
                        ? 'bg-tint text-on-tint'
                        : 'bg-ink/6 text-quiet line-through',
                  )}
                >
                  {formatTime(new Date(task.dueAt))} {task.title}
                  {task.item && ` · ${task.item.name}`}
                </button>
              ))}
              {points.map(({ task, one }) => (
                <button
                  key={one.id}
                  type="button"
                  onClick={() => onOpen(task)}
                  className="truncate rounded-sm border border-edge px-1.5 py-0.5 text-left text-xs text-quiet max-md:min-h-11"
                >
                  {m.tasks_checkpoint_of({ checkpoint: one.title, title: task.title })}
                </button>
              ))}
            </li>
          )
        })}
      </ol>
    </div>
  )
}
