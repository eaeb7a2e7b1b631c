import { m } from '../../i18n/messages.ts'
import type { Activity } from './log-api.ts'

type Result = NonNullable<Activity['result']>

const results: Readonly<Record<Result, () => string>> = {
  connected: m.tasks_result_connected,
  interested: m.tasks_result_interested,
  quote_requested: m.tasks_result_quote_requested,
  meeting_set: m.tasks_result_meeting_set,
  agreed: m.tasks_result_agreed,
  objection: m.tasks_result_objection,
  postponed: m.tasks_result_postponed,
  declined: m.tasks_result_declined,
  left_message: m.tasks_result_left_message,
  no_answer: m.tasks_result_no_answer,
  wrong_number: m.tasks_result_wrong_number,
}
export const activityWord = (result: Result): string => results[result]()

const flags: Readonly<Record<Activity['flags'][number], () => string>> = {
  empty: m.tasks_flag_empty,
  copied: m.tasks_flag_copied,
  repeated: m.tasks_flag_repeated,
  no_contact: m.tasks_flag_no_contact,
}
export const flagWord = (flag: Activity['flags'][number]): string => flags[flag]()
