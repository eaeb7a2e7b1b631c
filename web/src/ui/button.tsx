import { cva, type VariantProps } from 'class-variance-authority'
import { LoaderCircle } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import { cx } from './cx.ts'

export const buttonLook = cva(
  'inline-flex shrink-0 select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-md border font-medium transition-colors duration-100 disabled:pointer-events-none disabled:opacity-50 aria-disabled:opacity-50 [&_svg]:size-4 [&_svg]:shrink-0',
  {
    variants: {
      look: {
        primary: 'border-transparent bg-accent text-on-accent hover:bg-accent-hover',
        plain: 'border-edge bg-surface text-ink hover:bg-sunken dark:bg-raised dark:hover:bg-line',
        ghost: 'border-transparent text-quiet hover:bg-ink/6 hover:text-ink data-[state=open]:bg-ink/6',
        dashed:
          'border-dashed border-edge text-quiet hover:border-faint hover:text-ink data-[state=open]:border-faint',
        tint: 'border-transparent bg-tint text-on-tint hover:brightness-97 dark:hover:brightness-115',
        danger: 'border-transparent bg-bad-tint text-bad hover:brightness-97 dark:hover:brightness-115',
      },
      size: {
        sm: 'touch h-7 px-2 text-sm max-md:h-9',
        md: 'touch h-8 px-3 text-sm max-md:h-11 max-md:px-4 max-md:text-md',
        lg: 'h-10 px-4 text-base max-md:h-11',
      },
    },
    defaultVariants: { look: 'plain', size: 'md' },
  },
)

type Look = VariantProps<typeof buttonLook>

export type ButtonProps = ComponentProps<'button'> & {
  look?: NonNullable<Look['look']>
  size?: NonNullable<Look['size']>
  icon?: ReactNode
  /** Keeps the width, says busy, takes no second press. */
  busy?: boolean
}

export function Button({
  look,
  size,
  icon,
  busy = false,
  className,
  children,
  type = 'button',
  ...rest
}: ButtonProps) {
  return (
    <button
      type={type}
      aria-busy={busy || undefined}
      {...rest}
      disabled={rest.disabled || busy}
      className={cx(buttonLook({ look, size }), className)}
    >
      {busy ? <LoaderCircle className="animate-spin" aria-hidden /> : icon}
      {children}
    </button>
  )
}

export type IconButtonProps = Omit<ButtonProps, 'children' | 'aria-label'> & { label: string }

/** A button without words always carries a spoken name. */
export function IconButton({ label, look = 'ghost', size = 'md', className, ...rest }: IconButtonProps) {
  const square = size === 'sm' ? 'w-7 px-0 max-md:w-9' : 'w-8 px-0 max-md:w-11 max-md:px-0'
  return (
    <Button
      look={look}
      size={size}
      aria-label={label}
      title={label}
      {...rest}
      className={cx(square, className)}
    />
  )
}
