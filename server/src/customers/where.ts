import { z } from 'zod'
import { type KeyedSaying as Keyed, type SentenceKey, says } from '../platform/errors/sentences/index.ts'
import type { Conditions } from './conditions.ts'

/** A column or expression conditions may name, and how its values are compared. */
export interface WhereField {
  readonly sql: string
  readonly kind: 'text' | 'number' | 'money' | 'moment' | 'day' | 'rep'
}
export type WhereFields = Readonly<Record<string, WhereField>>

const OPERATORS = {
  text: ['is', 'isNot', 'contains', 'empty', 'filled'],
  rep: ['is', 'isNot', 'empty', 'filled'],
  number: ['is', 'atLeast', 'atMost', 'empty', 'filled'],
  money: ['is', 'atLeast', 'atMost', 'empty', 'filled'],
  moment: ['onOrAfter', 'onOrBefore', 'lastDays', 'empty', 'filled'],
  day: ['onOrAfter', 'onOrBefore', 'lastDays', 'empty', 'filled'],
} as const satisfies Record<WhereField['kind'], readonly string[]>
type Operator = (typeof OPERATORS)[WhereField['kind']][number]

export type WhereCondition = readonly [field: string, operator: Operator, ...values: string[]]
export type Where = { readonly all: readonly WherePart[] } | { readonly any: readonly WherePart[] }
type WherePart = WhereCondition | Where

const MOST_CONDITIONS = 40
const DEEPEST = 4
const LONGEST = 6000
const dayForm = /^\d{4}-\d{2}-\d{2}$/

/**
 * Conditions in groups of "all" and "any", as lists keep them in their address:
 * `{"all":[["region","is","江苏","浙江"],{"any":[["tier","is","A"],["amount","atLeast","500000"]]}]}`.
 * Names and operators are checked against `fields` here, so what reaches the statement is one of ours or a parameter.
 */
export function whereQuery(fields: WhereFields) {
  const names = Object.keys(fields)
  return z
    .string()
    .max(LONGEST)
    .transform((text, context): Where => {
      const complaint = complaintOf(fields, text)
      if ('where' in complaint) return complaint.where
      context.addIssue({ code: 'custom', ...keyed(complaint.complaint) })
      return z.NEVER
    })
    .optional()
    .describe(
      `conditions in groups, as JSON: {"all":[["field","operator","value",…],{"any":[…]}]}; fields: ${names.join(', ')}; ` +
        'operators: is, isNot, contains, atLeast, atMost, onOrAfter, onOrBefore, lastDays, empty, filled',
    )
}

/** A saying as a Zod issue carries it: its key as the message, what fills its holes beside it. */
const keyed = (saying: SentenceKey | Keyed): { message: string; params: Keyed['params'] } =>
  typeof saying === 'string'
    ? { message: saying, params: {} }
    : { message: saying.key, params: saying.params }

function complaintOf(
  fields: WhereFields,
  text: string,
): { where: Where } | { complaint: SentenceKey | Keyed } {
  let given: unknown
  try {
    given = JSON.parse(text)
  } catch {
    return { complaint: 'where_json' }
  }
  let conditions = 0
  const check = (part: unknown, depth: number): SentenceKey | Keyed | null => {
    if (Array.isArray(part)) {
      conditions++
      return checkCondition(fields, part)
    }
    if (typeof part !== 'object' || part === null || depth > DEEPEST)
      return says('where_depth', { depth: DEEPEST })
    const keys = Object.keys(part)
    const items: unknown = 'all' in part ? part.all : 'any' in part ? part.any : undefined
    if (keys.length !== 1 || !Array.isArray(items)) return 'where_group'
    for (const item of items) {
      const message = check(item, depth + 1)
      if (message !== null) return message
    }
    return null
  }
  const complaint = Array.isArray(given) ? 'where_group' : check(given, 1)
  if (complaint !== null) return { complaint }
  if (conditions > MOST_CONDITIONS) return { complaint: says('where_most', { most: MOST_CONDITIONS }) }
  return { where: given as Where }
}

