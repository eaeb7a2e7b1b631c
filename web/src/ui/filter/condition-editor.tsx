import { m } from '../../i18n/messages.ts'
import { CheckboxLine } from '../checkbox.tsx'
import { Combobox } from '../combobox.tsx'
import { DatePicker } from '../date-picker.tsx'
import { Input } from '../input.tsx'
import { MoneyInput, NumberInput } from '../number-input.tsx'
import { Select } from '../select.tsx'
import { type Condition, type FilterField, newCondition, operatorsFor, takesValue } from './condition.ts'
import { operatorText } from './condition-text.ts'

type EditorProps = {
  condition: Condition
  fields: readonly FilterField[]
  onChange: (condition: Condition) => void
  withField?: boolean
}

const FEW = 8

export function ConditionEditor({ condition, fields, onChange, withField = false }: EditorProps) {
  const field = fields.find((entry) => entry.key === condition.field)
  if (!field) return null
  const operators = operatorsFor(field)
  return (
    <div
      className={
        withField
          ? 'grid flex-1 grid-cols-[7.5rem_6.5rem_1fr] items-start gap-1.5 max-md:grid-cols-2 max-md:[&>:nth-child(3)]:col-span-2'
          : 'flex flex-col gap-2'
      }
    >
      {withField && (
        <Select
          label={m.ui_field()}
          value={field.key}
          options={fields.map((entry) => ({ value: entry.key, label: entry.label }))}
          onChange={(key) => {
            const next = fields.find((entry) => entry.key === key)
            if (next) onChange(newCondition(next))
          }}
        />
      )}
      {(withField || operators.length > 1) && (
        <Select
          label={m.ui_operator()}
          value={condition.operator}
          options={operators.map((operator) => ({
            value: operator,
            label: operatorText(operator),
          }))}
          onChange={(operator) =>
            onChange({ ...condition, operator, values: takesValue(operator) ? condition.values : [] })
          }
        />
      )}
      {takesValue(condition.operator) && (
        <ValueEditor field={field} condition={condition} onChange={onChange} inline={withField} />
      )}
    </div>
  )
}

type ValueProps = {
  field: FilterField
  condition: Condition
  onChange: (condition: Condition) => void
  inline: boolean
}

function ValueEditor({ field, condition, onChange, inline }: ValueProps) {
  const [value] = condition.values
  const set = (values: readonly string[]) => onChange({ ...condition, values })
  const setNumber = (next: number | null) => set(next === null ? [] : [String(next)])
  const number = value === undefined || value === '' ? null : Number(value)
  const id = `filter-${field.key}`

  if (condition.operator === 'lastDays')
    return <NumberInput id={id} value={number} onChange={setNumber} min={1} digits={0} unit={m.ui_days()} />
  if (field.kind === 'money') return <MoneyInput id={id} value={number} onChange={setNumber} />
  if (field.kind === 'number') return <NumberInput id={id} value={number} onChange={setNumber} />
  if (field.kind === 'day')
    return <DatePicker label={field.label} value={value ?? null} onChange={(day) => set(day ? [day] : [])} />
  if (field.kind === 'yesno') {
    const options = [
      { value: 'true', label: m.ui_yes() },
      { value: 'false', label: m.ui_no() },
    ]
    return (
      <Select label={field.label} value={value ?? null} options={options} onChange={(next) => set([next])} />
    )
  }
  if (field.kind === 'choice') {
    const options = field.options ?? []
    if (inline || options.length > FEW)
      return (
        <Combobox
          label={field.label}
          value={value ?? null}
          options={options}
          onChange={(next) => set(next ? [next] : [])}
        />
      )
    return (
      <div className="flex max-h-64 flex-col gap-1.5 overflow-y-auto py-1">
        {options.map((option) => (
          <CheckboxLine
            key={option.value}
            checked={condition.values.includes(option.value)}
            onChange={(on) =>
              set(
                on
                  ? [...condition.values, option.value]
                  : condition.values.filter((entry) => entry !== option.value),
              )
            }
          >
            {option.label}
          </CheckboxLine>
        ))}
      </div>
    )
  }
  return (
    <Input aria-label={field.label} value={value ?? ''} onChange={(event) => set([event.target.value])} />
  )
}
