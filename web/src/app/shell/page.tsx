import type { ReactNode } from 'react'
import { cx } from '../../ui/cx.ts'

type PageProps = {
  title: string
  /** `100,000 条`, beside the title. */
  count?: string
  actions?: ReactNode
  /** View tabs and filters: one quiet line under the title. */
  toolbar?: ReactNode
  children: ReactNode
  /** The content scrolls itself (a table); the page then has exactly the height of the window. */
  fill?: boolean
}

export function Page({ title, count, actions, toolbar, children, fill = false }: PageProps) {
  return (
    <div
      className={cx(
        'flex flex-col gap-3 px-6 pb-6 pt-4 max-md:px-4',
        // On a phone a list goes on under the tabs; cut above them it would look as if it ended there.
        fill ? 'h-full max-md:pb-0' : 'max-md:pb-8',
      )}
    >
      <header className="flex min-h-9 flex-wrap items-center gap-x-3 gap-y-2">
        <h1 className="text-title font-semibold">{title}</h1>
        {count && <span className="text-sm text-quiet">{count}</span>}
        {actions && <div className="ml-auto flex items-center gap-2">{actions}</div>}
      </header>
      {toolbar && <div className="flex flex-wrap items-center gap-2">{toolbar}</div>}
      <div className={fill ? 'relative flex min-h-0 flex-1 flex-col' : ''}>{children}</div>
    </div>
  )
}
