import { useState } from 'react'
import { m } from '../../i18n/messages.ts'
import { Card } from '../../ui/card.tsx'
import { CheckboxLine } from '../../ui/checkbox.tsx'
import { Combobox } from '../../ui/combobox.tsx'
import { DatePicker, DateRangePicker, type DayRange } from '../../ui/date-picker.tsx'
import { Field } from '../../ui/field.tsx'
import { Input, TextArea } from '../../ui/input.tsx'
import { MoneyInput, NumberInput } from '../../ui/number-input.tsx'
import { Select } from '../../ui/select.tsx'
import { SwitchLine } from '../../ui/switch.tsx'

const people = [
  { value: 'wang', label: '王佳宁', keywords: ['wangjianing', 'wjn'] },
  { value: 'zhang', label: '张三', keywords: ['zhangsan', 'zs'] },
  { value: 'li', label: '李思远', keywords: ['lisiyuan', 'lsy'] },
  { value: 'sun', label: '孙悦', keywords: ['sunyue', 'sy'] },
]

export function KitForm() {
  const [stage, setStage] = useState<string>('working')
  const [owner, setOwner] = useState<string | null>('wang')
  const [amount, setAmount] = useState<number | null>(53_500_000)
  const [capacity, setCapacity] = useState<number | null>(10)
  const [day, setDay] = useState<string | null>('2026-12-18')
  const [range, setRange] = useState<DayRange | null>({ from: '2026-11-16', to: '2026-11-22' })
  const [remember, setRemember] = useState(true)
  const [paused, setPaused] = useState(false)
  const stages = [
    { value: 'new', label: m.kit_stage_new() },
    { value: 'working', label: m.kit_stage_working() },
    { value: 'quoted', label: m.kit_stage_quoted() },
  ]
  return (
    <Card title={m.kit_form()}>
      <div className="grid grid-cols-2 gap-x-4 gap-y-3 max-md:grid-cols-1">
        <Field label={m.kit_name()} required>
          {(control) => <Input {...control} defaultValue="中科医疗器械" />}
        </Field>
        <Field label={m.kit_email()} error={m.kit_email_error()}>
          {(control) => <Input {...control} type="email" defaultValue="sun.min@" />}
        </Field>
        <Field label={m.kit_stage()}>
          {(control) => <Select {...control} value={stage} onChange={setStage} options={stages} />}
        </Field>
        <Field label={m.kit_owner()}>
          {(control) => <Combobox {...control} value={owner} onChange={setOwner} options={people} />}
        </Field>
        <Field label={m.kit_amount()}>
          {(control) => <MoneyInput {...control} value={amount} onChange={setAmount} />}
        </Field>
        <Field label={m.kit_capacity()}>
          {(control) => (
            <NumberInput
              {...control}
              value={capacity}
              onChange={setCapacity}
              min={0}
              digits={1}
              unit={m.kit_points()}
            />
          )}
        </Field>
        <Field label={m.kit_date()}>
          {(control) => <DatePicker {...control} value={day} onChange={setDay} />}
        </Field>
        <Field label={m.kit_date_range()}>
          {(control) => <DateRangePicker {...control} value={range} onChange={setRange} />}
        </Field>
        <Field label={m.kit_notes()} hint={m.kit_notes_hint()} className="md:col-span-2">
          {(control) => <TextArea {...control} rows={2} />}
        </Field>
        <CheckboxLine checked={remember} onChange={setRemember}>
          {m.kit_remember()}
        </CheckboxLine>
        <SwitchLine checked={paused} onChange={setPaused} hint={m.kit_pause_hint()}>
          {m.kit_pause()}
        </SwitchLine>
      </div>
    </Card>
  )
}
