import { X } from 'lucide-react'
import { m } from '../i18n/messages.ts'
import { Combobox, type ComboboxOption } from './combobox.tsx'
import { Field } from './field.tsx'

type PickManyProps = {
  label: string
  hint?: string
  values: readonly string[]
  onChange: (values: string[]) => void
  options: readonly ComboboxOption[]
}

/** Several of many: those chosen stand as chips above, each with a way out. */
export function PickMany({ label, hint, values, onChange, options }: PickManyProps) {
  const names = new Map(options.map((one) => [one.value, one.label]))
  return (
    <Field label={label} {...(hint ? { hint } : {})}>
      {(control) => (
        <div className="flex flex-col gap-2">
          {values.length > 0 && (
            <ul className="flex flex-wrap gap-1.5">
              {values.map((value) => (
                <li
                  key={value}
                  className="flex items-center gap-1 rounded-full bg-sunken py-0.5 pr-1 pl-2.5 text-sm"
                >
                  {names.get(value) ?? value}
                  <button
                    type="button"
                    aria-label={m.ui_pick_remove({ name: names.get(value) ?? value })}
                    className="touch flex size-6 items-center justify-center rounded-full text-quiet hover:bg-ink/8 max-md:size-9"
                    onClick={() => onChange(values.filter((other) => other !== value))}
                  >
                    <X className="size-3.5" aria-hidden />
                  </button>
                </li>
              ))}
            </ul>
          )}
          <Combobox
            {...control}
            value={null}
            placeholder={m.ui_pick_add()}
            onChange={(value) => value !== null && onChange([...values, value])}
            options={options.filter((one) => !values.includes(one.value))}
          />
        </div>
      )}
    </Field>
  )
}
