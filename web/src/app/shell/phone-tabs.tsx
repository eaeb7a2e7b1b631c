import { Link } from '@tanstack/react-router'
import { Building2, CircleUserRound, PencilLine, Sun, Waves } from 'lucide-react'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { m } from '../../i18n/messages.ts'
import type { NavEntry } from './navigation.tsx'

const MineSheet = lazy(() => import('./mine-sheet.tsx').then((module) => ({ default: module.MineSheet })))

type PhoneTabsProps = {
  nav: readonly NavEntry[]
  person: { name: string; company: string }
  onWriteLog: () => void
  onSignOut: () => void
}

const tabLook =
  'flex flex-1 flex-col items-center justify-center gap-0.5 text-tab leading-4 text-quiet data-[status=active]:font-medium data-[status=active]:text-accent [&_svg]:size-5.5'

function Tab({ icon, label, to }: { icon: ReactNode; label: string; to: '/today' | '/customers' | '/pool' }) {
  return (
    <Link to={to} activeOptions={{ exact: false }} className={tabLook}>
      {icon}
      {label}
    </Link>
  )
}

export function PhoneTabs({ nav, person, onWriteLog, onSignOut }: PhoneTabsProps) {
  const [mine, setMine] = useState(false)
  return (
    <>
      <nav aria-label={m.app_nav()} className="safe-bottom shrink-0 border-t border-line bg-surface">
        <div className="flex h-14">
          <Tab to="/today" icon={<Sun aria-hidden />} label={m.nav_today()} />
          <Tab to="/customers" icon={<Building2 aria-hidden />} label={m.nav_customers()} />
          <button
            type="button"
            onClick={onWriteLog}
            className="flex flex-1 flex-col items-center justify-center text-tab leading-4 text-quiet"
          >
            <span className="-mt-1.5 mb-0.5 grid h-7 w-11 place-items-center rounded-full bg-accent text-on-accent">
              <PencilLine className="size-4.5" aria-hidden />
            </span>
            {m.app_write_log()}
          </button>
          <Tab to="/pool" icon={<Waves aria-hidden />} label={m.nav_pool()} />
          <button type="button" aria-haspopup="dialog" onClick={() => setMine(true)} className={tabLook}>
            <CircleUserRound aria-hidden />
            {m.app_mine()}
          </button>
        </div>
      </nav>
      {mine && (
        <Suspense>
          <MineSheet open onOpenChange={setMine} nav={nav} person={person} onSignOut={onSignOut} />
        </Suspense>
      )}
    </>
  )
}
