import { cva } from 'class-variance-authority'
import type { ReactNode } from 'react'

const look = cva(
  'inline-flex h-5 shrink-0 items-center gap-1 whitespace-nowrap rounded-[5px] px-1.5 text-xs font-medium [&_svg]:size-3',
  {
    variants: {
      tone: {
        plain: 'bg-ink/6 text-quiet',
        tint: 'bg-tint text-on-tint',
        outline: 'border border-edge text-quiet',
        good: 'bg-good-tint text-good',
        warn: 'bg-warn-tint text-warn',
        bad: 'bg-bad-tint text-bad',
      },
    },
  },
)

export type Tone = 'plain' | 'tint' | 'outline' | 'good' | 'warn' | 'bad'

/** Good, warn and bad are for health and risk only; kinds and stages stay plain or tint. */
export function Badge({
  tone = 'plain',
  icon,
  children,
}: {
  tone?: Tone
  icon?: ReactNode
  children: ReactNode
}) {
  return (
    <span className={look({ tone })}>
      {icon}
      {children}
    </span>
  )
}
