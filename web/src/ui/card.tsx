import type { ReactNode } from 'react'
import { cx } from './cx.ts'

export function Card({
  title,
  aside,
  children,
  className,
  flush = false,
}: {
  title?: string
  aside?: ReactNode
  children: ReactNode
  className?: string
  flush?: boolean
}) {
  return (
    <section className={cx('min-w-0 rounded-lg border border-line bg-surface', className)}>
      {title && (
        <header className="flex min-h-11 items-center justify-between gap-x-3 gap-y-1 px-4 pt-1.5 max-md:flex-wrap max-md:pt-2.5">
          <h2 className="text-sm font-medium">{title}</h2>
          {aside}
        </header>
      )}
      <div className={flush ? '' : cx('px-4 pb-4', title ? 'pt-1' : 'pt-4')}>{children}</div>
    </section>
  )
}
