import { Switch as Primitive } from 'radix-ui'
import { type ReactNode, useId } from 'react'

type SwitchLineProps = {
  checked: boolean
  onChange: (on: boolean) => void
  children: ReactNode
  hint?: ReactNode
  disabled?: boolean
}

export function SwitchLine({ checked, onChange, children, hint, disabled = false }: SwitchLineProps) {
  const id = useId()
  return (
    <div className="flex items-start justify-between gap-4 max-md:min-h-11 max-md:items-center">
      <div className="min-w-0">
        <label htmlFor={id} className="text-sm">
          {children}
        </label>
        {hint && <p className="text-xs text-faint">{hint}</p>}
      </div>
      <Primitive.Root
        id={id}
        checked={checked}
        disabled={disabled}
        onCheckedChange={onChange}
        className="relative mt-0.25 h-4.5 w-8 shrink-0 rounded-full bg-faint/70 transition-colors duration-100 after:absolute after:-inset-3 data-[state=checked]:bg-accent disabled:opacity-50"
      >
        <Primitive.Thumb className="block size-3.5 translate-x-0.5 rounded-full bg-white shadow-sm transition-transform duration-100 data-[state=checked]:translate-x-4 dark:data-[state=checked]:bg-on-accent" />
      </Primitive.Root>
    </div>
  )
}
