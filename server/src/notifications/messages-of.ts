import type { StoredEvent } from '../platform/outbox/index.ts'
import type { NoticeKind } from './kinds.ts'

/** What an event has to say, before anybody is asked how they want to hear it. */
export interface Message {
  readonly event: StoredEvent
  readonly kind: NoticeKind
  readonly params: Readonly<Record<string, unknown>>
  readonly repIds: readonly string[]
  readonly memberIds: readonly string[]
  /** Also whoever leads these reps. */
  readonly managersOf: readonly string[]
  /** Everybody who sells or leads: a change of the rules concerns them all. */
  readonly everybody: boolean
}

type Payload = Readonly<Record<string, unknown>>

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []
const named = (payload: Payload, ...keys: readonly string[]): readonly string[] =>
  keys.flatMap((key) => text(payload[key]) ?? [])

/** Whom a type speaks to where its payload names nobody. */
interface Address {
  readonly kind: NoticeKind
  readonly reps?: readonly string[]
  readonly members?: readonly string[]
  readonly managersOf?: readonly string[]
  /** They hear of it too where the payload names somebody: it is escalated (G4). */
  readonly escalates?: true
}

const addresses: Readonly<Record<string, Address>> = {
  'followup.reminder_due': { kind: 'reminder_due', reps: ['ownerId', 'repId'] },
  'followup.recall_near': { kind: 'recall_near', reps: ['ownerId', 'repId'] },
  'followup.response_missed': {
    kind: 'response_missed',
    escalates: true,
    reps: ['ownerId'],
    managersOf: ['ownerId'],
  },
  'followup.checkpoint_due': { kind: 'weekly_checkpoint', reps: ['repId'] },
  'followup.manager_needed': { kind: 'manager_needed', managersOf: ['ownerId', 'repId'] },
  'task.assigned': { kind: 'task_assigned', reps: ['ownerId', 'repId'] },
  'task.acknowledged': { kind: 'task_acknowledged', members: ['createdBy', 'assignedBy'] },
  'task.deadline_near': { kind: 'task_deadline_near', reps: ['ownerId', 'repId'] },
  'task.checkpoint_due': { kind: 'task_checkpoint_due', reps: ['ownerId', 'repId'] },
  'task.behind_plan': {
    kind: 'task_behind_plan',
    escalates: true,
    reps: ['ownerId', 'repId'],
    managersOf: ['ownerId', 'repId'],
  },
  'task.overdue': {
    kind: 'task_overdue',
    escalates: true,
    reps: ['ownerId', 'repId'],
    managersOf: ['ownerId', 'repId'],
  },
  'task.blocked': { kind: 'task_blocked', escalates: true, managersOf: ['ownerId', 'repId'] },
  'task.review': { kind: 'task_done', members: ['createdBy', 'assignedBy'] },
  'task.done': { kind: 'task_done', members: ['createdBy', 'assignedBy'] },
  'task.call_opened': { kind: 'task_call' },
  'task.call_recommended': { kind: 'task_call', reps: ['repId'] },
  'task.call_candidate': { kind: 'task_call', members: ['openedBy'] },
  'task.call_ended': { kind: 'task_call' },
  'trigger.proposed': { kind: 'trigger_proposed', reps: ['ownerId'] },
  'pool.claimed': { kind: 'pool_claimed', managersOf: ['ownerId', 'repId'] },
  'handover.requested': { kind: 'handover_requested', reps: ['fromRepId', 'toRepId'] },
  'handover.manager_needed': { kind: 'handover_requested', managersOf: ['fromRepId'] },
  'handover.submitted': { kind: 'handover_ready', reps: ['toRepId'] },
  'handover.confirmed': { kind: 'handover_confirmed', reps: ['fromRepId'] },
  'handover.declined': {
    kind: 'handover_declined',
    reps: ['ownerId'],
    members: ['decidedBy'],
    managersOf: ['fromRepId', 'toRepId'],
  },
  'offer.made': { kind: 'offer_made', reps: ['repId', 'ownerId'] },
  'offer.accepted': { kind: 'offer_answered', managersOf: ['repId', 'ownerId'] },
  'offer.declined': { kind: 'offer_answered', managersOf: ['repId', 'ownerId'] },
  'offer.expired': { kind: 'offer_answered', reps: ['repId'], managersOf: ['repId'] },
  'offer.withdrawn': { kind: 'offer_answered', reps: ['repId'] },
  'load.near': { kind: 'load_near', reps: ['repId'] },
  'load.over': { kind: 'load_over', reps: ['repId'], managersOf: ['repId'] },
  'load.back': { kind: 'load_back', reps: ['repId'] },
  'load.relieved': { kind: 'load_relieved', reps: ['repId'] },
  'pool.unclaimed': { kind: 'pool_unclaimed' },
  'pool.window_drawn': { kind: 'window_drawn', reps: ['winnerRepId'] },
}

