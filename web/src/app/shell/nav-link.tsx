import { Link } from '@tanstack/react-router'
import type { NavEntry } from './navigation.tsx'

export function NavLink({ entry }: { entry: NavEntry }) {
  return (
    <Link
      to={entry.to}
      className="flex h-8 items-center gap-2.5 rounded-md px-2 text-base text-quiet transition-colors duration-100 hover:bg-ink/5 hover:text-ink max-md:h-12 max-md:gap-3 max-md:text-md data-[status=active]:bg-tint data-[status=active]:font-medium data-[status=active]:text-on-tint [&_svg]:size-4 max-md:[&_svg]:size-5"
    >
      {entry.icon}
      {entry.label}
    </Link>
  )
}
