import type { ComboboxOption } from '../combobox.tsx'

export type FieldKind = 'text' | 'choice' | 'number' | 'money' | 'day' | 'yesno'

export type Operator =
  | 'contains'
  | 'is'
  | 'isNot'
  | 'atLeast'
  | 'atMost'
  | 'onOrAfter'
  | 'onOrBefore'
  | 'lastDays'
  | 'empty'
  | 'filled'

export type FilterField = {
  key: string
  label: string
  kind: FieldKind
  options?: readonly ComboboxOption[]
  /** What the list behind can answer, where that is less than its kind allows. */
  operators?: readonly Operator[]
}

export type Condition = { field: string; operator: Operator; values: readonly string[] }

export type Group = { match: 'all' | 'any'; items: readonly (Condition | Group)[] }

export const noFilter: Group = { match: 'all', items: [] }

export const isGroup = (item: Condition | Group): item is Group => 'match' in item

const OPERATORS: Readonly<Record<FieldKind, readonly Operator[]>> = {
  text: ['contains', 'is', 'empty', 'filled'],
  choice: ['is', 'isNot', 'empty', 'filled'],
  number: ['atLeast', 'atMost', 'is', 'empty', 'filled'],
  money: ['atLeast', 'atMost', 'empty', 'filled'],
  day: ['onOrAfter', 'onOrBefore', 'lastDays', 'empty', 'filled'],
  yesno: ['is'],
}

export const operatorsOf = (kind: FieldKind): readonly Operator[] => OPERATORS[kind]

export const operatorsFor = (field: FilterField): readonly Operator[] =>
  field.operators ?? operatorsOf(field.kind)

export const takesValue = (operator: Operator): boolean => operator !== 'empty' && operator !== 'filled'

export function newCondition(field: FilterField): Condition {
  return { field: field.key, operator: operatorsFor(field)[0] ?? 'is', values: [] }
}

/** Half-written conditions are kept in the editor but filter nothing. */
export function isComplete(condition: Condition): boolean {
  return !takesValue(condition.operator) || condition.values.some((value) => value !== '')
}

/** What is sent and shared: without half-written conditions and empty groups. */
export function completed(group: Group): Group {
  const items = group.items
    .map((item) => (isGroup(item) ? completed(item) : item))
    .filter((item) => (isGroup(item) ? item.items.length > 0 : isComplete(item)))
  return { match: group.match, items }
}

export function replaceAt(group: Group, index: number, item: Condition | Group | undefined): Group {
  const items = group.items.flatMap((old, position) => (position === index ? (item ? [item] : []) : [old]))
  return { ...group, items }
}

/** Items with their place in the group, and a key made of it. */
export function placed<T>(items: readonly T[]): { item: T; index: number; place: string }[] {
  return items.map((item, index) => ({ item, index, place: `place-${index}` }))
}
