import type { SentenceCatalogue, Words } from './catalogue.ts'

const lead = (w: Words): string =>
  w.has('margin') ? `, ${w('margin')} ahead of ${w('runnerUp') || 'the next'}` : ''
const relaxes = (w: Words): string =>
  w.has('relaxesAt') ? `; requirements relax at ${w('relaxesAt')} and it is tried again` : ''
const oldPrices = (w: Words): string =>
  w.has('pricesAgeMinutes')
    ? `; the last plan's prices of time are ${w('pricesAgeMinutes')} minutes old and were left aside`
    : ''
const who = (w: Words): string => (w.has('exclusions') ? ` (${w('exclusions')})` : '')

export const en: SentenceCatalogue = {
  separator: ', ',
  reasons: {
    BEST_SCORE: (w) =>
      `Best total among ${w('eligible')} eligible reps: ${w('total')} points${lead(w)}${oldPrices(w)}`,
    NEAR_TIE_DRAW: (w) =>
      `Among ${w('eligible')} eligible reps the top ${w('nearTies')} are nearly tied; drawn by the seed (${w('total')} points)${oldPrices(w)}`,
    ONLY_CANDIDATE: (w) => `The only rep who can take it now (${w('total')} points)${oldPrices(w)}`,
    NEXT_IN_ROTATION: (w) =>
      `Next in turn: of ${w('eligible')} eligible reps the one furthest below the fair share`,
    LEAST_LOADED: (w) => `The lowest current load of ${w('eligible')} eligible reps`,
    MOST_SPARE_CAPACITY: (w) => `The largest free share of capacity of ${w('eligible')} eligible reps`,
    BEST_ATTRIBUTE_MATCH: (w) =>
      `Matches most of the customer's attributes of ${w('eligible')} eligible reps`,
    CUSTOMER_OWNER: () => 'This rep already owns the customer, so the new lead stays with them',
    OVERRIDE: (w) => (w.has('note') ? `Changed by a manager: ${w('note')}` : 'Changed by a manager'),
    CLAIMED: () => 'Claimed from the pool by the rep',
    PLANNED: (w) =>
      w.has('value') ? `Part of the best joint plan (value ${w('value')})` : 'Part of the best joint plan',
    REOPTIMISED: (w) =>
      w.has('from')
        ? w.has('gain')
          ? `Moved at re-optimisation: ${w('gain')} points more than with ${w('from')}, the hand-over paid`
          : `Moved at re-optimisation from ${w('from')}, to make room where more is won`
        : `Given out at re-optimisation: the best place for it now (value ${w('value')})`,
    POOLED_BELOW_PRICE: (w) =>
      `Worth ${w('value')} points, while the time of everybody who could take it costs at least ${w('price')}: sent to the pool until somebody claims it or time becomes cheaper`,
    WAITING_BELOW_PRICE: (w) =>
      `Worth ${w('value')} points, while the time of everybody who could take it costs at least ${w('price')}: more valuable leads go first`,
    POOLED_BY_RULE: () => 'Sent to the pool by rule',
    POOLED_NOBODY_ELIGIBLE: (w) => `Nobody can take it now${who(w)}, so the rule sends it to the pool`,
    WAITING_NO_REPS: () => 'There is no active rep yet; it waits',
    WAITING_ALL_FULL: (w) => `Every suitable rep is full or has reached a ceiling${who(w)}${relaxes(w)}`,
    WAITING_NOBODY_ON_DUTY: (w) => `No suitable rep is on duty now${who(w)}${relaxes(w)}`,
    WAITING_NOT_COVERED: (w) =>
      `Nobody covers the region, industry or product of this lead${who(w)}${relaxes(w)}`,
    WAITING_NO_SKILL: (w) => `Nobody has the required tag or level${who(w)}${relaxes(w)}`,
    WAITING_NOBODY_IN_RULE: (w) => `The rule names nobody who could take it${who(w)}${relaxes(w)}`,
    WAITING_MIXED: (w) => `Nobody can take it now, for different reasons${who(w)}${relaxes(w)}`,
    WAITING_FOR_MANAGER: (w) =>
      w.has('eligible')
        ? `${w('eligible')} recommendations are ready; a manager chooses`
        : 'Waits for a manager to have it assigned',
    POOLED_RECALLED: () => 'Called back into the pool because it was not worked on in time',
    POOLED_RELEASED: (w) =>
      w.has('note') ? `Given back to the pool: ${w('note')}` : 'Given back to the pool by its owner',
    POOLED_IMPORTED: () => 'Imported into the pool',
    POOLED_NO_TAKER: (w) => `Offered ${w('rounds')} times and taken by nobody: into the pool`,
    WAITING_NO_TAKER: (w) =>
      w.has('rounds')
        ? `Offered ${w('rounds')} times and taken by nobody: a manager decides`
        : 'Everybody it suits declined it or let the offer run out: a manager decides',
    WAITING_CONTENTION: () => 'Too many assignments at the same moment; it is tried again by itself',
  },
  exclusions: {
    REP_INACTIVE: 'no longer active',
    REP_PAUSED: 'intake paused',
    REP_ON_LEAVE: 'on leave',
    REP_OFF_DUTY: 'outside working hours',
    EXCLUDED_FOR_ITEM: 'left out for this lead (just handed it back)',
    ROLE_NOT_IN_RULE: 'role not in the rule',
    TEAM_NOT_IN_RULE: 'team not in the rule',
    REP_NOT_IN_RULE: 'not among the people the rule names',
    LEVEL_NOT_IN_RULE: 'experience level not in the rule',
    TERRITORY_NOT_IN_RULE: 'territory not in the rule',
    REGION_NOT_COVERED: 'does not cover this region',
    INDUSTRY_NOT_COVERED: 'does not cover this industry',
    PRODUCT_NOT_COVERED: 'does not sell this product line',
    TAG_MISSING: 'lacks a required tag',
    TAG_LEVEL_TOO_LOW: 'tag level too low',
    LOAD_INDEX_FULL: 'would exceed the load index',
    OPEN_ITEMS_FULL: 'holds as many items as allowed',
    KEY_PROJECTS_FULL: 'key projects at the limit',
    OPPORTUNITIES_FULL: 'concurrent opportunities at the limit',
    HIGH_INTENT_FULL: 'high-intent customers of today at the limit',
    FOLLOWED_FULL: 'customers followed this month at the limit',
    CUSTOMERS_FULL: 'current customers at the limit',
    DAILY_MAX_REACHED: 'ceiling of today reached',
    WEEKLY_MAX_REACHED: 'ceiling of this week reached',
    MONTHLY_MAX_REACHED: 'ceiling of this month reached',
    DECLINED_OFFER: 'declined the offer',
    OFFER_EXPIRED: 'did not answer the offer in time',
    CAP_WINDOW: 'enough of these for this stretch of time',
    BACKLOG_SHARE: 'has their share of what waited before the day began',
  },
  terms: {
    WIN_VALUE: (w) => `Win probability ${w('percent')}, weighed by value: ${w('points')}`,
    FIT_INDUSTRY: (w) =>
      w.has('yes') ? `Knows the industry: ${w('points')}` : `No speciality in the industry: ${w('points')}`,
    FIT_PRODUCT: (w) =>
      w.has('named')
        ? `Sells this product line by name: ${w('points')}`
        : w.has('yes')
          ? `Sells every product: ${w('points')}`
          : `Nothing for the product line: ${w('points')}`,
    FIT_TAGS: (w) => `Levels in matching tags sum to ${w('raw')}: ${w('points')}`,
    HEADROOM: (w) => `Free capacity ${w('permille')}: ${w('points')}`,
    FAIRNESS: (w) =>
      w.has('owed')
        ? `${w('turns')} turns below the fair share: ${w('points')}`
        : w.has('ahead')
          ? `${w('turns')} turns above the fair share: ${w('points')}`
          : `Exactly at the fair share: ${w('points')}`,
    FLOOR: (w) =>
      w.has('yes') ? `${w('raw')} short of the floor: ${w('points')}` : `No unmet floor: ${w('points')}`,
    CONTINUITY: (w) =>
      w.has('owner')
        ? `Owns the customer: ${w('points')}`
        : w.has('yes')
          ? `Has won this type of customer: ${w('points')}`
          : `Has not won this type of customer yet: ${w('points')}`,
    DEVELOPMENT: (w) =>
      w.has('yes')
        ? `Work that suits the experience level: ${w('points')}`
        : `Nothing for the experience level: ${w('points')}`,
    ROTATION_TURN: (w) =>
      w.has('owed')
        ? `${w('turns')} turns below the fair share: ${w('points')}`
        : w.has('ahead')
          ? `${w('turns')} turns above the fair share: ${w('points')}`
          : `Exactly at the fair share: ${w('points')}`,
    PERFORMANCE: (w) => `Turns that follow performance and follow-up speed: ${w('points')}`,
    LOAD: (w) => `Current load ${w('load')} points: ${w('points')}`,
    SPARE_CAPACITY: (w) => `Free capacity ${w('share')}: ${w('points')}`,
    ATTRIBUTE_MATCH: (w) => `${w('raw')} matching attributes: ${w('points')}`,
    TIME_PRICE: (w) => `Price of their time after the last joint plan: ${w('points')}`,
    HAND_OVER: (w) =>
      w.has('yes') ? `Cost of a hand-over: ${w('points')}` : `Holds it already, no hand-over: ${w('points')}`,
  },
  releases: {
    capacity_freed: () => 'When somebody closes, hands over or releases work, the longest waiting goes first',
    on_duty: (w) =>
      w.has('at') ? `When somebody comes on duty at ${w('at')}` : 'When somebody comes on duty',
    period_starts: (w) => `When the new period starts at ${w('at')}`,
    relaxes: (w) => `When requirements relax at ${w('at')}`,
    roster_changed: () => 'When a suitable rep is added or changed',
    manager_decides: () => 'When a manager chooses from the recommendations',
    prices_fall: (w) => `When somebody's time becomes cheap enough, at ${w('at')} at the latest`,
    retry: () => 'Tried again by itself shortly',
  },
  personalLimit: (w) => `own limit ${w('value')} since ${w('since')}, start value ${w('start')}`,
  proposals: {
    EXPERT_SQUAD: (w) =>
      `No specialist for this key industry: propose a squad led by ${w('lead')}${w.has('members') ? ` with ${w('members')}` : ''}`,
  },
}
