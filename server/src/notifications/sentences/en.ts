import type { NoticeCatalogue, Sentence } from './catalogue.ts'

const nothing: Sentence = () => ''
/** Clauses that are there, each a short sentence. */
const clauses =
  (...parts: readonly (readonly [key: string, before: string, after?: string])[]): Sentence =>
  (w) =>
    parts
      .filter(([key]) => w.has(key))
      .map(([key, before, after = '']) => `${capital(before + w(key) + after)}.`)
      .join(' ')
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

export const en: NoticeCatalogue = {
  kinds: {
    item_assigned: {
      title: (w) => `New ${w('noun')}: ${w('item')}`,
      text: clauses(['actor', 'assigned by '], ['previous', 'before: '], ['why', '']),
    },
    item_moved: {
      title: (w) => `${capital(w('noun'))} moved on: ${w('item')}`,
      text: clauses(['owner', 'now with '], ['actor', 'by '], ['why', '']),
    },
    item_returned: {
      title: (w) => `Back in the pool: ${w('item')}`,
      text: clauses(['previous', 'was with '], ['actor', 'by '], ['why', '']),
    },
    item_recalled: {
      title: (w) => `${capital(w('noun'))} recalled: ${w('item')}`,
      text: clauses(['previous', 'was with '], ['cause', '']),
    },
    item_needs_manager: {
      title: (w) => `A manager chooses: ${w('item')}`,
      text: () => 'Recommendations are ready under Assign.',
    },
    item_closed: {
      title: (w) => `${capital(w('noun'))} closed: ${w('item')}`,
      text: clauses(['outcome', ''], ['actor', 'by ']),
    },
    reminder_due: {
      title: (w) => `Please follow up: ${w('item')}`,
      text: clauses(['cause', ''], ['at', 'due ']),
    },
    response_missed: {
      title: (w) => `First response missed: ${w('item')}`,
      text: clauses(['owner', 'with '], ['at', 'was due ']),
    },
    recall_near: {
      title: (w) => `About to be recalled: ${w('item')}`,
      text: clauses(['at', 'recalled at '], ['cause', '']),
    },
    manager_needed: {
      title: (w) => `A manager is needed: ${w('item')}`,
      text: clauses(['owner', 'with '], ['cause', ''], ['at', 'due ']),
    },
    weekly_checkpoint: {
      title: () => 'Checkpoint of the week',
      text: (w) => `${w('red')} red, ${w('yellow')} yellow, ${w('green')} green.`,
    },
    task_assigned: {
      title: (w) => `New task: ${w('item')}`,
      text: clauses(['actor', 'from '], ['at', 'due '], ['note', '']),
    },
    task_acknowledged: {
      title: (w) => `Task confirmed: ${w('item')}`,
      text: clauses(['owner', 'confirmed by '], ['actor', 'by ']),
    },
    task_deadline_near: { title: (w) => `Task due soon: ${w('item')}`, text: clauses(['at', 'due ']) },
    task_checkpoint_due: {
      title: (w) => `Checkpoint: ${w('item')}`,
      text: clauses(['at', 'at '], ['checkpoint', '']),
    },
    task_behind_plan: {
      title: (w) => `Behind plan: ${w('item')}`,
      text: clauses(['owner', 'with '], ['behind', '', '% behind'], ['at', 'due ']),
    },
    task_overdue: {
      title: (w) => `Task overdue: ${w('item')}`,
      text: clauses(['owner', 'with '], ['at', 'was due ']),
    },
    task_blocked: {
      title: (w) => `Task blocked: ${w('item')}`,
      text: clauses(['owner', 'with '], ['cause', ''], ['note', '']),
    },
    task_done: {
      title: (w) => `Task done: ${w('item')}`,
      text: clauses(['owner', 'by '], ['answer', ''], ['note', '']),
    },
    task_call: {
      title: (w) => `Open call: ${w('item')}`,
      text: clauses(['answer', ''], ['rep', ''], ['cause', ''], ['at', 'until '], ['note', '']),
    },
    trigger_proposed: {
      title: (w) => `A better match: ${w('item')}`,
      text: (w) =>
        w.has('rep')
          ? `${w('rep')} may suit this ${w('noun')} better. Hand it over? ${w('cause')}`.trim()
          : `${w('cause')} Please look at the proposal.`.trim(),
    },
    offer_made: {
      title: (w) => `Will you take it: ${w('item')}`,
      text: clauses(['at', 'please answer by '], ['why', '']),
    },
    offer_answered: {
      title: (w) => `Offer answered: ${w('item')}`,
      text: clauses(['rep', ''], ['answer', ''], ['cause', '']),
    },
    pool_claimed: {
      title: (w) => `Claimed from the pool: ${w('item')}`,
      text: clauses(['owner', 'by '], ['previous', 'was with ']),
    },
    pool_unclaimed: {
      title: (w) => `${w('count')} in the pool that nobody takes`,
      text: clauses(['at', 'the oldest since ']),
    },
    window_drawn: {
      title: (w) => `The grab is decided: ${w('item')}`,
      text: clauses(['winner', 'goes to ']),
    },
    handover_requested: {
      title: (w) => `Handover: ${w('item')}`,
      text: clauses(['previous', 'from '], ['owner', 'to '], ['at', 'due ']),
    },
    handover_ready: {
      title: (w) => `Handover to read: ${w('item')}`,
      text: clauses(['previous', 'from ', '; contact data open once you confirm reading']),
    },
    handover_confirmed: {
      title: (w) => `Handover done: ${w('item')}`,
      text: clauses(['owner', 'now with '], ['note', '']),
    },
    handover_declined: {
      title: (w) =>
        w.has('waits') ? `Handover declined, decide anew: ${w('item')}` : `Handover declined: ${w('item')}`,
      text: clauses(['rep', 'by '], ['cause', ''], ['note', ''], ['back', 'back with ']),
    },
    load_near: {
      title: (w) => (w.has('rep') ? `Load near the limit: ${w('rep')}` : 'Load near the limit'),
      text: clauses(['cause', ''], ['load', 'now ']),
    },
    load_over: {
      title: (w) => (w.has('rep') ? `Load over the limit: ${w('rep')}` : 'Load over the limit'),
      text: (w) =>
        `${clauses(['cause', ''], ['load', 'now '])(w)} Intake is paused and resumes by itself.`.trim(),
    },
    load_back: {
      title: (w) => (w.has('rep') ? `Load back to normal: ${w('rep')}` : 'Load back to normal'),
      text: () => 'Intake has resumed, whoever waited longest first.',
    },
    load_relieved: {
      title: (w) => (w.has('rep') ? `Relieved: ${w('rep')}` : 'Relieved'),
      text: clauses(['actor', 'arranged by ']),
    },
    policy_published: {
      title: (w) => `Assignment rules changed: version ${w('version')}`,
      text: clauses(['actor', 'published by '], ['note', '']),
    },
    import_finished: { title: () => 'Import finished', text: nothing },
  },
  nouns: { lead: 'lead', opportunity: 'opportunity', account: 'customer', task: 'task' },
  reasons: {
    BEST_SCORE: 'best total',
    NEAR_TIE_DRAW: 'nearly tied, drawn by the seed',
    ONLY_CANDIDATE: 'the only one who could take it',
    NEXT_IN_ROTATION: 'next in turn',
    LEAST_LOADED: 'lowest load',
    MOST_SPARE_CAPACITY: 'most spare capacity',
    BEST_ATTRIBUTE_MATCH: 'best match of attributes',
    CUSTOMER_OWNER: 'owns the customer already',
    OVERRIDE: 'chosen by a manager',
    CLAIMED: 'claimed',
    PLANNED: 'part of the best joint plan',
    POOLED_BY_RULE: 'sent to the pool by rule',
    POOLED_NOBODY_ELIGIBLE: 'nobody could take it',
  },
  codes: {
    call_opened: 'put yourself forward, or recommend a colleague',
    call_recommended: 'a colleague recommends you: please agree or decline',
    call_candidate: 'a candidate',
    call_ended: 'the call has ended',
    call_chosen: 'chosen',
    call_closed: 'closed without choosing',
    call_reassigned: 'the card was given to somebody',
    call_finished: 'the card is finished',
    call_over: 'its day has passed',
    review: 'waits for acceptance',
    won: 'won',
    lost: 'lost',
    invalid: 'invalid',
    accepted: 'accepted',
    declined: 'declined',
    expired: 'no answer in time',
    withdrawn: 'taken back',
    busy: 'too much on their hands',
    no_fit: 'not their industry or product',
    too_far: 'too far away',
    conflict: 'conflicts with a customer of theirs',
    away_soon: 'away soon',
    bad_data: 'the data look wrong',
    incomplete: 'the handover does not say enough',
    away: 'not there',
    no_first_response: 'no first response in time',
    first_response: 'first response',
    first_response_missed: 'no first response in time',
    no_follow_up: 'no follow-up for long',
    no_progress: 'no progress for long',
    released: 'handed back',
    protection_over: 'protection is over',
    contract_end: 'the contract is over',
    recall_pinned: 'due for recall, but a person chose this owner',
    tier_up: "the customer's tier rose",
    sla_missed: 'no first response in time',
    overload: 'the owner carries too much',
    owner_on_leave: 'the owner is on leave',
    owner_left: 'the owner has left',
    customer_replied: 'the customer replied',
    capacity_freed: 'somebody who fits better is free',
    policy_changed: 'the rules changed',
    relief_over: 'relief is over',
    load_index: 'load index',
    open_items: 'open items',
    key_projects: 'key projects',
    concurrent_opportunities: 'concurrent opportunities',
    high_intent_today: 'high-intent customers today',
    followed_this_month: 'customers followed this month',
    current_customers: 'current customers',
  },
  untitled: 'a record without a name',
  more: (w) => `and ${w('count')} more in Peineng`,
  open: 'Open',
  mailSubject: (w) =>
    w.has('more') ? `[Peineng] ${w('title')} and ${w('more')} more` : `[Peineng] ${w('title')}`,
  mailFooter: (w) => `Choose which mails you get: ${w('link')}`,
  test: (w) => `Peineng test message: "${w('name')}" is connected`,
  separator: ', ',
  stop: '. ',
}
