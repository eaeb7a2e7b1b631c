import { CircleAlert } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import type { ControlProps } from './control-look.ts'
import { cx } from './cx.ts'

type FieldProps = {
  label: string
  hint?: ReactNode
  /** A sentence in the reader's language; announced when it appears. */
  error?: string | undefined
  required?: boolean
  hideLabel?: boolean
  className?: string
  children: (control: ControlProps) => ReactNode
}

export function Field({
  label,
  hint,
  error,
  required = false,
  hideLabel = false,
  className,
  children,
}: FieldProps) {
  const id = useId()
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className={cx('flex min-w-0 flex-col gap-1', className)}>
      <label htmlFor={id} className={hideLabel ? 'sr-only' : 'text-sm font-medium text-quiet'}>
        {label}
        {required && (
          <span aria-hidden className="ml-0.5 text-bad">
            *
          </span>
        )}
      </label>
      {children({
        id,
        ...(describedBy ? { 'aria-describedby': describedBy } : {}),
        ...(error ? { 'aria-invalid': true } : {}),
        ...(required ? { 'aria-required': true } : {}),
      })}
      {hint && (
        <p id={`${id}-hint`} className="text-xs text-faint">
          {hint}
        </p>
      )}
      <p
        id={`${id}-error`}
        aria-live="polite"
        className={cx('flex items-start gap-1 text-xs text-bad', !error && 'hidden')}
      >
        <CircleAlert className="mt-0.75 size-3 shrink-0" aria-hidden />
        {error}
      </p>
    </div>
  )
}
