/** Whole families: what happened to records, people and settings stands in their timeline or in the audit. */
const families = [
  /^(lead|opportunity|account|contact|product)\.(created|updated|archived|restored|erased|accepted|activity_logged)$/,
  /^(company|member|invitation|api_key|attribute|team|territory|product_line|rep|rep_tag|duty_shift|calendar|leave|pool)\.(added|created|updated|archived|removed|deleted|revoked|cancelled|confirmed|assessed|exported|erased)$/,
  /^(lead|opportunity|account|task)\.shadow_ended$/,
  /^task\.(erased|accepted|activity_logged|owned|pooled|offered|waiting|closed)$/,
]

/**
 * Events people are deliberately not told of, each with the reason. What is announced and stands neither here nor in
 * `messages-of.ts` fails a test: nobody adds an event that is forgotten.
 */
export const silentEvents: Readonly<Record<string, string>> = {
  // Said by another event of the same moment.
  'followup.recalled': 'the change of hands says it',
  'trigger.accepted': 'the change of hands says it',
  'trigger.declined': 'nothing happens',
  'work.adopted': 'import.finished says it',
  // Seen where one works; a notice each would drown the others.
  'activity.logged': 'the timeline',
  'task.changed': 'the card; a new confirmation is asked for there',
  'task.moved': 'the board',
  'task.checkpoint_passed': 'the card',
  'task.commented': 'the card',
  'task.cancelled': 'the board',
  'offer.extended': 'the time left stands beside the offer',
  'pool.bid_placed': 'the window; bids are sealed',
  'plan.changed': 'the screen of the plan, open while it is worked out',
  'import.received': 'whoever uploaded it is looking',
  'import.tried': 'whoever tried it is looking',
  'import.undone': 'whoever undid it is looking',
  'win_model.changed': 'the screen of the model',
  'win_model.drifted': 'the screen of the model',
  'handover.rewritten': 'the reader was told when it was handed in, and confirms the version on their screen',
  'handover.completed': 'the list of handovers shows the score to whoever wrote and to managers',
  'capability.proposed': 'the screen of capability',
  'invitation.created': 'the invitation itself is the message',
  // The bell itself.
  'notice.added': 'the bell',
  'notice.read': 'the bell',
}

export const isSilent = (type: string): boolean =>
  Object.hasOwn(silentEvents, type) || families.some((family) => family.test(type))
