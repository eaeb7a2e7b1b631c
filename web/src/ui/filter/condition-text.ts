import { formatCalendarDay, formatMoney, formatNumber } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { type Condition, type FilterField, type Group, isGroup, type Operator } from './condition.ts'

export function operatorText(operator: Operator): string {
  const text: Record<Operator, () => string> = {
    contains: m.ui_op_contains,
    is: m.ui_op_is,
    isNot: m.ui_op_is_not,
    atLeast: m.ui_op_at_least,
    atMost: m.ui_op_at_most,
    onOrAfter: m.ui_op_on_or_after,
    onOrBefore: m.ui_op_on_or_before,
    lastDays: m.ui_op_last_days,
    empty: m.ui_op_empty,
    filled: m.ui_op_filled,
  }
  return text[operator]()
}

function valueText(field: FilterField | undefined, condition: Condition): string {
  const shown = condition.values.map((value) => {
    if (condition.operator === 'lastDays') return m.ui_days_count({ count: Number(value) })
    if (field?.kind === 'money') return formatMoney(Number(value))
    if (field?.kind === 'number') return formatNumber(Number(value), 2)
    if (field?.kind === 'day') return formatCalendarDay(value, new Date())
    if (field?.kind === 'yesno') return value === 'true' ? m.ui_yes() : m.ui_no()
    return field?.options?.find((option) => option.value === value)?.label ?? value
  })
  return shown.join(m.ui_or_separator())
}

/** A condition as a person would say it: 行业 是 医疗器械、新能源. */
export function conditionText(condition: Condition, fields: readonly FilterField[]): string {
  const field = fields.find((entry) => entry.key === condition.field)
  return [field?.label ?? condition.field, operatorText(condition.operator), valueText(field, condition)]
    .filter(Boolean)
    .join(' ')
}

export function groupText(group: Group, fields: readonly FilterField[]): string {
  const parts = group.items.map((item) =>
    isGroup(item) ? `(${groupText(item, fields)})` : conditionText(item, fields),
  )
  return parts.join(group.match === 'all' ? ` ${m.ui_and()} ` : ` ${m.ui_or()} `)
}
