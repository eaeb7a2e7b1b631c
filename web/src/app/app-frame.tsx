import { useQueryClient } from '@tanstack/react-query'
import { Navigate, Outlet, useLocation, useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useMemo } from 'react'
import { Problem } from '../api/problem.ts'
import { formatDateTime, showTimesIn } from '../i18n/format.ts'
import { useLocale } from '../i18n/locale.ts'
import { m } from '../i18n/messages.ts'
import { SkeletonLines } from '../ui/skeleton.tsx'
import { CrashPage } from './crash-page.tsx'
import { forgetAllDrafts } from './forget-drafts.ts'
import { useLiveUpdates } from './live/use-live-updates.ts'
import { lastHeardAt } from './offline/kept.ts'
import { toMember } from './session/member.ts'
import { forgetSession, type Session, signOut, useSession } from './session/session.ts'
import { SessionGuard } from './session/session-guard.tsx'
import { navigation } from './shell/navigation.tsx'
import { ShellFrame } from './shell/shell-frame.tsx'
import { useShellOverlays } from './shell/use-shell-overlays.tsx'
import { useOnline } from './use-online.ts'

const QueueNotice = lazy(() =>
  import('../features/activities/queue-notice.tsx').then((part) => ({ default: part.QueueNotice })),
)

/** Everything behind the door: asks who is here once, then keeps the frame around whichever screen is shown. */
export function AppFrame() {
  useLocale()
  const session = useSession()
  const next = useLocation({ select: (location) => location.href })

  if (session.isPending) {
    return (
      <div className="p-8">
        <SkeletonLines />
      </div>
    )
  }
  if (session.error) {
    if (session.error instanceof Problem && session.error.facts.status === 401) {
      // While the sign-in page loads the location is already its own; asking again would send it into itself for ever.
      return next.startsWith('/sign-in') ? null : <Navigate to="/sign-in" search={{ next }} replace />
    }
    return <CrashPage error={session.error} reset={() => void session.refetch()} />
  }
  return <SignedIn session={session.data} />
}

function SignedIn({ session }: { session: Session }) {
  const member = useMemo(() => {
    showTimesIn(session.company.timeZone)
    return toMember(session)
  }, [session])
  const client = useQueryClient()
  const navigate = useNavigate()
  const nav = navigation(member.may)
  const { openPalette, writeLog, overlays } = useShellOverlays(nav)
  const online = useOnline()
  const live = useLiveUpdates('/api/v1/events', online)

  const leave = async () => {
    await signOut()
    forgetAllDrafts()
    client.clear()
    await navigate({ to: '/sign-in' })
  }
  const other = () => {
    void forgetSession()
    forgetAllDrafts()
    client.clear()
    void navigate({ to: '/sign-in' })
  }
  useEffect(() => {
    const refresh = () => void client.invalidateQueries()
    // What was kept is of before, however short the time without a network was.
    addEventListener('online', refresh)
    return () => removeEventListener('online', refresh)
  }, [client])
  const notice = online ? (live === 'lost' ? m.app_live_lost() : undefined) : offlineText()
  return (
    <ShellFrame
      nav={nav}
      person={member}
      onSearch={openPalette}
      onWriteLog={writeLog}
      onSignOut={() => void leave()}
      notice={notice}
    >
      <Suspense>
        <QueueNotice />
      </Suspense>
      <Outlet />
      {overlays}
      <SessionGuard email={member.email} onOther={other} />
    </ShellFrame>
  )
}

function offlineText(): string {
  const at = lastHeardAt()
  return at === null ? m.app_offline() : m.app_offline_since({ at: formatDateTime(new Date(at), new Date()) })
}