function checkCondition(fields: WhereFields, condition: readonly unknown[]): SentenceKey | Keyed | null {
  if (!condition.every((one): one is string => typeof one === 'string')) return 'where_condition'
  const [name = '', operator = '', ...values] = condition
  if (!Object.hasOwn(fields, name))
    return says('where_no_field', { field: name, options: Object.keys(fields) })
  const kind = fields[name]?.kind ?? 'text'
  if (!(OPERATORS[kind] as readonly string[]).includes(operator))
    return says('where_operators', { field: name, options: [...OPERATORS[kind]] })
  const takes = operator === 'empty' || operator === 'filled' ? 0 : 1
  if (takes === 0 ? values.length > 0 : values.length === 0 || values.length > 200)
    return says(takes === 0 ? 'where_no_value' : 'where_value', { field: name, operator })
  const fits: Record<WhereField['kind'], (value: string) => boolean> = {
    text: (value) => value.length <= 200,
    rep: (value) => value === 'me' || z.uuid().safeParse(value).success,
    number: (value) => value !== '' && Math.abs(Number(value)) <= 1e12,
    money: (value) => value !== '' && Math.abs(Number(value)) <= 1e12,
    moment: isDay,
    day: isDay,
  }
  const wanted = operator === 'lastDays' ? (value: string) => /^\d{1,4}$/.test(value) : fits[kind]
  return values.every(wanted) ? null : says('where_unreadable', { field: name, operator })
}

const isDay = (value: string): boolean =>
  dayForm.test(value) && !Number.isNaN(Date.parse(`${value}T00:00:00Z`))

/** Who asks and when: `me`, days of the company, days ago. */
export interface WhereAsker {
  readonly repId: string | null
  readonly timeZone: string
  readonly now: number
}

/** Groups of conditions and who asks them. */
export type AskedWhere = WhereAsker & { readonly where: Where }

/** Adds the groups to a where clause; every value is a parameter of it. */
export function narrowByGroups(into: Conditions, fields: WhereFields, { where, ...asker }: AskedWhere): void {
  const sqlOf = (part: WherePart): string => {
    if (isCondition(part)) return conditionSql(into, fields, part, asker)
    const [items, word] = 'all' in part ? [part.all, ' and '] : [part.any, ' or ']
    // An empty group asks for nothing.
    return items.length === 0 ? 'true' : `(${items.map(sqlOf).join(word)})`
  }
  into.plain(sqlOf(where))
}

const isCondition = (part: WherePart): part is WhereCondition => Array.isArray(part)

function conditionSql(
  into: Conditions,
  fields: WhereFields,
  [name, operator, ...values]: WhereCondition,
  { repId, timeZone, now }: WhereAsker,
): string {
  const field = fields[name]
  if (field === undefined) throw new Error(`${name} was not checked`)
  const { sql, kind } = field
  const texts = kind === 'text'
  const numbers = () =>
    values.map((value) => (kind === 'money' ? Math.round(Number(value) * 100) : Number(value)))
  // null = nobody: `me` of somebody without a rep is nobody's.
  const given = (): unknown => {
    if (kind === 'rep')
      return values.map((value) => (value === 'me' ? repId : value)).filter((one) => one !== null)
    return texts ? values : numbers()
  }
  const type = kind === 'rep' ? 'uuid' : texts ? 'text' : 'numeric'
  const dayStart = (day: string, after: number): string =>
    kind === 'day'
      ? `(${into.value(day)}::date + ${after})`
      : `((${into.value(day)}::date + ${after})::timestamp at time zone ${into.value(timeZone)})`
  const [first = ''] = values
  switch (operator) {
    case 'is':
      return `${sql} = any(${into.value(given())}::${type}[])`
    case 'isNot':
      return `(${sql} is null or ${sql} <> all(${into.value(given())}::${type}[]))`
    case 'contains':
      return `(${values.map((value) => `${sql} ilike ${into.value(`%${value.replace(/[\\%_]/g, '\\$&')}%`)}`).join(' or ')})`
    case 'atLeast':
      return `${sql} >= ${into.value(numbers()[0])}::numeric`
    case 'atMost':
      return `${sql} <= ${into.value(numbers()[0])}::numeric`
    case 'onOrAfter':
      return `${sql} >= ${dayStart(first, 0)}`
    case 'onOrBefore':
      return `${sql} < ${dayStart(first, 1)}`
    case 'lastDays': {
      const since = into.value(new Date(now - Number(first) * 86_400_000))
      return `${sql} >= ${since}::timestamptz${kind === 'day' ? '::date' : ''}`
    }
    case 'empty':
      return texts ? `coalesce(${sql}, '') = ''` : `${sql} is null`
    case 'filled':
      return texts ? `coalesce(${sql}, '') <> ''` : `${sql} is not null`
  }
}
