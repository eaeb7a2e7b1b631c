import { ArrowRight, X } from 'lucide-react'
import { useState } from 'react'
import { m } from '../../i18n/messages.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { Select } from '../../ui/select.tsx'
import { fieldName } from './field-names.ts'
import type { Mapping } from './import-api.ts'

type ValuesCardProps = {
  mapping: Mapping
  onChange: (values: Mapping['values']) => void
}

/** 华东区 → 华东: only where the file's words differ from the company's. */
export function ValuesCard({ mapping, onChange }: ValuesCardProps) {
  const fields = mapping.columns.filter((field): field is string => field !== null)
  const [field, setField] = useState<string | null>(null)
  const [given, setGiven] = useState('')
  const [used, setUsed] = useState('')
  const entries = Object.entries(mapping.values).flatMap(([key, values]) =>
    Object.entries(values).map(([from, to]) => ({ key, from, to })),
  )
  const remove = (key: string, from: string) => {
    const { [from]: _gone, ...rest } = mapping.values[key] ?? {}
    onChange({ ...mapping.values, [key]: rest })
  }
  return (
    <Card title={m.import_values()}>
      <p className="text-xs text-quiet">{m.import_values_note()}</p>
      <ul className="mt-2 flex flex-col gap-1">
        {entries.map(({ key, from, to }) => (
          <li key={`${key} ${from}`} className="flex items-center gap-2 text-sm">
            <span className="w-24 shrink-0 truncate text-quiet">{fieldName(key)}</span>
            <span className="truncate">{from}</span>
            <ArrowRight className="size-3.5 shrink-0 text-faint" aria-hidden />
            <span className="min-w-0 flex-1 truncate font-medium">{to ?? m.import_ignored()}</span>
            <IconButton
              size="sm"
              label={m.import_value_remove({ given: from })}
              icon={<X aria-hidden />}
              onClick={() => remove(key, from)}
            />
          </li>
        ))}
      </ul>
      <form
        className="mt-3 flex flex-col gap-2"
        onSubmit={(event) => {
          event.preventDefault()
          if (!field || !given.trim()) return
          onChange({
            ...mapping.values,
            [field]: { ...(mapping.values[field] ?? {}), [given.trim()]: used.trim() || null },
          })
          setGiven('')
          setUsed('')
        }}
      >
        <Field label={m.import_value_field()}>
          {(control) => (
            <Select
              {...control}
              value={field}
              onChange={setField}
              options={fields.map((value) => ({ value, label: fieldName(value) }))}
            />
          )}
        </Field>
        <div className="grid grid-cols-2 gap-2">
          <Field label={m.import_value_given()}>
            {(control) => (
              <Input {...control} value={given} onChange={(event) => setGiven(event.target.value)} />
            )}
          </Field>
          <Field label={m.import_value_used()}>
            {(control) => (
              <Input {...control} value={used} onChange={(event) => setUsed(event.target.value)} />
            )}
          </Field>
        </div>
        <Button type="submit" className="self-start" disabled={!field || !given.trim()}>
          {m.import_values_add()}
        </Button>
      </form>
    </Card>
  )
}
