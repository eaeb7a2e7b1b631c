import { Tooltip as Primitive } from 'radix-ui'
import type { ReactNode } from 'react'

/** Never the only place a fact is written: touch has no hover. */
export function Tooltip({
  text,
  children,
  side = 'top',
}: {
  text: ReactNode
  children: ReactNode
  side?: 'top' | 'bottom' | 'left' | 'right'
}) {
  return (
    // A provider each: one around the application would put the positioning code (20 kB) on pages without a tooltip.
    <Primitive.Provider delayDuration={350}>
      <Primitive.Root>
        <Primitive.Trigger asChild>{children}</Primitive.Trigger>
        <Primitive.Portal>
          <Primitive.Content
            side={side}
            sideOffset={6}
            collisionPadding={8}
            className="enter-float z-60 max-w-72 rounded-sm bg-ink px-2 py-1 text-xs text-page shadow-float"
          >
            {text}
          </Primitive.Content>
        </Primitive.Portal>
      </Primitive.Root>
    </Primitive.Provider>
  )
}
