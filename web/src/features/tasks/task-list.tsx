import { formatDateTime, formatNumber } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Badge } from '../../ui/badge.tsx'
import type { Column } from '../../ui/data-table/column.ts'
import { DataTable } from '../../ui/data-table/data-table.tsx'
import { PersonChip } from '../../ui/person-chip.tsx'
import { TaskCard } from './task-card.tsx'
import { confirmationWord, stateWord } from './task-words.ts'
import type { Task, TaskState } from './tasks-api.ts'

type TaskListProps = {
  tasks: readonly Task[]
  total: number
  loading: boolean
  hasMore: boolean
  onNeedMore: () => void
  onOpen: (task: Task) => void
  onMove: (task: Task, to: TaskState) => void
}

const taskColumns = (): Column<Task>[] => [
  {
    id: 'title',
    header: m.tasks_what(),
    width: 220,
    grow: 2,
    fixed: true,
    cell: (task) => (
      <span className="flex min-w-0 flex-col">
        <span className="truncate font-medium">{task.title}</span>
        {task.item && <span className="truncate text-xs text-quiet">{task.item.name}</span>}
      </span>
    ),
  },
  {
    id: 'due',
    header: m.tasks_when(),
    width: 150,
    cell: (task) => (
      <Badge tone={task.overdue ? 'bad' : 'plain'}>{formatDateTime(new Date(task.dueAt), new Date())}</Badge>
    ),
  },
  {
    id: 'owner',
    header: m.tasks_who(),
    width: 140,
    cell: (task) =>
      task.owner ? (
        <PersonChip name={task.owner.name} seed={task.owner.id} />
      ) : (
        <span className="text-quiet">{m.tasks_nobody()}</span>
      ),
  },
  { id: 'state', header: m.tasks_state(), width: 100, cell: (task) => stateWord(task.state) },
  {
    id: 'progress',
    header: m.tasks_progress(),
    width: 140,
    cell: (task) => (
      <span className={task.progress.escalate ? 'text-warn' : ''}>
        {m.tasks_progress_of({
          actual: formatNumber(task.progress.actual),
          planned: formatNumber(task.progress.planned),
        })}
      </span>
    ),
  },
  {
    id: 'confirmation',
    header: m.tasks_confirmation(),
    width: 110,
    cell: (task) => confirmationWord(task.confirmation.state),
  },
  {
    id: 'points',
    header: m.tasks_load(),
    width: 80,
    align: 'end',
    cell: (task) => formatNumber(task.points, 1),
  },
]

export function TaskList({ tasks, total, loading, hasMore, onNeedMore, onOpen, onMove }: TaskListProps) {
  return (
    <DataTable
      label={m.tasks_title()}
      className="min-h-0 flex-1"
      rowHeight={52}
      columns={taskColumns()}
      rows={tasks}
      rowId={(task) => task.id}
      total={total}
      loading={loading}
      hasMore={hasMore}
      onNeedMore={onNeedMore}
      onOpen={onOpen}
      card={(task) => <TaskCard task={task} onOpen={() => onOpen(task)} onMove={(to) => onMove(task, to)} />}
      empty={null}
    />
  )
}
