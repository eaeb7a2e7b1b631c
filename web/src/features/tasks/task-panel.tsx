import { useQuery } from '@tanstack/react-query'
import { Check, Megaphone, Pencil } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { LoadFailed } from '../../app/load-failed.tsx'
import { formatDateTime, formatList, formatNumber } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Input } from '../../ui/input.tsx'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import { Panel, PanelSection } from '../../ui/panel.tsx'
import { PersonChip } from '../../ui/person-chip.tsx'
import { SkeletonLines } from '../../ui/skeleton.tsx'
import { TaskTalk } from './task-talk.tsx'
import { columns, confirmationWord, stateWord } from './task-words.ts'
import { type Task, type TaskState, taskQuery } from './tasks-api.ts'
import { useTaskActions, useTaskRights } from './use-task-actions.ts'

const EditTaskDialog = lazy(() =>
  import('./edit-task-dialog.tsx').then((part) => ({ default: part.EditTaskDialog })),
)

const OpenCallDialog = lazy(() =>
  import('./call-forms.tsx').then((part) => ({ default: part.OpenCallDialog })),
)
const TaskCall = lazy(() => import('./task-call.tsx').then((part) => ({ default: part.TaskCall })))

type TaskPanelProps = {
  taskId: string
  row?: Task | undefined
  onClose: () => void
  onMove: (task: Task, to: TaskState) => void
}

/** The card in full: who, what, by when, how; confirmed or asked; passed checkpoints; the talk under it. */
export function TaskPanel({ taskId, row, onClose, onMove }: TaskPanelProps) {
  const detail = useQuery(taskQuery(taskId))
  const task = detail.data ?? row
  return (
    <Panel
      open
      onOpenChange={(open) => !open && onClose()}
      title={task?.title ?? ''}
      subtitle={task?.item?.name}
      actions={task && !task.call?.invitedOnly && <Actions task={task} onMove={(to) => onMove(task, to)} />}
    >
      {task ? (
        <>
          <Confirmation task={task} />
          {task.call ? (
            <Suspense fallback={<SkeletonLines lines={4} />}>
              <TaskCall task={task} />
            </Suspense>
          ) : (
            <OpenCall task={task} />
          )}
          <Facts task={task} />
          <Checkpoints task={task} />
          {!task.call?.invitedOnly && <TaskTalk task={task} />}
        </>
      ) : detail.error ? (
        <LoadFailed query={detail} />
      ) : (
        <SkeletonLines lines={6} />
      )}
    </Panel>
  )
}

/** Two ways: it was dispatched, and the owner says "understood" or asks. */
function Confirmation({ task }: { task: Task }) {
  const rights = useTaskRights()(task)
  const { confirm } = useTaskActions()
  const [question, setQuestion] = useState<string | null>(null)
  const { state, late } = task.confirmation
  return (
    <section className="mb-6 rounded-lg bg-sunken p-3" data-confirmation={state}>
      <div className="flex flex-wrap items-center gap-2">
        {task.owner ? (
          <PersonChip size="sm" name={task.owner.name} seed={task.owner.id} />
        ) : (
          <span className="text-sm font-medium">{m.tasks_nobody()}</span>
        )}
        <Badge tone={state === 'understood' ? 'good' : late ? 'warn' : 'plain'}>
          {confirmationWord(state)}
        </Badge>
      </div>
      {task.waiting && <p className="mt-2 text-sm text-quiet">{task.waiting.text}</p>}
      {task.confirmation.question && (
        <p className="mt-2 text-sm text-quiet">{m.tasks_asked({ question: task.confirmation.question })}</p>
      )}
      {rights.confirm && (
        <div className="mt-3 flex flex-wrap gap-2">
          <Button
            look="primary"
            icon={<Check aria-hidden />}
            busy={confirm.isPending}
            onClick={() => confirm.mutate({ id: task.id })}
          >
            {m.tasks_confirm()}
          </Button>
          <Button onClick={() => setQuestion(question === null ? '' : null)}>{m.tasks_ask()}</Button>
        </div>
      )}
      {rights.confirm && question !== null && (
        <form
          className="mt-2 flex gap-2"
          onSubmit={(event) => {
            event.preventDefault()
            if (question.trim())
              confirm.mutate(
                { id: task.id, question: question.trim() },
                { onSuccess: () => setQuestion(null) },
              )
          }}
        >
          <Input
            aria-label={m.tasks_question()}
            placeholder={m.tasks_question()}
            value={question}
            onChange={(event) => setQuestion(event.target.value)}
          />
          <Button type="submit">{m.tasks_send()}</Button>
        </form>
      )}
    </section>
  )
}

