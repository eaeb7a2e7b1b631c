import { useState } from 'react'
import { formatNumber } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { cx } from '../../ui/cx.ts'
import { Segments } from '../../ui/segments.tsx'
import { useIsPhone } from '../../ui/use-media.ts'
import { TaskCard } from './task-card.tsx'
import { columns, stateWord } from './task-words.ts'
import type { Task, TaskState } from './tasks-api.ts'

type TaskBoardProps = {
  tasks: readonly Task[]
  counts: Readonly<Partial<Record<TaskState, number>>>
  onOpen: (task: Task) => void
  onMove: (task: Task, to: TaskState) => void
}

/** Five columns side by side; on the phone one at a time. */
export function TaskBoard(props: TaskBoardProps) {
  const phone = useIsPhone()
  const [column, setColumn] = useState<TaskState>('todo')
  const count = (state: TaskState) => props.counts[state] ?? 0
  if (!phone)
    return (
      <div className="grid min-w-220 grid-cols-5 items-start gap-3">
        {columns.map((state) => (
          <Column key={state} state={state} {...props} />
        ))}
      </div>
    )
  return (
    <div className="flex flex-col gap-3">
      <Segments
        label={m.tasks_board()}
        value={column}
        onChange={setColumn}
        options={columns.map((state) => ({ value: state, label: stateWord(state), count: count(state) }))}
      />
      <Column state={column} {...props} bare />
    </div>
  )
}

function Column({
  state,
  tasks,
  counts,
  onOpen,
  onMove,
  bare = false,
}: TaskBoardProps & { state: TaskState; bare?: boolean }) {
  const [over, setOver] = useState(false)
  const inside = tasks.filter((task) => task.state === state)
  return (
    <section
      aria-label={stateWord(state)}
      data-column={state}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        const task = tasks.find((one) => one.id === event.dataTransfer.getData('text/plain'))
        if (task && task.state !== state) onMove(task, state)
      }}
      className={cx(
        'flex min-h-40 flex-col gap-2 rounded-lg',
        !bare && 'bg-sunken p-2',
        over && 'outline-2 outline-accent',
      )}
    >
      {!bare && (
        <h2 className="flex justify-between px-1 text-sm font-medium text-quiet">
          {stateWord(state)}
          <span className="font-normal">{formatNumber(counts[state] ?? inside.length)}</span>
        </h2>
      )}
      {inside.map((task) => (
        <TaskCard
          key={task.id}
          task={task}
          draggable={!bare}
          onOpen={() => onOpen(task)}
          onMove={(to) => onMove(task, to)}
        />
      ))}
      {inside.length === 0 && (
        <p className="px-1 py-6 text-center text-xs text-quiet">{m.tasks_column_empty()}</p>
      )}
    </section>
  )
}
