import { Ellipsis, Megaphone, MessageSquareText, TriangleAlert } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { formatDateTime, formatNumber } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Badge } from '../../ui/badge.tsx'
import { IconButton } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import { Avatar } from '../../ui/person-chip.tsx'
import { columns, confirmationWord, isOpen, stateWord } from './task-words.ts'
import type { Task, TaskState } from './tasks-api.ts'
import { useTaskRights } from './use-task-actions.ts'

const ClockOf = lazy(() => import('../followup/clock-chip.tsx').then((part) => ({ default: part.ClockOf })))

type TaskCardProps = {
  task: Task
  onOpen: () => void
  onMove: (to: TaskState) => void
  draggable?: boolean
}

/** Who, what, by when at a glance; how far it is, and what stands in its way. */
export function TaskCard({ task, onOpen, onMove, draggable = false }: TaskCardProps) {
  const rights = useTaskRights()(task)
  const now = new Date()
  return (
    <article
      data-task={task.id}
      data-called={task.call ? '' : undefined}
      aria-label={task.title}
      draggable={draggable && rights.move}
      onDragStart={(event) => {
        event.dataTransfer.setData('text/plain', task.id)
        event.dataTransfer.effectAllowed = 'move'
      }}
      className={cx(
        'rounded-lg border border-line bg-surface p-3 text-sm',
        draggable && rights.move && 'cursor-grab active:cursor-grabbing',
      )}
    >
      <div className="flex items-start gap-2">
        <button type="button" onClick={onOpen} className="touch min-w-0 flex-1 text-left">
          <span className="line-clamp-2 font-medium">{task.title}</span>
          {task.item && <span className="block truncate text-xs text-quiet">{task.item.name}</span>}
        </button>
        {rights.move && <MoveMenu task={task} onMove={onMove} cancel={rights.cancel} />}
      </div>
      <div className="mt-2 flex flex-wrap items-center gap-1 [&>span]:max-w-full [&>span]:overflow-hidden">
        <Badge tone={task.overdue ? 'bad' : 'plain'}>
          {task.overdue
            ? m.tasks_overdue({ at: formatDateTime(new Date(task.dueAt), now) })
            : formatDateTime(new Date(task.dueAt), now)}
        </Badge>
        {task.item?.tier && <Badge tone={task.item.tier === 'A' ? 'tint' : 'plain'}>{task.item.tier}</Badge>}
        {task.call && (
          <Badge tone="tint" icon={<Megaphone aria-hidden />}>
            {m.tasks_call_title()}
          </Badge>
        )}
        {isOpen(task) && task.confirmation.state !== 'understood' && (
          <Badge tone={task.confirmation.late ? 'warn' : 'outline'}>
            {confirmationWord(task.confirmation.state)}
          </Badge>
        )}
        {isOpen(task) && task.item && !task.call?.invitedOnly && (
          <Suspense>
            <ClockOf id={task.item.id} />
          </Suspense>
        )}
        {task.blocker && (
          <Badge tone="bad" icon={<TriangleAlert aria-hidden />}>
            {task.blocker.text}
          </Badge>
        )}
        {task.progress.escalate && !task.overdue && (
          <Badge tone="warn">{m.tasks_behind({ percent: formatNumber(task.progress.behind) })}</Badge>
        )}
      </div>
      <div className="mt-2 flex items-center gap-2 text-xs text-quiet">
        {task.owner ? (
          <>
            <Avatar name={task.owner.name} seed={task.owner.id} size="xs" />
            <span className="min-w-0 flex-1 truncate">
              {task.owner.name}
              {task.collaborators.length > 0 && ` +${task.collaborators.length}`}
            </span>
          </>
        ) : (
          <span className="min-w-0 flex-1 truncate">{m.tasks_nobody()}</span>
        )}
        {task.comments > 0 && (
          <span className="inline-flex items-center gap-0.5">
            <MessageSquareText className="size-3.5" aria-hidden />
            {formatNumber(task.comments)}
          </span>
        )}
        <span>{m.tasks_points({ points: formatNumber(task.points, 1) })}</span>
      </div>
    </article>
  )
}

/** The board without a mouse: every column is an entry. */
function MoveMenu({
  task,
  onMove,
  cancel,
}: {
  task: Task
  onMove: (to: TaskState) => void
  cancel: boolean
}) {
  return (
    <Menu
      align="end"
      restoreFocus={false}
      trigger={
        <IconButton
          size="sm"
          label={m.tasks_move_of({ title: task.title })}
          icon={<Ellipsis aria-hidden />}
          className="-mr-1 -mt-1"
        />
      }
    >
      {columns
        .filter((state) => state !== task.state)
        .map((state) => (
          <MenuItem key={state} onSelect={() => onMove(state)}>
            {m.tasks_move_to({ state: stateWord(state) })}
          </MenuItem>
        ))}
      {cancel && (
        <MenuItem danger onSelect={() => onMove('cancelled')}>
          {m.tasks_cancel()}
        </MenuItem>
      )}
    </Menu>
  )
}