/** Looking for somebody else, while the owner stays accountable. */
function OpenCall({ task }: { task: Task }) {
  const rights = useTaskRights()(task)
  const [opening, setOpening] = useState(false)
  // A call ends before its card is due.
  if (!rights.move || task.overdue) return null
  return (
    <div className="mb-6">
      <Button icon={<Megaphone aria-hidden />} onClick={() => setOpening(true)}>
        {m.tasks_call_open()}
      </Button>
      {opening && (
        <Suspense>
          <OpenCallDialog task={task} onClose={() => setOpening(false)} />
        </Suspense>
      )}
    </div>
  )
}

function Facts({ task }: { task: Task }) {
  const now = new Date()
  const at = (iso: string) => formatDateTime(new Date(iso), now)
  const facts: [string, string | null][] = [
    [m.tasks_when(), task.overdue ? m.tasks_overdue({ at: at(task.dueAt) }) : at(task.dueAt)],
    [m.tasks_standard(), task.standard],
    [m.tasks_acceptance(), task.acceptance || null],
    [m.tasks_state(), stateWord(task.state)],
    [m.tasks_blocker(), task.blocker && [task.blocker.text, task.blocker.note].filter(Boolean).join(' · ')],
    [m.tasks_helpers(), formatList(task.collaborators.map((one) => one.name)) || null],
    [m.tasks_load(), m.tasks_points({ points: formatNumber(task.points, 1) })],
    [m.tasks_dispatched(), [task.createdBy?.name, at(task.createdAt)].filter(Boolean).join(' · ')],
    [m.tasks_result(), task.result],
  ]
  return (
    <dl className="mb-6 grid grid-cols-[6rem_1fr] gap-x-3 gap-y-2 text-sm">
      {facts.map(
        ([label, value]) =>
          value && (
            <div key={label} className="contents">
              <dt className="text-quiet">{label}</dt>
              <dd className="whitespace-pre-line">{value}</dd>
            </div>
          ),
      )}
    </dl>
  )
}

function Checkpoints({ task }: { task: Task }) {
  const rights = useTaskRights()(task)
  const { check } = useTaskActions()
  const now = new Date()
  const { actual, planned, behind, escalate, reported } = task.progress
  return (
    <PanelSection
      title={m.tasks_progress()}
      aside={m.tasks_progress_of({ actual: formatNumber(actual), planned: formatNumber(planned) })}
    >
      <div className="mb-2 h-1.5 overflow-hidden rounded-full bg-ink/8" aria-hidden>
        <div className="h-full rounded-full bg-accent" style={{ width: `${actual}%` }} />
      </div>
      {escalate && task.checkpoints.length > 0 && (
        <p className="mb-2 text-sm text-warn">{m.tasks_behind_why({ percent: formatNumber(behind) })}</p>
      )}
      {reported !== null && (
        <p className="mb-2 text-xs text-quiet">{m.tasks_reported({ percent: formatNumber(reported) })}</p>
      )}
      {task.checkpoints.length === 0 ? (
        <p className="text-sm text-quiet">{m.tasks_no_checkpoints()}</p>
      ) : (
        <ul className="flex flex-col">
          {task.checkpoints.map((one) => (
            <li key={one.id} className="flex min-h-9 items-center gap-2 text-sm max-md:min-h-11">
              <Checkbox
                label={m.tasks_pass({ checkpoint: one.title })}
                checked={one.doneAt !== null}
                disabled={!rights.check}
                onChange={(passed) => check.mutate({ id: task.id, checkpointId: one.id, passed })}
              />
              <span className="min-w-0 flex-1 truncate">{one.title}</span>
              <span className={one.late ? 'text-xs text-bad' : 'text-xs text-quiet'}>
                {formatDateTime(new Date(one.dueAt), now)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </PanelSection>
  )
}

function Actions({ task, onMove }: { task: Task; onMove: (to: TaskState) => void }) {
  const rights = useTaskRights()(task)
  const [editing, setEditing] = useState(false)
  if (!rights.move && !rights.reassign) return null
  return (
    <>
      {(rights.edit || rights.reassign) && (
        <Button icon={<Pencil aria-hidden />} onClick={() => setEditing(true)}>
          {m.tasks_edit()}
        </Button>
      )}
      {editing && (
        <Suspense>
          <EditTaskDialog task={task} onClose={() => setEditing(false)} />
        </Suspense>
      )}
      <Menu align="end" side="top" restoreFocus={false} trigger={<Button>{m.tasks_move()}</Button>}>
        {columns
          .filter((state) => state !== task.state)
          .map((state) => (
            <MenuItem key={state} onSelect={() => onMove(state)}>
              {m.tasks_move_to({ state: stateWord(state) })}
            </MenuItem>
          ))}
        {rights.cancel && (
          <MenuItem danger onSelect={() => onMove('cancelled')}>
            {m.tasks_cancel()}
          </MenuItem>
        )}
      </Menu>
      <Button look="primary" icon={<Check aria-hidden />} onClick={() => onMove('done')}>
        {m.tasks_finish()}
      </Button>
    </>
  )
}
