import { useRouter } from '@tanstack/react-router'
import { Search } from 'lucide-react'
import { lazy, type ReactNode, Suspense, useEffect } from 'react'
import { Bell } from '../../features/notifications/bell.tsx'
import { m } from '../../i18n/messages.ts'
import { IconButton } from '../../ui/button.tsx'
import { Keys } from '../../ui/keys.tsx'
import { useIsPhone } from '../../ui/use-media.ts'
import { Brand } from './brand.tsx'
import { NavLink } from './nav-link.tsx'
import type { NavEntry } from './navigation.tsx'
import { PhoneTabs } from './phone-tabs.tsx'

// A phone never shows this one.
const AccountMenu = lazy(() =>
  import('./account-menu.tsx').then((module) => ({ default: module.AccountMenu })),
)

export type ShellFrameProps = {
  nav: readonly NavEntry[]
  person: { name: string; company: string }
  onSearch: () => void
  onWriteLog: () => void
  onSignOut: () => void
  /** A line above everything: offline, live updates lost. */
  notice?: string | undefined
  children: ReactNode
}

/** 208 px of sidebar and the page on the desktop; a slim bar, the page and four tabs around one action on the phone. */
export function ShellFrame(props: ShellFrameProps) {
  const phone = useIsPhone()
  return (
    <>
      <a
        href="#content"
        className="sr-only z-60 rounded-md bg-accent px-3 py-2 text-on-accent focus:not-sr-only focus:fixed focus:left-3 focus:top-3"
      >
        {m.app_skip()}
      </a>
      {phone ? <PhoneFrame {...props} /> : <DesktopFrame {...props} />}
    </>
  )
}

function Notice({ text }: { text: string | undefined }) {
  return (
    <p role="status" className={text ? 'bg-warn-tint px-4 py-1.5 text-center text-xs text-warn' : 'sr-only'}>
      {text}
    </p>
  )
}

const whenIdle = window.requestIdleCallback ?? ((act: () => void) => setTimeout(act, 2000))

type Ahead = { preload?: () => Promise<void> | undefined; warm?: () => void }

/**
 * The code of the list everybody goes to next, tool bar included, is there when they do, its rows are asked for then;
 * a phone saves the bytes.
 */
function usePreloadedList(nav: readonly NavEntry[]): void {
  const router = useRouter()
  const goes = nav.some(({ to }) => to === '/leads')
  useEffect(() => {
    const list: Ahead | undefined = router.routesByPath['/leads'].options.component
    // A list that cannot be fetched now says so when it is opened.
    if (goes) whenIdle(() => void list?.preload?.()?.then(list.warm, () => undefined))
  }, [router, goes])
}

function DesktopFrame({ nav, person, onSearch, onSignOut, notice, children }: ShellFrameProps) {
  usePreloadedList(nav)
  return (
    <div className="flex h-dvh">
      <aside className="flex w-52 shrink-0 flex-col border-r border-line px-3 pb-3 pt-4">
        <div className="flex items-center justify-between pl-2">
          <Brand />
          <Bell phone={false} />
        </div>
        <button
          type="button"
          onClick={onSearch}
          className="mt-4 flex h-8 items-center gap-2 rounded-md border border-line bg-surface px-2 text-sm text-faint hover:border-edge hover:text-quiet"
        >
          <Search className="size-4" aria-hidden />
          <span className="flex-1 text-left">{m.app_search()}</span>
          <Keys keys="Mod K" />
        </button>
        <nav aria-label={m.app_nav()} className="mt-4 flex min-h-0 flex-1 flex-col gap-0.5 overflow-y-auto">
          {nav.map((entry, index) => (
            <div key={entry.to}>
              {entry.section === 'team' && nav[index - 1]?.section === 'work' && (
                <p className="mb-1 mt-4 px-2 text-xs text-faint">{m.nav_section_team()}</p>
              )}
              <NavLink entry={entry} />
            </div>
          ))}
        </nav>
        <Suspense fallback={<div className="h-11" />}>
          <AccountMenu person={person} onSignOut={onSignOut} />
        </Suspense>
      </aside>
      <div className="flex min-w-0 flex-1 flex-col">
        <Notice text={notice} />
        <main id="content" tabIndex={-1} className="min-h-0 flex-1 overflow-y-auto outline-none">
          {children}
        </main>
      </div>
    </div>
  )
}

function PhoneFrame({ nav, person, onSearch, onWriteLog, onSignOut, notice, children }: ShellFrameProps) {
  return (
    <div className="flex h-dvh flex-col">
      <header className="flex h-13 shrink-0 items-center justify-between border-b border-line bg-surface pl-4 pr-2 pt-[env(safe-area-inset-top)]">
        <Brand />
        <div className="flex items-center">
          <Bell phone />
          <IconButton
            label={m.app_search()}
            icon={<Search aria-hidden className="!size-5" />}
            onClick={onSearch}
          />
        </div>
      </header>
      <Notice text={notice} />
      <main
        id="content"
        tabIndex={-1}
        className="min-h-0 flex-1 overflow-y-auto overscroll-contain outline-none"
      >
        {children}
      </main>
      <PhoneTabs nav={nav} person={person} onWriteLog={onWriteLog} onSignOut={onSignOut} />
    </div>
  )
}
