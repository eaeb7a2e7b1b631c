import { m } from '../../i18n/messages.ts'
import type { Kind, PersonalChannel } from './notification-api.ts'

export const kindWords: Readonly<Record<Kind, () => string>> = {
  item_assigned: m.notifications_kind_item_assigned,
  item_moved: m.notifications_kind_item_moved,
  item_returned: m.notifications_kind_item_returned,
  item_recalled: m.notifications_kind_item_recalled,
  item_needs_manager: m.notifications_kind_item_needs_manager,
  item_closed: m.notifications_kind_item_closed,
  reminder_due: m.notifications_kind_reminder_due,
  response_missed: m.notifications_kind_response_missed,
  recall_near: m.notifications_kind_recall_near,
  manager_needed: m.notifications_kind_manager_needed,
  weekly_checkpoint: m.notifications_kind_weekly_checkpoint,
  task_assigned: m.notifications_kind_task_assigned,
  task_acknowledged: m.notifications_kind_task_acknowledged,
  task_deadline_near: m.notifications_kind_task_deadline_near,
  task_checkpoint_due: m.notifications_kind_task_checkpoint_due,
  task_behind_plan: m.notifications_kind_task_behind_plan,
  task_overdue: m.notifications_kind_task_overdue,
  task_blocked: m.notifications_kind_task_blocked,
  task_done: m.notifications_kind_task_done,
  trigger_proposed: m.notifications_kind_trigger_proposed,
  offer_made: m.notifications_kind_offer_made,
  offer_answered: m.notifications_kind_offer_answered,
  pool_claimed: m.notifications_kind_pool_claimed,
  pool_unclaimed: m.notifications_kind_pool_unclaimed,
  window_drawn: m.notifications_kind_window_drawn,
  handover_ready: m.notifications_kind_handover_ready,
  handover_requested: m.notifications_kind_handover_requested,
  handover_confirmed: m.notifications_kind_handover_confirmed,
  load_near: m.notifications_kind_load_near,
  load_over: m.notifications_kind_load_over,
  load_back: m.notifications_kind_load_back,
  load_relieved: m.notifications_kind_load_relieved,
  policy_published: m.notifications_kind_policy_published,
  import_finished: m.notifications_kind_import_finished,
}

export const channelWords: Readonly<Record<PersonalChannel, () => string>> = {
  in_app: m.notifications_channel_in_app,
  push: m.notifications_channel_push,
  email: m.notifications_channel_email,
}

/** Kinds that belong together in the settings. */
export const kindGroups: readonly { readonly title: () => string; readonly kinds: readonly Kind[] }[] = [
  {
    title: m.notifications_group_items,
    kinds: [
      'item_assigned',
      'item_moved',
      'item_returned',
      'item_recalled',
      'item_needs_manager',
      'item_closed',
      'offer_made',
      'offer_answered',
      'pool_claimed',
      'pool_unclaimed',
      'window_drawn',
    ],
  },
  {
    title: m.notifications_group_followup,
    kinds: [
      'reminder_due',
      'response_missed',
      'recall_near',
      'manager_needed',
      'weekly_checkpoint',
      'trigger_proposed',
    ],
  },
  {
    title: m.notifications_group_tasks,
    kinds: [
      'task_assigned',
      'task_acknowledged',
      'task_deadline_near',
      'task_checkpoint_due',
      'task_behind_plan',
      'task_overdue',
      'task_blocked',
      'task_done',
    ],
  },
  {
    title: m.notifications_group_team,
    kinds: [
      'handover_requested',
      'handover_ready',
      'handover_confirmed',
      'load_near',
      'load_over',
      'load_back',
      'load_relieved',
      'policy_published',
      'import_finished',
    ],
  },
]
