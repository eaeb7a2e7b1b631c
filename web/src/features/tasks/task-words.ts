import { m } from '../../i18n/messages.ts'
import type { Task, TaskState } from './tasks-api.ts'

// Tables, not m[code]: a computed name would load every message of the product.
const states: Readonly<Record<TaskState, () => string>> = {
  todo: m.tasks_state_todo,
  doing: m.tasks_state_doing,
  blocked: m.tasks_state_blocked,
  review: m.tasks_state_review,
  done: m.tasks_state_done,
  cancelled: m.tasks_state_cancelled,
}
export const stateWord = (state: TaskState): string => states[state]()

const confirmations: Readonly<Record<Task['confirmation']['state'], () => string>> = {
  waiting: m.tasks_confirm_waiting,
  understood: m.tasks_confirm_understood,
  question: m.tasks_confirm_question,
}
export const confirmationWord = (state: Task['confirmation']['state']): string => confirmations[state]()

/** The columns of the board, in the order work goes through them; called-off cards are in the list alone. */
export const columns: readonly TaskState[] = ['todo', 'doing', 'blocked', 'review', 'done']
export const openStates: readonly TaskState[] = ['todo', 'doing', 'blocked', 'review']
export const isOpen = (task: Task): boolean => openStates.includes(task.state)
