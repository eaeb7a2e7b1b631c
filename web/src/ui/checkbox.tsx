import { Check, Minus } from 'lucide-react'
import { type ReactNode, useId } from 'react'
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

/** A button of its own, without hooks: a table draws one per row while it is scrolled. */
export function Checkbox({ checked, onChange, label, className, disabled = false, ...rest }: CheckboxProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: an input has no room for the mark, and would be one more element a row.
    <button
      {...rest}
      type="button"
      role="checkbox"
      aria-checked={checked === 'indeterminate' ? 'mixed' : checked}
      data-state={checked === 'indeterminate' ? checked : checked ? 'checked' : 'unchecked'}
      disabled={disabled}
      onClick={(event) => onChange(checked !== true, event.shiftKey)}
      // Space presses it; Enter is the row's or the form's.
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.preventDefault()
      }}
      {...(label ? { 'aria-label': label } : {})}
      className={cx(
        'relative grid size-4 shrink-0 place-items-center rounded-[4px] border border-faint/70 bg-surface text-on-accent transition-colors duration-100',
        'after:absolute after:-inset-2 max-md:after:-inset-3.5 hover:border-accent data-[state=checked]:border-accent data-[state=checked]:bg-accent data-[state=indeterminate]:border-accent data-[state=indeterminate]:bg-accent disabled:opacity-50',
        className,
      )}
    >
      {checked === 'indeterminate' ? (
        <Minus className="size-3" strokeWidth={3.5} aria-hidden />
      ) : (
        checked && <Check className="size-3" strokeWidth={3.5} aria-hidden />
      )}
    </button>
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
