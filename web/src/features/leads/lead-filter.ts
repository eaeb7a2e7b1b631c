import { type Condition, completed, type Group, isGroup } from '../../ui/filter/condition.ts'
import { addDays } from '../../ui/iso-day.ts'
import { dayStart } from './day-start.ts'
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
      return { state: ['closed'] }
  }
}

const LISTS = [
  'tier',
  'source',
  'region',
  'industry',
  'value',
  'difficulty',
  'quadrant',
  'reason',
  'owner',
] as const

function conditionFilter({ field, operator, values }: Condition, zone: string): LeadFilter {
  const list = LISTS.find((key) => key === field)
  const given = values.map((value) => value.trim()).filter((value) => value !== '')
  const [first] = given
  if (first === undefined) return {}
  if (list && operator === 'is') return { [list]: given }
  if (field === 'created' && operator === 'onOrAfter') return { createdFrom: dayStart(first, zone) }
  if (field === 'created' && operator === 'onOrBefore')
    return { createdTo: dayStart(addDays(first, 1), zone) }
  return {}
}

/** What the list shows, as the server is asked for it: the view, what was typed, and every complete condition. */
export function toLeadFilter(
  view: LeadView,
  query: string,
  filter: Group,
  now: Date,
  zone: string,
): LeadFilter {
  const conditions = completed(filter).items.filter((item): item is Condition => !isGroup(item))
  return Object.assign(
    viewFilter(view, now),
    query.trim() === '' ? {} : { q: query.trim() },
    ...conditions.map((condition) => conditionFilter(condition, zone)),
  ) as LeadFilter
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
