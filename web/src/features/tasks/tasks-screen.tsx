import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { ListChecks, Plus, Search } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { LoadFailed } from '../../app/load-failed.tsx'
import { useSession } from '../../app/session/session.ts'
import { Page } from '../../app/shell/page.tsx'
import { useViewState } from '../../app/use-view-state.ts'
import { m } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Input } from '../../ui/input.tsx'
import { Segments } from '../../ui/segments.tsx'
import { SkeletonLines } from '../../ui/skeleton.tsx'
import { TaskBoard } from './task-board.tsx'
import { openStates } from './task-words.ts'
import { type Task, type TaskFilter, type TaskState, taskCountQuery, tasksQuery } from './tasks-api.ts'
import { useTaskActions } from './use-task-actions.ts'

const TaskList = lazy(() => import('./task-list.tsx').then((part) => ({ default: part.TaskList })))
const TaskCalendar = lazy(() =>
  import('./task-calendar.tsx').then((part) => ({ default: part.TaskCalendar })),
)
const TaskInsights = lazy(() =>
  import('./task-insights.tsx').then((part) => ({ default: part.TaskInsights })),
)
const TaskPanel = lazy(() => import('./task-panel.tsx').then((part) => ({ default: part.TaskPanel })))
const NewTaskDialog = lazy(() =>
  import('./new-task-dialog.tsx').then((part) => ({ default: part.NewTaskDialog })),
)
const BlockDialog = lazy(() => import('./block-dialog.tsx').then((part) => ({ default: part.BlockDialog })))

const views = ['board', 'list', 'calendar', 'insights'] as const
type View = (typeof views)[number]
/** One's own, everybody's one may see, or those somebody is looked for. */
type Whose = 'mine' | 'all' | 'calls'

