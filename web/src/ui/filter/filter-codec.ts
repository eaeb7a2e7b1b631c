import { type Condition, completed, type Group, isGroup, type Operator } from './condition.ts'

type CodedCondition = [field: string, operator: string, ...values: string[]]
type CodedGroup = { all: Coded[] } | { any: Coded[] }
export type Coded = CodedCondition | CodedGroup

const OPERATORS = new Set<string>([
  'contains',
  'is',
  'isNot',
  'atLeast',
  'atMost',
  'onOrAfter',
  'onOrBefore',
  'lastDays',
  'empty',
  'filled',
])

/** Short enough for a link: `{ all: [["stage","is","new"], { any: […] }] }`. */
export function encodeFilter(group: Group): CodedGroup | undefined {
  const done = completed(group)
  return done.items.length === 0 ? undefined : encodeGroup(done)
}

function encodeGroup(group: Group): CodedGroup {
  const items = group.items.map(
    (item): Coded => (isGroup(item) ? encodeGroup(item) : [item.field, item.operator, ...item.values]),
  )
  return group.match === 'all' ? { all: items } : { any: items }
}

/** Links are typed by hand and grow old: what cannot be understood is dropped, never thrown. */
export function decodeFilter(coded: unknown): Group {
  const group = decodeGroup(coded, 0)
  return group ?? { match: 'all', items: [] }
}

const DEPTH_LIMIT = 3

function decodeGroup(coded: unknown, depth: number): Group | undefined {
  if (typeof coded !== 'object' || coded === null || depth > DEPTH_LIMIT) return undefined
  const match = 'all' in coded ? 'all' : 'any' in coded ? 'any' : undefined
  if (!match) return undefined
  const list = (coded as Record<string, unknown>)[match]
  if (!Array.isArray(list)) return undefined
  const items = list.flatMap((item): (Condition | Group)[] => {
    const decoded = Array.isArray(item) ? decodeCondition(item) : decodeGroup(item, depth + 1)
    return decoded ? [decoded] : []
  })
  return { match, items }
}

function decodeCondition(coded: readonly unknown[]): Condition | undefined {
  const [field, operator, ...values] = coded.map(String)
  if (field === undefined || operator === undefined || !OPERATORS.has(operator)) return undefined
  return { field, operator: operator as Operator, values }
}
