/** What people can be told of. The order is the order of the settings. */
export const noticeKinds = [
  'item_assigned',
  'item_moved',
  'item_returned',
  'item_recalled',
  'item_needs_manager',
  'item_closed',
  'reminder_due',
  'response_missed',
  'recall_near',
  'manager_needed',
  'weekly_checkpoint',
  'task_assigned',
  'task_acknowledged',
  'task_deadline_near',
  'task_checkpoint_due',
  'task_behind_plan',
  'task_overdue',
  'task_blocked',
  'task_done',
  'task_call',
  'trigger_proposed',
  'offer_made',
  'offer_answered',
  'pool_claimed',
  'pool_unclaimed',
  'window_drawn',
  'handover_requested',
  'handover_ready',
  'handover_confirmed',
  'handover_declined',
  'load_near',
  'load_over',
  'load_back',
  'load_relieved',
  'policy_published',
  'import_finished',
] as const
export type NoticeKind = (typeof noticeKinds)[number]

/** How a member can be reached; the list in the app is always kept. */
export const personalChannels = ['in_app', 'push', 'email'] as const
export type PersonalChannel = (typeof personalChannels)[number]

/** How loud it is: a colour and an icon, never the only sign. */
export type Tone = 'plain' | 'attention' | 'urgent'

interface KindRule {
  readonly tone: Tone
  /** Where it goes unless the person says otherwise. */
  readonly channels: readonly PersonalChannel[]
  /** Ticked for a new robot. */
  readonly robot: boolean
}

const quiet: KindRule = { tone: 'plain', channels: ['in_app'], robot: false }
const shared: KindRule = { tone: 'plain', channels: ['in_app', 'push'], robot: true }
const attention: KindRule = { tone: 'attention', channels: ['in_app', 'push'], robot: false }
const urgent: KindRule = { tone: 'urgent', channels: ['in_app', 'push', 'email'], robot: true }

export const kindRules: Readonly<Record<NoticeKind, KindRule>> = {
  item_assigned: shared,
  item_moved: quiet,
  item_returned: quiet,
  item_recalled: { ...urgent, tone: 'attention' },
  item_needs_manager: attention,
  item_closed: quiet,
  reminder_due: attention,
  response_missed: attention,
  recall_near: { ...urgent, robot: false },
  manager_needed: urgent,
  weekly_checkpoint: { ...quiet, channels: ['in_app', 'push'] },
  task_assigned: { ...shared, robot: false },
  task_acknowledged: quiet,
  task_deadline_near: attention,
  task_checkpoint_due: attention,
  task_behind_plan: attention,
  task_overdue: { ...urgent, robot: false },
  task_blocked: attention,
  task_done: quiet,
  task_call: { ...shared, robot: false },
  trigger_proposed: attention,
  offer_made: { ...urgent, robot: false },
  offer_answered: quiet,
  pool_claimed: quiet,
  pool_unclaimed: attention,
  window_drawn: quiet,
  handover_requested: attention,
  handover_ready: attention,
  handover_confirmed: quiet,
  handover_declined: attention,
  load_near: attention,
  load_over: urgent,
  load_back: quiet,
  load_relieved: attention,
  policy_published: { ...quiet, robot: true },
  import_finished: quiet,
}

export const isNoticeKind = (kind: string): kind is NoticeKind => Object.hasOwn(kindRules, kind)