/** Mine by default for whoever sells, everybody's for whoever leads; the choice is part of the address. */
export function Screen() {
  const [state, change] = useViewState()
  const session = useSession().data
  const [name, asked] = (state.view ?? '').split('.')
  const view: View = (views as readonly string[]).includes(name ?? '') ? (name as View) : 'board'
  const leads = session?.permissions['tasks.dispatch'] !== undefined
  const whose: Whose =
    asked === 'calls' || asked === 'all' || asked === 'mine' ? asked : leads ? 'all' : 'mine'
  const show = (next: View, of: Whose) => change({ view: `${next}.${of}`, openId: null })
  const [adding, setAdding] = useState(false)
  const [blocking, setBlocking] = useState<Task | null>(null)
  const { move } = useTaskActions()

  const shared = {
    ...(whose === 'mine' && session?.repId ? { owner: ['me'] } : {}),
    ...(whose === 'calls' ? { call: 'open' as const } : {}),
    ...(state.query ? { q: state.query } : {}),
  }
  const filter: TaskFilter = {
    ...shared,
    ...(view === 'list' ? {} : { state: [...openStates, 'done'] }),
    sort: 'dueAt',
  }
  const list = useInfiniteQuery({ ...tasksQuery(filter), enabled: view !== 'insights' })
  const counts = useQuery(taskCountQuery(shared)).data
  const tasks = list.data?.pages.flatMap((page) => page.items) ?? []
  const total = Object.values(counts?.byState ?? {}).reduce((sum, count) => sum + count, 0)
  const opened = tasks.find((task) => task.id === state.openId)

  const onMove = (task: Task, to: TaskState) => {
    if (to === 'blocked') setBlocking(task)
    else move.mutate({ task, body: { to } })
  }
  const open = (task: Task) => change({ openId: task.id })
  return (
    <Page
      fill={view === 'list'}
      title={m.tasks_title()}
      {...(counts ? { count: m.tasks_count({ count: total, overdue: counts.overdue }) } : {})}
      actions={
        session?.permissions['tasks.work'] !== undefined && (
          <Button look="primary" icon={<Plus aria-hidden />} onClick={() => setAdding(true)}>
            {m.tasks_new()}
          </Button>
        )
      }
      toolbar={
        <>
          <Segments
            label={m.tasks_view()}
            value={view}
            onChange={(next) => show(next, whose)}
            options={[
              { value: 'board', label: m.tasks_board() },
              { value: 'list', label: m.tasks_list() },
              { value: 'calendar', label: m.tasks_calendar() },
              ...(leads ? [{ value: 'insights' as const, label: m.tasks_insights() }] : []),
            ]}
          />
          {view !== 'insights' && (
            <Segments
              label={m.tasks_whose()}
              value={whose}
              onChange={(next) => show(view, next)}
              options={[
                ...(session?.repId ? [{ value: 'mine' as const, label: m.tasks_mine() }] : []),
                ...(leads || whose === 'all' ? [{ value: 'all' as const, label: m.tasks_all() }] : []),
                { value: 'calls', label: m.tasks_calls() },
              ]}
            />
          )}
          {view !== 'insights' && (
            <Input
              type="search"
              aria-label={m.tasks_search()}
              placeholder={m.tasks_search()}
              lead={<Search aria-hidden />}
              className="w-64 md:ml-auto max-md:w-full"
              value={state.query}
              onChange={(event) => change({ query: event.target.value }, { replace: true })}
            />
          )}
        </>
      }
    >
      {list.error && !list.data ? (
        <LoadFailed query={list} page />
      ) : view !== 'insights' && list.isPending ? (
        <SkeletonLines lines={8} />
      ) : view !== 'insights' && tasks.length === 0 ? (
        <NoTasks
          searched={state.query !== ''}
          calls={whose === 'calls'}
          onClear={() => change({ query: '' })}
          {...(session?.permissions['tasks.work'] ? { onNew: () => setAdding(true) } : {})}
        />
      ) : (
        <Suspense fallback={<SkeletonLines lines={8} />}>
          {view === 'board' && (
            <div className="overflow-x-auto">
              <TaskBoard tasks={tasks} counts={counts?.byState ?? {}} onOpen={open} onMove={onMove} />
            </div>
          )}
          {view === 'list' && (
            <TaskList
              tasks={tasks}
              total={total}
              loading={list.isPending}
              hasMore={list.hasNextPage}
              onNeedMore={() => void list.fetchNextPage()}
              onOpen={open}
              onMove={onMove}
            />
          )}
          {view === 'calendar' && <TaskCalendar tasks={tasks} onOpen={open} />}
          {view === 'insights' && <TaskInsights />}
          {view !== 'list' && view !== 'insights' && list.hasNextPage && (
            <Button className="mt-3" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {m.tasks_more()}
            </Button>
          )}
        </Suspense>
      )}
      <Suspense>
        {state.openId && (
          <TaskPanel
            taskId={state.openId}
            row={opened}
            onClose={() => change({ openId: null })}
            onMove={onMove}
          />
        )}
        {adding && <NewTaskDialog item={null} onClose={() => setAdding(false)} />}
        {blocking && (
          <BlockDialog
            task={blocking}
            busy={move.isPending}
            onClose={() => setBlocking(null)}
            onBlock={(blocker) =>
              move.mutate(
                { task: blocking, body: { to: 'blocked', blocker } },
                { onSettled: () => setBlocking(null) },
              )
            }
          />
        )}
      </Suspense>
    </Page>
  )
}

type NoTasksProps = { searched: boolean; calls: boolean; onClear: () => void; onNew?: () => void }

function NoTasks({ searched, calls, onClear, onNew }: NoTasksProps) {
  if (searched)
    return (
      <EmptyState
        icon={<ListChecks />}
        title={m.tasks_nothing_found()}
        action={<Button onClick={onClear}>{m.tasks_clear_search()}</Button>}
      />
    )
  if (calls)
    return (
      <EmptyState icon={<ListChecks />} title={m.tasks_call_none()}>
        {m.tasks_call_none_detail()}
      </EmptyState>
    )
  return (
    <EmptyState
      icon={<ListChecks />}
      title={m.tasks_empty_title()}
      action={
        onNew && (
          <Button look="primary" onClick={onNew}>
            {m.tasks_new()}
          </Button>
        )
      }
    >
      {m.tasks_empty_detail()}
    </EmptyState>
  )
}
