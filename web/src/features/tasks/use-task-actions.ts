import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useSession } from '../../app/session/session.ts'
import { m } from '../../i18n/messages.ts'
import { notify } from '../../ui/notify.ts'
import { stateWord } from './task-words.ts'
import {
  acknowledgeTask,
  commentTask,
  createTask,
  moveTask,
  type NewTask,
  passCheckpoint,
  type Task,
  type TaskMove,
} from './tasks-api.ts'

/** What may be done with a card: shown only where the server would let it happen. */
export function useTaskRights() {
  const { data } = useSession()
  return (task: Task) => {
    const reach = data?.permissions['tasks.work']
    const mine = task.owner !== null && task.owner.id === data?.repId
    const dispatcher = reach !== undefined && (reach !== 'own' || task.createdBy?.id === data?.id)
    const helps = task.collaborators.some((one) => one.id === data?.repId)
    const open = task.state !== 'done' && task.state !== 'cancelled'
    return {
      mine,
      confirm: mine && open && task.confirmation.state !== 'understood',
      move: open && reach !== undefined && (mine || dispatcher),
      edit: open && reach !== undefined && dispatcher,
      reassign: open && data?.permissions['tasks.dispatch'] !== undefined,
      cancel: open && dispatcher,
      check: open && reach !== undefined && (mine || dispatcher || helps),
      call: open && reach !== undefined,
      talk: reach !== undefined && !task.call?.invitedOnly,
    }
  }
}

export function useTaskActions() {
  const client = useQueryClient()
  const refresh = () => client.invalidateQueries({ queryKey: ['task'] })
  const move = useMutation({
    mutationFn: ({ task, body }: { task: Task; body: TaskMove }) => moveTask(task, body),
    onSuccess: async (task) => {
      void notify({ text: m.tasks_moved({ title: task.title, state: stateWord(task.state) }), tone: 'good' })
      await refresh()
    },
    onError: refresh,
  })
  const confirm = useMutation({
    mutationFn: ({ id, question }: { id: string; question?: string }) =>
      acknowledgeTask(id, question === undefined, question),
    onSuccess: async () => {
      void notify({ text: m.tasks_confirmed(), tone: 'good' })
      await refresh()
    },
  })
  const check = useMutation({
    mutationFn: ({ id, checkpointId, passed }: { id: string; checkpointId: string; passed: boolean }) =>
      passCheckpoint(id, checkpointId, passed),
    onSuccess: refresh,
  })
  const comment = useMutation({
    mutationFn: ({ id, body }: { id: string; body: string }) => commentTask(id, body),
    onSuccess: refresh,
  })
  const create = useMutation({
    meta: { shownInForm: true },
    mutationFn: (body: NewTask) => createTask(body),
    onSuccess: async (task) => {
      void notify({
        text: task.owner
          ? m.tasks_created({ title: task.title, name: task.owner.name })
          : m.tasks_created_waiting({ title: task.title }),
        tone: 'good',
      })
      await refresh()
    },
  })
  return { move, confirm, check, comment, create }
}
