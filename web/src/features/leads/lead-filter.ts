import type { Group } from '../../ui/filter/condition.ts'
import { toWhere } from '../../ui/filter/to-where.ts'
import type { LeadFilter, LeadSort } from './lead-api.ts'

export type LeadView = 'open' | 'mine' | 'waiting' | 'due' | 'pool' | 'closed'
export const leadViews: readonly LeadView[] = ['open', 'mine', 'waiting', 'due', 'pool', 'closed']

export const toLeadView = (view: string | undefined): LeadView =>
  leadViews.find((entry) => entry === view) ?? 'open'

const DUE_WITHIN_MS = 3 * 86_400_000
const MINUTE_MS = 60_000

function viewFilter(view: LeadView, now: Date): LeadFilter {
  switch (view) {
    case 'open':
      return { outcome: ['open'] }
    case 'mine':
      return { owner: ['me'], outcome: ['open'] }
    case 'waiting':
      return { state: ['waiting'] }
    case 'due': {
      // To the minute: the filter is a query's key, and one that changed with every rendering would never be answered.
      const before = Math.floor((now.getTime() + DUE_WITHIN_MS) / MINUTE_MS) * MINUTE_MS
      return { state: ['owned'], dueBefore: new Date(before).toISOString() }
    }
    case 'pool':
      return { state: ['pooled'] }
    case 'closed':
      return { outcome: ['won', 'lost', 'invalid'] }
  }
}

/** What conditions may name; the server knows the same. */
const FIELDS = {
  known: [
    'state',
    'company',
    'tier',
    'owner',
    'region',
    'industry',
    'source',
    'product',
    'value',
    'difficulty',
    'quadrant',
    'reason',
    'score',
    'amount',
    'created',
    'nextStep',
    'lastActivity',
  ],
  money: ['amount'],
}

/** What the list shows, as the server is asked for it: the view, what was typed, and every complete condition. */
export function toLeadFilter(view: LeadView, query: string, filter: Group, now: Date): LeadFilter {
  const where = toWhere(filter, FIELDS)
  return {
    ...viewFilter(view, now),
    ...(query.trim() === '' ? {} : { q: query.trim() }),
    ...(where === undefined ? {} : { where }),
  }
}

const SORTS: readonly LeadSort[] = [
  '-createdAt',
  'createdAt',
  '-updatedAt',
  'updatedAt',
  '-score',
  'score',
  '-amount',
  'amount',
  '-company',
  'company',
  'nextStepAt',
  '-nextStepAt',
  'waitingSince',
  '-waitingSince',
]

const FIRST: Readonly<Record<LeadView, LeadSort>> = {
  open: '-createdAt',
  mine: '-createdAt',
  waiting: 'waitingSince',
  due: 'nextStepAt',
  pool: '-score',
  closed: '-updatedAt',
}

export function toLeadSort(
  view: LeadView,
  sort: { column: string; descending: boolean } | undefined,
): LeadSort {
  const wanted = sort && `${sort.descending ? '-' : ''}${sort.column}`
  return SORTS.find((entry) => entry === wanted) ?? FIRST[view]
}