/** Says nothing twice: whoever claims knows, and a claim has an event of its own. */
const TOLD_ELSEWHERE = new Set(['claimed', 'imported'])

/** Waits for a person to choose, not for time or room. */
const NEEDS_MANAGER = new Set(['WAITING_FOR_MANAGER', 'WAITING_NO_TAKER'])

/** Codes and parameters, no sentences; an event nobody needs to hear of says nothing. */
export function messagesOf(event: StoredEvent): readonly Message[] {
  const { payload } = event
  const message = (kind: NoticeKind, to: Partial<Message> = {}): Message => ({
    event,
    kind,
    params: { ...payload, event: event.type, actorId: event.actorId },
    repIds: [],
    memberIds: [],
    managersOf: [],
    everybody: false,
    ...to,
  })
  const [entity, what] = event.type.split('.')
  if (entity === 'lead' || entity === 'opportunity' || entity === 'account') {
    const cause = text(payload['cause'])
    const previous = named(payload, 'previousOwnerId')
    const told = cause !== null && TOLD_ELSEWHERE.has(cause)
    switch (what) {
      case 'owned': {
        // Whoever accepted an offer did it themselves; what was declined is told by the handover.
        if (cause === 'imported' || cause === 'accepted' || cause === 'handed_back') return []
        const owner = named(payload, 'ownerId')
        const moved = previous.filter((id) => !owner.includes(id))
        const stays = previous.length > 0 && moved.length === 0
        return [
          ...(stays ? [] : [message('item_assigned', { repIds: owner })]),
          ...(moved.length > 0 && !told ? [message('item_moved', { repIds: moved })] : []),
        ]
      }
      case 'offered':
        if (previous.length === 0) return []
        return [message(cause === 'recalled' ? 'item_recalled' : 'item_moved', { repIds: previous })]
      case 'pooled':
        if (previous.length === 0 || told) return []
        return [message(cause === 'recalled' ? 'item_recalled' : 'item_returned', { repIds: previous })]
      case 'waiting':
        return cause !== 'handed_back' && NEEDS_MANAGER.has(String(payload['reason']))
          ? [message('item_needs_manager', { managersOf: previous.length > 0 ? previous : ['*'] })]
          : []
      case 'closed':
        return [message('item_closed', { repIds: named(payload, 'ownerId') })]
      default:
        return []
    }
  }
  if (event.type === 'policy.published') return [message('policy_published', { everybody: true })]
  if (event.type === 'import.finished')
    return [message('import_finished', { memberIds: event.actorId === null ? [] : [event.actorId] })]
  const address = addresses[event.type]
  if (address === undefined) return []
  const repIds = texts(payload['recipientRepIds'])
  const memberIds = texts(payload['recipientMemberIds'])
  if (repIds.length + memberIds.length > 0) {
    const managersOf = address.escalates === true ? named(payload, ...(address.managersOf ?? [])) : []
    return [message(address.kind, { repIds, memberIds, managersOf })]
  }
  return [
    message(address.kind, {
      repIds: named(payload, ...(address.reps ?? [])),
      memberIds: named(payload, ...(address.members ?? [])),
      managersOf: named(payload, ...(address.managersOf ?? [])),
    }),
  ]
}
