import { Check, Minus } from 'lucide-react'
import { Checkbox as Primitive } from 'radix-ui'
import { type ReactNode, useId, useRef } from 'react'
import { cx } from './cx.ts'

type CheckboxProps = {
  checked: boolean | 'indeterminate'
  /** `range`: pressed with Shift held, for lists where that selects everything in between. */
  onChange: (checked: boolean, range: boolean) => void
  /** Spoken name where no visible label stands beside it. */
  label?: string
  id?: string
  disabled?: boolean
  tabIndex?: number
  className?: string
}

export function Checkbox({ checked, onChange, label, className, disabled = false, ...rest }: CheckboxProps) {
  const shift = useRef(false)
  return (
    <Primitive.Root
      {...rest}
      disabled={disabled}
      checked={checked}
      onPointerDown={(event) => {
        shift.current = event.shiftKey
      }}
      onCheckedChange={(next) => {
        onChange(next === true, shift.current)
        shift.current = false
      }}
      {...(label ? { 'aria-label': label } : {})}
      className={cx(
        'relative grid size-4 shrink-0 place-items-center rounded-[4px] border border-faint/70 bg-surface text-on-accent transition-colors duration-100',
        'after:absolute after:-inset-2 max-md:after:-inset-3.5 hover:border-accent data-[state=checked]:border-accent data-[state=checked]:bg-accent data-[state=indeterminate]:border-accent data-[state=indeterminate]:bg-accent disabled:opacity-50',
        className,
      )}
    >
      <Primitive.Indicator className="grid place-items-center">
        {checked === 'indeterminate' ? (
          <Minus className="size-3" strokeWidth={3.5} aria-hidden />
        ) : (
          <Check className="size-3" strokeWidth={3.5} aria-hidden />
        )}
      </Primitive.Indicator>
    </Primitive.Root>
  )
}

export function CheckboxLine({
  children,
  ...rest
}: Omit<CheckboxProps, 'label' | 'id'> & { children: ReactNode }) {
  const id = useId()
  return (
    <div className="flex items-center gap-2 max-md:min-h-11">
      <Checkbox id={id} {...rest} />
      <label htmlFor={id} className="text-sm">
        {children}
      </label>
    </div>
  )
}
