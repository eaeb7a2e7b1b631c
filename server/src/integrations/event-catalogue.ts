/**
 * Events other systems may hear of: stable API. What is not named here stays inside. Items are leads, opportunities and
 * accounts; each event's `data` has `id`, `entityKind`, `entityId`, `actorId` and the members named here.
 */
const items = (kind: string, name: string): Readonly<Record<string, string>> => ({
  [`${kind}.owned`]: `${name} has an owner: decisionId, ownerId, previousOwnerId, cause, reason`,
  [`${kind}.pooled`]: `${name} is in a pool: decisionId, previousOwnerId, cause, reason`,
  [`${kind}.offered`]: `${name} is kept for somebody who is asked: decisionId, ownerId, previousOwnerId, cause, reason`,
  [`${kind}.waiting`]: `${name} waits for somebody: decisionId, previousOwnerId, cause, reason`,
  [`${kind}.accepted`]: `the owner has accepted: ownerId`,
  [`${kind}.closed`]: `${name} was closed: outcome, ownerId`,
  [`${kind}.activity_logged`]: `something was done about it: ownerId`,
  [`${kind}.created`]: `${name} was made by hand or by API`,
  [`${kind}.updated`]: `fields of it were changed`,
})

export const eventCatalogue: Readonly<Record<string, string>> = {
  ...items('lead', 'a lead'),
  ...items('opportunity', 'an opportunity'),
  ...items('account', 'a customer'),
  'activity.logged': 'a call, visit, message or note was written down',
  'pool.claimed': 'somebody took an item from a pool: ownerId, poolId',
  'offer.made': 'an item is offered: repId, answerBy',
  'offer.accepted': 'the offer was taken: repId',
  'offer.declined': 'the offer was declined: repId, reason',
  'offer.expired': 'nobody answered in time: repId',
  'offer.withdrawn': 'the offer was taken back: repId',
  'followup.reminder_due': 'an owner is reminded: ownerId, clock',
  'followup.recall_near': 'an item is about to be recalled: ownerId, recallAt',
  'followup.recalled': 'an item was taken back: previousOwnerId, cause',
  'followup.manager_needed': 'a manager has to step in: ownerId, cause',
  'trigger.proposed': 'another owner is proposed: ownerId, suggestedRepId',
  'task.assigned': 'a task has an owner: ownerId, dueAt',
  'task.acknowledged': 'the owner has confirmed a task',
  'task.deadline_near': 'a task is due soon',
  'task.checkpoint_due': 'a checkpoint of a task is due',
  'task.behind_plan': 'a task is behind its plan',
  'task.overdue': 'a task is overdue',
  'task.blocked': 'a task is blocked: reason',
  'task.done': 'a task is done',
  'handover.requested': 'a handover was begun: fromRepId, toRepId',
  'handover.manager_needed': 'a manager has to complete a handover: nobody else will, or not in time',
  'handover.submitted': 'the checklist of a handover was handed in',
  'handover.confirmed': 'the new owner has confirmed reading; contact data are open to them',
  'handover.declined':
    'whoever was to take over said no: ownerId has it again, or null: it waits for a manager',
  'handover.completed': 'the receiver has scored a handover',
  'load.near': 'a rep is near a limit: repId, gauge',
  'load.over': 'a rep is over a limit: repId, gauge',
  'load.back': 'a rep is below the limit again: repId, gauge',
  'rep.created': 'a rep was added',
  'rep.updated': 'a rep was changed',
  'leave.created': 'leave was booked',
  'leave.cancelled': 'leave was cancelled',
  'policy.published': 'a policy is in force: version',
  'import.finished': 'a file was taken in: kind and counts',
}

export const eventTypes = Object.keys(eventCatalogue)
export const isPublicEvent = (type: string): boolean => Object.hasOwn(eventCatalogue, type)
