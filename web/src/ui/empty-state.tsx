import type { ReactNode } from 'react'

/** Why it is empty, and the one next thing to do about it. */
export function EmptyState({
  icon,
  title,
  children,
  action,
}: {
  icon: ReactNode
  title: string
  children?: ReactNode
  action?: ReactNode
}) {
  return (
    <div className="mx-auto flex max-w-96 flex-col items-center px-6 py-12 text-center">
      <span
        aria-hidden
        className="mb-3 grid size-11 place-items-center rounded-xl bg-tint text-on-tint [&_svg]:size-5"
      >
        {icon}
      </span>
      <p className="text-md font-medium">{title}</p>
      {children && <p className="mt-1 text-sm text-quiet">{children}</p>}
      {action && <div className="mt-4">{action}</div>}
    </div>
  )
}
