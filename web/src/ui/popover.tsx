import { Popover as Primitive } from 'radix-ui'
import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import { floatLook } from './float-look.ts'

type PopoverProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  trigger: ReactNode
  children: ReactNode
  /** Spoken name of what opens. */
  label: string
  align?: 'start' | 'end'
  className?: string
}

export function Popover({
  open,
  onOpenChange,
  trigger,
  children,
  label,
  align = 'start',
  className,
}: PopoverProps) {
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          aria-label={label}
          align={align}
          sideOffset={4}
          collisionPadding={12}
          className={cx(
            floatLook,
            'max-h-(--radix-popover-content-available-height) max-w-[calc(100vw-24px)] overflow-y-auto!',
            className,
          )}
        >
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  )
}
