import type { ComponentProps, ReactNode } from 'react'
import { controlHeight, controlLook } from './control-look.ts'
import { cx } from './cx.ts'

type InputProps = ComponentProps<'input'> & { lead?: ReactNode; trail?: ReactNode }

export function Input({ className, lead, trail, ...rest }: InputProps) {
  const input = (
    <input
      {...rest}
      className={cx(
        controlLook,
        controlHeight,
        lead && 'pl-8 max-md:pl-10',
        trail && 'pr-10',
        !lead && !trail && className,
      )}
    />
  )
  if (!lead && !trail) return input
  return (
    <div className={cx('relative', className)}>
      {lead && (
        <span className="pointer-events-none absolute inset-y-0 left-2.5 grid place-items-center text-faint max-md:left-3 [&_svg]:size-4">
          {lead}
        </span>
      )}
      {input}
      {trail && (
        <span className="absolute inset-y-0 right-2.5 flex items-center text-xs text-faint">{trail}</span>
      )}
    </div>
  )
}

/** Grows with what is written, up to a third of the screen. */
export function TextArea({ className, rows = 3, ...rest }: ComponentProps<'textarea'>) {
  return (
    <textarea
      rows={rows}
      {...rest}
      className={cx(
        controlLook,
        'field-sizing-content max-h-[33vh] min-h-18 resize-y px-2.5 py-1.5 max-md:px-3 max-md:py-2.5',
        className,
      )}
    />
  )
}
